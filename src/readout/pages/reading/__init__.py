"""The HTML form: one self-contained page, the reports' texts with their findings marked and the facts beside them."""

from readout.pages.reading.writer import page

__all__ = ["page"]
