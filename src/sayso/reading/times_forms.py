"""Which spans have the form of a time expression, and of which form?

One rule a form; `FORMS` is in the order in which they are tried at one place in the text.
"""

import re
from functools import cache

from sayso.reading.times_words import capitalised, either, words

_MONTH = rf"(?:{capitalised('months')}\b(?:(?<=\b\w{{3}})\.|(?<=\b(?-i:Sept))\.)?)"
_FULL_MONTH = r"(?-i:Ja(?:nuary)|JANUARY|February|FEBRUARY|April|APRIL|June|JUNE|July|JULY|August|AUGUST|Sept(?:ember|\.)|SEPTEMBER|October|OCTOBER|November|NOVEMBER|December|DECEMBER|March|MARCH|May|MAY|Jan\.|Feb\.|Aug\.|Oct\.|Nov\.|Dec\.)"
_WEEKDAY = rf"(?:{capitalised('weekdays')}|(?-i:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.(?=,?\s+{_MONTH}))"
_NUMDAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%/])(?![.,:]\d)"
_ORDDAY = rf"{either('ordinals')}"
_DAY = rf"(?:{_NUMDAY}|{_ORDDAY}\b)"
_YEAR = r"(?:1\d|20)\d\d(?![\d%])(?!,\d)"
_ANY_YEAR = rf"(?:{_YEAR}|(?-i:'|\u2019)\d\d(?!\d))"
_SPELLED = r"(?:nineteen|eighteen)[\s-](?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
_NUM_WORD = rf"(?:{either('numbers')}(?:[\s-]+(?:and\s+)?{either('numbers')})*(?:\s+and\s+a\s+half)?)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s+1/2|\s+and\s+a\s+half)?"
_VAGUE = r"(?:several|(?:a|the|these)?\s*few|many|(?:a\s+)?couple(?:\s+of)?|some|a\s+number\s+of|dozens\s+of|hundreds\s+of|thousands\s+of|countless)"
_ONE = r"(?:an?|another|one\s+more|an?\s+(?:additional|further|single|full|whole|entire)|half\s+an?)"
_NUM = rf"(?:{_DIGITS}|{_NUM_WORD}|{_VAGUE}|{_ONE})"
_COUNT = rf"(?:{_DIGITS}|{_NUM_WORD}|several|few|many|couple(?:\s+of)?)"
_UNIT = either("units", plural=True).replace("century", "centur(?:y|ie)")
_CAL = r"(?:day|week|weekend|month|quarter|year|decade|century)"
_PART = either("parts")
_ABOUT = (
    r"(?P<about>(?:about|around|nearly|almost|roughly|approximately|some|at\s+least|at\s+most|more\s+than|less\s+than|fewer\s+than|"
    r"(?:just\s+)?over|(?:just\s+)?under|up\s+to|no\s+more\s+than|as\s+(?:little|much|many)\s+as|close\s+to)\s+)?"
)
_PHASE = (
    r"(?P<phase>(?:very\s+)?(?:early|late|earlier|later|mid)(?:[\s-]+|\s+in\s+|\s+on\s+)|"
    r"(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close|early\s+part|latter\s+part|first\s+half|second\s+half|latter\s+half|rest|remainder|"
    r"early\s+(?:hours|days|weeks|months)|final\s+(?:days|weeks|months)|last\s+days|turn|eve)\s+of\s+)?"
)
_ZONE = r"(?:\s*,?\s*(?:\(?(?:E[SD]T|C[SD]T|P[SD]T|GMT|UTC|BST|CET|MSK|EEST|EET|IST|JST|KST)\b\)?|local\s+time|Moscow\s+time|Kyiv\s+time))?"
_DATE = (
    rf"(?:(?P<wd>{_WEEKDAY}),?\s+)?(?:(?P<mon>{_MONTH})\s*(?P<day>{_DAY})(?:(?:,\s*|\s+(?:of\s+)?)(?P<year>{_YEAR}))?"
    rf"|(?:the\s+)?(?P<day2>{_DAY})(?:\s+of)?[\s-]+(?P<mon2>{_MONTH})(?:(?:,\s*|\s+(?:of\s+)?|-)(?P<year2>{_YEAR}))?)"
    r"(?:,?\s+(?:of\s+)?(?P<rel>this|that|last|next|the\s+same|the\s+(?:previous|following))\s+year\b)?"
)
_DAYREF = rf"(?:(?:yesterday|today|tomorrow)|{_WEEKDAY}(?!,?\s+(?:the\s+)?(?:{_MONTH}|\d))|{_DATE})"


def _reference(kind: str) -> str:
    return rf"{either(kind)}\b"


