"""Dates that a text says, worked out against the report's date, with their precision."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from readout.model import Span
from readout.reading.dates.timewords import TimeWords, plain, time_words

LEEWAY = 60
"""Days by which a date without a year may lie on the other side of the report's day."""

Dates = tuple[str, str, str]
"""First day, last day (or a month or a year) in ISO form, and the precision."""


@dataclass(frozen=True, slots=True)
class Time:
    """A date as the text says it: `value` is ISO (a day, a month or a year), `precision` names which; `last` ends a range."""

    span: Span
    value: str
    last: str
    precision: str


def times(
    text: str, start: int, end: int, published: str | None, future: bool = False, language: str = "en"
) -> list[Time]:
    """The dates that the text says between two places; where the year is missing, the nearest not after `published`
    (with `future`: not before it). Nothing is worked out from relative words when `published` is unknown."""
    words = time_words(language)
    work = Working(words, Date.fromisoformat(published) if published else None, future)
    found = []
    for match in words.pattern.finditer(text, start, end):
        dates = work.out(match.groupdict())
        if dates:
            found.append(Time(Span(*match.span()), *dates))
    return found


@dataclass(frozen=True, slots=True)
class Working:
    """How dates are worked out: with which words, from which day, and whether they lie ahead of it."""

    words: TimeWords
    base: Date | None
    future: bool

    def out(self, said: dict[str, str | None]) -> Dates | None:
        """The date of the groups of a match; None where it cannot be worked out, or is none (February 30)."""
        try:
            if said["iso"]:
                return said["iso"], said["iso"], "day"
            if said["m1"] or said["m2"]:
                return self._days(said)
            if said["fy"]:
                return self._figures(said)
            if said["y5"] or said["y6"]:
                year = str(said["y5"] or said["y6"])
                return year, year, "year"
            if said["y3"]:
                return self._year(said["y3"], said)
            return self._relative(self.base, said) if self.base else None
        except ValueError:
            return None

    def _relative(self, base: Date, said: dict[str, str | None]) -> Dates | None:
        """What only the day of the report makes a date."""
        if said["rel"] or said["week"]:
            return self._day(base, said["rel"], said["week"])
        if said["m7"] or said["past_month"] or said["unit"]:
            return self._gone(base, said)
        if said["m4"]:
            return self._month(base, self._number(said["m4"]), said["y4"])
        if said["m8"]:
            return self._month(base, self._number(said["m8"]), None) if self.future else None
        if said["m5"]:
            return self._end_of_month(base, said["m5"])
        if said["own_half"] or said["own_quarter"]:
            return self._part(base.year, said["own_half"], said["own_quarter"])
        if said["year_end"]:
            return f"{base.year}-12-31", f"{base.year}-12-31", "year"
        return str(base.year + 1), str(base.year + 1), "year"

    def _number(self, month: str | None) -> int:
        return self.words.months[plain(month or "")]

    def _days(self, said: dict[str, str | None]) -> Dates | None:
        form = "1" if said["m1"] else "2"
        month, day = self._number(said["m" + form]), int(said["d" + form] or 0)
        year = int(said["y" + form] or 0) or self._nearest_year(month, day)
        if not year:
            return None
        first = Date(year, month, day)
        last_month = self._number(said["m1b"]) if said["m1b"] else month
        last_day = said[f"d{form}b"]
        last = Date(year, last_month, int(last_day)) if last_day else first
        return first.isoformat(), last.isoformat(), "day"

    def _figures(self, said: dict[str, str | None]) -> Dates | None:
        """A day in figures ("26/02/2025"); None for two that could both be the month, unless full stops part them: then the day is first."""
        day, month = int(said["fa"] or 0), int(said["fb"] or 0)
        if said["mark"] != "." and max(day, month) <= 12 and day != month:
            return None
        day, month = (month, day) if month > 12 else (day, month)
        date = Date(int(said["fy"] or 0), month, day).isoformat()
        return date, date, "day"

    def _nearest_year(self, month: int, day: int) -> int | None:
        if self.base is None:
            return None
        years = (self.base.year - 1, self.base.year, self.base.year + 1)
        days = {year: (Date(year, month, min(day, monthrange(year, month)[1])) - self.base).days for year in years}
        good = [year for year in years if (days[year] >= -LEEWAY if self.future else days[year] <= LEEWAY)]
        return min(good, key=lambda year: abs(days[year])) if good else self.base.year

    def _day(self, base: Date, relative: str | None, weekday: str | None) -> Dates:
        if relative:
            day = base + timedelta(days=self.words.days[plain(relative)])
        else:
            number = self.words.weekdays[plain(weekday or "")]
            ahead = (number - base.weekday()) % 7
            day = base + timedelta(days=ahead) if self.future else base - timedelta(days=-ahead % 7)
        return day.isoformat(), day.isoformat(), "day"

    def _month(self, base: Date, month: int, year_words: str | None) -> Dates:
        if year_words:
            year = base.year + self.words.years[plain(year_words)]
        elif self.future:
            year = base.year + (month < base.month)
        else:
            year = base.year - (month > base.month)
        value = f"{year}-{month:02d}"
        return value, value, "month"

    def _gone(self, base: Date, said: dict[str, str | None]) -> Dates | None:
        """A day, month or year by its distance back from the day of the report ("two months ago", "last October")."""
        if self.future:
            return None
        count = said["count"] or ""
        back = int(count) if count.isdigit() else self.words.counts.get(plain(count), 0)
        unit = self.words.units[plain(said["unit"])] if said["unit"] else "month"
        if unit == "day":
            day = (base - timedelta(days=back)).isoformat()
            return day, day, unit
        if said["m7"]:
            back = (base.month - self._number(said["m7"]) - 1) % 12 + 1
        elif said["past_month"]:
            back = -self.words.past_months[plain(said["past_month"])]
        months = base.year * 12 + base.month - 1 - back * (12 if unit == "year" else 1)
        value = f"{months // 12}" if unit == "year" else f"{months // 12}-{months % 12 + 1:02d}"
        return value, value, unit

    def _end_of_month(self, base: Date, words: str) -> Dates:
        """The last day of a month: of the one named, or of this or the next."""
        ahead = self.words.month_words.get(plain(words))
        if ahead is None:
            year, month = map(int, self._month(base, self._number(words), None)[0].split("-"))
        else:
            months = base.year * 12 + base.month - 1 + ahead
            year, month = months // 12, months % 12 + 1
        end = f"{year}-{month:02d}-{monthrange(year, month)[1]}"
        return end, end, "day"

    def _year(self, words: str, said: dict[str, str | None]) -> Dates | None:
        if words.isdigit():
            year = int(words)
        elif self.base:
            year = self.base.year + self.words.years[plain(words)]
        else:
            return None
        if said["m3"]:
            value = f"{year}-{self._number(said['m3']):02d}"
            return value, value, "month"
        if said["half"] or said["quarter"]:
            return self._part(year, said["half"], said["quarter"])
        value = f"{year}-12-31" if said["endof"] else str(year)
        return value, value, "year"

    def _part(self, year: int, half: str | None, quarter: str | None) -> Dates:
        """The last day of a half or of a quarter of a year."""
        if half:
            end = f"{year}-06-30" if self.words.halves[plain(half)] == 1 else f"{year}-12-31"
            return end, end, "half-year"
        month = 3 * self.words.quarters[plain(quarter or "")]
        end = f"{year}-{month:02d}-{monthrange(year, month)[1]}"
        return end, end, "quarter"
