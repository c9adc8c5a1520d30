"""A timeline as a document: a picture of lanes along the years, and every moment below it."""

from readout.pages.timeline.page import page

__all__ = ["page"]