_RULES: dict[str, str] = {
    "iso": r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d)?Z?)?(?![\d-])",
    "slashed": r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/.]\d)",
    "clock": (
        r"(?:(?:about|around|at\s+about|shortly\s+(?:before|after)|just\s+(?:before|after))\s+)?"
        r"(?:(?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)|(?P<h24>[01]?\d|2[0-3]):(?P<min24>[0-5]\d)(?::[0-5]\d)?(?:\s*(?:hours|hrs|h)\b)?"
        r"|(?P<word>noon|midnight|midday)|(?P<hw>\d{1,2})\s+(?:o'clock\s+)?in\s+the\s+(?P<hp>morning|afternoon|evening))"
        rf"{_ZONE}(?:,?\s+(?:on\s+)?(?P<ref>{_DAYREF})(?:'s)?)?"
    ),
    "date": (
        rf"(?:(?P<part>(?:the\s+)?(?:early\s+hours|(?:early\s+|late\s+)?(?:{_PART}))(?:\s+hours)?)\s+of\s+)?{_PHASE}"
        rf"(?:(?:last|next|this\s+(?:coming|past)|this)\s+)?{_DATE}(?:\s+(?P<part2>{_PART})\b)?"
    ),
    "day_list": rf"(?P<day>{_NUMDAY})(?=\s*(?:,|and|to|or|-|\u2013)\s*{_NUMDAY}\s+(?P<mon>{_MONTH}))",
    "month_year": (
        rf"{_PHASE}(?P<mon>{_MONTH})(?:\s*,?\s+(?:of\s+)?|-)(?:(?P<year>{_YEAR}|{_SPELLED})|(?P<rel>last|this|next|that|the\s+same|the\s+previous|the\s+following)\s+year)"
    ),
    "month": rf"{_PHASE}(?:(?P<rel>last|next|this(?:\s+(?:coming|past))?|the\s+(?:previous|following)|that|each|every)\s+)?(?P<mon>{_FULL_MONTH})(?!\w)",
    "weekday": (
        rf"(?:(?P<part>(?:the\s+)?(?:early\s+hours|(?:early\s+|late\s+)?(?:{_PART}))(?:\s+hours)?)\s+of\s+)?"
        rf"(?:(?P<phase>early|late|earlier|later|mid)(?:\s+on)?\s+)?"
        rf"(?:(?P<rel>last|next|this(?:\s+(?:coming|past))?|(?:the\s+)?(?:previous|following|coming|past)|each|every)\s+)?"
        rf"(?P<wd>{_WEEKDAY})(?P<many>s(?!\w))?(?:\s+(?:(?:early|late)\s+)?(?P<part2>{_PART})(?P<manyparts>s)?\b)?"
    ),
    "relday": (
        rf"(?:(?P<phase>early|late|earlier|later|earliest)\s+(?:on\s+)?|(?P<part>(?:the\s+)?(?:early\s+hours|(?:early\s+|late\s+)?(?:{_PART}))(?:\s+hours)?)\s+of\s+)?"
        rf"(?:mid[\s-])?(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tomorrow|tonight|overnight|last\s+night|"
        rf"(?:this|that)\s+(?:same\s+)?(?P<thispart>{_PART}))(?:\s+(?P<part2>{_PART})\b)?"
    ),
    "ordday": (
        rf"(?:the\s+)(?P<day>\d{{1,2}}(?:st|nd|rd|th)|{either('ordinals')})\s+(?:day\s+)?of\s+(?:this|that|the)\s+month\b"
        rf"|(?<=\bon\s)(?:the\s+)(?P<day2>\d{{1,2}}(?:st|nd|rd|th))(?=\s*(?:[,.;)]|$|and\b))"
    ),
    "nextday": (
        rf"{_PHASE}(?P<which>(?:the\s+)(?:very\s+)?(?:next|following|previous|same|preceding)\s+(?P<unit>{_CAL}|{_PART})|"
        rf"(?:that|the)\s+(?:very\s+|same\s+)+(?P<unit2>{_CAL}|{_PART})|that\s+(?P<unit3>day|week|month|quarter|year|decade|weekend)|"
        rf"the\s+day\s+(?P<side>before|after|following)(?=[\s,.;]))(?!\s*['\u2019-]\w)\b"
    ),
    "recent": (
        rf"(?:(?:in|over|during|for|within)\s+(?=the\s+))?(?P<each>each\s+of\s+)?(?:at\s+least\s+)?(?:the\s+)?(?P<way>last|past|next|coming|previous|preceding|following|first|final|latest|recent|year-earlier)\s+"
        rf"(?P<num>{_COUNT}(?:\s+(?:to|or)\s+{_COUNT})?)[\s-]+(?:or\s+so\s+)?(?P<unit>{_UNIT})\b(?:\s+or\s+so)?"
    ),
    "relunit": (
        rf"{_PHASE}(?:the\s+)?(?:sometime\s+)?(?P<way>last|this(?:\s+(?:past|coming|current))?|next|past|current|coming)\s+(?:(?P<fiscal>fiscal)\s+)?(?P<unit>{_CAL}|fortnight|hour)(?:'s)?\b(?:\s+(?:as\s+a\s+whole|or\s+so|(?P<part>{_PART})\b))?"
        rf"(?P<quarter>\s+(?:first|second|third|fourth)[\s-]quarter)?"
    ),
    "plural_ref": rf"(?:the\s+)?(?P<way>recent|past|coming|last|previous|future|final|early)\s+(?P<unit>days|weeks|months|quarters|years|decades|centuries|hours)(?:\s+and\s+(?:weeks|months|years))?",
    "ago": (
        rf"{_ABOUT}(?:(?P<num>{_NUM})[\s-]+)?(?P<unit>{_UNIT})(?:\s+and\s+(?P<half>a\s+half))?(?:\s+or\s+(?:so|more))?\s+"
        r"(?P<way>ago|earlier|later|before(?=\s*[,.;]|$)|after(?=wards?\b)\w+|previously|from\s+now|hence|prior(?!\s+to))\b"
    ),
    "age": rf"(?:(?:the|an?)\s+)?(?P<num>{_DIGITS}|{_NUM_WORD})[\s-](?P<unit>{_UNIT})[\s-]olds?\b",
    "rate": rf"(?P<word>(?:every|each)\s+(?:single\s+|other\s+)?(?:(?P<num>{_DIGITS}|{_NUM_WORD})\s+)?(?P<unit>{_UNIT}|{_PART}|{_WEEKDAY}|{either('seasons')}))\b",
    "duration": (
        rf"{_ABOUT}(?:the\s+)?(?P<num>{_NUM})(?:\s+(?:to|or|-|\u2013)\s+(?P<num2>{_DIGITS}|{_NUM_WORD}))?(?:[\s-]+(?:more|full|whole|long|consecutive|straight|additional|further|trading|working))?[\s-]+(?P<unit>{_UNIT})\b(?!-(?:ago|earlier))"
        r"(?:\s+and\s+(?P<half>a\s+half))?(?:[\s-]long\b)?(?:\s+or\s+(?:so|more))?"
    ),
    "quarter": (
        rf"(?:the\s+)?(?:(?P<year0>{_YEAR})(?:'s)?\s+)?(?:fiscal[\s-])?(?P<ord>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?:fiscal\s+)?(?P<unit>quarter|half)\b(?:\s+of\s+(?:(?:the\s+)?year\b|(?P<year>{_YEAR})|(?P<rel>this|last|next)\s+year)|\s+(?P<year2>{_YEAR}))?"
    ),
    "season": (
        rf"{_PHASE}(?:(?P<rel>last|this(?:\s+(?:past|coming))?|next|the\s+(?:following|previous|same)|that)\s+|the\s+)?(?:(?P<phase2>early|late|mid)[\s-]+)?(?P<season>{either('seasons')})\b"
        rf"(?:\s*,?\s+(?:of\s+)?(?:(?P<year>{_YEAR}|{_SPELLED})|(?P<relyear>this|last|next|that|the\s+same)\s+year))?"
    ),
    "decade": (
        rf"{_PHASE}(?:the\s+)?(?:(?P<phase2>early|late|mid)(?:dle)?(?:[\s-]+(?:to[\s-]late\s+)?))?(?:(?P<num>(?:1\d|20)\d)0'?s|(?-i:'|\u2019)(?P<short>\d)0s|(?P<era>(?<=the\s)(?:{either('eras')})|(?:nineteen|eighteen)[\s-]{either('eras')}))(?!\w)"
    ),
    "century": r"(?:the\s+)?(?:(?P<phase>early|late|mid)[\s-]+)?(?P<ord>\d{1,2}(?:st|nd|rd|th)|" + either("ordinals") + r")[\s-]century(?:\s+(?P<bc>B\.?C\.?(?:E\.?)?))?",
    "bc": r"(?P<y>\d{1,4})\s+B\.?C\b\.?(?:E\b\.?)?",
    "year": rf"{_PHASE}(?:the\s+years?\s+|fiscal\s+|the\s+(?={_YEAR}\s+(?:period|quarter)\b))?(?P<y>{_ANY_YEAR})(?:\s+(?:period|quarter)\b)?",
    "short_year": r"(?<=\d{4}[-\u2013])(?P<y>\d{4}|\d\d)(?![\d-])",
    "spelled": rf"(?:the\s+year\s+)?(?P<y>{_SPELLED}|(?<=the\syear\s)two\s+thousand)",
    "yearend": r"(?:(?:about|around)\s+)?(?:the\s+)?(?P<which>year|month)(?:'s)?[\s-]end\b",
    "yearago": (
        r"(?:(?:the\s+)?(?:(?:comparable|corresponding|same)\s+)?year-(?:ago|earlier)\s+(?:period|quarter|(?P<ord>first|second|third|fourth)\s+quarter)\b|year-(?:ago|earlier)\b|"
        r"(?P<latest>the\s+latest\s+(?:fiscal\s+)?(?:period|quarter|year))\b|the\s+(?:corresponding|comparable|same|year-ago)\s+(?:period|quarter)\s+(?:(?:of\s+)?last\s+year|a\s+year\s+(?:ago|earlier))\b)"
    ),
    "holiday": rf"(?:(?P<rel>last|this|next)\s+)?(?-i:(?=[A-Z])){either('holidays')}(?:,?\s+(?P<year>{_YEAR}))?",
    "unit_the": rf"{_PHASE}(?P<word>the\s+(?P<unit>weekend|week|month|quarter|year|day)|the\s+(?:full|fiscal|current)\s+(?P<unit2>year|quarter))(?!\s*['\u2019]s\b)\b(?![\s-]+(?:that|when|of\s+the|old|long)\b)",
    "plural": r"(?P<unit>days|weeks|months|quarters|years|decades|centuries|hours)\b(?:\s+or\s+(?:weeks|months|years))?(?![\s-]old)",
    "reference": _reference("references"),
    "set": _reference("sets"),
}

