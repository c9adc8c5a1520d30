"""Who belongs to a group of states."""

from __future__ import annotations

from functools import cache

from readout.lang.pack import read_yaml


@cache
def members_of_groups(language: str = "en") -> dict[str, frozenset[str]]:
    """The members of each group that the list has, by its name."""
    rows = read_yaml(language, "matching", "members.yaml")["members"]
    return {group: frozenset(members) for group, members in rows.items()}
