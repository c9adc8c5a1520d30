"""Bytes become sources: one file a format, and one bad input costs itself alone."""

from readout.intake.actors import actor_entries
from readout.intake.dates import iso_date
from readout.intake.limits import LONGEST
from readout.intake.opening import is_stream, open_sources
from readout.intake.source import Given, Source

__all__ = ["LONGEST", "Given", "Source", "actor_entries", "is_stream", "iso_date", "open_sources"]
