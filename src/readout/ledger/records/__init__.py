"""Records: what the ledger holds today, derived from reports, findings and decisions, and made anew at any time."""
