"""An undertaking told, restated and delivered, two accounts of a meeting, and what has nothing to do with them."""

from tests.ledger.conftest import Told, bridge

PLEDGE = "Norway will hand over four HIMARS launchers to Sweden by the end of 2025."


def pledge(date: str, text: str = PLEDGE, source: str = "The Morning Gazette", due: str = "2025-12-31") -> Told:
    """A report of one commitment of Norway towards Sweden."""
    told = Told(text, date=date, source=source).country("Norway", "Sweden")
    words = "hand over four HIMARS launchers"
    told.find("commitment", words, by="Norway", to="Sweden", strength="pledged", due=due, specific=True)
    return told


def later(date: str, text: str, speaker: str | None = None) -> Told:
    """A later report that may be news of it."""
    told = Told(text, date=date).country("Norway", "Sweden")
    if speaker:
        told.find("statement", text.split(" said that ")[1].rstrip("."), speaker=speaker, form="indirect", cue="said")
    return told


def story() -> list[Told]:
    """Two accounts of a meeting, an undertaking told, restated and delivered, and what has nothing to do with it."""
    met = "Norway and Sweden met in Oslo. They talked for an hour."
    return [
        bridge(date="2024-05-01"),
        bridge(date="2024-05-01", text=met, source="The Evening Courier"),
        pledge("2024-05-01"),
        pledge("2024-05-02", f"Reprinted. {PLEDGE}", "The Evening Courier"),
        pledge("2024-09-01", f"Again, {PLEDGE}".replace("2025", "2026"), due="2026-12-31"),
        later("2025-03-01", "Norway and Sweden are told that Norway has delivered the four HIMARS launchers."),
        later("2025-06-01", "Sweden said that Norway delivered all four HIMARS launchers.", "Sweden"),
        bridge(date="2024-11-01", text="Norway and Sweden met in Oslo. It rained."),
    ]


def the_pledge(ledger, **options):
    (record,) = [r for r in ledger.records("commitment", **options) if "HIMARS" in r.words]
    return record
