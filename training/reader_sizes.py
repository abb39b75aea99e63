"""Of what size are the reader's parts? Said once, for the net that is trained and for the graphs that are written of it."""

WIDTH, HEADS, LAYERS, WIDE = 384, 12, 6, 1536
"""The encoder's measures. **Source:** all-MiniLM-L6-v2."""
VOCABULARY, PLACES = 30522, 512
EPSILON = 1e-12
"""What layer normalisation adds to the variance in the encoder. **Source:** the same."""
SHAPES, STATES, TAGS = 9, 3, 7
"""Kinds of word shapes, of being inside quotes, and of tags of statements (see `sayso.reading.words.offers.TAGS`)."""
ARC, RELATION = 128, 64
ROLE, ROLE_HEADS, ROLE_LAYERS, FAR = 192, 4, 2, 60
"""Measures of the role head; words further from the cue than `FAR` are as far as that."""
ROLE_EPSILON = 1e-5
"""What layer normalisation adds to the variance in the role head. **Source:** what torch takes where nothing is said."""
SMALL = 1e-4
"""What is added to a probability before its logarithm."""
