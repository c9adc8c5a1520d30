"""What a language says, as data: lexicons, rules and the table of offices, loaded once and never changed."""

from readout.lang.offices import Incumbent, Offices
from readout.lang.pack import Pack, content_hash, every_rule, load
from readout.lang.rules import Rule

__all__ = ["Incumbent", "Offices", "Pack", "Rule", "content_hash", "every_rule", "load"]
