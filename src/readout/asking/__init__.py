"""Questions answered from the ledger, read-only: the same ledger and the same day give the same answer."""
