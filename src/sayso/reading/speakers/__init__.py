"""Who says it? `statements.py` is the door."""
