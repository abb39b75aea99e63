"""Who speaks in a ledger: sources as people left them, and how their figures stood."""
