"""The cast of a report: all its actors, with every mention by name, title or pronoun resolved."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from readout.lang import Pack
from readout.lang.offices import Incumbent, fold_name
from readout.model import Span
from readout.reading.actors.abbreviations import join_abbreviations
from readout.reading.actors.bodies import country_of_body
from readout.reading.actors.capitals import in_small_letters
from readout.reading.actors.described import describe
from readout.reading.actors.gazetteer import Hit
from readout.reading.actors.gender import tell_genders
from readout.reading.actors.given_names import join_given_names
from readout.reading.actors.groups import name_members
from readout.reading.actors.headline import Headline
from readout.reading.actors.labelled import add_labelled
from readout.reading.actors.names import names_of_persons
from readout.reading.actors.party import Mention, Party
from readout.reading.actors.persons import Persons, same_person
from readout.reading.actors.seats import add_seats
from readout.reading.actors.surroundings import Side, Surroundings
from readout.reading.actors.titles import country_of_title, title_before
from readout.reading.actors.titles_behind import title_behind
from readout.reading.actors.written_out import write_out
from readout.reading.annotate.words import Words
from readout.reading.quotes.marks import quotes

COMPANY = "company head"
"""The rank of those who head a company: no country's voice unless the text says so."""


@dataclass
class Cast:
    """The actors of one text. `at[i]` is the mention that covers word i; references are resolved when asked for."""

    words: Words
    pack: Pack
    around: Surroundings
    persons: Persons
    others: dict[tuple[str, str], Party] = field(default_factory=dict)
    at: list[Mention | None] = field(default_factory=list)
    headline: Headline = field(default_factory=Headline)

    @cached_property
    def references(self) -> dict[str, frozenset[str]]:
        """The lists of referring words, as sets."""
        lexicon = self.pack.lexicon["references"]
        sets = {name: frozenset(value) for name, value in lexicon.items() if name != "persons"}
        return {**sets, "persons": frozenset(row["word"] for row in lexicon["persons"])}

    @property
    def parties(self) -> list[Party]:
        """All actors that the text mentions."""
        return [party for party in (*self.persons.parties, *self.others.values()) if party.spans]

    def party(self, name: str, kind: str, country: str | None = None) -> Party:
        """The party of that name, made where the text has not named it yet."""
        key = (kind, name)
        if key not in self.others:
            self.others[key] = Party(name, kind, country)  # type: ignore[arg-type]
        return self.others[key]

    def country(self, name: str) -> Party:
        """A country's party, or that of the organisation for which somebody acts as for a country ("European Union")."""
        known = self.others.get(("organisation", name)) if ("country", name) not in self.others else None
        return known or self.party(name, "country", name)

    @cached_property
    def quoted(self) -> list[int]:
        """For each word the number of the quotation, with both its marks, in which it stands; 0 outside of any."""
        words = self.words
        found = [0] * len(words)
        for number, quote in enumerate((q for q in quotes(words.text) if not q.repaired), 1):
            for k in range(bisect_left(words.start, quote.span.start), bisect_left(words.start, quote.span.end)):
                found[k] = number
        return found

    def heard_with(self, k: int, i: int) -> bool:
        """Whether a pronoun at word `i` may look back to word `k`: not from outside to one within a quotation."""
        return self.quoted[k] in (0, self.quoted[i])

    def is_person_at(self, i: int) -> bool:
        """Whether a person is named at a word."""
        mention = self.at[i]
        return mention is not None and mention.sort == "person"

    def holder(self, row: Incumbent) -> Party:
        """The party of an incumbent: the one of the text by surname, else a new one by the name that the headline writes."""
        surname = row.person.split()[-1]
        known = [p for p in self.persons.parties if same_person(p.words, fold_name(row.person).split())]
        if known:
            return max(known, key=lambda p: len(p.words))
        name = self.headline.full_name(surname, self.pack.title_words) or row.person
        party = self.party(name, "person", row.country)
        party.titles = party.titles or [(row.title, row.country, None, "table of offices")]
        return party

    def cover(self, mention: Mention) -> None:
        """Writes a mention over its words, where no other stands."""
        for i in range(mention.first, mention.last + 1):
            if self.at[i] is None:
                self.at[i] = mention


def gather(
    words: Words,
    hits: dict[str, list[Hit]],
    pack: Pack,
    date: str,
    side: Side,
    headline: Headline,
    outlet: Span | None = None,
) -> Cast:
    """The cast of a text with all mentions by name; `side` tells who reports.

    `outlet` are the words with which it names itself: it is no person, whatever its name looks like ("Morningpost.lv reports").
    """
    around = Surroundings.of(words, hits, pack, date, side)
    cast = Cast(words, pack, around, Persons(around), at=[None] * len(words), headline=headline)
    _add_persons(cast, outlet)
    for hit in hits["name"]:
        _add_hit(cast, hit)
    add_seats(cast, hits["name"])
    add_labelled(cast)
    join_abbreviations(cast)
    write_out(cast)
    name_members(cast)
    describe(cast)
    if not side.official:
        tell_genders(cast)
    return cast


