"""Records as frozen values, one by one and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from readout.model import MissingInput, Span

if TYPE_CHECKING:
    from readout.matching.outcomes import Time
    from readout.matching.status import Change
    from readout.matching.undertakings import Drift


@dataclass(frozen=True, slots=True)
class Record:
    """What the ledger holds today about one meeting, commitment, agreement, project, statement or progress.

    `id` is that of its first finding (or `report:` and a report, where only the head of a report tells of a meeting);
    `words` are that finding's. `date` is the day of a meeting, else of the first report; `last` that of the last report.
    `form` is the kind of meeting, the strength of a commitment, the status of an agreement or project. `time` stands to
    the day that was asked for. `counted` is False for umbrellas, which stay out of totals. `score` is the chance that the
    surest of its findings is right, 0 to 1; None where a person vouches or only a report's head tells.
    """

    id: str
    kind: str
    words: str
    date: str | None
    last: str | None
    form: str | None
    due: str | None
    place: str | None
    outcome: str | None
    time: Time | None
    stage: str | None
    review: str
    counted: bool
    sources: int
    slots: Mapping[str, tuple[str | bool, ...]]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One telling of a record: the report, who published it, its date, and the words and values of its finding.

    `file` is the name of the file that the report came in, where that is known.
    """

    report: str
    finding: str | None
    outlet: str | None
    date: str | None
    title: str | None
    span: Span | None
    words: str
    review: str
    reprint: bool
    drift: Drift | None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """A later sentence on a commitment: what it tells, who says so, where and when; not `sure`, it may be and changes nothing."""

    report: str
    span: Span
    date: str
    words: str
    effect: str
    standing: str
    who: str
    cue: str
    score: float
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Detail:
    """A record with everything that it stands on: its tellings in order of time, its news, every change of its status.

    `sides` are the countries and organisations that met, that speak or that undertake it, by the alphabet.
    `pairs` are the countries and organisations that it stands between, two and two by the alphabet.
    """

    record: Record
    sources: tuple[Source, ...]
    news: tuple[News, ...] = ()
    changes: tuple[Change, ...] = ()
    sides: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def moves(self) -> tuple[Change, ...]:
        """How its deadline was moved, in order of time."""
        return tuple(change for change in self.changes if change.field == "due")


class Records(tuple[Record, ...]):
    """Records in the order that was asked for."""

    __slots__ = ()

    def to_frame(self) -> Any:
        """A table with a row a record: of pandas where it is installed, else of polars. Raises MissingInput for neither.

        Without records it has all columns but those of slots.
        """
        plain = [field.name for field in fields(Record) if field.name != "slots"]
        rows = [{**{name: getattr(record, name) for name in plain}, **_flat(record)} for record in self]
        columns = None if rows else plain
        if find_spec("pandas"):
            import pandas

            return pandas.DataFrame(rows, columns=columns)
        if find_spec("polars"):
            import polars

            return polars.DataFrame(rows, schema=columns, infer_schema_length=None)
        raise MissingInput("A table needs pandas or polars. Install one of them: pip install pandas")


def _flat(record: Record) -> dict[str, str]:
    return {f"slot_{role}": "; ".join(map(str, values)) for role, values in record.slots.items()}


def as_object(detail: Detail) -> dict[str, Any]:
    """A record with all that it stands on, for JSON."""
    return asdict(detail)
