"""The text form: a reading laid out for a terminal of any width, or for a file."""

from readout.cli.terminal.paper import Paper

__all__ = ["Paper"]
