"""When? `times.py` is the door; `stamps.py` dates a page."""
