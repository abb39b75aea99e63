"""What happened to people, and to whom? `mentions.py` is the door."""
