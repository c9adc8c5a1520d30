"""Silver names mended: titles and articles leave the spans, and what stays doubtful is marked to teach nothing.

GUM's entity brackets and re3d's mentions were not made for flat names: they hold titles, articles and demonyms, nest
names in longer mentions, and call a country an organisation where it acts. A DOUBTFUL word has no label in training.
"""

import re
import tomllib
from collections.abc import Collection
from pathlib import Path

from readout_en.decode import gathered
from training.sources import Tagged

DOUBTFUL = "?"
_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_TITLES = frozenset(_WORDS["before"].split())
_INNER = frozenset(_WORDS["inner"].split())
_SHORT = frozenset(_WORDS["countries"])
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
