"""Which mentions of harm are figures, before their speaker, day and place are known? `drafts.py` is the door."""
