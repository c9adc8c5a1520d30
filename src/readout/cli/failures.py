"""Errors on their way out: one line each on standard error, and the status that the command ends with."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from readout.pages.phrasing import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from readout.model import ReadoutError


class Failures:
    """Tells of errors as they come; `exit_status` is that of the first one, 0 where there was none; `told` is how many.

    `aside` is entered around every line, so that a progress bar can make way.
    """

    def __init__(self) -> None:
        self.exit_status = 0
        self.told = 0
        self.aside: Callable[[], AbstractContextManager[None]] = nullcontext

    def tell(self, problem: ReadoutError, name: str | None = None) -> None:
        """Writes the error as one line, after the input's `name` where the message does not begin with it."""
        message = one_line(str(problem))
        prefix = f"{one_line(name)}: " if name and not message.startswith(one_line(name)) else ""
        self.line(prefix + message)
        self.told += 1
        self.exit_status = self.exit_status or problem.exit_status

    def line(self, message: str) -> None:
        """Writes one line on standard error, under the command's name."""
        with self.aside():
            print(f"readout: {message}", file=sys.stderr, flush=True)

    @contextmanager
    def with_warnings(self) -> Iterator[Failures]:
        """Meanwhile warnings of the package are lines on standard error too, and change no exit status."""
        logger, handler = logging.getLogger("readout"), _Lines(self)
        logger.addHandler(handler)
        try:
            yield self
        finally:
            logger.removeHandler(handler)


class _Lines(logging.Handler):
    def __init__(self, failures: Failures) -> None:
        super().__init__(logging.WARNING)
        self._failures = failures

    def emit(self, record: logging.LogRecord) -> None:
        self._failures.line(one_line(record.getMessage()))
