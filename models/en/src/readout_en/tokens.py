"""spaCy's English tokenizer, brought nearer to the treebanks' words where it differs by rule.

Kept whole: runs of one mark ("!!!", "____"), telephone numbers, words with a prefix and a hyphen ("co-operation",
"e-mail"), a few abbreviations. Split: a country's short name before a hyphen ("U.S.-India"), whose parts are names of
their own, a word from a bracket that is glued to it ("Council(CSC)"), and a figure from a sentence glued behind it ("in 2025.The"). The words stand in tokens.toml.
"""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from itertools import groupby

from spacy.lang.en import English, EnglishDefaults
from spacy.language import Language
from spacy.symbols import ORTH

_LETTER_BEFORE_HYPHEN = "(?:-|–|—|--|---|——|~)"
_RUNS = [r"[!?]{2,}", *(rf"{mark}{{2,}}" for mark in ("\\*", "=", "_", "-", "~", "#", "<", ">")), r"(?<!\.)\.[?!]+"]
_PHONE = r"\+?(?:\d{1,3}-)?\(?\d{3}\)?-\d{3}-\d{4}|\d{3}-\d{4}|\d{1,2}-\d{1,2}-\d{2,4}"
_GLUED_BRACKET = r"(?<=[a-z])\((?=[A-Za-z]{2})"
_GLUED_SENTENCE = r"(?<=\d{2})\.(?=[A-Z][a-z])"
_WORDS = tomllib.loads(files("readout_en").joinpath("tokens.toml").read_text("utf-8"))


def english() -> Language:
    """A blank English pipeline with this tokenizer."""
    return _English()


def _infixes(theirs: Iterable[str]) -> list[str]:
    rules = [str(rule) for rule in theirs]
    (hyphen,) = [rule for rule in rules if _LETTER_BEFORE_HYPHEN in rule]
    rules.remove(hyphen)
    letters = hyphen.partition("(?<=")[2].partition(")")[0]
    rules.append(_not_after_prefixes(letters) + rf"(?<={letters}){_LETTER_BEFORE_HYPHEN}(?={letters})")
    return [*_RUNS, *rules, r"(?<=[A-Z]\.)[-–](?=[A-Za-z])", _GLUED_BRACKET, _GLUED_SENTENCE]


def _not_after_prefixes(letters: str) -> str:
    """Look-behinds that forbid a whole word of the prefixes right before; one a length, as `re` asks for fixed widths."""
    forms = {form for word in _WORDS["prefixes"] for form in (word, word.capitalize())}
    by_length = groupby(sorted(forms, key=lambda form: (len(form), form)), key=len)
    return "".join(rf"(?<!(?<!{letters})(?:{'|'.join(alike)}))" for _, alike in by_length)


def _exceptions() -> dict[str, list[dict[int, str]]]:
    kept = {word: [{ORTH: word}] for word in _WORDS["kept"]}
    parted = {word: [{ORTH: part} for part in parts] for word, parts in _WORDS["parted"].items()}
    return {**EnglishDefaults.tokenizer_exceptions, **kept, **parted}


def _whole() -> re.Pattern[str]:
    numeral = f"(?i:(?:{'|'.join(_WORDS['tens'])})-(?:{'|'.join(_WORDS['units'])}))"
    return re.compile(rf"(?:{_PHONE}|{numeral})$")


class _Defaults(EnglishDefaults):
    """spaCy makes its tokenizer of these; to mend a finished one would compile every rule twice."""

    prefixes = (*_RUNS, *map(str, EnglishDefaults.prefixes or ()))
    suffixes = (*_RUNS, *map(str, EnglishDefaults.suffixes or ()))
    infixes = _infixes(EnglishDefaults.infixes or ())
    tokenizer_exceptions = _exceptions()
    token_match = _whole().match


class _English(English):  # type: ignore[no-untyped-call]  # spaCy's own hook has no types
    Defaults = _Defaults
