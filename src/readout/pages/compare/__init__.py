"""Two accounts of one meeting as a document: a page to pass on, and the sentences that sum it up."""

from readout.pages.compare.naming import names
from readout.pages.compare.summary import summary
from readout.pages.compare.writer import page

__all__ = ["names", "page", "summary"]
