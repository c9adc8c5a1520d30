"""Every command that the documentation shows is run, page by page, in a copy of what the commands use."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
USED = ("docs", "examples", "src")

# Commands that are shown and not run here: how they begin, and why.
EXCLUDED = {
    "make demo": "sets up an environment of its own from the network; continuous integration runs it",
    "make test": "runs this very test",
    "pip install": "needs the network and changes the environment that runs the tests",
}
BLOCK = re.compile(r"^( *)```console\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
ANY_LINES = r"(?:.*\n)*"
SECONDS = 120


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it, and the output that it shows below; `line` is where it stands."""

    command: str
    output: str
    line: int

    @property
    def excluded(self) -> bool:
        return self.command.startswith(tuple(EXCLUDED))

    def accepts(self, output: str) -> bool:
        """True where the output is the one shown: `...` is any text, on a line alone any number of lines."""
        pattern = "".join(ANY_LINES if line == "..." else f"{any_text(line)}\n" for line in tidy(self.output))
        return re.fullmatch(pattern, "".join(f"{line}\n" for line in tidy(output))) is not None


def any_text(line: str) -> str:
    """A pattern for a line in which `...` stands for any text."""
    return ".*".join(re.escape(part) for part in line.split("..."))


def tidy(output: str) -> list[str]:
    """The lines without white space at their ends, and without blank lines before and after."""
    return [line.rstrip() for line in output.strip().splitlines()]


def commands(page: str) -> list[Shown]:
    """The commands of a page's console blocks, in order."""
    shown = []
    for block in BLOCK.finditer(page):
        first = page.count("\n", 0, block.start()) + 2
        lines = [line.removeprefix(block[1]) for line in block[2].splitlines()]
        starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
        assert starts[:1] == [0], f"line {first}: a console block begins with `$ `"
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            shown.append(Shown(lines[start][2:], "\n".join(lines[start + 1 : end]), first + start))
    return shown


@pytest.fixture
def shell(tmp_path):
    """Runs a command where the copy lies, with `readout` and `python` those of this test."""
    for name in USED:
        shutil.copytree(ROOT / name, tmp_path / "copy" / name, ignore=shutil.ignore_patterns("__pycache__", "_build"))
    programs = tmp_path / "copy" / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, what in {"python": "", "readout": "-m readout.cli"}.items():
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {what} "$@"\n')
        program.chmod(0o755)
    paths = (tmp_path / "copy" / "src", ROOT / "models" / "en" / "src")
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }

    def run(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=tmp_path / "copy",
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    "page", [page for page in PAGES if commands(page.read_text("utf-8"))], ids=lambda p: str(p.relative_to(ROOT))
)
def test_every_command_that_a_page_shows_works_as_shown(page, shell):
    for shown in commands(page.read_text(encoding="utf-8")):
        if shown.excluded:
            continue
        ran = shell(shown.command)
        where = f"{page.relative_to(ROOT)}:{shown.line}: $ {shown.command}"
        assert ran.returncode == 0, f"{where}\nended with status {ran.returncode}:\n{ran.stdout[-2000:]}"
        assert not shown.output or shown.accepts(ran.stdout), (
            f"{where}\nshown:\n{shown.output}\nwas:\n{ran.stdout[-4000:]}"
        )


def test_every_exclusion_is_of_a_command_that_a_page_shows():
    shown = [one.command for page in PAGES for one in commands(page.read_text(encoding="utf-8"))]
    idle = [start for start in EXCLUDED if not any(command.startswith(start) for command in shown)]
    assert not idle, f"no page shows {idle}: take them off the list"


@pytest.mark.parametrize(
    ("shown", "output", "right"),
    [
        ("a-1", "a-1\n", True),
        ("a-1", "a-2", False),
        ("...", "anything\nat all", True),
        ("one ... three", "one two three", True),
        ("first\n...\nlast", "first\nsecond\nthird\nlast", True),
        ("first\n...\nlast", "first\nlast", True),
        ("...\nlast", "first\nlast", True),
        ("...\nlast", "last and more", False),
        ("first\n...", "first", True),
        ("a.c", "abc", False),
    ],
)
def test_three_dots_stand_for_any_text_and_nothing_else_does(shown, output, right):
    assert Shown("true", shown, 1).accepts(output) is right
