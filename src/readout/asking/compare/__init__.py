"""Two accounts of one meeting, side by side: what both tell, what they tell differently, what only one tells."""

from readout.asking.compare.choosing import chosen
from readout.asking.compare.compared import compared
from readout.asking.compare.comparison import Account, Comparison, Difference, Passage, Row, Subject, Telling

__all__ = ["Account", "Comparison", "Difference", "Passage", "Row", "Subject", "Telling", "chosen", "compared"]
