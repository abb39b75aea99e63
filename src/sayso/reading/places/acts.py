"""Is a place's name somebody's: does it stand for a government, or is a brigade, a ship or a treaty called after it?"""

import re
from functools import cache

from sayso.reading.places.names import alternatives


def called_after(text: str, start: int, end: int) -> bool:
    """True for the name in "the Kherson Brigade", "the Minsk accords", "the frigate Odessa"."""
    return bool(_bearer().match(text, end) or _ship().search(text, max(0, start - 30), start))


def suffers(after: str) -> bool:
    """True before what is done to places: "was shelled", "came under fire"."""
    return _suffering().match(after) is not None


def acts(before: str, after: str) -> bool:
    """True where a country's or capital's name says, sends, denies or is dealt with as a government."""
    if _site_lead().search(before):
        return bool(_POWER.search(before))
    return bool(_acting().match(after) or _DEALT_WITH.search(before))


@cache
def _bearer() -> re.Pattern[str]:
    arms = alternatives(("leads", "arms"))
    return re.compile(
        rf"[ \u00a0](?:(?:\d+(?:st|nd|rd|th)|{arms}|(?i:{arms}))[ \u00a0])*(?:{alternatives(('leads', 'bearers'))})(?![\w-])"
        rf"|[ \u00a0](?i:{arms})[ \u00a0](?i:divisions?|units?|forces)(?!\w)"
    )


@cache
def _ship() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(('leads', 'ships'))})\s+(?:the\s+)?[\"\u201c'\u2018]?$")


@cache
def _suffering() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:(?:was|were|is|are|being|been|has|have|had|came|comes|itself)\s+){{1,2}}(?:[a-z]+ly\s+|again\s+|also\s+)?"
        rf"(?:{alternatives(('leads', 'suffers'))})(?!\w)"
    )


@cache
def _site_lead() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w-])(?:in|at|near|from|around|outside|inside|into|towards?|across|throughout|over|of|to|off|through)"
        r"\s+(?:the\s+)?(?:[a-z-]+\s+)?$",
        re.IGNORECASE,
    )


@cache
def _acting() -> re.Pattern[str]:
    acts = alternatives(("leads", "acts"))
    parts = (
        r"outskirts|suburbs?|streets?|airports?|borders?|coast|capital|east|west|north|south|centre|center|port|territory|skies|waters|"
        r"[a-z]+ern"
    )
    return re.compile(
        rf"(?:\s*,[^,.]{{0,40}},|(?:,\s+[A-Z]\w+)?,?\s+and\s+[A-Z]\w+)?\s+(?:{acts})\b|,\s+(?:which|whose)\s+(?:{acts})\b|['\u2019]s?\s+(?!(?:{parts})\b)[a-z]"
    )


_POWER = re.compile(
    r"\b(?:government|regime|junta|puppets|authorities|rulers|leaders|leadership|officials|masters|generals|cabinet|envoys?|ambassadors?|emissar(?:y|ies)|delegations?|diplomats|ministers|allies|backers)\s+(?:in|of)\s+$",
    re.IGNORECASE,
)
_DEALT_WITH = re.compile(r"\b(?:against|accused|blamed|urged|with)\s+(?:the\s+)?$", re.IGNORECASE)
