"""`readout export`: a ledger, or some of its records, as files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readout.asking.sides import two_sides
from readout.cli.ledger.listing import KINDS
from readout.cli.ledger.opening import today, with_ledger
from readout.cli.writing import standard_output
from readout.intake import iso_date
from readout.model import MissingInput, NotInLedger

if TYPE_CHECKING:
    from readout.cli.failures import Failures
    from readout.export import Asked
    from readout.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Wished:
    """What was asked for on the command line; dates and names as they were written."""

    kinds: tuple[str, ...] = ()
    pair: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    spreadsheet: bool = False

    def asked(self, ledger: Ledger) -> Asked:
        """The same as the export room takes it. Raises NotInLedger and InvalidDate for what says nothing."""
        from readout.asking.whom import sides, whom
        from readout.export import Asked

        since, until = (
            iso_date(said, option) if said else None
            for said, option in ((self.since, "--since"), (self.until, "--until"))
        )
        as_of = iso_date(self.as_of, "--as-of") if self.as_of else today()
        kinds = tuple(_kind(written) for written in self.kinds)
        on = as_of if self.as_of else None
        actor, pair = whom(ledger, self.actor, on), sides(ledger, two_sides(self.pair) if self.pair else None, on)
        return Asked(
            kinds, actor.names, pair, since, until, as_of, actor.whole, self.spreadsheet, self.as_of is not None
        )


def _kind(written: str) -> str:
    """A kind by its own name or by its plural."""
    if written not in KINDS and written not in KINDS.values():
        raise NotInLedger(f"--kind {written}: no such kind. Write one of: {', '.join(KINDS)}.")
    return KINDS.get(written, written)


@dataclass(frozen=True, slots=True)
class ExportCommand:
    """Which ledger is written, where, in which format, and what of it."""

    ledger: str
    output: Path | None
    form: str | None
    wished: Wished

    def run(self) -> int:
        """Writes; returns the exit status."""
        return with_ledger(self.ledger, self._export)

    def _export(self, ledger: Ledger, _: Failures) -> None:
        from readout.export import format_of

        form, asked = format_of(self.form, self.output), self.wished.asked(ledger)
        if self.output:
            form.write(ledger, self.output, asked)
        elif form.name == "jsonl":
            from readout.export.jsonl import refuse_parts

            refuse_parts(asked)
            standard_output().writelines(f"{line}\n" for line in ledger.export())
        else:
            what = "file or folder" if form.folder else "file"
            raise MissingInput(
                f"{form.name}: several tables cannot go to standard output. Name a {what} with --output."
            )
