"""Files of data that people can edit, read as YAML."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from readout.model.errors import LanguageDataError


def yaml_of(package: str, *path: str) -> Any:
    """The content of one file of a package; LanguageDataError, which names the file, where it is no valid YAML."""
    import yaml  # many a command reads no such file

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files(package).joinpath(*path).read_text(encoding="utf-8")
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as problem:
        raise LanguageDataError(
            f"{'/'.join(path)}: no valid YAML ({problem}). Mend the line that it names."
        ) from problem
