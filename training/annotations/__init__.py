"""Hand annotations of public reports, by offsets."""
