"""How many, of what, and how is it worded? `quantities.py` is the door."""
