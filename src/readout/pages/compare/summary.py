"""A comparison in sentences that hold by its counts: what one account reports and the other does not, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.asking.compare import Comparison, Row

NOUNS = {
    "meeting": ("meeting", "meetings"), "commitment": ("undertaking", "undertakings"), "agreement": ("document", "documents"),
    "project": ("project", "projects"), "progress": ("piece of progress", "pieces of progress"),
    "statement": ("statement", "statements"),
}  # fmt: skip
DIFFERS = {
    "strength": "strength", "told as": "whether it is undertaken or said", "number": "numbers", "actor": "who acts",
    "kind": "the form", "place": "the place",
}  # fmt: skip
FIGURES = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def summary(found: Comparison, names: tuple[str, str]) -> str:
    """One sentence or a few. "Does not mention" counts only what comes near no sentence of the other account."""
    return " ".join(capital(sentence) for sentence in _sentences(found, names))


def _sentences(found: Comparison, names: tuple[str, str]) -> Iterator[str]:
    kinds = [kind for kind in ("commitment", "statement") if any(row.kind == kind for row in found.rows)]
    alone = [list(_alone(found, names, kind)) for kind in kinds]
    yield from next((sentences for sentences in alone if sentences), [])
    none = []
    for kind in kinds:
        both, differing = len(found.of("both", kind)), found.of("differently", kind)
        same = [row for row in differing if not _of_two_speakers(row)]
        if both or same:
            yield f"Both report {counted(both + len(same), kind)}{_ways(same, kind, both + len(same))}."
        if others := len(differing) - len(same):
            yield f"On {figure(others)} {'matter' if others == 1 else 'matters'} each account has another speaker."
        if not both and not differing:
            none.append(f"no {NOUNS[kind][0]}")
    if none:
        yield f"{listed(none)} was found in both."
    if not kinds:
        yield f"No undertaking and no statement was found in {names[0]}’s account or in {names[1]}’s."


def _alone(found: Comparison, names: tuple[str, str], kind: str) -> Iterator[str]:
    one, other = (sum(row.near is None for row in found.of(verdict, kind)) for verdict in ("one", "other"))
    if one and other:
        yield (
            f"{names[0]} reports {counted(one, kind)} that {names[1]} does not mention, and {names[1]} reports "
            f"{figure(other)} that {names[0]} does not."
        )
    elif one or other:
        teller, silent = names if one else names[::-1]
        yield f"{teller} reports {counted(one or other, kind)} that {silent} does not mention."


def _of_two_speakers(row: Row) -> bool:
    """Whether each account has somebody else say it: that is no statement that both report."""
    return row.kind == "statement" and any(each.sort == "actor" for each in row.differences)


def _ways(differing: Sequence[Row], kind: str, of: int) -> str:
    """How the accounts differ on what both report."""
    differ = len(differing)
    if not differ:
        return " alike" if of == 1 else ", all alike"
    differences = [each for row in differing for each in row.differences]
    sorts = {each.field if each.field in DIFFERS else each.sort for each in differences}
    ways = listed([way(sort, kind) for sort in DIFFERS if sort in sorts])
    which = "" if of == 1 else "all of them " if differ == of else f"{figure(differ)} of them "
    return f", {which}differing in {ways}"


def way(sort: str, kind: str) -> str:
    """How accounts differ, in words: of a statement, who acts in it is who speaks of the matter."""
    return "who speaks of it" if (sort, kind) == ("actor", "statement") else DIFFERS[sort]


def counted(number: int, kind: str) -> str:
    """A number of things of a kind: three undertakings."""
    return f"{figure(number)} {NOUNS[kind][number != 1]}"


def figure(number: int) -> str:
    """A number as prose writes it."""
    return FIGURES[number] if number < len(FIGURES) else str(number)


def listed(words: list[str]) -> str:
    """Words with commas and an and."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def capital(sentence: str) -> str:
    """A sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]
