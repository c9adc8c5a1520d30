"""The commands that ask a ledger, a file a question; each is added to the command line in `app.py`."""