FORMS: tuple[str, ...] = tuple(_RULES)
"""The names of the forms, in the order in which they are tried."""


@cache
def form(name: str) -> re.Pattern[str]:
    """The pattern of one form, whose groups name its parts."""
    return re.compile(_RULES[name], re.IGNORECASE)


@cache
def any_form() -> re.Pattern[str]:
    """The pattern of all forms at once; the outer group that matched is the form's name."""
    bare = {name: re.sub(r"\(\?P<\w+>", "(?:", rule).replace("(?P=sep)", "[/.]") for name, rule in _RULES.items()}
    return re.compile(r"(?<![\w$\u20ac\u00a3])(?<!\d[.,])" + f"(?={_start()})" + r"(?:" + "|".join(f"(?P<{name}>{rule})" for name, rule in bare.items()) + r")(?!\w)", re.IGNORECASE)


@cache
def screen() -> re.Pattern[str]:
    """The words without which there is no time expression near."""
    stems = (
        r"\d{4}|\d{1,2}[:/.]\d\d|\d\s?[ap]\.?m\b|[12]\d{2}0s|'\d0?s?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?-i:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.|"
        r"(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|"
        r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|daily|nightly|annually|hourly|monthly)|centur|night|morning|evening|afternoon|dawn|dusk|"
        r"noon|midday|yesterday|today|tomorrow|spring|summer|autumn|fall|winter|now|current|recent|present|future|past|these\s+days|soon\s+as|"
        r"christmas|halloween|half|b\.?c\b|" + "|".join(re.escape(w) for w in sorted(words_of_eras()))
    )
    return re.compile(rf"(?<!\w)(?:{stems})|(?<=\w)(?:day|night)\b", re.IGNORECASE)


