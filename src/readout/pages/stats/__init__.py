"""Counts as tables, as a graph that other programs open, and as pictures."""
