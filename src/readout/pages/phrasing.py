"""How values are said to a person, in the terminal and on the page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.asking.leading import Lead
    from readout.model import Actor, Office, Reading, Slot

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
DATE_AT_HEAD = 10
"""Code points before a date at the head of a text, at most ("date 2022-02-13")."""
_MARKS = {"“": "”", "”": "”", '"': '"', "«": "»", "„": "“", "‘": "’"}


def printable(text: str) -> str:
    """The text with control characters, which a terminal would obey, and lone surrogates as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line, printable, every run of white space as one space, without marks of where a word may be parted."""
    return printable(" ".join(text.replace("\u00ad", "").split()))


def shortened(text: str, most: int) -> str:
    """At most about `most` characters, cut between words, with an ellipsis where something was cut."""
    if len(text) <= most:
        return text
    cut = text.rfind(" ", most // 2, most)
    return f"{text[: cut if cut > 0 else most].rstrip(' ,;:')} …"


SURE = 0.6
"""Scores from here on are said without more; below, a finding is right in one of two cases (docs/explanation/quality.md)."""


def doubt(score: float | None) -> str:
    """`unsure, .45` for a score below SURE; empty for others, and where a person vouches (None)."""
    return "" if score is None or score >= SURE else f"unsure, .{min(99, round(score * 100)):02}"


def quoted(text: str) -> str:
    """The words in quotation marks of ours, in place of a pair that encloses all of them."""
    inner = text[1:-1] if len(text) > 2 and text[-1] == _MARKS.get(text[0], "") else text
    return f"“{inner}”"


def day(value: str) -> str:
    """`2022-02-13` as 13 February 2022, `2021-09` as September 2021; anything else as it is."""
    found = _ISO.fullmatch(value)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return one_line(value)
    month = MONTHS[int(found[2]) - 1] if found[2] else ""
    return " ".join(part for part in (found[3] and str(int(found[3])), month, found[1]) if part)


def short_day(value: str) -> str:
    """`2022-02-13` as 13 Feb 2022, `2021-09` as Sep 2021; anything else as it is."""
    said = day(value)
    return next((said.replace(month, month[:3]) for month in MONTHS if month in said), said)


def parties(by: str, to: str, proposer: str, strength: str | None) -> str:
    """Who undertook it, and towards whom; of what was only proposed, who is asked to do it, and by whom."""
    if strength == "proposed" and by:
        return f"Asked of {by}{f' by {proposer}' if proposer else ''}"
    asked = f"asked by {proposer}" if proposer else ""
    acts = f"{by}{' → ' if to else ''}{to}"
    return f"{acts} ({asked})" if acts and asked else acts or asked


def office(post: Office) -> str:
    """An office with its country: Prime Minister of Russia."""
    from readout.lang import load  # lists name no offices

    title, of = one_line(post.title), one_line(post.of or "")
    lexicon = load("en").lexicon
    article = "the " if of in lexicon["articles"]["the"] else ""
    rows = (row for row in lexicon["countries"] if row["name"] == of)
    names = (of, *(name for row in rows for key in ("official", "variants") for name in row.get(key, ())))
    return title if not of or any(name.lower() in title.lower() for name in names) else f"{title} of {article}{of}"


def _told_once(posts: Sequence[Office]) -> list[Office]:
    """The offices that the text tells, each once, with the country that the table adds where the text has none; those of the table alone
    where the text tells none. A title of birth is none ("Prince"), nor an abbreviation of one that has more words ("PM")."""
    full = [post for post in posts if len(post.title) > 3 or not post.title.isupper()]
    told = [post for post in full if post.span and post.title not in _births()]
    states = {post.of for post in full if post.of}
    of = next(iter(states)) if len(states) == 1 else None
    once = {(_rank(post), post.of or of): post for post in reversed(told)}
    own = [replace(post, of=post.of or of) for post in told if post in once.values() and not _is_part(post, told)]
    return own or [post for post in full if not post.span] or list(posts)


def _is_part(post: Office, told: Sequence[Office]) -> bool:
    """Whether an office is but another in fewer words ("Minister" beside "Minister of Foreign Affairs")."""
    return any(set(post.title.lower().split()) < set(other.title.lower().split()) for other in told)


def _births() -> frozenset[str]:
    from readout.lang import load  # as above

    return frozenset(load("en").lexicon["references"]["princes"])


def _rank(post: Office) -> str:
    """The rank of an office by its title or what that begins with ("President of the Slovak Republic"); an unknown title itself."""
    from readout.lang import load  # as above

    ranks, parts = load("en").rank_of_title, post.title.lower().split()
    return next((ranks[said] for n in range(len(parts), 0, -1) if (said := " ".join(parts[:n])) in ranks), post.title)


def offices(actor: Actor | None) -> str:
    """The actor's offices, or else for whom it stands; empty for a country and for whoever has none."""
    posts = list(dict.fromkeys(office(post) for post in _told_once(actor.offices))) if actor else []
    longest = [post for post in posts if not any(post != other and post in other for other in posts)]
    if longest or not actor or actor.kind != "person":
        return "; ".join(longest)
    return ", ".join(one_line(name) for name in actor.stands_for[:1] if name not in actor.name)


def actor_of(reading: Reading, slot: Slot) -> Actor | None:
    """The actor whom a slot names, by its id or else by its name."""
    by_id = reading.actor(slot.actor) if slot.actor else None
    return by_id or next((actor for actor in reading.actors if actor.name == slot.value), None)


def value(slot: Slot, type: str) -> str:
    """A slot's value as words: a day for a date, yes or no for a flag."""
    if isinstance(slot.value, bool):
        return "yes" if slot.value else "no"
    return day(slot.value) if type == "date" else one_line(slot.value)


def heading(reading: Reading) -> str:
    """What a report is called: its title, or who met, or its own first words behind a date at its head."""
    report = reading.report
    if report.title:
        return one_line(report.title)
    for meeting in reading.of_kind("meeting"):
        names = [one_line(str(name)) for name in meeting.values("participants")]
        if len(names) > 1:
            return f"{', '.join(names[:-1])} and {names[-1]}"
    dated = report.published.span if report.published else None
    behind = dated.end if dated and dated.start < DATE_AT_HEAD else 0
    return shortened(one_line(report.text[behind:]), 72)


def origin(outlet: str | None, file: str | None, report: str) -> str:
    """Where something is told: who published it, else the file in which it came, else the beginning of the report's id."""
    return one_line(outlet or file or "") or f"report {report[:8]}"


SPELT = ("Government", "Cabinet", "Ministry", "Department")
"""What the names of bodies begin with that have an article."""


def with_article(name: str) -> str:
    """A country or body with its article, where it has one: the United States, the Government of Russia."""
    from readout.lang import load

    return f"the {name}" if name.startswith(SPELT) or name in load("en").lexicon["articles"]["the"] else name


def led(lead: Lead) -> str:
    """Whose undertakings are told apart: by the Government of Russia under Mikhail Mishustin, Prime Minister since 16 January 2020."""
    since, until = (day(when) if when else "" for when in (lead.since, lead.until))
    if since and since == until:
        time = f" on {since}"
    elif until:
        time = f" {f'from {since} ' if since else ''}to {until}"
    else:
        time = f" since {since}" if since else ""
    name = with_article(lead.name)
    if " of " in lead.name and not lead.name.endswith(" States"):
        head, _, of = name.rpartition(" of ")
        name = f"{head} of {with_article(of)}"
    return f"by {one_line(name)} under {one_line(lead.head)}, {one_line(lead.title)}{time}"
