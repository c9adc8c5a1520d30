"""Many reports, in order, here or in processes side by side; a broken one costs itself alone."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING, Protocol, TypeVar

from readout.model import Reading, ReadoutError

if TYPE_CHECKING:
    from readout.reading.reader import Reader

log = logging.getLogger(__name__)

AHEAD = 32
"""Sources that wait for each process, so that none is idle while fifty readings are kept, and a long file is never held whole."""


class Readable(Protocol):
    """What `read_many` takes: a text with what is known of it."""

    @property
    def text(self) -> str: ...
    @property
    def id(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...


Given = TypeVar("Given", bound=Readable)
Outcome = Reading | ReadoutError


def outcomes(reader: Reader, sources: Iterable[Given], processes: int = 1) -> Iterator[tuple[Given, Outcome]]:
    """Each source with its reading, or with the error that it alone costs."""
    if processes <= 1:
        yield from ((source, outcome(reader, source)) for source in sources)
        return
    waiting: deque[tuple[Given, Future[Outcome]]] = deque()
    with _pool(processes) as pool:
        for source in sources:
            waiting.append((source, _submitted(pool, reader, source)))
            if len(waiting) >= processes * AHEAD:
                yield _next(reader, waiting)
        while waiting:
            yield _next(reader, waiting)


def outcome(reader: Reader, given: Readable) -> Outcome:
    """The reading of one source, or its error; a fault of the reader itself costs its source alone too."""
    known = {"id": given.id, "title": given.title, "date": given.date, "source": given.source, "url": given.url}
    try:
        return _kept(reader).read(given.text, **known)
    except ReadoutError as problem:
        return problem
    except Exception as fault:
        log.debug("%s", given.id, exc_info=True)
        return _fault(f"{type(fault).__name__}: {fault}")


@cache
def _kept(reader: Reader) -> Reader:
    """The one reader of its kind in this process: a worker loads its model once, not once a task."""
    return reader


def _fault(reason: str) -> ReadoutError:
    return ReadoutError(f"could not be read for a fault of Readout itself ({reason}). Please report it with the text.")


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))


def _submitted(pool: ProcessPoolExecutor, reader: Reader, source: Readable) -> Future[Outcome]:
    """The task; where a process of the pool has ended under another task, one that tells so."""
    try:
        return pool.submit(outcome, reader, source)
    except BrokenProcessPool as problem:
        failed: Future[Outcome] = Future()
        failed.set_exception(problem)
        return failed


def _next(reader: Reader, waiting: deque[tuple[Given, Future[Outcome]]]) -> tuple[Given, Outcome]:
    """The first that waits; where a process ended under it or another, it is read again in one of its own."""
    source, future = waiting.popleft()
    try:
        return source, future.result()
    except BrokenProcessPool:
        return source, _alone(reader, source)


def _alone(reader: Reader, source: Readable) -> Outcome:
    with _pool(1) as pool:
        try:
            return pool.submit(outcome, reader, source).result()
        except BrokenProcessPool:
            return _fault("the process that read it ended")
