"""Files out of a ledger, one file a format; `formats.py` names them all."""

from readout.export.asked import Asked
from readout.export.formats import FORMATS, Format, format_of

__all__ = ["FORMATS", "Asked", "Format", "format_of"]
