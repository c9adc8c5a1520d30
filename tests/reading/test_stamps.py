"""The date of publication as press services print it, and the datelines that are passed over."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.reading.dates.stamps import stamps

BODY = "Foreign Minister Jeyhun Bayramov met today with his Turkish counterpart Hakan Fidan."


def over(text: str) -> list[str]:
    """What is passed over of a text."""
    return [text[span.start : span.end] for span in stamps(text).passed_over]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted On: 01 AUG 2024 6:42PM by PIB Delhi", "2024-08-01"),
        ("Press release 26 September 2023 20:15", "2023-09-26"),
        ("21 Feb. 2024 | Last updated: 22-Feb-2024 09:10", "2024-02-21"),
        ("23.10.2023", "2023-10-23"),
        ("05.04.2024", "2024-04-05"),
        ("18/10/2023, 14:30", "2023-10-18"),
        ("10/18/2023", "2023-10-18"),
        ("2023-06-27 22:10", "2023-06-27"),
        ("SEPTEMBER 3, 2024", "2024-09-03"),
        ("Wednesday, 16 August 2024", "2024-08-16"),
    ],
)
def test_a_line_that_holds_little_but_a_date_dates_the_report_and_is_passed_over(line: str, day: str) -> None:
    text = f"Meeting of the foreign ministers\n{line}\n\n{BODY}"
    assert stamps(text).published.value == day
    assert over(text) == [line]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("PM call with President A of Latvia: 14 August 2023", "2023-08-14"),
        ("Foreign Secretary's meeting with the Foreign Minister of Latvia, 3 November 2025: readout", "2025-11-03"),
        ("Visit of the Minister of Foreign Affairs of Latvia - Brasília, June 5th, 2023", "2023-06-05"),
        ("Published in Jun 05, 2023 06:42 PM", "2023-06-05"),
        ("Paris, le 12 mars 2024", "2024-03-12"),
        ("Brasília, 5 de junho de 2023", "2023-06-05"),
        ("Berlin, 8. Mai 2023", "2023-05-08"),
    ],
)
def test_a_headline_that_ends_with_a_date_and_months_of_other_languages_date_the_report(line: str, day: str) -> None:
    assert stamps(f"{line}\n\n{BODY}").published.value == day


def test_a_place_beside_the_date_of_a_line_stays_to_be_read() -> None:
    text = f"31 May 2023 Luleå, Sweden\n\n{BODY}"
    assert stamps(text).published.value == "2023-05-31"
    assert over(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"04/05/2024\n{BODY}",
        f"31 February 2024\n{BODY}",
        f"Remarks on the summit of June 16, 2021\n{BODY}",
        f"The treaty of 12 May 2020 was signed.\n{BODY}",
        f"“We are partners.”\n\nPresident Joe Biden, September 27, 2021\n\n{BODY}",
        f"{BODY}\n“We are partners.”\n8 May 2024",
    ],
)
def test_a_date_that_is_another_or_may_be_read_in_two_ways_dates_no_report(text: str) -> None:
    assert stamps(text).published is None
    assert over(text) == []


def test_a_label_dates_a_report_wherever_it_is_glued_to() -> None:
    text = f"{BODY} They discussed energy.Published on 04/18/2024 09h15\nMore."
    assert stamps(text).published.value == "2024-04-18"


def test_today_with_its_full_date_dates_a_report() -> None:
    text = "President Ruto has today, Thursday 09 November 2023, received his colleague."
    assert stamps(text).published.value == "2023-11-09"
    assert over(text) == []


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("ASTANA. 14 March 2024. Akorda.kz –", "2024-03-14"),
        ("Addis Ababa, 12 February 2024 –", "2024-02-12"),
        ("Riyadh, 15 Safar 1446, Aug 19, 2024, SPA --", "2024-08-19"),
        ("GENEVA/NEW YORK (8 May 2024) -", "2024-05-08"),
        ("ABU DHABI, 8th May, 2024 (WAM) –", "2024-05-08"),
        ("Doha – May 8, 2024 –", "2024-05-08"),
        ("Bern, 15.01.2024 -", "2024-01-15"),
        ("PUERTO PRINCESA, Philippines, November 22, 2022 -", "2022-11-22"),
        ("BAKU, Azerbaijan, June 5.", None),
        ("Baku, June 5, AZERTAC", None),
        ("MOSCOW, May 8. /TASS/.", None),
        ("8 May, MINSK /BelTA – Corr./.", None),
        ("New Delhi [India], May 8 (ANI):", None),
        ("KYIV. May 8 (Interfax-Ukraine) -", None),
        ("18/05/23 20:15 AKIpress.com -", None),
        ("Hanoi (VNA) –", None),
        ("Tehran, IRNA –", None),
        ("WASHINGTON —", None),
    ],
)
def test_a_dateline_is_passed_over_and_dates_the_report_where_it_has_a_year(dateline: str, day: str | None) -> None:
    text = f"Ministers meet\n{dateline} {BODY}"
    found = stamps(text).published
    assert (found.value if found else None) == day
    assert over(text) == [dateline]


@pytest.mark.parametrize(
    "text",
    [
        "PRESIDENT BIDEN: — please, be seated.",
        "QUESTION: Thank you, Mr. President.",
        "Today the Quad Leaders – Prime Minister Scott Morrison of Australia among them – met.",
        "President Putin, May 8 – a day before the parade – met with his guest.",
        "Kazakhstan (Astana) and Kyrgyzstan signed it.",
        "Washington – and Brussels too – agreed.",
        "Kazpravda.kz reports that the ministers met.",
    ],
)
def test_the_first_words_of_a_sentence_are_no_dateline(text: str) -> None:
    assert over(text) == []


def test_the_place_and_the_agency_of_a_dateline_neither_meet_nor_undertake() -> None:
    text = (
        "Ulaanbaatar, 8 May 2024 /MONTSAME/. Foreign Minister Jeyhun Bayramov met with his Turkish counterpart Hakan Fidan "
        "today to discuss energy. The ministers agreed to hold a joint commission by the end of June."
    )
    reading = READER.read(text)
    meeting, commitment = (next(f for f in reading.findings if f.kind == kind) for kind in ("meeting", "commitment"))
    assert meeting.values("participants") == commitment.values("by") == ("Jeyhun Bayramov", "Hakan Fidan")
    assert meeting.values("date") == ("2024-05-08",)
    assert commitment.values("due") == ("2024-06-30",)


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("ASTANA. 14 March 2024. Akorda.kz –", "Akorda"),
        ("Riyadh, 15 Safar 1446, Aug 19, 2024, SPA --", "Saudi Press Agency"),
        ("KUWAIT, May 8 (KUNA) --", "Kuwait News Agency"),
        ("MOSCOW, May 8. /TASS/.", "TASS"),
        ("Doha – May 8, 2024 –", None),
        ("VALLETTA, May 8 (Harbour Gazette) –", None),
    ],
)
def test_the_agency_of_a_dateline_is_the_outlet_where_the_list_of_outlets_knows_it(
    dateline: str, outlet: str | None
) -> None:
    found = READER.read(f"{dateline} {BODY}").report.outlet
    assert (found.value if found else None) == outlet


def test_the_head_of_state_is_that_of_the_country_whose_outlet_reports() -> None:
    text = (
        "ASTANA. 14 March 2024. Akorda.kz – President Kassym-Jomart Tokayev held negotiations with President of the Republic of Tajikistan "
        "Emomali Rahmon today. Welcoming the high guest, the Head of State emphasized that relations have reached a new level."
    )
    told = READER.read(text).of_kind("statement")[-1]
    assert told.values("speaker") == ("Kassym-Jomart Tokayev",)
