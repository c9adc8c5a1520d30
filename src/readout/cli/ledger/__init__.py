"""The commands on a ledger: add, list, show, history, decide, reread, actors, reviewers, export, import, check."""
