"""Persons by name: their names, the titles before and behind them, and who is the same person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readout.lang import Offices, Pack
from readout.lang.offices import fold_name
from readout.reading.actors.gazetteer import Hit
from readout.reading.actors.party import Mention, Party
from readout.reading.annotate.words import Words

WIDEST_TITLE = 32
"""Words; the longest title run before a name in the corpus has 27."""
SHORT = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V", "VI", "XIV", "XVI"))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lexicons know of a text: hits by word, words that open titles, and the language's connectors."""

    words: Words
    name_at: list[Hit | None]
    title_at: list[Hit | None]
    title_words: frozenset[str]
    connectors: frozenset[str]
    particles: frozenset[str]
    patronymics: tuple[str, ...]
    offices: Offices
    date: str
    home: str | None

    @classmethod
    def of(cls, words: Words, hits: dict[str, list[Hit]], pack: Pack, date: str, home: str | None) -> Surroundings:
        """Lays the hits out by word."""
        references = pack.lexicon["references"]
        return cls(
            words,
            _laid_out(hits["name"], len(words)),
            _laid_out(hits["title"], len(words)),
            pack.title_words,
            frozenset(references["connectors"]),
            frozenset(references["particles"]),
            tuple(references["patronymics"]),
            pack.offices,
            date,
            home,
        )


def _laid_out(hits: list[Hit], size: int) -> list[Hit | None]:
    row: list[Hit | None] = [None] * size
    for hit in hits:
        for i in range(hit.first, hit.last + 1):
            row[i] = hit
    return row


REFERRING = frozenset(
    ("parties", "sides", "leaders", "both", "two", "interlocutors", "ministers", "presidents", "the", "administration")
)


def names_of_persons(around: Surroundings) -> list[tuple[int, int]]:
    """First and last word of each person's name: the model's names, mended, and capitalised words behind a title."""
    found = _apart(run for first, last in _labelled(around.words) for run in _cleaned(around, first, last))
    taken = {i for first, last in found for i in range(first, last + 1)}
    found += list(_behind_titles(around, taken))
    taken = {i for first, last in found for i in range(first, last + 1)}
    found += _repeated(around, found, taken)
    return sorted(found)


