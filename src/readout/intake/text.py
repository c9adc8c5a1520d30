"""Plain text, one report a file: UTF-8 with or without a byte order mark, or UTF-16 with one."""

from __future__ import annotations

import codecs
import re
import shlex
from typing import IO, TYPE_CHECKING

from readout.intake.limits import LONGEST, LONGEST_TEXT_BYTES, too_long
from readout.intake.source import Source
from readout.model import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is often handed over instead of plain text: how it begins, what it is, what to do.
OTHER_FORMATS = (
    (rb"%PDF-", "a PDF document", "Save it as plain text first, for example with pdftotext"),
    (rb"PK\x03\x04", "a ZIP archive or an office document", "Save its text as a .txt file first"),
    (rb"\xd0\xcf\x11\xe0", "an office document", "Save its text as a .txt file first"),
    (rb"\x1f\x8b", "a gzip archive", "Unpack it first, for example with gunzip"),
    (rb"\{\\rtf", "an RTF document", "Save it as plain text first"),
    (rb"\s*<(?:!doctype\s+html|html|\?xml)\b", "a web page or XML", "Save its text as a .txt file first"),
    (rb"\s*(?:\[\s*)?\{\s*\"", "JSON", "Write one object a line into a file whose name ends in .jsonl"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LINE = re.compile(r": line \d+$")
_SAMPLE = 65_536
_MOST_CONTROL = 0.01


def sources(stream: IO[bytes], name: str) -> Iterator[Source]:
    """The one report of a text file. Raises UnreadableInput; reads no more than the longest report takes."""
    raw = stream.read(LONGEST_TEXT_BYTES + 4)
    refuse_other_formats(raw[:_SAMPLE], name)
    if len(raw) > LONGEST_TEXT_BYTES + 3:
        raise too_long(name)
    text = _decoded(raw, name)
    refuse_unfit_text(text, name)
    yield Source(text=text, name=name)


def refuse_other_formats(head: bytes, name: str) -> None:
    """Raises UnreadableInput where the first bytes are those of a format that is no plain text."""
    for beginning, what, remedy in OTHER_FORMATS:
        if re.match(beginning, head, re.IGNORECASE):
            raise UnreadableInput(f"{name}: this is {what}, not plain text. {remedy}.")
    if b"\0" in head and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _binary(name, f"a NUL byte at offset {head.index(0)}")


def refuse_unfit_text(text: str, name: str) -> None:
    """Raises UnreadableInput where a decoded text is blank, too long or full of control characters."""
    if not text.strip():
        raise UnreadableInput(f"{name}: empty, there is nothing to read. Give a file that holds the text of a report.")
    if len(text) > LONGEST:
        raise too_long(name)
    if "\0" in text:
        raise _binary(name, f"a NUL character at position {text.index(chr(0))}")
    strange = _CONTROL.findall(text[:_SAMPLE])
    if len(strange) > _MOST_CONTROL * min(len(text), _SAMPLE):
        raise _binary(name, f"{len(strange)} control characters")


def _decoded(raw: bytes, name: str) -> str:
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as problem:
        start = problem.start + (3 if raw.startswith(codecs.BOM_UTF8) else 0)
        raise wrong_encoding(raw, start, name, "UTF-16" if wide else "UTF-8") from None


def wrong_encoding(raw: bytes, start: int, name: str, expected: str = "UTF-8") -> UnreadableInput:
    """The error for bytes that are not in the encoding expected: names the byte, its offset and a way out.

    `name` is that of a file, or of one of its lines ("a.jsonl: line 3"): it is the file that is converted.
    """
    file = "FILE" if name.startswith("standard input") else shlex.quote(_LINE.sub("", name))
    return UnreadableInput(
        f"{name}: byte 0x{raw[start]:02x} at offset {start} is not {expected}. Convert the file first, "
        f"for example from Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 {file} > converted.txt"
    )


def _binary(name: str, sign: str) -> UnreadableInput:
    return UnreadableInput(
        f"{name}: binary, not text ({sign}). Give plain text in UTF-8; "
        "if this is UTF-16 without a byte order mark, convert it with iconv -f UTF-16LE -t UTF-8."
    )
