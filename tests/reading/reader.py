"""The one reader that the tests of reading share: each would hold a model of its own, of 150 MB."""

from readout import Reader

READER = Reader()
