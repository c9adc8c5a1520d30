"""Persons: which names are one and the same person's, with titles and country."""

from __future__ import annotations

from readout.lang.offices import fold_name
from readout.reading.actors.party import ADDRESS, Mention, Party
from readout.reading.actors.spelling import misspelt_word, near, spelling_key
from readout.reading.actors.surroundings import Surroundings
from readout.reading.actors.titles import without_courtesies


class Persons:
    """The persons of one report: joins names to one party each."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.parties: list[Party] = []

    def mention(self, first: int, last: int, title: tuple[int, int] | None, country: str | None) -> Mention:
        """Adds a mention of the name at `first` to `last` with its title, to the person that bears it."""
        words = self.around.words
        name = _plain_name(words.said(first, last))
        said = words.said(*title).strip(" ,") if title else ""
        address = said.split()[0].rstrip(".") if said else ""
        feminine = self.around.feminine.get(address.title() if address.isupper() else address)
        party = self._same(name, country, said, feminine) or self._known_by_table(name)
        if party is None:
            party = Party(name, "person")
            self.parties.append(party)
        if len(name.split()) > len(party.name.split()) or (
            len(name.split()) == len(party.name.split())
            and len(name) > len(party.name)
            and fold_name(party.name) in fold_name(name)
        ):
            party.name = name
        party.written[name] += 1
        start = title[0] if title else first
        if title:
            post = without_courtesies(self.around, *title)
            source = ADDRESS if post is None or words.said(*post) in self.around.addresses else "text"
            self.titled(party, post or title, country, source)
            party.feminine = party.feminine if feminine is None else feminine
        if party.feminine is None:
            party.feminine = self._is_a_woman(party)
        party.country = party.country or country
        party.spans.append(words.span(first, last))
        return Mention(start, last, (first, last), (party,), "person")

    def titled(self, party: Party, title: tuple[int, int], country: str | None, source: str = "text") -> None:
        """Writes down a title, from its first to its last word, that the text gives a person for a country or body."""
        words = self.around.words
        office = _without_country(words.said(*title).strip(" ,"), self.around, title)
        party.titles.append((office, country, words.span(*title), source))

    def _same(self, name: str, country: str | None, title: str, feminine: bool | None = None) -> Party | None:
        """The person who bears a name already; of several with a surname the one of the very title, or whom the form of address
        fits, then the one named most."""
        words = [w for w in fold_name(name).split() if w not in ("jr", "sr")]
        if not words:
            return None
        fits = [p for p in self.parties if same_person(self._whole(p.words), self._whole(words))]
        fits = _of_that_title(fits, title) or fits if len(words) == 1 else fits
        if len(fits) > 1 and country:
            fits = [p for p in fits if p.country == country] or [p for p in fits if p.country is None] or fits
        fits = fits or self._nearly(words)
        exact = [p for p in fits if p.words == words] or [
            p for p in fits if len(words) == 1 and p.words[-1] == words[0]
        ]
        fits = exact or fits
        if fits and country and fits[-1].country and fits[-1].country != country and len(words) == 1:
            same = [p for p in fits if p.country == country]
            return same[-1] if same else None
        if len(words) == 1 and len(fits) > 1:
            fits = [p for p in fits if feminine in (None, p.feminine)] or fits
            return max(fits, key=lambda p: len(p.spans))
        return fits[-1] if fits else None

    def _nearly(self, words: list[str]) -> list[Party]:
        """The one person whose name differs in a letter or two of the surname alone (Petersen and Peterson in one text)."""
        fits = [p for p in self.parties if p.words and misspelt(p.words, words)]
        return fits if len(fits) == 1 else []

    def plainly(self, given: str) -> str:
        """A folded given name in its full form ("joe" is "joseph")."""
        return self.around.short_names.get(given, given)

    def _is_a_woman(self, party: Party) -> bool | None:
        """Whether the person's given name is a woman's; None where it is no man's either."""
        given = party.words[0] if len(party.words) > 1 else None
        return True if given in self.around.women else False if given in self.around.men else None

    def _whole(self, words: list[str]) -> list[str]:
        return [self.plainly(words[0]), *words[1:]] if len(words) > 1 else words

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
        party = next((p for p in self.parties if same_person(p.words, words)), None)
        if party is None:
            party = Party(row.person, "person", row.country, [(row.title, row.country, None, "table of offices")])
            self.parties.append(party)
        return party


def _of_that_title(parties: list[Party], title: str) -> list[Party]:
    """Of several who may be meant by a surname those of whom the text has told the very title ("President Marcos" is not his wife)."""
    last = title.lower().split()[-1:]
    return [p for p in parties if last and any(t.lower().split()[-1:] == last for t, *_ in p.titles)]


def _plain_name(said: str) -> str:
    said = said.partition("(")[0]
    return " ".join(said.replace("’s", "").replace("'s", "").strip(" ,.;:-").split()) + (
        "." if said.endswith("r.") else ""
    )


def _without_country(said: str, around: Surroundings, title: tuple[int, int]) -> str:
    hit = around.name_at[title[0]]
    if hit and hit.sort in ("country", "adjective") and hit.last < title[1]:
        own = around.words.said(hit.last + 1, title[1]).strip()
        return own.removeprefix("’s").removeprefix("'s").strip(" ,’'")
    return said


def same_person(a: list[str], b: list[str]) -> bool:
    """Whether two names, as folded words, may be one person's: the shorter within the longer, ends agreeing, in any spelling."""
    short, long = sorted(([spelling_key(w) for w in a], [spelling_key(w) for w in b]), key=len)
    if not short or not long:
        return False
    if short == long:
        return True
    if not set(short) <= set(long):
        return _by_initials(short, long) or _by_given_name(short, long)
    return short[-1] == long[-1] or len(short) > 1 or (short[0] == long[0] and len(long) < 4) or short[0] in long[1:]


def _by_initials(short: list[str], long: list[str]) -> bool:
    """ "J. Biden" and "Joe Biden"."""
    initials = {w for w in short if len(w) == 1}
    rest = [w for w in short if len(w) > 1]
    if not initials or not rest or rest[-1] != long[-1] or not set(rest) <= set(long):
        return False
    return all(any(word.startswith(i) for word in long) for i in initials)


def _by_given_name(short: list[str], long: list[str]) -> bool:
    """ "Dmytro Kuleba" and "Dmitry Kuleba": one surname, and given names that are spellings of one, beside initials."""
    short, long = ([w for w in name if len(w) > 1] for name in (short, long))
    if len(short) < 2 or len(short) != len(long) or short[-1] != long[-1]:
        return False
    return all(map(near, short[:-1], long[:-1]))


def misspelt(a: list[str], b: list[str]) -> bool:
    """Whether two names differ in nothing but a letter of the surname, which both have behind the same given names or one has alone."""
    same = a[:-1] == b[:-1] or len(b) == 1
    return same and misspelt_word(a[-1], b[-1])
