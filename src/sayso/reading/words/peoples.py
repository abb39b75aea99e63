"""What may the country of a people be called, that no table has?"""

from sayso.reading.words.certainty import listed


def countries(word: str) -> list[str]:
    """The names that the country of a people may have, the likeliest first: Astovia, Astov for Astovian."""
    out = []
    for ending in listed("sources", "sides", "endings"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            out += [stem + e for e in ("ia", "a", "", "y", "o", "e", "land", "stan") if stem + e != word]
    return out
