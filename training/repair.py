"""Silver names mended: titles and articles leave the spans, and what stays doubtful is marked so that it teaches nothing.

GUM's entity brackets and re3d's mentions were not made for flat names: they hold titles, articles and demonyms, nest names in
longer mentions, and call a country an organisation where it acts. A word marked DOUBTFUL has no label in training.
"""

import re
from collections.abc import Collection

from training.decode import gathered
from training.sources import Tagged

DOUBTFUL = "?"
_TITLES = frozenset(
    [
        "president",
        "vice",
        "prime",
        "minister",
        "ministers",
        "secretary",
        "foreign",
        "chancellor",
        "senator",
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dr",
        "dr.",
        "doctor",
        "sir",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "general",
        "gen",
        "gen.",
        "col",
        "col.",
        "lt",
        "lt.",
        "colonel",
        "chairman",
        "chair",
        "speaker",
        "governor",
        "ambassador",
        "professor",
        "prof",
        "prof.",
        "administrator",
        "madam",
        "lady",
        "lord",
        "deputy",
        "special",
        "envoy",
        "judge",
        "justice",
        "captain",
        "capt.",
        "commander",
        "chief",
        "sen.",
        "rep.",
        "representative",
        "sheikh",
        "spokesperson",
        "spokesman",
        "director",
        "advisor",
        "adviser",
        "emperor",
        "premier",
        "st",
        "petty",
        "officer",
        "fco",
        "defense",
        "defence",
        "state",
        "h.e.",
        "he",
        "leader",
        "the",
        "a",
        "an",
        "this",
        "our",
        "his",
        "her",
        "their",
        "its",
        "all",
        "other",
        "we",
        "i",
        "he",
        "she",
        "they",
        "it",
        "you",
        "members",
    ]
)
_SHORT = frozenset({"US", "U.S.", "USA", "UK", "U.K.", "UAE", "United States", "United Kingdom"})
_INNER = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "al",
        "de",
        "del",
        "la",
        "von",
        "van",
        "bin",
        "el",
        "ibn",
        "-",
        "'",
        "’",
        "’s",
        "'s",
        "&",
        ".",
        ",",
        "in",
        "on",
    ]
)
_DEMONYM = re.compile(
    r".+(?:ian|ians|ean|eans|ish|ese|cans?|[aeq]i|[aeq]is|Jews?|Arabs?|Greeks?|Thais?|Germans?|Muslims?|Christians?)$"
)


def mended(sentence: Tagged, countries: Collection[str]) -> Tagged:
    """The sentence with names that can be trusted, lower-case words as no names, and the rest DOUBTFUL."""
    forms = [form for form, _ in sentence]
    tags = ["O" if _plain(form) or _title(form) else DOUBTFUL for form in forms]
    for start, end, kind in gathered([tag for _, tag in sentence]):
        while start < end and (_title(forms[start]) or _plain(forms[start])):
            start += 1
        while end > start and _plain(forms[end - 1]):
            end -= 1
        core = forms[start:end]
        if not core:
            continue
        if " ".join(core) in _SHORT or " ".join(core) in countries:
            kind = "LOC"
        if kind in ("PER", "ORG", "LOC") and _trusted(core, kind) and not _cut(forms, tags, start, end):
            tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
        else:
            tags[start:end] = [DOUBTFUL] * (end - start)
    return list(zip(forms, tags, strict=True))


def _plain(form: str) -> bool:
    return not any(c.isupper() for c in form)


def _title(form: str) -> bool:
    return form.lower() in _TITLES


def _trusted(core: list[str], kind: str) -> bool:
    if any(_plain(form) and form not in _INNER for form in core):
        return False
    if kind == "PER" and any(form in ("of", "and", ",", "in", "for") or _title(form) for form in core):
        return False
    return not (len(core) == 1 and kind != "LOC" and _DEMONYM.fullmatch(core[0]))


def _cut(forms: list[str], tags: list[str], start: int, end: int) -> bool:
    """Whether a neighbour with a capital, which no span explains, makes the span look like a part of a longer name."""
    before = start > 1 and tags[start - 1] == DOUBTFUL
    after = end < len(forms) and tags[end] == DOUBTFUL
    return before or after
