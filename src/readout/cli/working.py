"""Sources become readings or errors, in order, here or in processes side by side."""

from __future__ import annotations

import logging
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING

from readout.model import Reading, ReadoutError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readout.intake import Source
    from readout.reading import Reader

log = logging.getLogger(__name__)

Outcome = Reading | ReadoutError
AHEAD = 8
"""Sources that wait for each process, so that none is idle and a long file is never held whole."""


def outcomes(sources: Iterable[Source], jobs: int = 1) -> Iterator[tuple[Source, Outcome]]:
    """Each source with its reading, or with the error that it alone costs."""
    if jobs <= 1:
        yield from ((source, outcome(source)) for source in sources)
        return
    waiting: deque[tuple[Source, Future[Outcome]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for source in sources:
            waiting.append((source, pool.submit(outcome, source)))
            if len(waiting) >= jobs * AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)


def outcome(source: Source) -> Outcome:
    """The reading of one source, or the error; a fault of the reader itself costs its source alone too."""
    try:
        return _reader().read(
            source.text, id=source.id, title=source.title, date=source.date, source=source.source, url=source.url
        )
    except ReadoutError as problem:
        return problem
    except Exception as fault:
        log.debug("%s", source.name, exc_info=True)
        reason = f"{type(fault).__name__}: {fault}"
        return ReadoutError(
            f"could not be read for a fault of Readout itself ({reason}). Please report it with the text."
        )


def _next(waiting: deque[tuple[Source, Future[Outcome]]]) -> tuple[Source, Outcome]:
    source, future = waiting.popleft()
    return source, future.result()


@cache
def _reader() -> Reader:
    """One reader a process, loaded when the first source is read."""
    from readout.reading import Reader

    return Reader()
