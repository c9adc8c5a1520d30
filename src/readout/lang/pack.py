"""A language pack: the lexicons and rules of one language, read from its folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from typing import Any

from readout.lang.offices import Offices, load_offices
from readout.lang.rules import Rule, rules_of
from readout.lang.shelf import Shelf
from readout.model import KIND_NAMES, UnsupportedLanguage
from readout.model.yaml_file import yaml_of

LEXICONS = (
    "countries",
    "organisations",
    "titles",
    "bodies",
    "people",
    "cities",
    "references",
    "given_names",
    "outlets",
    "meetings",
    "attending",
    "cues",
    "undertakings",
    "language",
    "provenance",
    "calendar",
    "articles",
    "deadlines",
    "amounts",
    "documents",
)


def read_yaml(*path: str) -> Any:
    """The content of one data file of this room; LanguageDataError where it is no valid YAML."""
    return yaml_of("readout.lang", *path)


@dataclass(frozen=True)
class Phrase:
    """Words that a lexicon knows: `sort` (country, adjective, people, capital, city, region, organisation, body, title), what they mean."""

    words: str
    sort: str
    value: str
    country: str | None = None
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pack:
    """One language: what its files say, read when it is first asked for; a question needs but a few of them."""

    language: str

    @cached_property
    def lexicon(self) -> Mapping[str, Any]:
        """The content of each lexicon, as its file says it."""
        return Shelf(LEXICONS, lambda name: read_yaml(self.language, "lexicon", f"{name}.yaml"))

    @cached_property
    def rules(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules of each kind of finding, in order."""
        return Shelf(KIND_NAMES, lambda kind: rules_of(kind, read_yaml(self.language, "rules", f"{kind}.yaml")))

    @cached_property
    def offices(self) -> Offices:
        """The table of who held which office when."""
        return load_offices()

    @cached_property
    def weighing(self) -> dict[str, dict[str, float]]:
        """By kind, the weights of rules against the network of spans."""
        weights: dict[str, dict[str, float]] = read_yaml(self.language, "rules", "weighing.yaml")
        return weights

    def complete(self) -> Pack:
        """The pack with all its files read, so that one that is broken shows before any report is read."""
        _ = (*self.lexicon.values(), *self.rules.values(), self.offices, self.weighing)
        return self

    def rule(self, id: str) -> Rule | None:
        """The rule of that id, or None."""
        return next((rule for rules in self.rules.values() for rule in rules if rule.id == id), None)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """All words that name a country, place, organisation, body or title."""
        found = [*self.country_phrases, *self.organisation_phrases, *self.place_phrases]
        for row in (*self.lexicon["bodies"]["bodies"], *self.lexicon["bodies"]["patterns"]):
            found += _phrases(row, "body", [row["body"], *row.get("variants", ())], row.get("of"), row["body"])
        for row in self.lexicon["titles"]["titles"]:
            found += _phrases(row, "title", [row["title"], *row.get("variants", ())], None, row["title"])
        for row in self.lexicon["titles"]["honorifics"]:
            found += _phrases(row, "title", [row.get("word") or row.get("title"), *row.get("variants", ())], None)
        return _usable(found)

    @cached_property
    def country_phrases(self) -> tuple[Phrase, ...]:
        """All words that name a country, its people, its capital or the seat of its government."""
        return _usable(phrase for row in self.lexicon["countries"] for phrase in _country_phrases(row))

    @cached_property
    def organisation_phrases(self) -> tuple[Phrase, ...]:
        """All words that name an organisation."""
        found: list[Phrase] = []
        for row in self.lexicon["organisations"]:
            names = [row["name"], row.get("full"), *row.get("variants", ())]
            found += _phrases(row, "organisation", names, row.get("of"))
        return _usable(found)

    @cached_property
    def place_phrases(self) -> tuple[Phrase, ...]:
        """All words that name a city or a region."""
        found: list[Phrase] = []
        for sort, section in (("city", "cities"), ("region", "regions")):
            for row in self.lexicon["cities"].get(section, ()):
                found += _phrases(row, sort, [row["name"], *row.get("variants", ())], row.get("country"))
        return _usable(found)

    @cached_property
    def whole_of(self) -> dict[str, str]:
        """The organisation or country to which each organ, agency and the like belongs."""
        return {row["name"]: row["of"] for row in self.lexicon["organisations"] if "of" in row}

    @cached_property
    def members_of(self) -> dict[str, list[str]]:
        """The states of each small group that the lexicon names with its members."""
        return {row["name"]: row["members"] for row in self.lexicon["organisations"] if "members" in row}

    @cached_property
    def international(self) -> frozenset[str]:
        """The organisations that are no state's."""
        return frozenset(row["name"] for row in self.lexicon["organisations"])

    @cached_property
    def gathering(self) -> frozenset[str]:
        """The organisations whose members meet as such: groups, blocs and alliances."""
        meetings = self.lexicon["meetings"]
        kinds = meetings["gathering_kinds"]
        own = (row["name"] for row in self.lexicon["organisations"] if row.get("kind") in kinds)
        return frozenset((*own, *meetings["groups"]))

    @cached_property
    def documents(self) -> dict[str, dict[str, Any]]:
        """The documents that the lexicon knows, by each of their names in lower case, the longest first."""
        rows = [
            (name.lower(), row) for row in self.lexicon["documents"] for name in (row["name"], *row.get("variants", ()))
        ]
        return dict(sorted(rows, key=lambda named: -len(named[0])))

    @cached_property
    def rank_of_title(self) -> dict[str, str]:
        """The rank (head of state, foreign minister ...) of each title, by its words in lower case."""
        ranks: dict[str, str] = {}
        for row in self.lexicon["titles"]["titles"]:
            for words in (row["title"], *row.get("variants", ())):
                ranks.setdefault(words.lower(), row["rank"])
        return ranks

    @cached_property
    def level_of_title(self) -> dict[str, str]:
        """The level (principal, minister, official, other) of each title, by its words in lower case."""
        levels: dict[str, str] = {}
        for row in self.lexicon["titles"]["titles"]:
            for words in (row["title"], *row.get("variants", ())):
                levels.setdefault(words.lower(), row["level"])
        return levels

    def level(self, title: str) -> str | None:
        """The level of a title, or of the longest one that it begins with ("President of the Republic"); None where none is known."""
        parts = title.lower().split()
        begins = (" ".join(parts[:size]) for size in range(len(parts), 0, -1))
        return next((self.level_of_title[words] for words in begins if words in self.level_of_title), None)

    def capital(self, country: str | None) -> str | None:
        """The capital of a country, in its first spelling."""
        spellings = next((row.get("capital", ()) for row in self.lexicon["countries"] if row["name"] == country), ())
        return next(iter(spellings), None)

    @cached_property
    def forms_of_address(self) -> frozenset[str]:
        """Words before a name that are no office: Mr., Dr., Sir."""
        rows = self.lexicon["titles"]["honorifics"]
        return frozenset(word for row in rows if "word" in row for word in (row["word"], *row.get("variants", ())))

    @cached_property
    def courtesies(self) -> frozenset[str]:
        """Forms of address that may stand beside an office and say nothing of it, before any name ("H.E.", "Shri")."""
        narrow = ("keeps_rank", "not_after", "only_before_names_of")
        rows = [row for row in self.lexicon["titles"]["honorifics"] if not any(key in row for key in narrow)]
        return frozenset(word for row in rows if "word" in row for word in (row["word"], *row.get("variants", ())))

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Every capitalised word that stands in a title or a modifier, and ranks in short ("Supt")."""
        titles = self.lexicon["titles"]
        texts = [words for row in titles["titles"] for words in (row["title"], *row.get("variants", ()))]
        texts += titles["modifiers"]
        texts += [str(row.get("word") or row.get("title")) for row in titles["honorifics"] if not row.get("names_too")]
        parts = [part for text in texts for part in text.replace("-", " ").split()]
        short = (words for row in titles["honorifics"] if row.get("keeps_rank") for words in row.get("variants", ()))
        parts += [part.rstrip(".") for words in short for part in words.split() if part.endswith(".")]
        return frozenset(part for part in parts if part[:1].isupper())


def _usable(found: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in found if "{" not in phrase.words and len(phrase.words) > 1)


def _country_phrases(row: dict[str, Any]) -> list[Phrase]:
    name = row["name"]
    found = _phrases(row, "country", [name, *row.get("official", ()), *row.get("variants", ())], name)
    found += _phrases(row, "adjective", row.get("adjectives", ()), name, name)
    found += _phrases(row, "people", row.get("people", ()), name, name)
    capitals = row.get("capital", [])
    found += _phrases(row, "capital", capitals, name, capitals[0] if capitals else None)
    found += _phrases(row, "seat", row.get("seat", ()), name)
    return found


def _phrases(row: dict[str, Any], sort: str, words: Any, country: str | None, value: str | None = None) -> list[Phrase]:
    before, after = frozenset(row.get("not_before", ())), frozenset(row.get("not_after", ()))
    value = value or row.get("name")
    return [
        Phrase(form, sort, value or form, country, before, after)
        for word in words
        if word
        for form in sorted({word, word.replace("'", "’")})
    ]


@cache
def content_hash(language: str) -> str:
    """The first eight figures of a hash of all that a language's files and the table of offices say."""
    digest = sha256(files("readout.lang").joinpath("offices", "offices.csv").read_bytes())
    for folder in ("lexicon", "rules"):
        for file in sorted(files("readout.lang").joinpath(language, folder).iterdir(), key=lambda f: f.name):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:8]


@cache
def load(language: str = "en") -> Pack:
    """The pack of a language by its ISO 639-1 code; UnsupportedLanguage where there is no folder for it."""
    folder = files("readout.lang").joinpath(language)
    if not folder.is_dir():
        raise UnsupportedLanguage(f"No language pack for {language!r}; Readout reads: en.")
    return Pack(language)


def every_rule(language: str = "en") -> Iterator[Rule]:
    """All rules of a language, for tests and for people who read them."""
    for rules in load(language).rules.values():
        yield from rules
