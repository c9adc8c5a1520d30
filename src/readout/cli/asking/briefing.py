"""A brief is asked for, and written in the form that was asked for."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from readout.asking.asking import Asking
from readout.asking.brief import Briefed
from readout.asking.sides import side
from readout.cli.ledger.opening import today, with_ledger
from readout.cli.terminal import Paper
from readout.cli.writing import form_of, opened
from readout.intake import iso_date
from readout.model import MissingInput
from readout.pages.brief import markdown, page, text
from readout.pages.pdf import pdf

if TYPE_CHECKING:
    from readout.asking.brief import Brief
    from readout.cli.failures import Failures
    from readout.ledger import Ledger

BY_NAME = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".pdf": "pdf", ".json": "json"}
WRITTEN = {"markdown": markdown, "html": page}


@dataclass(frozen=True, slots=True)
class BriefCommand:
    """A brief that was asked for: who is briefed on whom, as they were written."""

    ledger: str
    own: str
    other: str | None
    reader: str | None
    as_of: str | None
    form: str | None
    output: Path | None
    most: int
    no_color: bool = False

    def run(self) -> int:
        """Writes the brief; returns the exit status."""
        return with_ledger(self.ledger, self._brief)

    def _brief(self, ledger: Ledger, _: Failures) -> None:
        form = form_of(self.form, self.output, BY_NAME)
        if form == "pdf" and str(self.output or "-") == "-" and sys.stdout.isatty():
            raise MissingInput("A PDF is no text for a terminal. Name a file with --output.")
        found = Asking(ledger).brief(self._asked())
        if form == "pdf":
            write_bytes(pdf(page(found)), self.output)
            return
        with opened(self.output) as out:
            if form == "text":
                _print(found, Paper.on(out, self.no_color))
            else:
                out.write(_object(found) if form == "json" else WRITTEN[form](found))

    def _asked(self) -> Briefed:
        as_of = iso_date(self.as_of, "--as-of") if self.as_of else today()
        if self.other is None:
            return Briefed(self.own, as_of, None, self.most)
        own, other = self.own, self.other
        if self.reader and side(self.reader) == side(other):
            own, other = other, own
        elif self.reader and side(self.reader) != side(own):
            raise MissingInput(f"--for {self.reader}: neither {own} nor {other}. Name one of the two.")
        return Briefed(other, as_of, own, self.most)


def _print(brief: Brief, paper: Paper) -> None:
    """The brief as wide as the paper, its title and headings bold on a terminal."""
    for number, line in enumerate(text(brief, paper.console.width).splitlines()):
        paper.line(Text(line, style="bold" if number == 0 or line.isupper() else ""))


def _object(found: Brief) -> str:
    return json.dumps(asdict(found), ensure_ascii=False) + "\n"


def write_bytes(content: bytes, path: Path | None) -> None:
    """Writes to a file, or to standard output (None or `-`). Raises MissingInput where the file cannot be written."""
    if path is None or str(path) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        path.write_bytes(content)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise MissingInput(f"{path}: cannot be written ({reason}). Name a file where you may write one.") from None
