"""What of a ledger is taken out, and as of which day."""
