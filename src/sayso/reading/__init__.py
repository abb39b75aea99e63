"""Room 1: a document becomes statements and claims. Pure functions; `read.py` is the door."""
