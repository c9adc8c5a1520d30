"""Every command that the documentation shows is run, page by page, in a copy of what the commands use.

A process a command would spend most of its time on starting and on loading the language model. So a plain command of
Readout runs in this process, with files and an output as real as a shell's; whatever a shell must understand, and every
command of the pages in PROCESSES, runs in a process of its own.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from readout.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
USED = ("docs", "examples", "src")

# Pages whose every command runs in a process of its own, and why.
PROCESSES = {
    "README.md": "what a newcomer types first is run as they run it",
    "docs/how-to/change-the-lexicon.md": "it changes the language data of the copy, which this process does not read",
}

# Commands that are shown and not run here: how they begin, and why.
EXCLUDED = {
    "make demo": "sets up an environment of its own from the network; continuous integration runs it",
    "make test": "runs this very test",
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


@dataclass(frozen=True)
class Ran:
    """How a command ended, and all that it wrote."""

    status: int
    output: str


@pytest.fixture
def copy(tmp_path):
    """A copy of what the commands use, with `readout` and `python` those of this test."""
    for name in USED:
        shutil.copytree(ROOT / name, tmp_path / "copy" / name, ignore=shutil.ignore_patterns("__pycache__", "_build"))
    programs = tmp_path / "copy" / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, what in {"python": "", "readout": "-m readout.cli"}.items():
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {what} "$@"\n')
        program.chmod(0o755)
    return tmp_path / "copy"


@pytest.fixture
def shell(copy, monkeypatch):
    """Runs a command in the copy: in a process of its own, or, where it is `plain` and may, in this one."""
    programs, paths = copy / ".venv" / "bin", (copy / "src", ROOT / "models" / "en" / "src")
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, paths)))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(copy)

    def run(command: str, may_run_here: bool) -> Ran:
        words = plain(command) if may_run_here else None
        return in_this_process(words, monkeypatch) if words else in_a_process(command)

    return run


def plain(command: str) -> list[str] | None:
    """The words of a command of Readout that no shell need understand but for `*`; None of any other."""
    if not command.startswith("readout ") or re.search(r"[|<>;&$`]", command):
        return None
    words = [(word, word in shlex.split(command, posix=False)) for word in shlex.split(command)]
    return [name for word, bare in words for name in (spread(word) if bare and "*" in word else [word])]


def spread(pattern: str) -> list[str]:
    """The files of a pattern, as a shell gives them."""
    return sorted(str(path) for path in Path().glob(pattern)) or [pattern]


def in_this_process(words: list[str], monkeypatch) -> Ran:
    """Runs a command of Readout; what it writes on both streams goes into one file."""
    monkeypatch.setattr(sys, "argv", words)
    with Path("../output").open("w+", encoding="utf-8") as out:
        with redirect_stdout(out), redirect_stderr(out), pytest.raises(SystemExit) as ended:
            main()
        out.seek(0)
        return Ran(int(ended.value.code or 0), out.read())


def in_a_process(command: str) -> Ran:
    """Runs whatever a shell understands."""
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if commands(page.read_text("utf-8"))], ids=lambda p: str(p.relative_to(ROOT))
)
def test_every_command_that_a_page_shows_works_as_shown(page, shell):
    here = str(page.relative_to(ROOT)) not in PROCESSES
    for shown in commands(page.read_text(encoding="utf-8")):
        if shown.excluded:
            continue
        ran = shell(shown.command, here)
        where = f"{page.relative_to(ROOT)}:{shown.line}: $ {shown.command}"
        assert ran.status == 0, f"{where}\nended with status {ran.status}:\n{ran.output[-2000:]}"
        assert not shown.output or shown.accepts(ran.output), (
            f"{where}\nshown:\n{shown.output}\nwas:\n{ran.output[-4000:]}"
        )


def test_every_exclusion_is_of_a_command_that_a_page_shows():
    shown = [one.command for page in PAGES for one in commands(page.read_text(encoding="utf-8"))]
    idle = [start for start in EXCLUDED if not any(command.startswith(start) for command in shown)]
    assert not idle, f"no page shows {idle}: take them off the list"


def test_every_page_whose_commands_run_in_processes_shows_some():
    pages = {str(page.relative_to(ROOT)) for page in PAGES if commands(page.read_text(encoding="utf-8"))}
    assert pages >= set(PROCESSES)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ('readout search "air defense"', ["readout", "search", "air defense"]),
        ("readout search 'a*' b", ["readout", "search", "a*", "b"]),
        ("readout read *.txt", ["readout", "read", "one.txt", "two.txt"]),
        ("readout read no*.txt", ["readout", "read", "no*.txt"]),
        ("readout due > due.csv", None),
        ("ls figures", None),
        ('readout compare "$(cat id)"', None),
    ],
)
def test_only_what_needs_no_shell_runs_in_this_process(command, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("two.txt", "one.txt"):
        Path(name).touch()
    assert plain(command) == words


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
