"""A language's words for dates (lexicon/calendar.yaml) as one pattern, and what each word means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from readout.lang import load
from readout.lang.patterns import any_of


@dataclass(frozen=True, slots=True)
class TimeWords:
    """`pattern` finds a date; the mappings say what its groups mean, by words in lower case with single spaces."""

    pattern: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    years: Mapping[str, int]
    halves: Mapping[str, int]
    quarters: Mapping[str, int]
    month_words: Mapping[str, int]
    past_months: Mapping[str, int]
    counts: Mapping[str, int]
    units: Mapping[str, str]


def plain(words: str) -> str:
    """Words as the mappings have them: in lower case, with single spaces, without a full stop."""
    return " ".join(words.lower().split()).rstrip(".")


@cache
def time_words(language: str) -> TimeWords:
    """The words for dates of a language."""
    lexicon = load(language).lexicon["calendar"]
    months = {name: number for number, name in enumerate(lexicon["months"], start=1)}
    weekdays = {name: number for number, name in enumerate(lexicon["weekdays"])}
    names = ("days", "years", "halves", "quarters", "month_words", "past_months", "counts", "units")
    tables = (months | lexicon["short_months"], weekdays, *(lexicon[name] for name in names))
    return TimeWords(_pattern(lexicon), *({plain(word): value for word, value in table.items()} for table in tables))


def _pattern(lexicon: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Its groups: m month, d day, y year, b the end of a range, by the form of the date (1 May 5, 2 5 May, 3 2024, 4 in May)."""
    said = {name: any_of(words) for name, words in lexicon.items()}
    month = rf"(?:{said['months']}|{said['short_months']}\.?)"
    dash = r"(?:-|–|—)"
    no_name = "".join(rf"(?<!{word}\s)" for word in lexicon["names_before"])
    return re.compile(
        rf"""\b(?:
      (?:{said["weekdays"]},?\s+)?(?P<m1>{month})\s+(?P<d1>\d{{1,2}}){said["day_endings"]}?
        (?:\s*(?:{dash}|{said["ranges"]})\s*(?:(?P<m1b>{month})\s+)?(?P<d1b>\d{{1,2}})(?!\d))?(?:,?\s+(?P<y1>20\d\d))?
    | (?:{said["weekdays"]},?\s+)?(?P<d2>\d{{1,2}})(?:{said["day_endings"]}(?:\s+{said["of"]})?)?(?:\s*(?:{dash}|{said["ranges"]})\s*(?P<d2b>\d{{1,2}}){said["day_endings"]}?)?\s+(?P<m2>{month})(?:,?\s+(?P<y2>20\d\d))?
    | (?:{said["ends"]})\s+(?P<m5>{month}|{said["month_words"]})(?!,?\s+(?:{said["of"]}\s+)?(?:20)?\d)
    | 20\d\d\s?{dash}\s?(?P<y5>20\d\d)
    | (?i:{said["parts"]})(?:\s*-|\s+(?:{said["of"]}\s+)?)(?P<y6>20\d\d)
    | (?:(?P<endof>{said["ends"]})\s+)?(?:(?P<half>{said["halves"]})\s+|(?P<quarter>{said["quarters"]})\s+)?
        (?:(?P<m3>{month})\s+(?:{said["of"]}\s+)?)?(?P<y3>20\d\d|(?i:{said["years"]}))
    | (?:(?P<own_half>{said["halves"]})|(?P<own_quarter>{said["quarters"]}))\s+{said["own_year"]}
    | (?i:{said["before_months"]})\s+(?P<m4>{month})\b(?!,?\s+(?:{said["of"]}\s+)?(?:20)?\d)(?:\s+(?P<y4>{said["years"]}))?
    | (?i:{said["gone"]})\s+(?P<m7>{month})\b
    | {said["coming_months"]}[\s-]+(?P<m8>{month})\b(?!,?\s+(?:{said["of"]}\s+)?(?:20)?\d)
    | (?P<past_month>(?i:{said["past_months"]}))
    | (?P<count>(?i:{said["counts"]})|\d{{1,2}})\s+(?P<unit>{said["units"]})\s+{said["ago"]}
    | (?P<iso>20\d\d-\d\d-\d\d)
    | (?P<fa>\d{{1,2}})(?P<mark>[./-])(?P<fb>\d{{1,2}})(?P=mark)(?P<fy>20\d\d)
    | (?P<rel>(?i:{said["days"]}))
    | (?:{said["on"]}\s+)?{no_name}(?P<week>{said["weekdays"]})(?!,?\s+(?:{month}\s+\d|\d{{1,2}}\s+{month}))
    | (?P<year_end>(?i:{said["year_ends"]}))
    | (?P<coming_year>(?i:{said["coming_years"]}))
    )(?:\b|(?<=\d)(?={said["glued"]}\b))""",
        re.VERBOSE,
    )