def _add_persons(cast: Cast, outlet: Span | None) -> None:
    around, words = cast.around, cast.words
    runs = [run for run in names_of_persons(around) if not (outlet and outlet.covers(words.span(*run)))]
    ahead = {
        first: title_before(around, first, stop_)
        for (first, _), stop_ in zip(runs, [0, *(last + 1 for _, last in runs)], strict=False)
    }
    opens = [*(ahead[first][0] if ahead[first] else first for first, _ in runs), len(words)]  # type: ignore[index]
    behind = {last: title_behind(around, last, stop_) for (_, last), stop_ in zip(runs, opens[1:], strict=True)}
    for first, last in sorted(runs, key=lambda run: (run[0] - run[1], run[0])):
        title, post = ahead[first], behind[last]
        country = country_of_title(around, *title, last) if title else country_of_title(around, first, first - 1, last)
        there = country_of_title(around, *post, post[1]) if post else None
        mention = cast.persons.mention(first, last, title, country or there)
        if post and there in (None, mention.parties[0].country):
            cast.persons.titled(mention.parties[0], post, there)
        cast.cover(mention)
    for party in cast.persons.parties:
        party.name = in_small_letters(party.commonest())
        if len(party.words) == 1:
            party.name = cast.headline.full_name(party.name, cast.pack.title_words) or party.name
        _complete(cast, party)
    join_given_names(cast)


def _complete(cast: Cast, party: Party) -> None:
    """What the table of offices, or the outlet's side, adds to a person whose country the text does not say."""
    named, date = cast.around.offices.named, cast.around.date or None
    rows = list(named(party.name, date) or named(_without_grandfather(party.name), date))
    if not rows and len(party.words) > 1:
        rows = [
            row
            for row in named(party.words[-1], date)
            if set(party.words) & set(row.person.lower().split()) and len(party.words) == 1
        ]
    countries = {row.country for row in rows}
    if party.country is None and len(countries) == 1:
        party.country = next(iter(countries))
    if party.country is None and party.titles and not any(_heads_a_company(cast.pack, t) for t, *_ in party.titles):
        party.country = cast.around.home
    for row in rows if cast.around.date else ():  # without a date nobody can say which office it was then
        if row.country == party.country:
            party.titles.append((row.title, row.country, None, "table of offices"))
    for title, *_ in party.titles:
        rank = _rank(cast.pack, title)
        if rank:
            party.ranks.add(rank)


def _without_grandfather(name: str) -> str:
    """A name without its second "bin" and what follows ("Faisal bin Farhan bin Abdullah"), as tables write it."""
    parts = name.split(" bin ")
    return " bin ".join(parts[:2])


def _heads_a_company(pack: Pack, title: str) -> bool:
    """Whether a title, or what it begins with ("Chairman of the Board of Directors of" a company), is that of a company's head."""
    words = title.lower()
    return any(
        words == known or words.startswith(f"{known} of ")
        for known, rank in pack.rank_of_title.items()
        if rank == COMPANY
    )


def _rank(pack: Pack, title: str) -> str | None:
    words = title.lower()
    ranks = pack.rank_of_title
    if words in ranks:
        return ranks[words]
    return next(
        (
            ranks[known]
            for known in ("president", "prime minister", "chancellor", "king")
            if words.startswith(known + " of")
        ),
        None,
    )


def _add_hit(cast: Cast, hit: Hit) -> None:
    words, phrase = cast.words, hit.phrase
    if any(cast.at[i] for i in range(hit.first, hit.last + 1)):
        if phrase.sort == "country" and phrase.country:
            cast.country(phrase.country).spans.append(words.span(hit.first, hit.last))
        return
    span = words.span(hit.first, hit.last)
    if phrase.sort in ("country", "adjective", "people", "capital") and phrase.country:
        party = cast.country(phrase.country)
    elif phrase.sort in ("organisation", "body"):
        _add_body(cast, hit)
        return
    else:
        return
    party.spans.append(span)
    cast.cover(Mention(hit.first, hit.last, (hit.first, hit.last), (party,), phrase.sort))


def _add_body(cast: Cast, hit: Hit) -> None:
    words = cast.words
    country, last = country_of_body(cast.around, hit)
    if hit.sort == "organisation":
        party = cast.party(hit.phrase.value, "organisation", hit.phrase.country)
    else:
        end = _whole_name(cast, hit.last)
        last, said = max(last, end), words.said(hit.first, end)
        name = f"{said} of {country}" if country and country not in said and not hit.phrase.country else said
        party = cast.party(name, "body", country)
    party.spans.append(words.span(hit.first, last))
    cast.cover(Mention(hit.first, last, (hit.first, hit.last), (party,), hit.sort))


def _whole_name(cast: Cast, last: int) -> int:
    """The last word of a body's name that goes on behind what the lexicon knows ("Ministry of Internal Affairs and Communications")."""
    words, end = cast.words, last
    while end + 1 < len(words) and words.name[end + 1] == "I-ORG" and cast.around.name_at[end + 1] is None:
        end += 1
    goes_on = words.lower[last + 1 : last + 2] in (["and"], [","], ["&"]) and words.pos[end] == "PROPN"
    return end if goes_on else last
