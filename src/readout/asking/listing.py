"""Records of one kind, as lists show them: those of an actor, and apart from them what the states and bodies that it headed undertook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.asking.leading import Under, leads
from readout.asking.whom import sides, whom
from readout.ledger.records.wanted import UNDERTAKEN

if TYPE_CHECKING:
    from readout.ledger import Ledger
    from readout.ledger.records.record import Records
    from readout.ledger.records.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Listed:
    """Records in the order that was asked for; `more` says that there are others beyond the limit.

    `actor` is whose they are, as the ledger calls the one who was asked about. Of a person, `led` is what the states and bodies that the
    person headed undertook meanwhile.
    """

    records: Records
    more: bool
    actor: str | None = None
    led: tuple[Under[Listed], ...] = ()


def listed(ledger: Ledger, wanted: Wanted, today: str, on: str | None = None) -> Listed:
    """The records that are wanted, names as somebody writes them; deadlines are compared with `today` (ISO).

    With `on` they are as they stood on that day. Raises NotInLedger for a name that nobody bears, or several do.
    """
    actor = whom(ledger, wanted.actor if isinstance(wanted.actor, str) else None, on)
    names = actor.names or wanted.actor
    asked = replace(wanted, actor=names, whole=actor.whole, pair=sides(ledger, wanted.pair, on))
    own = replace(_listed(ledger, asked, today, on), actor=actor.name)
    if wanted.kind not in UNDERTAKEN:
        return own
    led = (Under(lead, _listed(ledger, lead.wanted(asked), today, on)) for lead in leads(ledger, actor, on))
    return replace(own, led=tuple(each for each in led if each.found.records))


def _listed(ledger: Ledger, wanted: Wanted, today: str, on: str | None) -> Listed:
    """One more than is wanted is asked for, so that it is known whether there are more."""
    one_more = replace(wanted, limit=wanted.limit + 1 if wanted.limit else 0)
    found = ledger.records_on(one_more, on) if on else ledger.records(one_more, as_of=today)
    shown = type(found)(found[: wanted.limit]) if wanted.limit else found
    return Listed(shown, len(found) > len(shown))
