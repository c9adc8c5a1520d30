"""The reference says what the code does: kinds, schema, examples of JSON, exit statuses."""

import importlib.util
import json
import re
from pathlib import Path

import jsonschema
import pytest

import readout
from readout.model import KIND_NAMES, ReadoutError, kinds, text_hash

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
SCHEMA = json.loads((REFERENCE / "reading.schema.json").read_text(encoding="utf-8"))


def page(name: str) -> str:
    """The text of a reference page."""
    return (REFERENCE / name).read_text(encoding="utf-8")


def section(kind: str) -> str:
    """What the page of kinds says of one kind."""
    return re.split(r"^## ", page("kinds.md"), flags=re.MULTILINE)[1 + KIND_NAMES.index(kind)]


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_page_of_kinds_tells_every_slot_and_every_value_in_order(kind):
    told = section(kind)
    assert told.startswith(f"{kind}\n")
    assert f"*{kinds()[kind].question}*" in told
    rows = re.findall(r"^\| `(\w+)` \|", told.split("means", 1)[0], re.MULTILINE)
    assert tuple(rows[: len(kinds()[kind].roles)]) == kinds()[kind].roles
    for slot in kinds()[kind].slots:
        assert all(f"`{value}`" in told for value in slot.values), f"{kind}.{slot.role}"


def script(name: str):
    """A script of the documentation, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_the_published_schema_is_what_the_kinds_say():
    assert page("reading.schema.json") == script("make_schema").text(), "run python docs/make_schema.py"


def test_the_page_of_tables_is_what_the_export_writes():
    assert page("export.md") == script("make_tables").page(), "run python docs/make_tables.py"


def test_the_published_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_reading_on_the_page_of_json_is_valid_and_its_spans_quote_the_text():
    text = re.search(r"```text\n(.*)\n```", page("json.md"))[1]
    reading = json.loads(re.search(r"```json\n(.*?)^```", page("json.md"), re.MULTILINE | re.DOTALL)[1])
    jsonschema.validate(reading, SCHEMA)
    assert reading["report"]["sha256"] == text_hash(text)
    for actor in reading["actors"]:
        assert all(text[slice(*span)] == actor["name"] for span in actor["mentions"])
    assert {text[slice(*slot["span"])] for slot in reading["findings"][0]["slots"]["kind"]} == {"met"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda reading: reading["findings"][0].update(kind="rumour"),
        lambda reading: reading["findings"][0]["slots"].pop("date"),
        lambda reading: reading["findings"][0]["slots"]["kind"][0].update(value="chat"),
        lambda reading: reading["findings"][0]["slots"].update(date=[{"value": "soon"}]),
        lambda reading: reading["findings"][0].update(span=[-1, 3]),
        lambda reading: reading.pop("reader"),
        lambda reading: reading["report"].update(published="yesterday"),
    ],
)
def test_the_schema_refuses_what_no_reading_holds(spoil):
    reading = json.loads(re.search(r"```json\n(.*?)^```", page("json.md"), re.MULTILINE | re.DOTALL)[1])
    spoil(reading)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(reading, SCHEMA)


EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_reading_of_an_example_is_valid_under_the_published_schema(path):
    jsonschema.validate(readout.read(path.read_text(encoding="utf-8")).to_dict(), SCHEMA)


def test_the_page_of_commands_lists_the_exit_status_of_every_error():
    listed = {int(status) for status in re.findall(r"^\| (\d+) \|", page("commands.md"), re.MULTILINE)}
    assert {error.exit_status for error in (ReadoutError, *ReadoutError.__subclasses__())} <= listed


def test_the_example_of_json_is_what_the_reader_writes():
    text, shown = (re.search(rf"```{kind}\n(.*?)\n```", page("json.md"), re.DOTALL)[1] for kind in ("text", "json"))
    told, read = json.loads(shown), readout.read(text).to_dict()
    assert {**told, "reader": None} == {**read, "reader": None}
