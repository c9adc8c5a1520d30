"""Dates: those that a text says, worked out, and those under which it went out."""
