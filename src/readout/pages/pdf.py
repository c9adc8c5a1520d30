"""A page as PDF, printed by the browser that a laptop has already: Chromium, Chrome or Edge, without a window.

A library would want either Pango from the system (WeasyPrint), which many laptops lack and their users may not install, or a
layout of its own (fpdf2). A browser prints the very page that it shows.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from readout.model import MissingInput, ReadoutError

SETTING = "READOUT_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PATIENCE = 60
"""Seconds after which a browser that prints nothing is given up."""
_DATE = re.compile(rb"(?<=\(D:)\d{14}[^)]*(?=\))")
_ANY_DAY = b"20000101000000+00'00'"


def pdf(html: str) -> bytes:
    """The page as PDF: the same bytes for the same page and browser.

    Raises MissingInput where there is no such browser, ReadoutError where it prints nothing.
    """
    browser = _browser()
    with TemporaryDirectory() as folder:
        page, printed = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(html, encoding="utf-8")
        _print(browser, page, printed, Path(folder) / "profile")
        return _DATE.sub(lambda found: _ANY_DAY[: len(found[0])].ljust(len(found[0])), printed.read_bytes())


def _browser() -> str:
    named = os.environ.get(SETTING)
    found = which(named) if named else next((path for name in NAMES if (path := which(name))), None)
    found = found or next((path for path in ELSEWHERE if not named and Path(path).exists()), None)
    if not found:
        said = f"{named}: no such program." if named else "No Chromium, Chrome or Edge was found."
        raise MissingInput(
            f"{said} A PDF is printed by one of them: install it, name it in {SETTING}, or write .html and print that."
        )
    return found


def _print(browser: str, page: Path, printed: Path, profile: Path) -> None:
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [
        browser, "--headless", "--disable-gpu", "--no-first-run", f"--user-data-dir={profile}", *sandbox,
        "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri(),
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise ReadoutError(f"{browser}: no PDF was printed ({problem}). Write .html and print that.") from problem
    if not printed.exists():
        said = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no word why"]
        raise ReadoutError(f"{browser}: no PDF was printed ({said[0]}). Write .html and print that.")
