"""What somebody heads, and when: the state, government, ministry or organisation whose undertakings a question about a person finds too.

They are told apart from what the person undertook. When an office was held is what the table of offices and imported tables say, else
the time between the first and the last report that gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from readout.asking.offices import rank
from readout.asking.sides import is_country
from readout.lang.offices import Incumbent, fold_name, rows_with
from readout.ledger.bearers import initials_agree
from readout.ledger.records.wanted import Led
from readout.matching.parties import same_person

if TYPE_CHECKING:
    from readout.asking.whom import Whom
    from readout.ledger import Ledger
    from readout.ledger.actors import Tenure
    from readout.ledger.pursuing import Pursued
    from readout.ledger.records.lookup import Lookup
    from readout.ledger.records.wanted import Wanted

MINISTER = re.compile(
    r"(?:(?:Acting|Interim|Federal) )*"
    r"(?:(?:Minister (?:of|for)|Secretary of) (?:the )?(?P<behind>[^,]+?)(?: of .*)?$|(?P<before>.+?) (?:Minister|Secretary)\b)"
)
"""An office with a field: "Minister of Energy", "Energy Minister"."""

BODIES = ("head of state", "head of government", "head of organisation")
"""Ranks of those who head what is no country."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A state or body that `head` headed: its `name`, the office by its `title`, from `since` to `until` (ISO, as exact as known; None: open).

    `led` is what of it the ledger is asked for.
    """

    name: str
    head: str
    title: str
    since: str | None
    until: str | None
    led: Led

    def within(self, since: str | None, until: str | None) -> tuple[str | None, str | None]:
        """A time, as far as it lies in the time of office."""
        last = min(filter(None, (self.until, until)), default=None)
        return max(filter(None, (self.since, since)), default=None), last

    def wanted(self, wanted: Wanted) -> Wanted:
        """What of it is asked for where records of its head are."""
        since, until = self.within(wanted.since, wanted.until)
        return replace(wanted, actor=None, whole=False, led=self.led, since=since, until=until)

    def pursued(self, asked: Pursued) -> Pursued:
        """The same where commitments of its head are followed up."""
        since, until = self.within(asked.since, asked.until)
        return replace(asked, actor=None, whole=False, led=self.led, since=since, until=until)

    def lookup(self, asked: Lookup) -> Lookup:
        """The same where words are looked for."""
        since, until = self.within(asked.since, asked.until)
        return replace(asked, actor=None, whole=False, led=self.led, since=since, until=until)


Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Under(Generic[Answer]):
    """What a question finds of a state or body that somebody headed, apart from what it finds of its head."""

    lead: Lead
    found: Answer


def leads(ledger: Ledger, actor: Whom, on: str | None) -> tuple[Lead, ...]:
    """What a person headed by a day (ISO; None: any), in order of time; nothing where it is no person who is asked about."""
    if actor.of is None or not actor.names:
        return ()
    said = ledger.tenures(_names(actor), on)
    listed = [(one.title, one.of, one.first, one.last) for one in said if not one.reports and one.of]
    found = list(_leads(actor, [*_of_table(actor, on), *(term for term in listed if (term[2] or "") <= (on or "~"))]))
    known = {lead.name for lead in found}
    found += [lead for lead in _leads(actor, _told(actor.of, said)) if lead.name not in known]
    return tuple(sorted(_joined(found), key=lambda one: (one.since or "", one.name, one.title)))


def _told(of: frozenset[str], said: Iterable[Tenure]) -> Iterator[Term]:
    """The offices that reports give a person, of the country or body of which most do."""
    told = [one for one in said if one.reports]
    count: Counter[str] = Counter()
    for one in told:
        count[one.of or ""] += one.reports
    home = max(sorted(of), key=lambda one: count[one], default=None)
    yield from ((one.title, home, one.first, one.last) for one in told if one.of in (None, home))


def _names(actor: Whom) -> tuple[str, ...]:
    return (actor.names,) if isinstance(actor.names, str) else actor.names or ()


Term = tuple[str, str | None, str | None, str | None]
"""An office: its title, of what, and from when to when."""


def _of_table(actor: Whom, on: str | None) -> Iterator[Term]:
    """The offices that the table of offices gives a person; where no report says of which country, to one of that name alone."""
    rows = [row for row in incumbents(_names(actor)) if on is None or row.start <= on]
    of = actor.of or frozenset()
    organised = not all(map(is_country, of))
    rows = [row for row in rows if not of or row.country in of or (organised and not is_country(row.country))]
    if len({fold_name(row.person) for row in rows}) == 1:
        yield from ((row.title, row.country, row.start, row.end) for row in rows)


def incumbents(names: Iterable[str]) -> list[Incumbent]:
    """The rows of the table of offices that may be of somebody who is called so, in whatever spelling; of a name that is there theirs alone."""
    known = tuple(names)
    whole = [name for name in known if " " in name] or list(known)
    rows = rows_with({word for name in whole for word in name.split()})
    same = {fold_name(name) for name in known}
    exact = [row for row in rows if fold_name(row.person) in same]
    return exact or [row for row in rows if any(_is_of(row, name) for name in whole)]


def _is_of(row: Incumbent, name: str) -> bool:
    if " " not in name:
        surnames = {form.split()[-1] for form in (row.person, *row.aliases)} | set(row.aliases)
        return fold_name(name) in map(fold_name, surnames)
    forms = (row.person, *(alias for alias in row.aliases if " " in alias))
    return any(same_person(name, form) for form in forms) and initials_agree(name, row.person)


def _leads(actor: Whom, terms: Iterable[Term]) -> Iterator[Lead]:
    for title, of, since, until in terms:
        for name, names in headed(title, of) if of else ():
            yield Lead(name, actor.name or "", title, since, until, Led(names, of or "", _names(actor)))


@cache
def headed(title: str, of: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the holder of an office heads: how it is called, and under which names the ledger may have it."""
    said, place = _said(), rank(title)
    if not is_country(of):
        return ((of, (of,)),) if place in BODIES else ()
    by_government, both = of in said["head_of_government"], of in said["both"]
    if place == "head of state":
        return () if by_government else ((of, (of,)),)
    if place == "head of government":
        government = tuple(form.format(country=of) for form in said["governments"])
        return ((of, (of,)),) if by_government or both else ((government[0], government),)
    return _ministry(title, of) if place and place.endswith("minister") and "deputy" not in place else ()


