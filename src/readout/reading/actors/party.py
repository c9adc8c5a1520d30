"""An actor while a report is being read, and its mentions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from readout.lang.offices import fold_name
from readout.model import Actor, ActorKind, Office, Span

ADDRESS = "form of address"
"""The source of a title that is no office ("Mr.")."""
FORMS_OF_AGE = frozenset(("jr", "sr", "ii", "iii", "iv"))


@dataclass(eq=False)
class Party:
    """One actor of one report; grows as its mentions are found, then becomes an `Actor`."""

    name: str
    kind: ActorKind
    country: str | None = None
    titles: list[tuple[str, str | None, Span | None, str]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    ranks: set[str] = field(default_factory=set)
    feminine: bool | None = None
    written: Counter[str] = field(default_factory=Counter)
    """How often the text writes the name in each of its forms."""
    called: set[str] = field(default_factory=set)
    """Words that the text describes a person with, in lower case (`described.py`)."""

    @property
    def words(self) -> list[str]:
        """The name's words, folded, without forms such as Jr."""
        return [word for word in fold_name(self.name).split() if word not in FORMS_OF_AGE]

    def commonest(self) -> str:
        """The name, in the spelling in which the text writes it most often at this length."""
        size, same = len(self.name.split()), self.words[-1:]
        forms = [form for form in self.written if len(form.split()) == size and fold_name(form).split()[-1:] == same]
        best = max(forms, key=lambda form: self.written[form], default=self.name)
        return best if self.written[best] > self.written[self.name] else self.name

    def title_words(self) -> set[str]:
        """All words of the titles that the text or the table gives the actor, in lower case."""
        return {word for title, *_ in self.titles for word in title.lower().replace("-", " ").split()}

    @property
    def id(self) -> str:
        """The id of the actor that the party becomes."""
        return Actor(self.name, self.kind).id

    def actor(self) -> Actor:
        """The frozen form."""
        offices = tuple(
            dict.fromkeys(
                Office(title, of, span, source) for title, of, span, source in self.titles if source != ADDRESS
            )
        )
        stands_for = (self.country,) if self.country and self.country != self.name else ()
        return Actor(self.name, self.kind, offices, tuple(sorted(set(self.spans))), stands_for)


@dataclass(frozen=True, eq=False, slots=True)
class Mention:
    """Words `first` to `last` (both included) that stand for parties; `core` are the words of the name itself."""

    first: int
    last: int
    core: tuple[int, int]
    parties: tuple[Party, ...]
    sort: str
    how: str | None = None
