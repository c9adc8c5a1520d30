"""Takes the pictures of pages that the documentation shows: `python docs/take_picture.py [CHROMIUM]`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAGES = {
    "page.png": (800, "read", "examples/2022-05-08-kyiv.txt"),
    "compare.png": (900, "compare", "docs/how-to/a-call-told-twice.jsonl"),
}
"""The height of each picture and the command that makes its page."""
WIDTH = 1280


def main(chromium: str) -> None:
    """Makes each page and writes what a browser shows of it."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=chromium)
        for name, (height, *command) in PAGES.items():
            page_file = Path(folder) / f"{name}.html"
            subprocess.run([sys.executable, "-m", "readout.cli", *command, "--output", page_file], cwd=ROOT, check=True)
            page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme="light")
            page.goto(page_file.as_uri())
            page.screenshot(path=IMAGES / name)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
