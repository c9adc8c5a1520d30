"""The commands by their names; a command's file is loaded when it is called, and what it works with when it runs."""

from importlib import import_module

import click

COMMANDS = {
    "read": "readout.cli.commands:read",
    "why": "readout.cli.commands:why",
    "kinds": "readout.cli.commands:kinds",
    "add": "readout.cli.ledger.commands:add",
    "list": "readout.cli.ledger.commands:list_",
    "show": "readout.cli.ledger.commands:show",
    "history": "readout.cli.ledger.commands:history",
    "reread": "readout.cli.ledger.commands:reread",
    "actors": "readout.cli.ledger.commands:actors",
    "reviewers": "readout.cli.ledger.commands:reviewers",
    "export": "readout.cli.ledger.commands:export",
    "import": "readout.cli.ledger.commands:import_",
    "check": "readout.cli.ledger.commands:check",
    "compare": "readout.cli.asking.compare:compare",
    "brief": "readout.cli.asking.brief:brief",
    "search": "readout.cli.asking.search:search",
    "timeline": "readout.cli.asking.timeline:timeline",
    "due": "readout.cli.asking.due:due",
    "stats": "readout.cli.asking.stats:stats",
    "decide": "readout.cli.ledger.verbs:decide",
}
"""Where each command stands, in the order of the help."""


class Commands(click.Group):
    """The commands; each returns the status that the process ends with."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click calls it so
        """Their names, in the order of the help."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click calls it so
        """The command of a name, none where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises NoSuchCommand, with what is written almost so."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as problem:
            raise click.exceptions.NoSuchCommand(problem.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> None:
        """Runs the command that was named, and ends with its status."""
        ctx.exit(super().invoke(ctx) or 0)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from readout.cli.version import version

        click.echo(f"readout {version()}")
        ctx.exit()


@click.group(
    "readout",
    cls=Commands,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "show_default": True},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and exit."
)
def app() -> None:
    """Reads reports of official meetings: who met, who said what, who undertook what, each fact on its words."""
