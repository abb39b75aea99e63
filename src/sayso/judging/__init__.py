"""What people decide: their words kept, heeded, queued and logged."""
