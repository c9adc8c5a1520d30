"""Which Readout this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

DISTRIBUTION = "readout-ledger"


def version() -> str:
    """The version of the installed distribution; of a source tree that is not installed, that it is one."""
    try:
        return installed(DISTRIBUTION)
    except PackageNotFoundError:
        return "(not installed: run from its source)"
