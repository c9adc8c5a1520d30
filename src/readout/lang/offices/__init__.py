"""Who held which office when: `offices.csv`, compiled as facts."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Incumbent:
    """One person's term in one office. Dates are ISO, as precise as known; an open term has no end."""

    country: str
    person: str
    office: str
    title: str
    start: str
    end: str | None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None

    def holds_on(self, date: str) -> bool:
        """True where the term covers the ISO date, as far as the table's precision tells."""
        return self.start <= date and (not self.end or date[: len(self.end)] <= self.end)


@lru_cache(maxsize=16_384)
def fold_name(name: str) -> str:
    """A name without case, accents and marks, for comparison."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


@dataclass(frozen=True)
class Offices:
    """The table, to be asked by a name's last word or by an office, at a date."""

    rows: tuple[Incumbent, ...]
    _by_word: dict[str, list[Incumbent]] = field(default_factory=dict)
    _by_office: dict[tuple[str, str], list[Incumbent]] = field(default_factory=dict)

    def named(self, name: str, date: str | None = None) -> list[Incumbent]:
        """Those who bear the name (whole, last word, or an alias), in office at the date where one is given."""
        found = self._by_word.get(fold_name(name), [])
        return [row for row in found if date is None or row.holds_on(date)]

    def holder(self, country: str, office: str, date: str) -> Incumbent | None:
        """The one holder of a country's office at a date; None where the table knows none or two."""
        found = {row.person: row for row in self._by_office.get((country, office), []) if row.holds_on(date)}
        return next(iter(found.values())) if len(found) == 1 else None


@cache
def load_offices() -> Offices:
    """The table of offices, indexed."""
    rows = [_incumbent(row) for row in csv.DictReader(_text().splitlines())]
    offices = Offices(tuple(rows))
    for incumbent in rows:
        whole = fold_name(incumbent.person)
        for form in {whole, whole.split()[-1], *map(fold_name, incumbent.aliases)}:
            offices._by_word.setdefault(form, []).append(incumbent)
        offices._by_office.setdefault((incumbent.country, incumbent.office), []).append(incumbent)
    return offices


def _text() -> str:
    return files("readout.lang.offices").joinpath("offices.csv").read_text(encoding="utf-8")


def _incumbent(row: Mapping[str, str]) -> Incumbent:
    aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
    end, wikidata = row["end"] or None, row["wikidata"] or None
    return Incumbent(row["country"], row["person"], row["office"], row["title"], row["start"], end, aliases, wikidata)


def rows_with(words: Iterable[str]) -> list[Incumbent]:
    """The rows in which one of some words stands, as it is or without its accents; the others are not read."""
    whole, plain = _bytes()
    wanted = {form.encode() for word in words for form in (word.lower(), fold_name(word)) if len(form) > 1}
    found = {whole.rfind(b"\n", 0, at) + 1 for word in wanted for at in _places(word, plain)}
    lines = [whole[at : whole.index(b"\n", at)].decode() for at in (0, *sorted(found - {0}))]
    return [_incumbent(row) for row in csv.DictReader(lines)]


@cache
def _bytes() -> tuple[bytes, bytes]:
    """The table as it is kept, and the same with the letters of English in lower case."""
    whole = files("readout.lang.offices").joinpath("offices.csv").read_bytes().replace(b"\r\n", b"\n")
    return whole, whole.lower()


def _places(word: bytes, text: bytes) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
