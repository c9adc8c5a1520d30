"""The terminal door: `readout read`, `readout why`, `readout kinds`."""

import gc

OBJECTS = 200_000
"""New objects after which Python looks for rubbish: most of what a command makes stays until it ends, and looking costs time."""


def main() -> None:
    """Runs the command that the command line names.

    What is left at the end is given back with the process: looking for rubbish in it first would cost a short command a third of its time.
    """
    gc.set_threshold(OBJECTS)
    from readout.cli.app import app

    try:
        app(prog_name="readout")
    finally:
        gc.freeze()
