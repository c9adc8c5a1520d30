"""Asks what is due and writes the answer in the form that was asked for."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from readout.asking.due import STRENGTHS, DueAsked
from readout.asking.sides import two_sides
from readout.cli.ledger.opening import today, with_ledger
from readout.cli.writing import form_of, opened
from readout.intake import iso_date
from readout.ledger.pursuing import Pursued
from readout.model import NotInLedger

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from readout.asking.due import Due
    from readout.cli.failures import Failures
    from readout.ledger import Ledger

BY_NAME = {".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a question was narrowed down to on the command line, as it was written."""

    as_of: str | None
    pair: str | None = None
    actor: str | None = None
    since: str | None = None
    strength: str | None = None
    until: str | None = None

    def pursued(self) -> Pursued:
        """The same in the ledger's words. Raises InvalidDate and NotInLedger for what cannot be asked."""
        if self.strength and self.strength not in STRENGTHS:
            raise NotInLedger(f"--strength {self.strength!r}: no such strength. Write one of: {', '.join(STRENGTHS)}.")
        return Pursued(
            iso_date(self.as_of, "--as-of") if self.as_of else today(),
            two_sides(self.pair) if self.pair else None,
            self.actor or None,
            iso_date(self.since, "--since") if self.since else None,
            self.strength,
            until=iso_date(self.until, "--until") if self.until else None,
        )


@dataclass(frozen=True, slots=True)
class DueCommand:
    """What is due, and how it is written; `measures` are days of soon, months of silence and the limit of each list."""

    ledger: str
    narrowed: Narrowed
    measures: tuple[int, int, int]
    format: str | None
    output: Path | None
    ics: Path | None
    no_color: bool = False

    def run(self) -> int:
        """Writes the answer; returns the exit status."""
        return with_ledger(self.ledger, self._answer)

    def _answer(self, ledger: Ledger, _: Failures) -> None:
        from readout.asking.asking import Asking

        asked = DueAsked(self.narrowed.pursued(), *self.measures)
        form = form_of(self.format, self.output, BY_NAME)
        if self.ics:
            from readout.pages.due import calendar

            text = calendar(Asking(ledger).deadlines(asked))
            with opened(self.ics) as out:
                out.write(text)
        if self.ics is None or self.output or self.format:
            answer = Asking(ledger).due(asked)
            with opened(self.output) as out:
                self._write(answer, form, out)

    def _write(self, due: Due, form: str, out: TextIO) -> None:
        from readout.pages import due as pages

        if form == "text":
            from readout.cli.asking.due_text import print_due

            print_due(due, out, self.no_color)
        elif form == "json":
            out.write(json.dumps(asdict(due), ensure_ascii=False) + "\n")
        else:
            out.write({"csv": pages.table, "markdown": pages.markdown, "html": pages.page}[form](due))
