"""Where did it happen: which place of a text is the site of a figure, and which are offices, hospitals and datelines?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.model import Span, Where
from sayso.reading.places.near import between_sites
from sayso.reading.places.places import Place
from sayso.reading.words.nations import sense

_DATELINE = re.compile(r"\s*(?:,[^\n—–()-]{0,30})?\s*(?:\([^)\n]{2,30}\))?\s*(?:[—–:]|-{1,2}\s|_\s)")
"""What follows a place that only says where the report was written: "GAO, Mali, 11 April (SPA) —"."""

_STAMPED = re.compile(r"\s*(?:,[^\n()]{0,30})?\s*\([^)\n]{2,20}\d\)\s*(?:\n|$|(?=[A-Z]))")
"""What follows a place in capitals that only says where and when the report was written: "GAO, Mali (April 11, 2031)"."""

_HEADING = re.compile(
    r"""^(?:
        [A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?:\ [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,2}(?:\.|:|\s[—–])      # SWEIDA.   DEIR EZ-ZOR.   KOHAT –
        | [A-ZÀ-Þ][\w'’–-]+(?:\ [A-ZÀ-Þ][\w'’-]+){0,2}(?:\ \([^)\n]{1,20}\))?:   # Pokrovsk:   Strikes (night 9/10):
    )\s""",
    re.VERBOSE | re.MULTILINE,
)
"""What opens a section of a round-up."""

_BUILDING = re.compile(
    r"\b(?:Hotel|Mall|School|College|Church|Mosque|Temple|Bridge|Station|Stadium|Hall|House|Tower|Theatre|Prison|Building)\b"
)
"""A site for which the text's town says more, unless it is on the map."""

_APART = re.compile(r"\b(?:against|towards?|with|alongside|versus|to invade)\s(?:the\s)?$")
"""Words before a place that somebody is for or against: "the war against Ukraine"."""

_SUPPOSED = re.compile(r"\b(?:if|unless|should|in case)\s(?:the\s)?$", re.IGNORECASE)
"""Words before a place of which only a condition speaks: "could pass 6,000 if Uzhok is besieged"."""

_CAME = re.compile(
    r"\b(?:cross|com|arriv|infiltrat|return|advanc|retreat|travell?)ing\s(?:over\s|back\s)?from\s(?:the\s)?$", re.IGNORECASE
)
"""Words before the place that those who act come from: "raiders crossing from Uzhok"."""

_PARTIES = re.compile(r"\bbetween\s(?:the\s)?(?:[\w-]+(?:\s[\w-]+)?\sand\s(?:the\s)?)?$")
"""A word before two governments that talk or fight, if no road or border is between them."""

