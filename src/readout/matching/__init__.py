"""Are these two the same? Reprints, meetings, commitments and what became of them, as pure functions of readings."""

from readout.matching.cues import EFFECTS, Effect
from readout.matching.evidence import Evidence, evidence_of, follow, weigh, weighed
from readout.matching.grouping import grouped
from readout.matching.meetings import Account, accounts, meeting_links, meetings, same_encounter
from readout.matching.reprints import Fingerprint, are_reprints, fingerprint
from readout.matching.status import (
    OUTCOMES,
    STAGES,
    Change,
    Outcome,
    Review,
    Ruling,
    Stage,
    Status,
    Time,
    course,
    outcome_on,
    status,
)
from readout.matching.tellings import Telling, tellings
from readout.matching.undertakings import (
    Drift,
    Match,
    Undertaking,
    commitments,
    drift,
    earliest,
    may_be_one_record,
    same_undertaking,
    undertaking_links,
    undertakings,
)

__all__ = [
    "EFFECTS",
    "OUTCOMES",
    "STAGES",
    "Account",
    "Change",
    "Drift",
    "Effect",
    "Evidence",
    "Fingerprint",
    "Match",
    "Outcome",
    "Review",
    "Ruling",
    "Stage",
    "Status",
    "Telling",
    "Time",
    "Undertaking",
    "accounts",
    "are_reprints",
    "commitments",
    "course",
    "drift",
    "earliest",
    "evidence_of",
    "fingerprint",
    "follow",
    "grouped",
    "may_be_one_record",
    "meeting_links",
    "meetings",
    "outcome_on",
    "same_encounter",
    "same_undertaking",
    "status",
    "tellings",
    "undertaking_links",
    "undertakings",
    "weigh",
    "weighed",
]
