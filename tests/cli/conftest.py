"""The real command, and a report for it."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

REPORT = """\
date 2023-01-05 President of Finland Sauli Niinisto met with Prime Minister of Sweden Magdalena Andersson in Helsinki.
"We will build the new bridge by the end of 2027," Sauli Niinisto said.
Magdalena Andersson noted that the talks had been useful. Sweden intends to open a consulate in Turku.
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


@pytest.fixture(scope="session")
def readout():
    """Runs the command `readout` in a process of its own; output is no terminal."""

    def run(*arguments: object, input: str | bytes = b"", python: tuple[str, ...] = (), **variables: str) -> Ended:
        clean = {
            name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")
        }
        done = subprocess.run(
            [sys.executable, *python, "-m", "readout.cli", *map(str, arguments)],
            input=input.encode() if isinstance(input, str) else input,
            capture_output=True,
            check=False,
            env={**clean, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **variables},
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def report(tmp_path_factory):
    """A file with a short report."""
    path = tmp_path_factory.mktemp("reports") / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
