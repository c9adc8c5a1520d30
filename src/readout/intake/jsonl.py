"""JSON lines: one report a line, an object with `text` and, where known, `id`, `title`, `date`, `source`, `url`."""

from __future__ import annotations

import codecs
import json
import logging
import re
from collections import Counter
from typing import IO, TYPE_CHECKING, Any

from readout.intake.dates import iso_date
from readout.intake.limits import LONGEST_LINE_BYTES, too_long
from readout.intake.source import Source
from readout.intake.text import refuse_unfit_text, wrong_encoding
from readout.model import ReadoutError, UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger(__name__)

KEYS = ("id", "text", "title", "date", "source", "url")
_HALF = re.compile(r"[\ud800-\udfff]")
SUFFIXES = (".jsonl", ".ndjson")


def sources(stream: IO[bytes], name: str) -> Iterator[Source | ReadoutError]:
    """The reports of a file, line by line; a line that cannot be read gives its error and the rest goes on.

    Keys beyond `KEYS` are left out and told of once, in the log. Raises UnreadableInput for a binary or blank file.
    """
    lines, strange = 0, Counter[str]()
    for number, raw in _lines(stream, name):
        lines += 1
        try:
            row = _object(raw, f"{name}: line {number}")
            strange.update(key for key in row if key not in KEYS)
            yield _source(row, f"{name}: line {number}")
        except ReadoutError as problem:
            yield problem
    if not lines:
        raise UnreadableInput(f"{name}: empty, there is nothing to read. Write one JSON object a line.")
    if strange:
        shown = ", ".join(f"{key!r} ({count:,} times)" for key, count in strange.most_common(5))
        log.warning("%s: keys that are not read in %s lines: %s", name, f"{lines:,}", shown)


def _lines(stream: IO[bytes], name: str) -> Iterator[tuple[int, bytes]]:
    """Each line that is not blank with its number, cut at the longest that is read; NUL in the first means binary."""
    number = 0
    while raw := stream.readline(LONGEST_LINE_BYTES + 1):
        number += 1
        if number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
            if b"\0" in raw:
                raise UnreadableInput(f"{name}: binary or UTF-16, not JSON lines. Give JSON lines in UTF-8.")
        rest = raw
        while len(rest) > LONGEST_LINE_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE_BYTES + 1)
        if raw.strip():
            yield number, raw


def _object(raw: bytes, name: str) -> dict[str, Any]:
    if len(raw) > LONGEST_LINE_BYTES:
        raise too_long(name)
    try:
        row = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise wrong_encoding(raw, problem.start, name) from None
    except json.JSONDecodeError as problem:
        reason = f"{problem.msg} at column {problem.colno}"
        raise UnreadableInput(f"{name}: no valid JSON ({reason}). Write one JSON object a line.") from None
    except (RecursionError, ValueError) as problem:
        raise UnreadableInput(f"{name}: no JSON that can be read ({problem}). Write one JSON object a line.") from None
    if not isinstance(row, dict):
        raise UnreadableInput(f'{name}: not a JSON object. Write {{"text": "…"}}, one object a line.')
    return row


def _source(row: dict[str, Any], name: str) -> Source:
    if row.get("text") is None:
        raise UnreadableInput(f'{name}: has no "text". Give the report\'s text under that key.')
    given = {key: _string(row, key, name) for key in KEYS}
    text = given.pop("text") or ""
    refuse_unfit_text(text, name)
    date = given.pop("date")
    return Source(text=text, name=name, date=iso_date(date, name) if date else None, **given)


def _string(row: dict[str, Any], key: str, name: str) -> str | None:
    """The value of a key; None where it is absent, null or blank. A number is as good an id as a string.

    An escape that is half a character (`\\ud800`), which no text can hold, becomes U+FFFD, so that offsets stay.
    """
    value = row.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        kind = {list: "an array", dict: "an object", bool: "true or false"}.get(type(value), "a number")
        raise UnreadableInput(f'{name}: "{key}" is {kind}, not a string. Put it in quotes, or leave it out.')
    return _HALF.sub("\ufffd", value) if value and value.strip() else None
