"""What holds for every format: the same ledger gives the same bytes, no ledger is written over, nothing is left half."""

import json

import pytest
from tests.export.conftest import fill

from readout.cli.ledger.commands import EXPORTS
from readout.export import FORMATS, Asked, csv_files, format_of
from readout.ledger import Ledger
from readout.model import MissingInput, ReadoutError, UnusableLedger

SUFFIX = {name: each.suffixes[0] for name, each in FORMATS.items()}


def every_byte(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_ledger_gives_the_same_bytes_and_so_does_one_that_was_imported_from_it(kept, tmp_path, form):
    with Ledger.open(tmp_path / "copy.db") as copy:
        copy.take_in(kept.export())
        for ledger, folder in ((kept, "one"), (kept, "two"), (copy, "three")):
            FORMATS[form].write(ledger, tmp_path / folder / f"out{SUFFIX[form]}", Asked(as_of="2026-06-01"))
    first = every_byte(tmp_path / "one")
    assert first == every_byte(tmp_path / "two") == every_byte(tmp_path / "three")


@pytest.mark.parametrize("form", FORMATS)
def test_the_day_of_the_export_changes_the_time_alone(kept, tmp_path, form):
    for day in ("2024-06-01", "2030-01-01"):
        FORMATS[form].write(kept, tmp_path / day / f"out{SUFFIX[form]}", Asked(as_of=day))
    changed = [
        n for n, said in every_byte(tmp_path / "2024-06-01").items() if said != every_byte(tmp_path / "2030-01-01")[n]
    ]
    assert all(name.startswith(("out.about", SUFFIX[form], f"out{SUFFIX[form]}", "out.metadata")) for name in changed)
    assert bool(changed) == (form != "jsonl")


def test_json_lines_come_back_by_import_to_the_byte(kept, exported, tmp_path):
    path = exported("jsonl", "all.jsonl")
    with Ledger.open(tmp_path / "copy.db") as copy, path.open(encoding="utf-8") as lines:
        copy.take_in(lines)
        assert "".join(f"{line}\n" for line in copy.export()).encode() == path.read_bytes()
    assert {json.loads(line)["line"] for line in kept.export()} >= {"report", "decision", "actor"}


def test_json_lines_refuse_to_leave_something_out(kept, tmp_path):
    with pytest.raises(ReadoutError, match="hold all that is kept"):
        FORMATS["jsonl"].write(kept, tmp_path / "some.jsonl", Asked(kinds=("meeting",)))
    assert not (tmp_path / "some.jsonl").exists()


@pytest.mark.parametrize("form", FORMATS)
def test_no_export_is_written_over_a_ledger(kept, tmp_path, form):
    other = tmp_path / f"other{SUFFIX[form]}"
    with Ledger.open(other) as ledger:
        fill(ledger)
    before = other.read_bytes()
    with pytest.raises(UnusableLedger, match=r"other\.\w+: is a ledger or another database"):
        FORMATS[form].write(kept, other, Asked())
    assert other.read_bytes() == before


def test_an_export_to_sqlite_is_written_over_an_earlier_one(exported):
    first = exported("sqlite", "record.db").read_bytes()
    assert exported("sqlite", "record.db", kinds=("meeting",)).read_bytes() != first


def test_an_export_that_breaks_leaves_what_was_there_and_nothing_half(exported, tmp_path, monkeypatch):
    before = every_byte(exported("csv"))

    def broken(*_):
        yield from ()
        raise RuntimeError("the machine stopped")

    monkeypatch.setattr(csv_files, "every_row", broken)
    with pytest.raises(RuntimeError):
        exported("csv")
    assert every_byte(tmp_path / "out" / "csv") == before


def test_a_place_that_cannot_be_written_is_told(kept, tmp_path):
    (tmp_path / "file").write_text("no folder")
    for form in FORMATS:
        with pytest.raises(MissingInput, match="cannot be written"):
            FORMATS[form].write(kept, tmp_path / "file" / f"out{SUFFIX[form]}", Asked())


def test_a_format_is_known_by_its_name_or_by_how_its_files_end(tmp_path):
    assert [format_of(None, tmp_path / f"a{each.suffixes[-1].upper()}").name for each in FORMATS.values()] == list(
        FORMATS
    )
    assert (format_of(None, None).name, format_of("csv", tmp_path / "folder").name) == ("jsonl", "csv")
    with pytest.raises(MissingInput, match="its name tells no format"):
        format_of(None, tmp_path / "folder")


def test_the_command_line_names_every_format():
    assert [*EXPORTS] == list(FORMATS)
