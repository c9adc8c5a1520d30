"""Marks of lists that the annotator does not know, read as the dash that it knows; the text keeps its length."""

from __future__ import annotations

import re

STRANGE = "■□●○◉►▶▷▸‣❖✔✓✅➢➤➔→◆◇♦❑❒⁃∙"
MARK = re.compile(rf"(?m)^[^\S\n]*(?:[{STRANGE}](?=[^\S\n])|\(?(?:[a-h]|[ivx]{{1,4}})[.)](?=[^\S\n]+[a-z]))")


def plain_bullets(text: str) -> str:
    """The text with a dash for each strange mark, letter or small Roman figure that opens an item of a list."""
    return MARK.sub(lambda mark: mark[0][: -len(mark[0].lstrip())] + "-".ljust(len(mark[0].lstrip())), text)
