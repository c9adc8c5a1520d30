"""Takes the picture of the page that README.md shows: `python docs/take_picture.py [CHROMIUM]`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "page.png"
EXAMPLE = Path("examples") / "2022-05-08-kyiv.txt"
SIZE = {"width": 1280, "height": 800}


def main(chromium: str) -> None:
    """Reads one example into a page and writes what a browser shows of it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as browsers:
        page_file = Path(folder) / "page.html"
        read = [sys.executable, "-m", "readout.cli", "read", str(EXAMPLE), "--output", str(page_file)]
        subprocess.run(read, cwd=ROOT, check=True)
        browser = browsers.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(page_file.as_uri())
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
