"""How much of an input is read before it is refused."""

from readout.model import UnreadableInput

LONGEST = 1_000_000
"""The longest text of one report, in code points. The longest of 3,315 public reports has 129,163."""

LONGEST_TEXT_BYTES = 4 * LONGEST
"""What a text of that length takes at most in UTF-8 or UTF-16."""

LONGEST_LINE_BYTES = 6 * LONGEST + 100_000
"""What a JSON line of such a text takes at most: six bytes an escaped character, and its metadata."""


def too_long(name: str) -> UnreadableInput:
    """The error for a text that is longer than any report."""
    return UnreadableInput(
        f"{name}: longer than {LONGEST:,} characters, the most that one report may have. "
        "Split it into one report a file, or into one a line of a .jsonl file."
    )
