"""Deadlines and amounts that measure an action, in the text's own words."""

from __future__ import annotations

import re

from readout.model import Slot, Span
from readout.reading.dates import Time

AMOUNT = re.compile(
    r"(?:(?:US|AU|C|NZ)?[$€£¥]\s?\d[\d,.]*(?:\s?(?:billion|million|trillion|thousand|bn|mln))?"
    r"|\b\d[\d,.]*\s(?:billion|million|trillion|thousand)?\s?(?:U\.?S\.?\s)?(?:dollars|euros?|rubles|roubles|hryvnias?|pounds|yen|yuan|tenge|lira)"
    r"|\b\d[\d,.]*\s(?:percent|per cent|%|doses|tons|tonnes|megawatts|MW|GW|gigawatts|kilometers|troops|vehicles|tanks|aircraft|people|refugees|vaccines))",
)
VAGUE = re.compile(
    r"\b(?:(?:in|over|within|during|by)\s+the\s+(?:coming|next|near)\s+(?:\w+\s+)?(?:days?|weeks?|months?|years?|future)"
    r"|this\s+(?:fall|spring|summer|winter|autumn|year|month|week)|later\s+this\s+(?:year|month|week)|next\s+(?:week|month|year|spring|fall|summer)"
    r"|within\s+\d+\s+(?:hours|days|weeks|months|years)|before\s+the\s+next\s+\w+|soon|as\s+soon\s+as\s+possible|without\s+delay)\b",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?:\b(?:by|until|before|on|in|from|at|during|through|within)\s+(?:the\s+)?(?:end\s+of\s+)?)$", re.IGNORECASE
)
DEADLINE = re.compile(r"\b(?:by|until|before|on|in|from|later|for|during|no later than)\b", re.IGNORECASE)


def amount(text: str, span: Span) -> Slot | None:
    """The first sum or quantity within the action."""
    match = AMOUNT.search(text, span.start, span.end)
    return (
        Slot(
            "amount", match.group().strip(" ,."), Span(match.start(), match.start() + len(match.group().rstrip(" ,.")))
        )
        if match
        else None
    )


def due_words(text: str, span: Span, dates: list[Time]) -> list[Slot]:
    """The slots `due` (an ISO date or year, the last day of a range) and `due_text` (the words)."""
    for time in dates:
        lead = LEAD.search(text, span.start, time.span.start)
        if (
            lead is None
            and time.precision == "year"
            and not text[time.span.start : time.span.end].lower().startswith(("the end", "end"))
        ):
            continue
        start = lead.start() if lead else time.span.start
        words = Span(start, time.span.end)
        return [
            Slot("due", time.last, words, precision=time.precision, how="worked out"),
            Slot("due_text", words.of(text), words),
        ]
    match = VAGUE.search(text, span.start, span.end)
    return [Slot("due_text", match.group(), Span(*match.span()))] if match else []
