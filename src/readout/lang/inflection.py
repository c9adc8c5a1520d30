"""The forms of English verbs, so that lexicons may list lemmas alone."""

from __future__ import annotations

from collections.abc import Iterable

VOWELS = "aeiou"
DOUBLED = frozenset(
    (
        "commit",
        "plan",
        "permit",
        "admit",
        "submit",
        "refer",
        "confer",
        "regret",
        "stop",
        "rebut",
        "sum",
        "ban",
        "cut",
        "set",
        "let",
        "put",
        "begin",
    )
)
IRREGULAR = {
    "be": "is are was were been being am", "have": "has had having", "hold": "holds held holding", "meet": "meets met meeting",
    "speak": "speaks spoke spoken speaking", "say": "says said saying", "tell": "tells told telling", "make": "makes made making",
    "take": "takes took taken taking", "give": "gives gave given giving", "bring": "brings brought bringing", "write": "writes wrote written writing",
    "lead": "leads led leading", "pay": "pays paid paying", "begin": "begins began begun beginning", "send": "sends sent sending",
    "draw": "draws drew drawn drawing", "put": "puts put putting", "set": "sets set setting", "think": "thinks thought thinking",
    "undertake": "undertakes undertook undertaken undertaking", "lay": "lays laid laying", "seek": "seeks sought seeking",
    "swear": "swears swore sworn swearing", "choose": "chooses chose chosen choosing", "forbid": "forbids forbade forbidden",
    "grieve": "grieves grieved grieving", "feel": "feels felt feeling", "find": "finds found finding", "see": "sees saw seen seeing",
    "build": "builds built building", "go": "goes went gone going", "do": "does did done doing", "foresee": "foresees foresaw foreseen",
}  # fmt: skip


def forms(verb: str) -> tuple[str, ...]:
    """The lemma and all its forms, in lower case."""
    if verb in IRREGULAR:
        return (verb, *IRREGULAR[verb].split())
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb in DOUBLED:
        return (verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    if verb.endswith(("ee", "oe", "ye")):
        return (verb, verb + "s", verb + "d", verb + "ing")
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else verb + "s"
    return (verb, third, stem + "ed", stem + "ing")


def lemmas(verbs: Iterable[str]) -> dict[str, str]:
    """From every form of the verbs to its lemma."""
    return {form: verb for verb in verbs for form in forms(verb)}