def _apart(runs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs in order, without those that an earlier one has taken in."""
    kept: list[tuple[int, int]] = []
    for first, last in runs:
        if not kept or first > kept[-1][1]:
            kept.append((first, last))
    return kept


def _labelled(words: Words) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for i, label in enumerate(words.name):
        if label[2:] != "PER":
            continue
        joined = runs and (runs[-1][1] == i - 1 or (runs[-1][1] == i - 2 and words.form[i - 1] in ("-", "–", "'", "’")))
        if (
            joined
            and words.sentence[i] == words.sentence[runs[-1][1]]
            and not (label[0] == "B" and runs[-1][1] == i - 1 and words.start[i] > words.end[i - 1] + 1)
        ):
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def _cleaned(around: Surroundings, first: int, last: int) -> list[tuple[int, int]]:
    """A labelled run without the titles and countries that it took along; nothing where nothing is left."""
    words = around.words
    inside = around.name_at[last]
    if inside and inside.first <= first and inside.sort in ("city", "region", "seat"):
        return []
    while first <= last:
        hit = around.name_at[first]
        if (
            words.form[first] in around.title_words
            or words.form[first].rstrip(".") in around.title_words
            or words.form[first] in around.connectors
        ):
            first += 1
        elif hit and hit.last < last and hit.sort != "city":
            first = hit.last + 1
        elif (
            hit
            and hit.last >= last
            and first == hit.first
            and hit.sort in ("country", "organisation", "body", "capital", "adjective", "people")
        ):
            return []
        elif words.lower[first] in ("'s", "’s", "the", "of"):
            first += 1
        else:
            break
    while last >= first and (
        words.form[last] in ("'s", "’s", ",")
        or (words.form[last] in around.title_words and words.form[last] not in SHORT)
    ):
        last -= 1
    if all(
        words.pos[k] in ("PRON", "DET") or words.form[k] in SHORT or words.lower[k] in REFERRING
        for k in range(first, last + 1)
    ):
        return []
    if (
        first > last
        or not any(c.isalpha() for c in words.said(first, last))
        or (words.lower[first] == words.form[first] and first == last)
    ):
        return []
    first, last = _widened(around, first, last)
    return [(first, last)]


def _widened(around: Surroundings, first: int, last: int) -> tuple[int, int]:
    """Takes in what belongs to the name: hyphened parts, initials, Jr., particles between capitalised words."""
    words = around.words
    size = len(words)
    while last + 1 < size and words.sentence[last + 1] == words.sentence[last]:
        after = words.form[last + 1]
        if (
            after in ("-", "–")
            and last + 2 < size
            and words.form[last + 2].isalpha()
            and words.start[last + 1] == words.end[last]
            and words.start[last + 2] == words.end[last + 1]
            and words.lower[last + 2] not in ("led", "elect", "based", "designate")
        ):
            last += 2
        elif after in SHORT:
            last += 1
        elif (after == "," and last + 2 < size and words.form[last + 2] in SHORT) or (
            after.lower() in around.particles
            and last + 2 < size
            and words.pos[last + 2] == "PROPN"
            and after.lower() not in ("de", "la")
            and not around.name_at[last + 2]
        ):
            last += 2
        elif (
            words.pos[last + 1] == "PROPN"
            and after[:1].isupper()
            and not around.name_at[last + 1]
            and after not in around.title_words
            and (
                (words.name[last + 1][2:] == "PER" and words.form[last - 1] == "-")
                or (words.dep[last + 1] == "flat" and words.name[last + 1] == "O")
            )
            and words.start[last + 1] == words.end[last] + 1
        ):
            last += 1
        else:
            break
    while (
        first > 0
        and words.form[first - 1] in ("-", "–")
        and first > 1
        and words.end[first - 1] == words.start[first]
        and words.form[first - 2][:1].isupper()
    ):
        first -= 2
    return first, last


def _behind_titles(around: Surroundings, taken: set[int]) -> list[tuple[int, int]]:
    """Capitalised words directly behind a title (and its country) that the model did not label."""
    words, found = around.words, []
    for i in range(1, len(words)):
        if i in taken or not _name_like(around, i) or not _title_ends(around, i - 1):
            continue
        last = i
        while last + 1 < len(words) and _name_like(around, last + 1) and last + 1 not in taken and last - i < 3:
            last += 1
        found.append((i, last))
    return found


def _title_ends(around: Surroundings, i: int) -> bool:
    """Whether a title ends with word `i`: "Prime Minister", "President of Finland", "President of the Republic of Kazakhstan"."""
    title = around.title_at[i]
    if title is not None:
        return title.last == i
    place = around.name_at[i]
    if place is None or place.sort != "country" or place.last != i or place.first < 2:
        return False
    before = place.first - 1
    before -= around.words.lower[before] == "the"
    return before > 0 and around.words.lower[before] == "of" and around.title_at[before - 1] is not None


def _name_like(around: Surroundings, i: int) -> bool:
    words = around.words
    return (
        words.form[i][:1].isupper()
        and words.pos[i] == "PROPN"
        and not around.name_at[i]
        and not around.title_at[i]
        and words.form[i] not in around.title_words
        and words.name[i][2:] not in ("ORG", "LOC")
        and len(words.form[i]) > 2
        and not words.form[i].isupper()
    )


def _repeated(around: Surroundings, found: list[tuple[int, int]], taken: set[int]) -> list[tuple[int, int]]:
    """Further places where a known full name stands again, whole or its last word alone."""
    words = around.words
    wholes = {tuple(words.form[first : last + 1]) for first, last in found if last > first}
    known = {whole[-1] for whole in wholes if len(whole[-1]) > 2}
    again: list[tuple[int, int]] = []
    for i, form in enumerate(words.form):
        if i in taken or not form[:1].isupper():
            continue
        whole = next((w for w in wholes if w[0] == form and tuple(words.form[i : i + len(w)]) == w), None)
        place = range(i, i + len(whole)) if whole else range(0)
        if whole and taken.isdisjoint(place):
            taken.update(place)
            again.append((i, i + len(whole) - 1))
        elif form in known and not around.name_at[i] and words.name[i][2:] not in ("ORG", "LOC"):
            again.append((i, i))
    return again


def title_before(around: Surroundings, first: int, stop: int) -> tuple[int, int] | None:
    """First and last word of the title run that ends before the name at `first`; `stop` is the first word free to take."""
    words = around.words
    low = first
    sentence = words.sentence_of[first][0]
    while low > max(stop, sentence) and first - low < WIDEST_TITLE and _may_be_title(around, low - 1, first):
        low -= 1
    if low == first:
        return None
    low = _without_other_parties(around, low, first)
    start = _title_start(around, low, first)
    return None if start is None else (start, first - 1)


def _may_be_title(around: Surroundings, i: int, name: int) -> bool:
    form = around.words.form[i]
    if form == ",":
        return i == name - 1 or form[:1].isupper()
    return (
        form[:1].isupper()
        or form in around.connectors
        or around.name_at[i] is not None
        or around.title_at[i] is not None
    )


def _without_other_parties(around: Surroundings, low: int, first: int) -> int:
    """Moves past an "and" that parts this person's title from another party before it."""
    words = around.words
    for i in range(first - 1, low, -1):
        if words.form[i] != "and":
            continue
        left = [k for k in range(low, i) if around.title_at[k]]
        opens = around.title_at[i + 1] or around.name_at[i + 1] if i + 1 < first else None
        alone = words.lower[low] == "the" and words.form[first - 1] != ","
        if not left or (opens and alone):
            return i + 1
    return low


def _title_start(around: Surroundings, low: int, first: int) -> int | None:
    """The first word of the title: its first known title word, with the country or body right before it."""
    words = around.words
    start = next((i for i in range(low, first) if around.title_at[i] or words.form[i] in around.title_words), None)
    if start is None:
        return None
    hit = around.title_at[start]
    start = max(low, hit.first) if hit else start
    while start > low:
        before = around.name_at[start - 1]
        if before and before.first >= low and before.sort != "city":
            start = before.first
        elif words.form[start - 1] in ("'s", "’s", "(", ")") or (
            words.form[start - 1].isupper() and words.form[start - 2] == "("
        ):
            start -= 1
        else:
            break
    while start < first and words.form[start] in ("(", ")", "'s", "’s"):
        start += 1
    return start


def country_of_title(around: Surroundings, first: int, last: int, name_last: int) -> str | None:
    """The country or body for which a title at words `first` to `last` is held; looks behind the name too."""
    words = around.words
    hits: list[Hit] = []
    for i in range(first, last + 1):
        hit = around.name_at[i]
        if hit and hit not in hits and hit.sort in ("country", "adjective", "organisation", "body", "capital"):
            hits.append(hit)
    owned = [
        h
        for h in hits
        if not (h.first and words.lower[h.first - 1] in ("to", "for") and h.first > first)
        and not (
            h.first > 1
            and words.lower[h.first - 1] == "the"
            and words.lower[h.first - 2] in ("to", "for")
            and h.first > first
        )
    ]
    for hit in owned:
        value = hit.phrase.country if hit.sort != "organisation" else hit.phrase.value
        if value:
            return value
    behind = name_last + 1
    if behind + 1 < len(words) and words.lower[behind] == "of":
        k = behind + 2 if words.lower[behind + 1] == "the" else behind + 1
        hit = around.name_at[k] if k < len(words) else None
        if hit and hit.sort == "country":
            return hit.phrase.country
    return None


class Persons:
    """The persons of one report: joins names to one party each."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.parties: list[Party] = []

    def mention(self, first: int, last: int, title: tuple[int, int] | None, country: str | None) -> Mention:
        """Adds a mention of the name at `first` to `last` with its title, to the person that bears it."""
        words = self.around.words
        name = _plain_name(words.said(first, last))
        party = self._same(name, country) or self._known_by_table(name)
        if party is None:
            party = Party(name, "person")
            self.parties.append(party)
        if len(name.split()) > len(party.name.split()) or (
            len(name.split()) == len(party.name.split())
            and len(name) > len(party.name)
            and fold_name(party.name) in fold_name(name)
        ):
            party.name = name
        start = title[0] if title else first
        if title:
            said = words.said(*title).strip(" ,")
            party.titles.append((_without_country(said, self.around, title), country, words.span(*title), "text"))
            if said.split()[0].rstrip(".") in ("Ms", "Mrs", "Madam", "Madame", "Queen", "Lady", "Princess"):
                party.feminine = True
            elif said.split()[0].rstrip(".") in ("Mr", "King", "Sheikh", "Amir", "Emir", "Sultan", "Pope", "Lord"):
                party.feminine = False
        party.country = party.country or country
        party.spans.append(words.span(first, last))
        return Mention(start, last, (first, last), (party,), "person")

    def _same(self, name: str, country: str | None) -> Party | None:
        words = [w for w in fold_name(name).split() if w not in ("jr", "sr")]
        if not words:
            return None
        fits = [p for p in self.parties if _same_person(p.words, words)]
        if len(fits) > 1 and country:
            fits = [p for p in fits if p.country == country] or fits
        exact = [p for p in fits if p.words == words]
        fits = exact or fits
        if fits and country and fits[-1].country and fits[-1].country != country and len(words) == 1:
            same = [p for p in fits if p.country == country]
            return same[-1] if same else None
        return fits[-1] if fits else None

    def _known_by_table(self, name: str) -> Party | None:
        """A first name and patronymic that the table of offices gives someone in office then."""
        if not name.lower().endswith(self.around.patronymics) or " " not in name:
            return None
        found = {row.person: row for row in self.around.offices.named(name, self.around.date or None)}
        if len(found) != 1:
            return None
        row = next(iter(found.values()))
        words = fold_name(row.person).split()
        if fold_name(name).split()[-1] == words[-1]:
            return None
        party = next((p for p in self.parties if _same_person(p.words, words)), None)
        if party is None:
            party = Party(row.person, "person", row.country, [(row.title, row.country, None, "table of offices")])
            self.parties.append(party)
        return party


def _plain_name(said: str) -> str:
    return " ".join(said.replace("’s", "").replace("'s", "").strip(" ,.-").split()) + (
        "." if said.endswith("r.") else ""
    )


def _without_country(said: str, around: Surroundings, title: tuple[int, int]) -> str:
    hit = around.name_at[title[0]]
    if hit and hit.sort in ("country", "adjective") and hit.last < title[1]:
        return around.words.said(hit.last + 1, title[1]).strip(" ,’s'")
    return said


def _same_person(a: list[str], b: list[str]) -> bool:
    """Whether two names, as folded words, may be one person's: the shorter within the longer, ends agreeing."""
    short, long = sorted((a, b), key=len)
    if not short or not long:
        return False
    if short == long:
        return True
    if not set(short) <= set(long):
        initials = {w for w in short if len(w) == 1}
        rest = [w for w in short if len(w) > 1]
        return (
            bool(initials)
            and bool(rest)
            and rest[-1] == long[-1]
            and all(any(word.startswith(i) for word in long) for i in initials)
            and set(rest) <= set(long)
        )
    return short[-1] == long[-1] or len(short) > 1 or (short[0] == long[0] and len(long) < 4) or short[0] in long[1:]
