"""Files of data are read once, and again as soon as they change."""

import sys

import pytest

from readout.model import LanguageDataError, yaml_file


@pytest.fixture
def colours(tmp_path, monkeypatch):
    """A package with a file of data, and nothing kept of it as yet."""
    (tmp_path / "painted").mkdir()
    (tmp_path / "painted" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(yaml_file, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.delitem(sys.modules, "painted", raising=False)
    file = tmp_path / "painted" / "colours.yaml"
    file.write_text("[red, green]")
    return file


def said():
    return yaml_file.yaml_of("painted", "colours.yaml")


@pytest.mark.usefixtures("colours")
def test_what_was_read_once_is_not_read_again(monkeypatch):
    assert said() == ["red", "green"]
    monkeypatch.setattr(yaml_file, "_parsed", lambda *_: pytest.fail("the file is read again"))
    assert said() == ["red", "green"]


def test_a_file_that_was_edited_is_read_again(colours):
    assert said() == ["red", "green"]
    colours.write_text("[blue, green]")
    assert said() == ["blue", "green"]


@pytest.mark.usefixtures("colours")
def test_what_was_kept_and_damaged_is_read_from_the_file():
    said()
    (kept,) = yaml_file.KEPT.iterdir()
    for damage in (b"", b"rubbish", kept.read_bytes()[:-3]):
        kept.write_bytes(damage)
        assert said() == ["red", "green"]


@pytest.mark.usefixtures("colours")
def test_nothing_is_kept_where_python_keeps_nothing(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said() == ["red", "green"]
    assert not yaml_file.KEPT.exists()


def test_what_cannot_be_kept_is_read_each_time(colours):
    colours.write_text("day: 2024-05-01")
    assert str(said()["day"]) == "2024-05-01"
    assert not yaml_file.KEPT.exists()
    yaml_file.KEPT.touch()  # no folder, so that nothing can be kept in it
    colours.write_text("[red]")
    assert said() == ["red"]


def test_a_file_that_is_no_yaml_is_named_each_time(colours):
    colours.write_text("[red")
    for _ in range(2):
        with pytest.raises(LanguageDataError, match=r"colours\.yaml: no valid YAML"):
            said()
