"""The text as the annotator reads it, and the way back to the canonical text."""

from __future__ import annotations

import re
import unicodedata

from readout.reading.annotate.mojibake import SPOILT, meant

SPACES = dict.fromkeys(
    map(
        ord,
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u00ad\u200b\u2060\ufeff\t\x0b\x0c\r",
    ),
    " ",
)
SPACES.update({ord("\u2028"): "\n", ord("\u2029"): "\n", ord("\x85"): "\n"})
SPACES.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
CHUNK = re.compile(rf"[^\u0300-\u036f][\u0300-\u036f]+|{SPOILT.pattern}")


def fold(text: str) -> tuple[str, list[int] | None]:
    """The text in NFC with plain spaces, and for each of its code points its place in `text` (None: the same places)."""
    plain = text.translate(SPACES)
    if unicodedata.is_normalized("NFC", plain) and not SPOILT.search(plain):
        return plain, None
    parts: list[str] = []
    starts: list[int] = []
    done = 0
    for match in CHUNK.finditer(plain):
        parts.append(plain[done : match.start()])
        starts.extend(range(done, match.start()))
        composed = meant(match.group()) or unicodedata.normalize("NFC", match.group())
        parts.append(composed)
        starts.extend([match.start()] * (len(composed) - 1) + [match.end() - 1])
        done = match.end()
    parts.append(plain[done:])
    starts.extend(range(done, len(plain)))
    return "".join(parts), starts
