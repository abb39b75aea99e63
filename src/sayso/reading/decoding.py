"""At which words of a unit does the role head look, given the scores of the flat head?"""

import numpy as np

from sayso.reading.offers import CUE, Floats

ANCHOR = 0.15
"""Least probability of a cue's first word for the role head to look at it. **Source:** the role head was trained so."""


def log_softmax(x: Floats) -> Floats:
    """Logarithms of probabilities along the last axis."""
    x = x - x.max(-1, keepdims=True)
    out: Floats = x - np.log(np.exp(x).sum(-1, keepdims=True))
    return out


def anchors(flat: Floats) -> list[int]:
    """Words that may begin a cue. `flat`: words × 7 log-probabilities."""
    return [int(i) for i in np.nonzero(np.exp(flat[:, CUE]) > ANCHOR)[0]]
