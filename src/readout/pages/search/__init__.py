"""Hits of a search as a page: each match marked in its sentence, with the report that it stands in."""
