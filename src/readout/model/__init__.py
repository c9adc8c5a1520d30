"""The nouns of Readout, frozen: what every room speaks of."""

from readout.model.actor import Actor, ActorKind, Office
from readout.model.decision import VERBS, Decision, Verb
from readout.model.errors import (
    InvalidDate,
    LanguageDataError,
    MissingInput,
    NotInLedger,
    ReadoutError,
    RefusedDecision,
    UnreadableInput,
    UnsupportedLanguage,
    UnusableLedger,
)
from readout.model.finding import Finding, Slot
from readout.model.kind import KIND_NAMES, Kind, SlotDefinition, kinds
from readout.model.reading import Reading
from readout.model.report import Report, Stated, report_name, text_hash
from readout.model.span import Span

__all__ = [
    "KIND_NAMES",
    "VERBS",
    "Actor",
    "ActorKind",
    "Decision",
    "Finding",
    "InvalidDate",
    "Kind",
    "LanguageDataError",
    "MissingInput",
    "NotInLedger",
    "Office",
    "Reading",
    "ReadoutError",
    "RefusedDecision",
    "Report",
    "Slot",
    "SlotDefinition",
    "Span",
    "Stated",
    "UnreadableInput",
    "UnsupportedLanguage",
    "UnusableLedger",
    "Verb",
    "kinds",
    "report_name",
    "text_hash",
]
