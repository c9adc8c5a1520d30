"""Finds progress: what became of something undertaken before."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model import Finding, Slot
from readout.reading.scene import Scene

NEAR = 9


def find(scene: Scene) -> Iterator[Finding]:
    """Clauses that tell what became of an obligation, agreement or promise."""
    (rule,) = scene.rules("progress")
    effects = {word: effect for effect, words in rule.fields["effects"].items() for word in words}
    words = scene.words
    for i, lower in enumerate(words.lower):
        effect = effects.get(lower)
        if effect is None or words.pos[i] not in ("VERB", "NOUN"):
            continue
        thing = next(
            (
                k
                for k in range(i + 1, min(i + NEAR, words.sentence_of[i][1]))
                if words.lower[k] in rule.fields["things"]
            ),
            None,
        )
        if thing is None:
            continue
        subject = scene.subject(i) if words.pos[i] == "VERB" else None
        parties = scene.who(subject, until=i) if subject is not None else ()
        if words.pos[i] == "VERB" and not parties:
            continue
        first = min(words.edges[i][0], i) if subject is None else min(subject, max(words.edges[i][0], i - 14))
        span = scene.span(first, max(words.edges[i][1], thing))
        if span is None:
            continue
        slots = [*scene.actors("actors", parties, subject), Slot("effect", effect, words.span(i, i))]
        yield scene.finding(rule, span, slots, (lower, words.lower[thing]))
