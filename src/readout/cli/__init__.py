"""The terminal door: `readout read`, `readout why`, `readout kinds`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Runs the command; a closed pipe or an interrupt ends it without a traceback."""
    from readout.cli.app import app

    try:
        app(prog_name="readout")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
