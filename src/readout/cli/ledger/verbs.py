"""`readout decide VERB …`: the verbs of a reviewer and what each needs."""

from typing import Annotated

import typer

from readout.cli.ledger.commands import DEFAULT, Address, By, Id, Note

decide = typer.Typer(
    name="decide",
    help="Decide on findings: accept, reject, change, merge, split, add, set a status, carry, withdraw, remove.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
Other = Annotated[str, typer.Argument(metavar="OTHER_ID", help="The id of the other finding.")]
Quote = Annotated[str | None, typer.Option("--words", metavar="WORDS", help="The words of the report that say it.")]


@decide.command()
def accept(id: Id, by: By = "", note: Note = None, ledger: Address = DEFAULT) -> None:
    """The finding is right."""
    _take("accept", id, by, note, ledger)


@decide.command()
def reject(id: Id, by: By = "", note: Note = None, ledger: Address = DEFAULT) -> None:
    """The finding is wrong; it never returns."""
    _take("reject", id, by, note, ledger)


@decide.command()
def change(
    id: Id,
    slot: Annotated[str, typer.Argument(metavar="SLOT", help="The slot, as `readout kinds` names it.")],
    values: Annotated[list[str] | None, typer.Argument(metavar="[VALUE]...", help="What it holds; nothing empties it.")] = None,
    words: Quote = None,
    by: By = "",
    note: Note = None,
    ledger: Address = DEFAULT,
) -> None:  # fmt: skip
    """A slot of the finding holds something else."""
    _take("change", id, by, note, ledger, role=slot, values=[(value, words) for value in values or ()])


@decide.command()
def merge(id: Id, other: Other, by: By = "", note: Note = None, ledger: Address = DEFAULT) -> None:
    """Two findings tell of the same thing."""
    _take("merge", id, by, note, ledger, other=other)


@decide.command()
def split(id: Id, other: Other, by: By = "", note: Note = None, ledger: Address = DEFAULT) -> None:
    """Two findings tell of different things."""
    _take("split", id, by, note, ledger, other=other)


@decide.command()
def add(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of the report.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="meeting, statement, commitment, …")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words of the report that it stands on.")],
    slots: Annotated[list[str] | None, typer.Argument(metavar="[SLOT=VALUE]...", help="What it says.")] = None,
    by: By = "",
    note: Note = None,
    ledger: Address = DEFAULT,
) -> None:
    """Add a finding that the reader did not see."""
    _take("add", report, by, note, ledger, kind=kind, words=words, slots=slots or [])


@decide.command()
def status(
    id: Id,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="outcome or stage.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What came of it, for example dropped.")],
    by: By = "",
    note: Note = None,
    ledger: Address = DEFAULT,
) -> None:
    """Say what came of a commitment; needs a note."""
    _take("status", id, by, note, ledger, role=field, values=[(value, None)])


@decide.command()
def carry(id: Id, heir: Other, by: By = "", note: Note = None, ledger: Address = DEFAULT) -> None:
    """What was decided on an orphaned finding holds for its heir."""
    _take("carry", id, by, note, ledger, other=heir)


@decide.command()
def withdraw(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The id of the decision.")],
    by: By = "",
    note: Note = None,
    ledger: Address = DEFAULT,
) -> None:
    """An earlier decision holds no longer."""
    _take("withdraw", decision, by, note, ledger)


@decide.command()
def remove(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of the report.")],
    by: By = "",
    note: Note = None,
    ledger: Address = DEFAULT,
) -> None:
    """A report is no source: its text stays, it no longer counts."""
    _take("remove", report, by, note, ledger)


def _take(verb: str, target: str, by: str, note: str | None, ledger: str, **more: object) -> None:
    from readout.cli.ledger.acting import DecideCommand

    raise typer.Exit(DecideCommand(ledger, verb, target, by, note, more).run())
