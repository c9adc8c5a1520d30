"""The data that the model is made from: what each file is, its sha256, and readers for the formats."""

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Tagged = list[tuple[str, str]]  # words with their BIO tags
MANIFEST = Path(__file__).with_name("sources.toml")


class WrongSourceError(Exception):
    """A file of the data is missing or is not the one that the scores were measured with."""


@dataclass(frozen=True, slots=True)
class Source:
    """One pinned file; `use` is train, dev or test."""

    name: str
    sha256: str
    use: str
    licence: str
    credit: str


def sources() -> dict[str, Source]:
    """All pinned files by name."""
    rows = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))
    return {name: Source(name, **row) for name, row in rows.items()}


def checked(folder: Path, name: str) -> Path:
    """The path of a pinned file. Raises WrongSourceError when it is missing or differs."""
    path = folder / f"{name}.jsonl.gz"
    if not path.is_file():
        raise WrongSourceError(f"{path} is missing. Name the folder that holds it.")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sources()[name].sha256:
        raise WrongSourceError(f"{path} has sha256 {found}, not {sources()[name].sha256}: another version of the data.")
    return path


def lines(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def parsed(folder: Path, name: str) -> list[list[list[Any]]]:
    """Sentences of [form, space_after, UPOS, XPOS, head, relation]."""
    return [row["tokens"] for row in lines(checked(folder, name))]


def tagged(folder: Path, name: str) -> list[Tagged]:
    """Sentences of (form, BIO tag)."""
    return [[(form, tag) for form, tag in row["tokens"]] for row in lines(checked(folder, name))]
