"""A brief for the one who goes into the next meeting, from the reports of a day."""

from readout.asking.brief.answer import Brief, Line, Person, Topic
from readout.asking.brief.writing import Briefed, brief

__all__ = ["Brief", "Briefed", "Line", "Person", "Topic", "brief"]
