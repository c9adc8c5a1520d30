"""Quotation marks: regions of direct speech, and readouts that stand in a quote as a whole."""
