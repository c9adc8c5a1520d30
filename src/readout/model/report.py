"""A report: one published text about an official encounter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from readout.model.span import Span


@lru_cache(maxsize=8)  # one report's is asked for by each of its findings
def text_hash(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal: what names a report's text for good."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the words it was read from; `span` is None where it came with the report's metadata."""

    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text with what is known of its origin.

    `text` is canonical: all offsets of findings and mentions are code points in it. `published` is an ISO date; `file` is the name of
    the file that it came in, by which it is cited where nobody says who published it.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    outlet: Stated | None = None
    credited: Stated | None = None
    published: Stated | None = None
    language: str = "en"
    file: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the text (see `text_hash`)."""
        return text_hash(self.text)

    @property
    def date(self) -> str | None:
        """The ISO date of publication, where known."""
        return self.published.value if self.published else None

    def to_dict(self) -> dict[str, Any]:
        """The `report` object of the JSON form; `where` holds the spans of values that the text itself states."""
        stated = {"outlet": self.outlet, "credited": self.credited, "published": self.published}
        return {
            "title": self.title,
            **{name: value.value if value else None for name, value in stated.items()},
            "url": self.url,
            "language": self.language,
            "sha256": self.sha256,
            "where": {name: value.span.to_list() for name, value in stated.items() if value and value.span},
        }


def report_name(
    text: str, title: str | None = None, source: str | None = None, url: str | None = None, date: str | None = None
) -> str:
    """What names a report for good: the hash of its text and of all that came along with it, its first 16 figures.

    The same words under another address or date are another source. A text that came alone is named by its own hash.
    """
    known = (title, source, url, date)
    if not any(known):
        return text_hash(text)[:16]
    return text_hash("\x1f".join([text_hash(text), *(each or "" for each in known)]))[:16]
