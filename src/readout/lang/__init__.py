"""What a language says, as data: lexicons, rules and the table of offices, loaded once and never changed."""

from readout.lang.offices import Incumbent, Offices
from readout.lang.pack import Pack, load
from readout.lang.rules import Rule, every_rule

__all__ = ["Incumbent", "Offices", "Pack", "Rule", "every_rule", "load"]