_WITHIN = re.compile(
    r"""(?:\b(?:in|at|near|of|to|across|inside|outside|into|on|onto|over|around|throughout|within|through|between|and|along|off|for|reach(?:ed|ing)?
        |enter(?:ed|ing)?|cross(?:ed|ing)?|left|leaving|via|under|beyond|than|["“(/:—–-])\s?(?:the\s|[A-Za-z]+ern\s|[A-Za-z]+-[A-Za-z]+\s|[a-z]+\s){0,2}
        |,\s|\n|\(|/\s?)$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words before a country or capital where something happens in it; without them its government acts."""

_STRUCK = re.compile(
    r"\b(?:hit|struck|shelled|bombed|targeted|rocked|pounded|bombarded|stormed|seized|captured|besieged|raided|fled|pounding|shelling|bombing|hitting)\s$"
)
"""Words before a capital to which something is done."""

_SECTIONS = 3
"""Headed paragraphs from which a text is a round-up, whose sections take nothing over from one another. Source: set by hand."""

_CARRIED = re.compile(
    r"""(?:
        \b(?:taken|flown|brought|rushed|transferred|airlifted|driven|sent|moved|carried|evacuated)\b
            (?:\ by\ [\w-]+(?:\ [\w-]+){0,2})?\ to\ (?:an?\ |the\ )?(?:[\w-]+\ ){0,3}(?:in\ |at\ |of\ )?
        | \b(?:hospitals?|clinics?|morgue|mortuary|surgery|infirmary)\ (?:in|at|of|near)\ (?:the\ )?
        | \b(?:treated|treatment|care|hospitali[sz]ed|admitted|operated\ on|buried|funerals?|recovering)
            \ (?:(?!killed|died|shot|slain|wounded|hurt)[\w-]+\ ){0,3}(?:in|at|to)\ (?:the\ )?
    )$""",
    re.VERBOSE,
)
"""Words before a place to which the wounded or the dead were brought, where nothing happened."""

_HOUSE = re.compile(
    r"\s+(?:[A-Z][\w'’-]*\s+){0,3}(?:[Hh]ospitals?|[Cc]linic|[Mm]orgue|[Mm]ortuary|[Cc]emetery|[Uu]niversity|[Ii]nfirmary|[Oo]bservatory|[Mm]ission|[Ww]ar)\b"
)
"""What makes a place name part of a hospital's or an institution's."""

_BORDER_IN = re.compile(r"\b[Bb]orders?,?\s(?:in|of)\s(?:[a-z]+\s)?[A-Z]")
"""What makes a country the other side: "near the Niger border in northern Nigeria"."""

_SPOKEN_AT = re.compile(
    r"""\b(?:told|said|speaking|spoke|briefed|announced|interviewed|testified|reached|conference|briefing|interview)\b
        (?:\ (?:by|phone|telephone|reporters|journalists|officers|lawmakers|parliament|villagers|residents|a|an|the|news|press
            |briefing|conference|rally|hearing|meeting|crowd|late|early|on|\w+day|radio|television|state|ceremony|at))*
        \ (?:in|at|from|near)\ (?:the\ )?$""",
    re.VERBOSE,
)
"""Words before a place where somebody spoke: "told reporters in Tapa"."""

_BESIDE = re.compile(
    r"(?:,?\ (?:in|of|near|on|outside|at)(?:\ the)?(?:\ [\w-]+){0,3}\ |,\ (?:in\ )?(?:the\ )?|\ \()$", re.VERBOSE
)
"""Words between a place and the wider one that it lies in: "Sarmin in the Idlib countryside", "Sarmin, Idlib"."""

_OWNED = re.compile(r"['’]s?(?:\ [\w-]+){0,3}\ $", re.VERBOSE)
"""Words between a wider place and its part: "Ethiopia's northern Tigray"."""

_SAME = re.compile(
    r"\b(?:(?:the|that|this|same)\s(?:town|village|ward|county|commune|governorate|suburb|city|district|camp|island|base|barracks|bridge|region|province|hills|valley|border|area|site|place)"
    r"|there|here)\b",
    re.IGNORECASE,
)
"""Words for the place last spoken of."""

_JOINED = re.compile(r"[,;]\s+and\s+\Z")
"""Words before a figure that begins another clause: "two were shot in Gao, and nine were hurt in Kati"."""

_BREAK = re.compile(r"[;—–]| while | but |[.!?]\s")
_OUTSIDE, _ASIDE, _WIDE, _AFTER_BREAK, _BEFORE = 60, 25, 25, 30, 6
"""Characters by which a place is farther from a figure: outside what the figure's speaker says, in what another says, the size
of a country, behind a break of the sentence, and before the figure. Source: set by hand on the dispatches."""

_SENTENCE = 160
"""Characters within which a place and a day speak of one event. Source: set by hand."""

_COUNTRY = 250.0
"""Radius in kilometres from which a place is as wide as a country."""


@dataclass(frozen=True, kw_only=True)
class Sites:
    """The places of a text where things can have happened.

    `voices` are the phrases that name speakers, `offices` and `persons` names of such, `contents` what is said by somebody.
    """

    text: str
    places: Sequence[Place]
    voices: Sequence[Span] = ()
    offices: Sequence[Span] = ()
    contents: Sequence[Span] = ()
    persons: Sequence[Span] = ()

    def at(self, sentence: Span, near: Span, avoid: Sequence[Span] = ()) -> Where | None:
        """The place that the sentence gives for the figure at `near`: the nearest, and of neighbours the narrower."""
        own = [p for p in self.sites if within(p.span, sentence) and not any(overlap(p.span, s) for s in avoid)]
        if not own:
            return None
        held = self._held(near)
        best = min(own, key=lambda p: (self._far(p, near, held), p.span[0]))
        return self._narrowest(best, own).where

    def lead(self, start: int, end: int) -> Where | None:
        """The first place that the text speaks of between two offsets, or the narrower one beside it."""
        own = [p for p in self.sites if start <= p.span[0] < end]
        if not own:
            return None
        if start and self._sections:
            # A section's heading names the region, its text the town.
            return next(
                (p for p in reversed(own) if p.where.radius is not None and p.where.radius < (own[0].where.radius or 0)), own[0]
            ).where
        return self._narrowest(own[0], own).where

    def between(self, start: int, end: int) -> list[Where]:
        """The places that the text speaks of between two offsets, the last first."""
        return [p.where for p in reversed(self.sites) if start <= p.span[0] < end and not wide(p.where)]

    def day_near(self, where: Where, days: Sequence[Span], before: int) -> Span | None:
        """The last of the days before an offset that stands in a sentence with the same place."""
        found = None
        for p in self.sites:
            if p.span[1] > before or p.where.name != where.name:
                continue
            near = [
                d
                for d in days
                if d[1] <= before
                and gap(d, p.span) <= _SENTENCE
                and not _BREAK.search(self.text[min(d[1], p.span[1]) : max(d[0], p.span[0])])
            ]
            found = min(near, key=lambda d: (gap(d, p.span), d), default=found)
        return found

    def same(self, sentence: Span) -> bool:
        """True where the sentence speaks of the place named before: "the town", "there"."""
        return _SAME.search(self.text, *sentence) is not None

    def section(self, at: int) -> int:
        """Where the section of a round-up that holds an offset begins; 0 in any other text."""
        return max((s for s in self._sections if s <= at), default=0)

    @cached_property
    def sites(self) -> tuple[Place, ...]:
        """The places that are no governments, datelines, hospitals, offices or speakers' seats."""
        return tuple(p for p in self.places if self._site(p))

    @cached_property
    def _sections(self) -> tuple[int, ...]:
        found = {m.group(): m.start() for m in _HEADING.finditer(self.text) if m.start() > 0}
        heads = sum(1 for _ in _HEADING.finditer(self.text, 1))
        if len(found) < _SECTIONS or heads > len(found):
            # Headings that come back are people who speak in turn.
            return ()
        first = min(found.values())
        starts = {m.end() for m in re.finditer(r"\n\s*\n|\n", self.text) if m.end() > first}
        return tuple(sorted(starts | {first}))

    def _site(self, p: Place) -> bool:
        if p.actor or any(overlap(p.span, s) for s in self.voices):
            return False
        if any(within(p.span, s) and s[1] - s[0] > p.span[1] - p.span[0] for s in (*self.offices, *self.persons)):
            return False
        line = self.text.rfind("\n", 0, p.span[0]) + 1
        opening = self.text[line : p.span[0]]
        if not self._sections and len(opening) <= 30 and opening.upper() == opening and self._dates(p, opening):
            return False
        if (
            sense(p.where.text) in ("name", "seat")
            and opening
            and not _WITHIN.search(self.text, max(0, p.span[0] - 40), p.span[0])
            and not (sense(p.where.text) == "seat" and _STRUCK.search(self.text, max(0, p.span[0] - 14), p.span[0]))
        ):
            return False
        if _HOUSE.match(self.text, p.span[1]) or _BORDER_IN.search(self.text, p.span[0], p.span[1] + 30):
            return False
        before = self.text[max(0, p.span[0] - 80) : p.span[0]].lower()
        if _PARTIES.search(before) and not (sense(p.where.text) is None or between_sites(before)):
            return False
        return not any(p.search(before) for p in (_CARRIED, _SPOKEN_AT, _APART, _CAME, _SUPPOSED))

    def _dates(self, p: Place, opening: str) -> bool:
        """True before a dash or a colon, or, in capitals, before a day in brackets."""
        stamped = (p.where.text.isupper() or opening) and _STAMPED.match(self.text, p.span[1])
        return bool(stamped or _DATELINE.match(self.text, p.span[1]))

    def _held(self, near: Span) -> Span | None:
        """The smallest piece of somebody's words around a figure."""
        return min((s for s in self.contents if within(near, s)), key=lambda s: (s[1] - s[0], s), default=None)

    def _far(self, p: Place, near: Span, held: Span | None) -> float:
        far = gap(p.span, near) + (0 if p.span[0] >= near[1] else _BEFORE)
        if wide(p.where):
            far += _WIDE
        if held is not None and not within(p.span, held):
            far += _OUTSIDE
        if held is None and any(within(p.span, s) for s in self.contents):
            far += _ASIDE
        between = self.text[min(p.span[1], near[1]) : max(p.span[0], near[0])]
        joined = p.span[1] <= near[0] and _JOINED.search(between) is not None
        return far + (_AFTER_BREAK if joined or _BREAK.search(between) else 0)

    def _narrowest(self, p: Place, own: Sequence[Place]) -> Place:
        """The place itself, or the part of it that stands right beside it."""
        for _ in own:
            inner = next((q for q in own if q is not p and self._inside(q, p)), None)
            if inner is None:
                return p
            p = inner
        return p

    def _inside(self, part: Place, whole: Place) -> bool:
        if part.where.lat is None and _BUILDING.search(part.where.text):
            return False
        if part.where.radius is not None and (whole.where.radius or 0.0) <= part.where.radius:
            return False
        if part.span[1] <= whole.span[0]:
            return len(between := self.text[part.span[1] : whole.span[0]]) <= 40 and _BESIDE.fullmatch(between) is not None
        return len(between := self.text[whole.span[1] : part.span[0]]) <= 40 and _OWNED.fullmatch(between) is not None


def wide(where: Where) -> bool:
    """True for a place as wide as a country."""
    return where.radius is not None and where.radius > _COUNTRY


def within(inner: Span, outer: Span) -> bool:
    """True where one span lies in the other."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(a: Span, b: Span) -> bool:
    """True where two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def gap(a: Span, b: Span) -> int:
    """Characters between two spans; 0 where they touch or overlap."""
    return max(0, a[0] - b[1], b[0] - a[1])


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, each once."""
    return tuple(sorted(set(spans)))
