"""Content lines of iCalendar (RFC 5545, sections 3.1 and 3.3.11): values escaped, lines folded."""

from __future__ import annotations

import re
from collections.abc import Iterable

WIDEST = 75
"""Octets of a line without its end; what is longer goes on in the next one, behind a space."""
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What no value may hold."""


def text(value: str) -> str:
    """A value of the type TEXT."""
    return CONTROL.sub("", value).translate(ESCAPED)


def content_lines(properties: Iterable[tuple[str, str]]) -> str:
    """Properties, with their parameters, and their values as lines, each folded and ended as the standard wants it."""
    return "".join(f"{folded(f'{name}:{value}')}\r\n" for name, value in properties)


def folded(line: str) -> str:
    """A line in parts of at most 75 octets; no character is cut in two."""
    octets = line.encode()
    if len(octets) <= WIDEST:
        return line
    parts, start, room = [], 0, WIDEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end].decode())
        start, room = end, WIDEST - 1
    return "\r\n ".join((*parts, octets[start:].decode()))
