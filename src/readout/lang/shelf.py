"""A folder of files as a mapping: a question that needs two lexicons does not wait for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Shelf(Mapping[str, T]):
    """What the files of a folder say, by their names; each is read when it is first asked for."""

    def __init__(self, names: Sequence[str], read: Callable[[str], T]) -> None:
        self._names, self._read, self._said = tuple(names), read, dict[str, T]()

    def __getitem__(self, name: str) -> T:
        if name not in self._said:
            if name not in self._names:
                raise KeyError(name)
            self._said[name] = self._read(name)
        return self._said[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
