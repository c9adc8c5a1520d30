"""A source: one text that is to be read, with what came along with it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of texts from elsewhere than their files: `date` is an ISO date."""

    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One text and its metadata; `name` is what messages call it (the file, with its line where it has many).

    `date` is an ISO date; `id` is None where the input gives none; `file` is the name of the file without its folder, with the line
    where it has many, None for standard input.
    """

    text: str
    name: str
    id: str | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    file: str | None = None

    def completed_by(self, given: Given) -> Source:
        """This source with what is given wherever it has no title, date, source or address of its own."""
        fields = ("title", "date", "source", "url")
        return replace(self, **{field: getattr(self, field) or getattr(given, field) for field in fields})
