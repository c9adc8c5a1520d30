"""Are these two the same? Reprints, meetings, commitments and what became of them, as pure functions of readings."""
