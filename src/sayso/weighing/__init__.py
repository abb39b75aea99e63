"""Room 4: from claims and lines of reporting to estimates. `weigh.py` is the door, `tables.py` the one for bare figures."""
