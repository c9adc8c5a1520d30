"""The questions that a ledger answers, a method each; what a question needs is imported when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.asking.brief import Brief, Briefed
    from readout.asking.compare import Comparison
    from readout.asking.deadlines import Entry
    from readout.asking.due import Due, DueAsked
    from readout.asking.listing import Listed
    from readout.asking.search import Hits, Where
    from readout.asking.stats import Stats
    from readout.asking.timeline import Course, Timeline
    from readout.ledger import Ledger
    from readout.ledger.records.wanted import Wanted


class Asking:
    """Asks a ledger, and changes nothing in it. The same ledger and the same day give the same answers.

    >>> with Ledger.open("readout.db", make=False) as ledger:
    ...     print(Asking(ledger).search("gas pipeline").hits[0].sentence)
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def records(self, wanted: Wanted, as_of: str, *, stood: bool = False) -> Listed:
        """Records of a kind, the newest first, with deadlines compared with an ISO day; `stood`: as they stood on that day.

        >>> Asking(ledger).records(Wanted("commitment", actor="Mishustin"), "2026-11-24").led

        Names are written as anybody writes them. Of a person, what the states and bodies that the person headed undertook stands apart.
        Raises NotInLedger for a name that nobody bears, or several do.
        """
        from readout.asking import listing

        return listing.listed(self.ledger, wanted, as_of, as_of if stood else None)

    def search(self, words: str, where: Where | None = None) -> Hits:
        """Where words stand, in their sentences, the best first.

        Words are found in their other forms too; "words in quotes" only as they are and in that order; `pipe*` is a
        beginning. All must stand there. Raises NotInLedger where there is no word to look for, or no such kind.
        """
        from readout.asking import search

        return search.search(self.ledger, words, where or search.Where())

    def compare(self, one: str, other: str | None = None) -> Comparison:
        """Two accounts of one meeting side by side: two reports by id, or the two accounts of one meeting's record.

        Raises NotInLedger where there is no such report, or where fewer than two tell of the meeting.
        """
        from readout.asking.compare import chosen, compared

        return compared(*chosen(self.ledger, one, other))

    def due(self, asked: DueAsked) -> Due:
        """Which commitments are past due, due soon, or silent for months on a day, and out of how many.

        >>> Asking(ledger).due(DueAsked(Pursued("2026-11-24", pair=("India", "Japan")))).counts.overdue
        """
        from readout.asking import due

        return due.due(self.ledger, asked)

    def deadlines(self, asked: DueAsked) -> tuple[Entry, ...]:
        """Deadlines and announced meetings as stretches of days, for a calendar."""
        from readout.asking import deadlines

        return deadlines.deadlines(self.ledger, asked)

    def brief(self, asked: Briefed) -> Brief:
        """What the one who goes into the next meeting should know, from the reports dated by the day that is asked for.

        >>> Asking(ledger).brief(Briefed("Russia", "2022-02-10", own="Kazakhstan"))

        Raises NotInLedger for a side that is no country and of whom no report of the day tells.
        """
        from readout.asking import brief

        return brief.brief(self.ledger, asked)

    def timeline(self, course: Course) -> Timeline:
        """What passed between a pair, with an actor, on a topic or of an undertaking, in order of time.

        >>> Asking(ledger).timeline(Course("2026-11-24", pair=("KZ", "RU"))).moments[-1].words

        Raises NotInLedger where not exactly one of them is asked for, or there is no such undertaking.
        """
        from readout.asking import timeline

        return timeline.timeline(self.ledger, course)

    def stats(
        self,
        as_of: str,
        since: str | None = None,
        until: str | None = None,
        *,
        pair: tuple[str, str] | None = None,
        actor: str | None = None,
    ) -> Stats:
        """Meetings by pair, month and place, commitments by strength and outcome, who reports what, on an ISO day.

        >>> Asking(ledger).stats("2026-11-24", pair=("IN", "JP")).meetings

        With a pair or an actor only their records are counted.
        """
        from readout.asking import stats
        from readout.ledger.pursuing import Pursued

        return stats.stats(self.ledger, Pursued(as_of, pair, actor, since, until=until))
