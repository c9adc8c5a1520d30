"""The example files themselves: whose facts they tell, and that the words are the project's own."""

import gzip
import json
import re
from pathlib import Path

import pytest
import yaml

from readout.model import kinds

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
FACTS = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text(encoding="utf-8"))
CORPUS = ROOT.parent / "shared" / "corpus"
RUN = 8
SOURCE = re.compile(r"^Source: (https?://\S+)$", re.MULTILINE)
SOURCES = (ROOT / "examples" / "SOURCES.md").read_text(encoding="utf-8")
ADDRESS = re.compile(r"<(https?://[^>]+)>")
FIGURE = re.compile(r"\d[\d,.]*\d|\d")
WORD = re.compile(r"\w+")
every_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def own_words(path: Path) -> list[str]:
    """The words of an example, its source line apart."""
    return WORD.findall(SOURCE.sub("", path.read_text(encoding="utf-8")).lower())


def runs(words: list[str]) -> set[tuple[str, ...]]:
    """All runs of RUN words."""
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def test_there_is_at_least_a_dozen_examples():
    assert len(EXAMPLES) >= 12


@every_example
def test_an_example_ends_with_the_address_of_its_source(path):
    last = path.read_text(encoding="utf-8").splitlines()[-1]
    assert SOURCE.fullmatch(last), f"{path.name}: the last line is {last!r}"


@every_example
def test_an_example_stands_in_the_tables_of_sources_and_of_contents(path):
    address = SOURCE.search(path.read_text(encoding="utf-8"))[1]
    sources = (ROOT / "examples" / "SOURCES.md").read_text(encoding="utf-8")
    contents = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert any(f"`{path.name}`" in row and f"<{address}>" in row for row in sources.splitlines())
    assert f"`{path.name}`" in contents


@every_example
def test_an_example_is_short(path):
    assert 80 <= len(own_words(path)) <= 350


@every_example
def test_an_example_tells_facts_that_a_reader_must_find(path):
    text = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert any(fact["kind"] == "meeting" for fact in FACTS[path.name]["findings"])
    for fact in FACTS[path.name]["findings"]:
        assert all(part in text for part in fact["words"].split(" ... "))
        assert set(fact["slots"]) <= set(kinds()[fact["kind"]].roles)


def test_no_example_shares_a_run_of_eight_words_with_a_published_report():
    files = sorted(CORPUS.rglob("*.jsonl.gz"))
    if not files:
        pytest.skip(f"the reports to compare with are not in {CORPUS.relative_to(ROOT.parent)} beside the checkout")
    ours = {run: path.name for path in EXAMPLES for run in runs(own_words(path))}
    shared = {
        f"{ours[run]}: {' '.join(run)} ({report['id']})"
        for file in files
        for report in reports(file)
        for run in runs(WORD.findall(report["text"].lower())) & ours.keys()
    }
    assert not shared, "\n".join(sorted(shared))


@every_example
def test_every_figure_of_an_example_stands_in_one_of_its_sources(path, published):
    row = next(line for line in SOURCES.splitlines() if f"`{path.name}`" in line)
    said = " ".join(published[address] for address in ADDRESS.findall(row))
    text = SOURCE.sub("", path.read_text(encoding="utf-8"))
    assert [figure for figure in FIGURE.findall(text) if figure not in said] == []


@pytest.fixture(scope="module")
def published():
    """The reports of the corpus by address, with title and date."""
    files = sorted(CORPUS.rglob("*.jsonl.gz"))
    if not files:
        pytest.skip(f"the sources are not in {CORPUS.relative_to(ROOT.parent)} beside the checkout")
    return {row["url"]: f"{row['title']} {row['date']} {row['text']}" for file in files for row in reports(file)}


def reports(file: Path):
    """The reports of one corpus file; of a pair of reports, both."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield from [row] if "text" in row else [row["a"], row["b"]]
