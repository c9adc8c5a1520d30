"""What is done with findings once all are found and their parts are cast, in this order: each step takes all findings and gives all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from readout.model import Finding
from readout.reading.finders.afterwards.apart import told_apart
from readout.reading.finders.afterwards.assemblies import of_groups
from readout.reading.finders.afterwards.attendees import joined, with_members
from readout.reading.finders.afterwards.of_both import of_one_or_both
from readout.reading.finders.afterwards.own_words import on_own_words
from readout.reading.finders.afterwards.retold import told_once
from readout.reading.finders.afterwards.same_day import dated
from readout.reading.finders.afterwards.visits import placed_by_visits
from readout.reading.finders.afterwards.whereabouts import placed
from readout.reading.finders.commitments.requests import without_demands
from readout.reading.finders.headlines import told_below
from readout.reading.proposals.meeting_kinds import settled
from readout.reading.scene import Scene

Step = Callable[[Scene, list[Finding]], Iterable[Finding]]

COMPLETED: tuple[Step, ...] = (
    of_one_or_both,  # whose "we" it is decides who undertakes, and so what is asked of others:
    without_demands,
    told_below,  # a headline's meeting goes before others are added to the one below it
    joined,  # who "also attended" is told of a meeting that is known by now
    dated,  # in the order of the text: a meeting without a day has that of the one before
    of_groups,  # whose summit it is, before the group's members are added:
    with_members,
    placed,  # a place beside the meeting counts before that of a visit:
    placed_by_visits,
)
"""What the report tells of meetings and undertakings elsewhere than in their own clause."""

TOLD_ONCE: tuple[Step, ...] = (
    told_below,  # once more: those who took part and the kind are known now, so that two tell the same
    told_once,
    placed,  # the one that is left may have had its place from the other
    told_apart,  # separate encounters are split last, or one would be taken for the other's repetition
    on_own_words,  # nothing changes who has a part any more
)
"""What is told twice, or in one for several."""


def finished(scene: Scene, findings: Iterable[Finding], kinds: Sequence[str]) -> list[Finding]:
    """The findings of a report as its reading has them, in the order of the text; `kinds` are the network's names of kinds of meetings.

    The kind of a meeting rests on all who took part, and whether two meetings are one on their kind: it is settled between.
    """
    completed = _through(COMPLETED, scene, findings)
    told = _through(TOLD_ONCE, scene, list(settled(scene, completed, kinds)))
    return sorted(told, key=lambda f: (f.span, f.kind, f.id))


def _through(steps: Iterable[Step], scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    found = list(findings)
    for step in steps:
        found = list(step(scene, found))
    return found
