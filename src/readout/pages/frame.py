"""The frame around every page: one head, one style, one bar, nothing fetched, no script but the page's own."""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Template


def framed(
    title: str,
    body: Markup,
    style: str = "",
    language: str = "en",
    script: str = "",
    own_bar: bool = False,
    description: str = "",
) -> str:
    """A whole HTML page around a body; `style` is what the body needs beside the style of all pages.

    With `own_bar` the body begins with a bar of its own. `description` is what a link to the page says beside its title.
    """
    every = frame_style() + style
    html = template("readout.pages", "frame.html").render(
        title=title,
        body=body,
        language=language,
        own_bar=own_bar,
        description=description,
        style=Markup(every),
        style_hash=_digest(every),
        script=Markup(script),
        script_hash=_digest(script),
    )
    return html.encode("utf-8", "replace").decode("utf-8")


@cache
def template(room: str, name: str) -> Template:
    """A template file of a package; whatever it is given is escaped unless it is Markup."""
    from jinja2 import Environment  # a question that is answered as text needs no template

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string(files(room).joinpath(name).read_text(encoding="utf-8"))


def coded(text: str) -> Markup:
    """A sentence for a page, with what stands between backticks as code."""
    pieces = text.split("`")
    return Markup().join(Markup("<code>{}</code>").format(p) if n % 2 else p for n, p in enumerate(pieces))


@cache
def frame_style() -> str:
    """The style of all pages: colours by kind and by light, letters, bar, heading."""
    return files("readout.pages").joinpath("frame.css").read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """What a content security policy calls this style or script, so that no other may run."""
    return f"sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}"
