"""`readout decide VERB …`: the verbs of a reviewer and what each needs."""

from collections.abc import Callable
from typing import Any

import click

from readout.cli import options


class InOrder(click.Group):
    """Commands that the help lists in the order of their file."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click calls it so
        """Their names, as they were added."""
        return [*self.commands]


@click.group(cls=InOrder, no_args_is_help=True, short_help="Decide on findings: accept, reject, change, …")
def decide() -> None:
    """Decide on findings: accept, reject, change, merge, split, add, set a status, carry, withdraw, remove."""


def verb(taken: Callable[..., int]) -> click.Command:
    """A verb of `decide`: what it says of itself, then who decides, why, and in which ledger."""
    for option in (options.ledger, options.note, options.by):
        taken = option(taken)
    return decide.command()(taken)


def other(name: str) -> Callable[..., Any]:
    """The id of a second finding."""
    return click.argument(name, metavar="OTHER_ID", help="The id of the other finding.")


report = click.argument("report", metavar="REPORT", help="The id of the report.")
Told = str | None


@verb
@options.id
def accept(id: str, by: str, note: Told, ledger: str) -> int:
    """The finding is right."""
    return _take("accept", id, by, note, ledger)


@verb
@options.id
def reject(id: str, by: str, note: Told, ledger: str) -> int:
    """The finding is wrong; it never returns."""
    return _take("reject", id, by, note, ledger)


@verb
@options.id
@click.argument("slot", metavar="SLOT", help="The slot, as `readout kinds` names it.")
@click.argument("values", nargs=-1, metavar="[VALUE]...", help="What it holds; nothing empties it.")
@click.option("--words", metavar="WORDS", help="The words of the report that say it.")
def change(id: str, slot: str, values: tuple[str, ...], words: Told, by: str, note: Told, ledger: str) -> int:
    """A slot of the finding holds something else."""
    return _take("change", id, by, note, ledger, role=slot, values=[(value, words) for value in values])


@verb
@options.id
@other("other")
def merge(id: str, other: str, by: str, note: Told, ledger: str) -> int:
    """Two findings tell of the same thing."""
    return _take("merge", id, by, note, ledger, other=other)


@verb
@options.id
@other("other")
def split(id: str, other: str, by: str, note: Told, ledger: str) -> int:
    """Two findings tell of different things."""
    return _take("split", id, by, note, ledger, other=other)


@verb
@report
@click.argument("kind", metavar="KIND", help="meeting, statement, commitment, …")
@click.argument("words", metavar="WORDS", help="The words of the report that it stands on.")
@click.argument("slots", nargs=-1, metavar="[SLOT=VALUE]...", help="What it says.")
def add(report: str, kind: str, words: str, slots: tuple[str, ...], by: str, note: Told, ledger: str) -> int:
    """Add a finding that the reader did not see."""
    return _take("add", report, by, note, ledger, kind=kind, words=words, slots=[*slots])


@verb
@options.id
@click.argument("field", metavar="FIELD", help="outcome or stage.")
@click.argument("value", metavar="VALUE", help="What came of it, for example dropped.")
def status(id: str, field: str, value: str, by: str, note: Told, ledger: str) -> int:
    """Say what came of a commitment; needs a note."""
    return _take("status", id, by, note, ledger, role=field, values=[(value, None)])


@verb
@options.id
@other("heir")
def carry(id: str, heir: str, by: str, note: Told, ledger: str) -> int:
    """What was decided on an orphaned finding holds for its heir."""
    return _take("carry", id, by, note, ledger, other=heir)


@verb
@click.argument("decision", metavar="DECISION", help="The id of the decision.")
def withdraw(decision: str, by: str, note: Told, ledger: str) -> int:
    """An earlier decision holds no longer."""
    return _take("withdraw", decision, by, note, ledger)


@verb
@report
def remove(report: str, by: str, note: Told, ledger: str) -> int:
    """A report is no source: its text stays, it no longer counts."""
    return _take("remove", report, by, note, ledger)


def _take(verb: str, target: str, by: str, note: Told, ledger: str, **more: object) -> int:
    from readout.cli.ledger.acting import DecideCommand

    return DecideCommand(ledger, verb, target, by, note, more).run()
