"""Who was only asked stands as asked, and not as one who undertakes."""

import pytest

pytest.importorskip("readout_en", reason="the English model is not installed")


def test_who_was_asked_stands_in_lists_as_asked_and_an_office_has_its_days_on_one_line(readout, tmp_path):
    ledger = tmp_path / "asked.db"
    for day in ("2023-09-12", "2024-11-23"):
        text = f"date {day} President Sauli Niinisto of Finland met with Prime Minister of Sweden Ulf Kristersson in Helsinki. He invited Ulf Kristersson to visit Lapland in May."
        (tmp_path / f"{day}.txt").write_text(text, encoding="utf-8")
    assert readout("add", tmp_path, "-l", ledger).status == 0
    shown = readout("list", "commitments", "-l", ledger).out
    assert "Asked of Ulf Kristersson" in shown
    assert "Asked of Ulf Kristersson" in readout("read", tmp_path / "2023-09-12.txt").out
    actors = readout("actors", "Kristersson", "-l", ledger).out
    assert "12 Sep 2023 – 23 Nov 2024  Prime Minister of Sweden  in 2 reports" in actors
