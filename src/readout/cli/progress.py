"""A progress bar on standard error for long work; nothing where standard error is no terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 2.0
"""Seconds of work before the bar appears."""

MANY = 20
"""More reports than this show the bar at once."""


class Bar:
    """Counts reports; shows itself once the work proves long. `total` is None where nobody knows."""

    def __init__(self, total: int | None, no_color: bool = False) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True, no_color=no_color or None)
        columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(
            *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        self._task = self._progress.add_task("Reading", total=total)
        self._timer = Timer(0.0 if (total or 0) > MANY else PATIENCE, self._show)
        self._timer.daemon = True
        self._lock = Lock()
        self._due = self._paused = False

    def __enter__(self) -> Bar:
        self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._due = False
            self._progress.stop()

    def advance(self) -> None:
        """One more report is read."""
        self._progress.advance(self._task)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Takes the bar off the terminal while something else is written there."""
        with self._lock:
            self._progress.stop()
            self._paused = True
        yield
        with self._lock:
            self._paused = False
            if self._due:
                self._progress.start()

    def _show(self) -> None:
        with self._lock:
            self._due = True
            if not self._paused:
                self._progress.start()


class NoBar:
    """Stands in for the bar where there is no terminal to show it."""

    def __enter__(self) -> NoBar:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def advance(self) -> None:
        """Nothing to count."""

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Nothing to take away."""
        yield


def bar(count: Callable[[], int | None], no_color: bool = False) -> Bar | NoBar:
    """The bar for as many reports as `count` says, where standard error is a terminal."""
    return Bar(count(), no_color) if sys.stderr.isatty() else NoBar()
