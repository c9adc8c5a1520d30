"""The head of a report: whose it is, when it went out, and what stands there besides its text."""
