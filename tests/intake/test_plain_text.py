"""A text file becomes one source, or one clear error."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.intake import LONGEST, Source, open_sources, text
from readout.model import MissingInput, ReadoutError, UnreadableInput

TEXT = "Türkiye’s President met with the Prime Minister of Japan — “frankly”.\r\nThe end.\n"


@pytest.fixture
def opened(tmp_path):
    """What a file of these bytes gives: the one source or error, and the file's path."""

    def open_bytes(content: bytes, name: str = "report.txt") -> tuple[Source | ReadoutError, str]:
        path = tmp_path / name
        path.write_bytes(content)
        (only,) = open_sources(path)
        return only, str(path)

    return open_bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_kept_to_the_letter_in_each_encoding_that_says_what_it_is(opened, encoding):
    source, path = opened(TEXT.encode(encoding))
    assert source == Source(text=TEXT, name=path, file="report.txt")


def test_big_endian_utf_16_with_its_mark_is_read(opened):
    source, _ = opened("\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be"))
    assert source.text == TEXT


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_a_blank_file_is_an_error_that_says_so(opened, content):
    problem, path = opened(content)
    assert isinstance(problem, UnreadableInput)
    assert str(problem).startswith(f"{path}: empty")


def test_a_wrong_encoding_is_named_by_its_byte_and_offset_with_a_way_out(opened):
    problem, path = opened("Le café".encode("latin-1"))
    assert isinstance(problem, UnreadableInput)
    assert str(problem).startswith(f"{path}: byte 0xe9 at offset 6 is not UTF-8.")
    assert "iconv" in str(problem)


def test_the_offset_of_a_wrong_byte_counts_from_the_files_beginning_also_after_a_mark(opened):
    problem, _ = opened(b"\xef\xbb\xbfcaf\xe9")
    assert "byte 0xe9 at offset 6" in str(problem)


def test_half_a_utf_16_character_is_an_error(opened):
    problem, _ = opened("text".encode("utf-16") + b"\x41")
    assert "is not UTF-16" in str(problem)


@pytest.mark.parametrize("content", [b"\x7fELF\x02\x01\x00\x00", b"a\x00b", b"\x01\x02\x03\x04 four", b"t\0e\0x\0t\0"])
def test_bytes_that_are_no_text_are_called_binary(opened, content):
    problem, path = opened(content)
    assert isinstance(problem, UnreadableInput)
    assert str(problem).startswith(f"{path}: binary, not text")


def test_one_stray_control_character_does_not_cost_a_report(opened):
    text = "The ministers met.\x0c" + "They agreed to meet again. " * 10 + "\x07"
    assert opened(text.encode())[0].text == text


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"\n <!doctype HTML><p>They met.", "a web page"),
        (b'{"text": "They met."}', "JSON"),
    ],
)
def test_another_format_is_called_by_its_name(opened, content, what):
    problem, _ = opened(content)
    assert isinstance(problem, UnreadableInput)
    assert what in str(problem)
    assert "not plain text" in str(problem)


def test_a_text_of_the_greatest_length_is_read_and_one_longer_by_a_character_is_not(opened):
    assert len(opened(b"a" * LONGEST)[0].text) == LONGEST
    problem, _ = opened(b"a" * (LONGEST + 1))
    assert "Split it" in str(problem)


class CountingStream:
    """A file that counts the bytes that are asked of it."""

    def __init__(self, stream) -> None:
        self.stream = stream
        self.asked = 0

    def read(self, size: int) -> bytes:
        self.asked += size
        return self.stream.read(size)


def test_a_text_of_50_megabytes_is_refused_without_being_read_whole():
    stream = CountingStream(io.BytesIO(b"They met. " * 5_000_000))
    with pytest.raises(UnreadableInput, match=r"^huge\.txt: longer than 1,000,000 characters"):
        next(text.sources(stream, "huge.txt"))
    assert stream.asked < 5_000_000


@pytest.mark.parametrize("name", ["missing.txt", "no/such/report.txt"])
def test_a_missing_file_is_an_error_that_names_it(tmp_path, name):
    (problem,) = open_sources(tmp_path / name)
    assert isinstance(problem, MissingInput)
    assert str(problem).startswith(f"{tmp_path / name}: no such file")


def test_a_directory_is_an_error_that_tells_how_to_name_its_files(tmp_path):
    (problem,) = open_sources(tmp_path)
    assert isinstance(problem, MissingInput)
    assert "this is a directory" in str(problem)
    assert "*.txt" in str(problem)


def test_a_file_that_may_not_be_opened_is_an_error(monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = open_sources("secret.txt")
    assert isinstance(problem, MissingInput)
    assert str(problem).startswith("secret.txt: may not be opened")


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_a_file_gives_one_source_or_one_error(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    (only,) = open_sources(path)
    assert isinstance(only, Source | ReadoutError)
