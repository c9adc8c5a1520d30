"""spaCy's English tokenizer, brought nearer to the treebanks' words where it differs by rule.

Kept whole: runs of one mark ("!!!", "____"), telephone numbers, words with a prefix and a hyphen ("co-operation",
"e-mail"), a few abbreviations. Split: a country's short name before a hyphen ("U.S.-India"), whose parts are names of
their own. The rules come from the treebanks' train parts.
"""

import re

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_LETTER_BEFORE_HYPHEN = "(?:-|–|—|--|---|——|~)"
_PREFIXES = (
    "anti", "co", "counter", "cross", "e", "ex", "inter", "intra", "mid", "mini", "mis", "multi", "neo", "non", "over",
    "pan", "post", "pre", "pro", "pseudo", "re", "semi", "sub", "super", "trans", "ultra", "un", "under",
)  # fmt: skip
_KEPT = (
    "Ft.", "Ave.", "Blvd.", "Ext.", "Corp.", "Tel.", "Lt.", "Sgt.",
    "Sat.", "Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thurs.", "Fri.",
)  # fmt: skip
_PARTED = {"and/or": ["and", "/", "or"], "wanna": ["wan", "na"], "Wanna": ["Wan", "na"]}
_NUMERAL = "(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine))"
_RUNS = [r"[!?]{2,}", *(rf"{mark}{{2,}}" for mark in ("\\*", "=", "_", "-", "~", "#", "<", ">")), r"(?<!\.)\.[?!]+"]
_PHONE = r"\+?(?:\d{1,3}-)?\(?\d{3}\)?-\d{3}-\d{4}|\d{3}-\d{4}|\d{1,2}-\d{1,2}-\d{2,4}"


def english() -> Language:
    """A blank English pipeline with this tokenizer."""
    nlp = spacy.blank("en")
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    prefixes, suffixes, infixes = (
        [str(rule) for rule in rules or ()]
        for rules in (nlp.Defaults.prefixes, nlp.Defaults.suffixes, nlp.Defaults.infixes)
    )
    (hyphen,) = [rule for rule in infixes if _LETTER_BEFORE_HYPHEN in rule]
    infixes.remove(hyphen)
    letters = hyphen.partition("(?<=")[2].partition(")")[0]
    infixes.append(_not_after_prefixes(letters) + rf"(?<={letters}){_LETTER_BEFORE_HYPHEN}(?={letters})")
    infixes.append(r"(?<=[A-Z]\.)[-–](?=[A-Za-z])")
    tokenizer.infix_finditer = compile_infix_regex([*_RUNS, *infixes]).finditer
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, *suffixes]).search
    tokenizer.token_match = re.compile(rf"(?:{_PHONE}|{_NUMERAL})$").match
    for word in _KEPT:
        tokenizer.add_special_case(word, [{ORTH: word}])
    for word, parts in _PARTED.items():
        tokenizer.add_special_case(word, [{ORTH: part} for part in parts])
    return nlp


def _not_after_prefixes(letters: str) -> str:
    """Look-behinds that forbid a whole word of the prefixes right before; each is of fixed width, as `re` asks."""
    forms = {form for word in _PREFIXES for form in (word, word.capitalize())}
    return "".join(rf"(?<!(?<!{letters}){form})(?<!^{form})" for form in sorted(forms))
