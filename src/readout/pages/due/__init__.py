"""What is due, as Markdown, as a page, as a table and as a calendar."""

from readout.pages.due.calendar import calendar
from readout.pages.due.markdown import markdown
from readout.pages.due.page import page
from readout.pages.due.table import table

__all__ = ["calendar", "markdown", "page", "table"]
