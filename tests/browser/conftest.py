"""Debian's Chromium, and pages that the real command wrote."""

import json
import os
import shutil
import subprocess
import sys

import pytest

REPORTS = [
    {
        "title": "Talks in Helsinki </title><script>document.title='taken'</script>",
        "date": "2023-01-05",
        "source": "Yle <b>News</b>",
        "url": "https://example.org/news/1?a=1&b=2",
        "text": "President of Finland Sauli Niinisto met with Prime Minister of Sweden Magdalena Andersson in Helsinki.\n"
        '"We will build the new bridge by the end of 2027," Sauli Niinisto said.\n'
        "Magdalena Andersson noted that the talks had been useful and that Sweden intends to open a consulate in Turku. "
        "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">\n"
        + "The weather in the harbour was fine, and the guests walked along the sea before they had dinner.\n" * 12
        + "Sauli Niinisto stressed that the two countries had agreed to build a second cable between their coasts.",
    },
    {
        "title": "Talks in Riga",
        "text": "Foreign Minister of Norway Anniken Huitfeldt met with Foreign Minister of Latvia Edgars Rinkevics in Riga. "
        "Anniken Huitfeldt said that Norway would help to build the new port.",
    },
]


@pytest.fixture(scope="session")
def page_file(tmp_path_factory):
    """The page of the reports, as `readout read --output` writes it."""
    folder = tmp_path_factory.mktemp("page")
    lines, page = folder / "reports.jsonl", folder / "page.html"
    lines.write_text("\n".join(map(json.dumps, REPORTS)), encoding="utf-8")
    command = [sys.executable, "-m", "readout.cli", "read", str(lines), "--output", str(page)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    subprocess.run(command, check=True, env=environment)
    return page


@pytest.fixture(scope="session")
def chromium():
    """A running Chromium; without one the test is skipped, or fails where READOUT_REQUIRE_ALL is 1."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if not path:
        reason = "needs Chromium and playwright: apt-get install chromium; pip install playwright"
        pytest.fail(reason) if os.environ.get("READOUT_REQUIRE_ALL") == "1" else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, page_file):
    """Opens the page in a window of a size and a colour scheme; a complaint or a request by the page fails the test."""
    contexts, complaints = [], []

    def open_page(width=1280, height=900, scheme="light", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request", lambda request: complaints.append(request.url) if request.url != page_file.as_uri() else None
        )
        page.goto(page_file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