_STARTS = (
    "a an another about around nearly almost roughly approximately some at more less fewer just over under up no as close very early late earlier later "
    "earliest mid middle beginning start end first second third fourth latter half rest remainder final last turn eve the this that next each every past "
    "coming current recent future previous preceding following latest several few these many couple dozens hundreds thousands countless one yesterday "
    "today tomorrow tonight overnight shortly noon midnight midday sometime in over during for within year month days weeks months quarters years decades "
    "centuries hours fiscal right now currently nowadays most daily nightly weekly monthly annually hourly year-ago nineteen eighteen on"
)
"""Words with which a form can begin, besides numbers, months, weekdays, seasons, parts of the day and holidays."""


@cache
def _start() -> str:
    listed = set(_STARTS.split())
    for kind in ("numbers", "ordinals", "seasons", "parts", "holidays", "references", "eras"):
        listed.update(w.split()[0].split("'")[0] for w in words(kind))
    for kind in ("months", "weekdays"):
        listed.update(w[:3] for w in words(kind))
    by_letter: dict[str, set[str]] = {}
    for w in listed:
        by_letter.setdefault(w[0], set()).add(w[1:3])
    return r"\d|['\u2019]|" + "|".join(letter + "(?:" + "|".join(sorted(rest, reverse=True)) + ")" for letter, rest in sorted(by_letter.items()))


def words_of_eras() -> tuple[str, ...]:
    """Decades by name, and the first words of years in words."""
    return ("nineteen", "eighteen", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
