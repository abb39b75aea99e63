"""Where? `places.py` is the door; `sites.py` tells where a figure's harm was done."""
