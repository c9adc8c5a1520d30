"""Files of data that people can edit, read as YAML.

What a file says is kept in `__pycache__`, as Python keeps what it compiles, and as long as the file stays as it was: YAML takes fifty
times as long to read, and many a question waits for a lexicon.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

from readout.model.errors import LanguageDataError

KEPT = Path(__file__).parent / "__pycache__"


def yaml_of(package: str, *path: str) -> Any:
    """The content of one file of a package; LanguageDataError, which names the file, where it is no valid YAML."""
    file = files(package).joinpath(*path)
    if not isinstance(file, Path):
        return _parsed(file.read_text(encoding="utf-8"), "/".join(path))
    kept = KEPT / ".".join((package, *path, str(sys.implementation.cache_tag)))
    stat = file.stat()
    as_it_was = stat.st_mtime_ns, stat.st_size
    try:
        before, said = marshal.loads(kept.read_bytes())
        if before == as_it_was:
            return said
    except (OSError, ValueError, EOFError, TypeError):  # nothing there, or nothing that was kept so
        pass
    said = _parsed(file.read_text(encoding="utf-8"), "/".join(path))
    if not sys.dont_write_bytecode:
        _keep(kept, (as_it_was, said))
    return said


def _parsed(text: str, name: str) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as problem:
        raise LanguageDataError(f"{name}: no valid YAML ({problem}). Mend the line that it names.") from problem


def _keep(kept: Path, said: Any) -> None:
    """Writes what was read, whole or not at all; where nobody may write, it is read again the next time."""
    part = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        written = marshal.dumps(said)
    except ValueError:  # it says what Python cannot keep so, such as a date without quotes
        return
    try:
        KEPT.mkdir(exist_ok=True)
        part.write_bytes(written)
        part.replace(kept)
    except OSError:
        with suppress(OSError):
            part.unlink()


def read_all() -> None:
    """Reads every file of data that lies within the package, so that what it says is kept."""
    rooms = Path(__file__).parent.parent
    for file in rooms.glob("**/*.yaml"):
        yaml_of("readout", *file.relative_to(rooms).parts)
