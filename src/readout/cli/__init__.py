"""The terminal door: `readout read`, `readout why`, `readout kinds`."""


def main() -> None:
    """Runs the command that the command line names."""
    from readout.cli.app import app

    app(prog_name="readout")