def _ministry(title: str, of: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    said, found = _said(), MINISTER.match(title)
    field = (found["behind"] or found["before"]) if found else None
    if not field:
        return ()
    fields = next(([field, *group] for group in said["fields"] if field in group), [field])
    names = [form.format(field=one) for one in dict.fromkeys(fields) for form in said["ministries"]]
    whole = tuple(dict.fromkeys(form for name in names for form in (name, f"{name} of {of}")))
    ours = "Department of {}" if of == "United States" else f"Ministry of {{}} of {of}"
    return ((ours.format(next((one for one in fields if one != "Foreign"), field)), whole),)


def _joined(found: Iterable[Lead]) -> Iterator[Lead]:
    """Leads of one thing as one, where no time lies between them."""
    last: Lead | None = None
    for lead in sorted(found, key=lambda one: (one.name, one.since or "", one.title)):
        if last and last.name == lead.name and _touch(last, lead):
            until = max(last.until, lead.until) if last.until and lead.until else None
            last = replace(last, until=until)
            continue
        if last:
            yield last
        last = lead
    if last:
        yield last


def _touch(one: Lead, next: Lead) -> bool:
    return one.until is None or (next.since or "") <= one.until


@cache
def _said() -> Any:
    from readout.lang.pack import read_yaml

    return read_yaml("en", "asking", "leading.yaml")
