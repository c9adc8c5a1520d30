"""What a ledger offers, a file a matter; `Ledger` has all of it."""
