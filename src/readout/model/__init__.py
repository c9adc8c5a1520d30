"""The nouns of Readout, frozen: what every room speaks of."""

from readout.model.actor import Actor, ActorKind, Office
from readout.model.errors import (
    InvalidDate,
    LanguageDataError,
    MissingInput,
    ReadoutError,
    UnreadableInput,
    UnsupportedLanguage,
)
from readout.model.finding import Finding, Slot
from readout.model.kind import KIND_NAMES, Kind, SlotDefinition, kinds
from readout.model.reading import Reading
from readout.model.report import Report, Stated, text_hash
from readout.model.span import Span

__all__ = [
    "KIND_NAMES",
    "Actor",
    "ActorKind",
    "Finding",
    "InvalidDate",
    "Kind",
    "LanguageDataError",
    "MissingInput",
    "Office",
    "Reading",
    "ReadoutError",
    "Report",
    "Slot",
    "SlotDefinition",
    "Span",
    "Stated",
    "UnreadableInput",
    "UnsupportedLanguage",
    "kinds",
    "text_hash",
]
