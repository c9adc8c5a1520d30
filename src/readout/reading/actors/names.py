"""Where persons are named: the model's names mended, words behind titles, and names that stand again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readout.reading.actors.surroundings import Surroundings
from readout.reading.annotate.words import Words

PARTY = re.compile(r"[RDI](-.*)?$")
"""What stands behind the name of a member of Congress: a party, with the state or apart from it."""
NO_PERSONS = ("country", "organisation", "body", "capital", "adjective", "people")


def names_of_persons(around: Surroundings) -> list[tuple[int, int]]:
    """First and last word of each person's name: the model's names, mended, and capitalised words behind a title."""
    found = _apart(run for first, last in _labelled(around.words) for run in _cleaned(around, first, last))
    taken = {i for first, last in found for i in range(first, last + 1)}
    found += list(_behind_titles(around, taken))
    taken = {i for first, last in found for i in range(first, last + 1)}
    found += _repeated(around, found, taken)
    return sorted(_completed(around, sorted(found)))


def _completed(around: Surroundings, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs with the given names before them that a full name of the text has ("Sung" before a labelled "Kim"): the longest one, of
    several the one that stands first."""
    words = around.words
    wholes = [tuple(words.form[first : last + 1]) for first, last in reversed(found) if last > first]
    ends = {whole[-1]: whole for whole in sorted(wholes, key=len)}
    completed, free = [], 0
    for first, last in found:
        whole = ends.get(words.form[last], ()) if first == last else ()
        start = last + 1 - len(whole)
        if whole and start >= free and tuple(words.form[start : last + 1]) == whole:
            first = start
        completed.append((first, last))
        free = last + 1
    return completed


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
    first = _behind_what_is_no_name(around, first, last)
    while last >= first and _closes_no_name(around, last):
        last -= 1
    if first > last or not _names_someone(around, first, last):
        return []
    first, last = _before(words, first), _behind(around, last)
    return [(first, _once(around, first, last))]


def _once(around: Surroundings, first: int, last: int) -> int:
    """The last word of a name before a word of it stands again (a caption run into the text: "Viktor Orban Orban Viktor"), but for
    a part of it ("Nana Addo Akufo-Addo"), and before a party and a state behind a comma ("Jane Roe, R-Ohio")."""
    words = around.words
    again = (
        k
        for k in range(first + 1, last + 1)
        if len(words.form[k]) > 2
        and words.form[k] in words.form[first:k]
        and words.form[k - 1] not in ("-", "–")
        and words.form[k] not in around.particles
    )
    party = (k for k in range(first + 1, last) if words.form[k] == "," and PARTY.match(words.form[k + 1]))
    return min(next(again, last + 1), next(party, last + 1)) - 1


def _behind_what_is_no_name(around: Surroundings, first: int, last: int) -> int:
    """The first word of the run that is no title, connector, country or body; past `last` where there is none."""
    words = around.words
    while first <= last:
        form, hit = words.form[first], around.name_at[first]
        title, phrase = form.partition("-")[0].rstrip("."), around.title_at[first]
        if phrase and phrase.first == first < phrase.last < last:
            first = phrase.last + 1
        elif (
            form in around.title_words
            or title in around.title_words
            or (form.isupper() and form.title() in around.title_words)
            or form in around.connectors
            or form in around.lists["honours"]
        ):
            first += 1
        elif hit and hit.last < last and hit.sort != "city":
            first = hit.last + 1
        elif hit and hit.last >= last and first == hit.first and hit.sort in NO_PERSONS:
            return last + 1
        elif words.lower[first] in ("'s", "’s", "the", "of", "."):
            first += 1
        else:
            break
    return first


def _closes_no_name(around: Surroundings, last: int) -> bool:
    form = around.words.form[last]
    return form in ("'s", "’s", ",") or (form in around.title_words and form not in around.lists["ages"])


def _names_someone(around: Surroundings, first: int, last: int) -> bool:
    """Whether a run holds more than pronouns, forms of age and words that point to persons named elsewhere."""
    words = around.words
    run = range(first, last + 1)
    if all(
        words.pos[k] in ("PRON", "DET")
        or words.form[k] in around.lists["ages"]
        or words.lower[k] in around.lists["no_names"]
        for k in run
    ):
        return False
    lower_alone = first == last and words.lower[first] == words.form[first]
    return not lower_alone and any(letter.isalpha() for letter in words.said(first, last))


def _behind(around: Surroundings, last: int) -> int:
    """The last word of a name with what belongs to it: hyphened parts, Jr., particles between capitalised words."""
    words = around.words
    last -= words.form[last] in ("-", "–")
    while last + 1 < len(words) and words.sentence[last + 1] == words.sentence[last]:
        step = _belongs(around, last)
        if not step:
            break
        last += step
    return last


def _belongs(around: Surroundings, last: int) -> int:
    """How many words behind a name still belong to it."""
    words, after = around.words, around.words.form[last + 1]
    second = last + 2 < len(words)
    if after in ("-", "–") and second and _hyphened(around, last):
        return 2
    if after in around.lists["ages"]:
        return 1
    if after == "," and second and words.form[last + 2] in around.lists["ages"]:
        return 2
    particle = after.lower() in around.particles and after.lower() not in ("de", "la")
    if particle and second and words.pos[last + 2] == "PROPN" and not around.name_at[last + 2]:
        return 2
    return int(_goes_on(around, last + 1))


def _hyphened(around: Surroundings, last: int) -> bool:
    """Whether the word behind the hyphen is glued to the name and part of it ("Eui-yong", not "Blinken-led")."""
    words = around.words
    glued = words.start[last + 1] == words.end[last] and words.start[last + 2] == words.end[last + 1]
    return glued and words.form[last + 2].isalpha() and words.lower[last + 2] not in around.lists["behind_hyphens"]


def _goes_on(around: Surroundings, i: int) -> bool:
    """Whether a capitalised word goes on the name before it, as the parser or the model says."""
    words, form = around.words, around.words.form[i]
    if words.pos[i] != "PROPN" or not form[:1].isupper() or around.name_at[i] or form in around.title_words:
        return False
    labelled = words.name[i][2:] == "PER" and words.form[i - 2] == "-"
    return (labelled or (words.dep[i] == "flat" and words.name[i] == "O")) and words.start[i] == words.end[i - 1] + 1


def _before(words: Words, first: int) -> int:
    """The first word of a name with the hyphened parts before it."""
    while (
        first > 1
        and words.form[first - 1] in ("-", "–")
        and words.end[first - 1] == words.start[first]
        and words.form[first - 2][:1].isupper()
    ):
        first -= 2
    return first


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
        elif form in known and (_is_free(around, i) or _acts(around, i)):
            again.append((i, i))
    return again


def _is_free(around: Surroundings, i: int) -> bool:
    """Whether nothing else is named at a word; in news a place that no lexicon knows may be the surname that it looks like."""
    places = ("ORG", "LOC") if around.official else ("ORG",)
    return not around.name_at[i] and around.words.name[i][2:] not in places


def _acts(around: Surroundings, i: int) -> bool:
    """Whether a place of one word that is somebody's surname too acts by itself, in news ("Paris said" behind "Valeska Paris")."""
    words, place = around.words, around.name_at[i]
    alone = place is None or place.first == place.last
    return (
        not around.official
        and alone
        and words.dep[i] in ("nsubj", "nsubj:pass")
        and not any(words.kin(i, "case", "det"))
    )
