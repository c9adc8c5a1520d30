"""The label lists that the heads of the network score, in the order of their columns."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

NAME_TYPES = ("LOC", "ORG", "PER")
NAMES = ("O", *(f"{part}-{kind}" for part in "BI" for kind in NAME_TYPES))


@dataclass(frozen=True, slots=True)
class Labels:
    """Four lists of labels; a head's column `i` scores the label at place `i`."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[str, ...]

    @classmethod
    def seen_in(cls, sentences: Iterable[list[list[str]]]) -> "Labels":
        """The labels of parsed sentences, sorted; the name labels are fixed."""
        tokens = [token for sentence in sentences for token in sentence]
        upos, xpos, relations = (tuple(sorted({token[place] for token in tokens})) for place in (2, 3, 5))
        return cls(upos, xpos, NAMES, relations)

    @classmethod
    def read(cls, path: Path) -> "Labels":
        """The lists of a file; a bare list of the four, as the first weights have it, is read too."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(stored, list):
            stored = dict(zip(cls.__slots__, stored, strict=True))
        return cls(**{field: tuple(values) for field, values in stored.items()})

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")
