"""A brief as Markdown, as text, as a page of at most two sheets of A4, and as PDF."""

from readout.pages.brief.markdown import markdown
from readout.pages.brief.page import page
from readout.pages.brief.text import text

__all__ = ["markdown", "page", "text"]
