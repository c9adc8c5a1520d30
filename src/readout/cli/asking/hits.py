"""Hits of a search, as they are shown to people and written for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from readout.asking.asking import Asking
from readout.asking.search import Where
from readout.asking.sides import two_sides
from readout.cli.ledger.listing import TOLD_OF_LEAD
from readout.cli.ledger.opening import with_ledger
from readout.cli.terminal import Paper
from readout.cli.terminal.sections import ID_LENGTH
from readout.cli.writing import opened
from readout.intake import iso_date
from readout.pages.phrasing import day, led, one_line, origin
from readout.pages.search.cards import cards, clipped

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from readout.asking.leading import Lead
    from readout.asking.search import Hit, Hits
    from readout.cli.failures import Failures
    from readout.ledger import Ledger
    from readout.model import Span

MARK = "bold reverse"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line, as it was written."""

    words: str
    kind: str | None
    actor: str | None
    pair: str | None
    since: str | None
    until: str | None
    as_of: str | None
    limit: int

    def where(self) -> Where:
        """Where to look. Raises NotInLedger for a pair that is none."""
        pair = two_sides(self.pair) if self.pair else None
        named = (("--since", self.since), ("--until", self.until), ("--as-of", self.as_of))
        since, until, as_of = (iso_date(said, option) if said else None for option, said in named)
        return Where(self.kind, self.actor, pair, since, until, as_of, self.limit)


@dataclass(frozen=True, slots=True)
class SearchCommand:
    """A search that was asked for, and how its hits are written."""

    ledger: str
    asked: Asked
    form: str
    output: Path | None = None
    no_color: bool = False

    def run(self) -> int:
        """Searches; returns the exit status."""
        return with_ledger(self.ledger, self._search)

    def _search(self, ledger: Ledger, _: Failures) -> None:
        where = self.asked.where()
        found = Asking(ledger).search(self.asked.words, where)
        with opened(self.output) as out:
            if self.form == "json":
                for hits, lead in ((found, None), *((each.found, each.lead) for each in found.led)):
                    out.writelines(_object(hit, lead) for hit in hits.hits)
            elif self.form == "html":
                from readout.pages.search.page import page

                out.write(page(found, where))
            else:
                _print(found, where, ledger.name, out, self.no_color)


def _print(found: Hits, where: Where, ledger: str, out: TextIO, no_color: bool) -> None:
    paper = Paper.on(out, no_color)
    if not found.hits and found.led:
        paper.line(Text(f"{one_line(found.words)}: nothing of that said or done in person.", style="yellow"))
    elif not found.hits:
        hint = " `readout list actors` shows how names are written." if where.actor or where.pair else ""
        paper.line(Text(f"{one_line(found.words)}: nothing of that in {ledger}.{hint}", style="yellow"))
    for number, hits in enumerate(cards(found)):
        paper.line(Text.assemble("\n" if number else "", *_lines(hits)))
    if found.more:
        paper.line(Text(f"\nThere are more: --limit {where.limit * 2} or a filter shows them.", style="dim"))
    for each in found.led:
        paper.line(Text(f"\nUndertaken {led(each.lead)}:\n", style="bold"))
        _print(each.found, where, ledger, out, no_color)


def _object(hit: Hit, lead: Lead | None) -> str:
    told = {name: getattr(lead, name) for name in TOLD_OF_LEAD} if lead else None
    return json.dumps({**asdict(hit), "led": told}, ensure_ascii=False) + "\n"


def _lines(hits: Sequence[Hit]) -> Iterable[Text | str]:
    """What was found in some words and where they come from, the title, and the sentence with its words marked."""
    for number, one in enumerate(hits):
        from_where = [
            day(one.date) if one.date else "no date",
            origin(one.outlet, one.file, one.report),
        ]
        if one.sources > 1:
            from_where.append(f"{one.sources} sources")
        said = " · ".join(filter(None, from_where))
        yield Text.assemble(
            "\n" if number else "", (one.kind, "cyan"), "  ", (said, "dim"), "  ", (one.id[:ID_LENGTH], "dim")
        )
    hit = hits[0]
    before, behind = clipped(hit)
    if hit.title:
        yield Text.assemble("\n", marked(hit.title, hit.title_marks, "bold"))
    if hit.sentence:
        yield Text.assemble("\n", before, marked(hit.sentence, hit.marks), behind)


def marked(words: str, marks: Iterable[Span], style: str = "") -> Text:
    """The words on one line, with some of them marked."""
    text, at = Text(), 0
    for mark in marks:
        text.append(_flat(words[at : mark.start]), style).append(
            _flat(words[mark.start : mark.end]), f"{style} {MARK}".strip()
        )
        at = mark.end
    return text.append(_flat(words[at:]), style)


def _flat(part: str) -> str:
    """White space as single spaces, those at the ends of a part kept."""
    inner = one_line(part)
    return f"{' ' if part[:1].isspace() else ''}{inner}{' ' if inner and part[-1:].isspace() else ''}"
