"""Is somebody told of by an office the person whom a text names with that office?"""

import re
from functools import cache, lru_cache

from sayso.packs import table

_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_CAPITAL = r"[^\W\d_a-z][\w'’-]*"


@lru_cache(maxsize=1024)  # it holds on to texts
def holds(office: str, name: str, text: str) -> bool:
    """Whether a text puts an office that one person holds to a name: "Mayor Ilan Dorr", "Ilan Dorr, the mayor of Velmar".

    `office` is how the speaker is spoken of elsewhere ("the mayor of Velmar"), `name` that of a person. The text must name
    the place too where the office does, and nobody else with that office.
    """
    bare, places = _office(office)
    if not bare or any(not re.search(rf"\b{re.escape(p)}\b", text) for p in places):
        return False
    *_, last = name.split() or [""]
    found = {who.split()[-1] for who in _holders(bare, text)}
    return bool(last[:1].isupper()) and found == {last}


@lru_cache(maxsize=4096)
def _office(description: str) -> tuple[str, tuple[str, ...]]:
    """The office that a description names, in lower case, where one person holds it, and the places that it is of."""
    words = [w for w in description.split() if w.casefold() not in _ARTICLES]
    places = tuple(re.sub(r"['’]s?$", "", w) for w in words if w[:1].isupper() and w.casefold() not in _heads())
    small = " ".join(w.casefold() for w in words if w[:1].islower() or w.casefold() in _heads())
    office = small.removesuffix(" of").strip()
    return (office, places) if office.split()[-1:] and office.split()[-1] in _heads() else ("", ())


def _holders(office: str, text: str) -> list[str]:
    """The names that stand beside an office in a text: behind it, or beside it with a comma."""
    return [m["behind"] or m["aside"] or m["before"] for m in _beside(office).finditer(text)]


@lru_cache(maxsize=1024)
def _beside(office: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(w) for w in office.split())
    last = rf"(?:\s{_CAPITAL}){{0,2}}"
    full = rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,2}}"  # a comma stands behind a day or a town as well: two words are a person
    return re.compile(
        rf"""\b(?i:{words})\s(?P<behind>{_CAPITAL}{last})
        | \b{words},\s(?P<aside>{full}),
        | (?P<before>{full}),\s(?:(?:the\s|its\s)?{words}(?=\s(?:of|in)\b) | {_CAPITAL}['’]s\s{words}\b)""",
        re.VERBOSE,
    )


@cache
def _heads() -> frozenset[str]:
    """The words for an office of which a place or a body has one."""
    return frozenset(table("tracing")["offices"].split())
