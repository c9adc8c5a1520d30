"""The terminal door: `readout read`, `readout why`, `readout kinds`."""

import gc

OBJECTS = 50_000
"""New objects after which Python looks for rubbish: most of what a command makes stays until it ends, and looking costs time."""


def main() -> None:
    """Runs the command that the command line names."""
    from readout.cli.app import app

    gc.set_threshold(OBJECTS)
    app(prog_name="readout")
