"""Which figures does a document claim? `claims.py` is the door; `tolls.py` says what they come to."""
