"""What does each report of an event tell, and on whose word? Exact copies are one report, so that a copy adds nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.model import Claim, Document
from sayso.packs import table
from sayso.text.fingerprints import shingles, words
from sayso.tracing.agencies import named_agency
from sayso.tracing.voices import SAME_SORT, Voice, is_outlet, likeness, voice

_SENTENCES_BACK = 250
_SHORT = 3
_WORDS_BACK = 40
_NOT_SAID = frozenset({"denies", "doubts"})
_BYSTANDERS = frozenset({"witness", "family", "outlet"})

Figures = Mapping[str, frozenset[int]]
"""The numbers that are given for each outcome."""

Told = tuple[Sequence[Claim], Sequence[Claim]]
"""A document's claims for an event, and its other claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text as published by one outlet or by several word for word.

    `runs` are its shingles, `terms` its longer words, `aside` the figures that it gives for other events, `agency` whom its text
    names as the one that wrote it.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    main: bool
    runs: frozenset[int]
    terms: frozenset[str]
    aside: Figures
    agency: str | None = None

    @property
    def published(self) -> str:
        """When it was first published; after all others where that is not known."""
        return min(moment(d) for d in self.documents)

    @property
    def author(self) -> str:
        """Who speaks in it where nobody is quoted: the agency that it names, else the outlet that published it first."""
        return self.agency or self.documents[0].outlet or ""

    @property
    def outlets(self) -> frozenset[str]:
        """The names of the outlets that published it, in lower case."""
        return frozenset(d.outlet.casefold() for d in self.documents if d.outlet)

    @property
    def text(self) -> str:
        """The words as published."""
        return self.documents[0].text


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report says on the word of one voice.

    `counted`: the outlet counted for itself; `heard`: the voice has it from the press; `partial`: it gives but parts of a toll.
    """

    report: int
    voices: tuple[Voice, ...]
    claims: tuple[Claim, ...]
    figures: Figures
    counted: bool = False
    heard: bool = False
    partial: bool = False

    @property
    def voice(self) -> Voice:
        """The voice that names itself best."""
        return min(self.voices, key=lambda v: (v.own, v.press, v.unnamed, *v.order))

    def same_news(self, other: "Telling") -> bool:
        """Whether another gives the same figures in the same voice; the outlets' own voices count as one."""
        mine, theirs = self.voice, other.voice
        return self.figures == other.figures and ((mine.own and theirs.own) or mine == theirs)


def moment(document: Document) -> str:
    """When a document was published, to compare: a day without a time is no earlier than a time on that day."""
    at = document.published or "9999"
    return at if "T" in at else f"{at}T99"


def figures(claims: Iterable[Claim]) -> Figures:
    """The numbers that claims give for each outcome: those written, or else the best reading."""
    found: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        if (q := claim.quantity) is not None:
            plain = [n for n in (q.best, q.low, q.high) if n is not None][:1]
            found[claim.outcome].update(q.stated or plain)
    return {k: frozenset(v) for k, v in sorted(found.items())}


def reports(documents: Iterable[Document], told: Mapping[str, Told], main: frozenset[str]) -> tuple[Report, ...]:
    """The reports that give a figure, in the order of publication; documents of the same words are one report.

    One that credits another of its day stands behind it, whatever the clock says: pages are stamped anew when they change.
    `told` are the claims of each document: those with a figure for the event, and those of other events.
    """
    same: dict[tuple[str, ...], list[Document]] = defaultdict(list)
    for document in documents:
        if document.id in told and told[document.id][0]:
            same[words(document.text)].append(document)
    found = [_report(group, told, main) for group in same.values()]
    # Among equals by their text, not by an id: a copy must not change who comes first.
    return _behind_credited(sorted(found, key=lambda r: (r.published, r.text, r.documents[0].id)))


def _behind_credited(ordered: Sequence[Report]) -> tuple[Report, ...]:
    """Reports with each moved behind those of its day that it credits; two that credit each other stay as they stand."""
    names = [frozenset(n for c in r.claims for n in (*voice(c).through, r.agency or "")) - {""} for r in ordered]

    def crediting(a: int, b: int) -> bool:
        return any(is_outlet(n, o) for n in sorted(names[a]) for o in sorted(ordered[b].outlets - ordered[a].outlets))

    places = list(range(len(ordered)))
    for a in reversed(range(len(ordered))):
        day = ordered[a].published[:10]
        same = [
            b
            for b in places
            if names[a] and b != a and ordered[b].published[:10] == day and crediting(a, b) and not crediting(b, a)
        ]
        last = max((places.index(b) for b in same), default=-1)
        if last > (at := places.index(a)):
            places.insert(last, places.pop(at))
    return tuple(ordered[n] for n in places)


def _report(group: list[Document], told: Mapping[str, Told], main: frozenset[str]) -> Report:
    agency = named_agency(group[0].text)
    group = sorted(group, key=lambda d: (not (agency and d.outlet and is_outlet(agency, d.outlet)), moment(d), d.id))
    claims = sorted((c for d in group for c in told[d.id][0]), key=lambda c: (c.span, c.outcome, c.id))
    aside = figures(c for d in group for c in told[d.id][1])
    text = group[0].text
    return Report(
        documents=tuple(group),
        claims=tuple(c for c in claims if not _is_sum(c, claims, aside)),
        main=any(d.id in main for d in group),
        runs=shingles(text),
        terms=frozenset(w for w in words(text) if len(w) > _SHORT),
        aside=aside,
        agency=agency,
    )


def _is_sum(claim: Claim, claims: Sequence[Claim], aside: Figures) -> bool:
    """Whether an outlet merely adds up, on nobody's word, a figure for this event and one for another."""
    given = voice(claim)
    if not (given.own or given.unnamed):
        return False
    here = {n for c in claims if c is not claim and c.outcome == claim.outcome for n in _numbers(c)}
    return any(a + b in _numbers(claim) for a in here for b in aside.get(claim.outcome, ()) if a and b)


def tellings(report: Report, n: int) -> tuple[Telling, ...]:
    """The claims of report number `n` by voice; what the outlet says beside a voice it quotes is told on that voice's word."""
    groups: list[tuple[list[Voice], list[Claim]]] = []
    own: list[Claim] = []
    for claim in sorted(report.claims, key=lambda c: c.part_of is not None):
        given = voice(claim)
        if given.own:
            own.append(claim)
        elif home := _home(given, claim, groups):
            home[0].append(given)
            home[1].append(claim)
        else:
            groups.append(([given], [claim]))
    left = [c for c in own if not _absorb(c, report.text, groups)]
    if left:
        relayed = report.agency is not None and not any(is_outlet(report.agency, o) for o in report.outlets)
        through = (report.author,) if relayed else ()
        groups.append(([replace(voice(left[0]), name=report.author, through=through)], left))
    return tuple(_telling(report, n, voices, claims) for voices, claims in groups)


def _part(claim: Claim, report: Report) -> bool:
    """Whether a claim gives a part of a toll: of another claim, or whom a witness, a family or a writer saw or lost of them."""
    if claim.part_of is not None:
        return True
    return claim.said_by[0].kind in _BYSTANDERS and bool(_near("own_share").search(report.text[slice(*_sentence(claim))]))


def _sentence(claim: Claim) -> tuple[int, int]:
    """The claim and a few words before it."""
    return max(0, claim.span[0] - _WORDS_BACK), claim.span[1]


def _home(given: Voice, claim: Claim, groups: list[tuple[list[Voice], list[Claim]]]) -> tuple[list[Voice], list[Claim]] | None:
    """The group of this report whose voice it is: the same name, or a person or a pronoun for the one body of that kind."""
    for group in groups:
        if any(likeness(given, v) >= SAME_SORT or (given.press and v.press) for v in group[0]):
            return group
    kin = [g for g in groups if g[0][0].kind == given.kind and given.kind != "anonymous" and not given.through]
    if any(v.party and given.party and v.party != given.party for g in kin for v in g[0]):
        return None
    if len(kin) == 1 and not any(v.through for v in kin[0][0]) and not _differ(claim, kin[0][1]):
        loose = (
            given.unnamed or all(v.unnamed for v in kin[0][0]) or given.kind not in ("monitor", "international", "party", "media")
        )
        return kin[0] if loose else None
    return None


def _absorb(claim: Claim, text: str, groups: list[tuple[list[Voice], list[Claim]]]) -> bool:
    """Put a claim in the outlet's own voice to the nearest voice quoted before it, or after, unless they differ in the figure."""
    if not groups or says("own_count", text, claim):
        return False
    groups = [g for g in groups if not all(_denied(c) for c in g[1]) and not _of_the_enemy(claim, g)]
    equal = [g for g in groups if any(_numbers(c) == _numbers(claim) and c.outcome == claim.outcome for c in g[1])]
    free = equal or [g for g in groups if not _differ(claim, g[1])]
    if not free:
        return False
    nearest = min(free, key=lambda g: min((c.span[0] > claim.span[0], abs(c.span[0] - claim.span[0])) for c in g[1]))
    nearest[1].append(claim)
    return True


def _of_the_enemy(claim: Claim, group: tuple[list[Voice], list[Claim]]) -> bool:
    """Whether a claim counts a nation that is not its speaker's, who counts no such people: it is told of the other side."""
    nation = claim.group.nation if claim.group is not None else None
    if nation is None or not any(v.party and v.party != nation for v in group[0]):
        return False
    counted = {c.group.nation for c in group[1] if c.group is not None and c.outcome == claim.outcome}
    return nation not in counted and bool(counted - {None})


def _denied(claim: Claim) -> bool:
    """Whether a claim says that something is not so: whoever says no more than that has given no figure."""
    return claim.status == "denied" or claim.said_by[0].stance in _NOT_SAID


def _differ(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether others give numbers for the same outcome and group and none of them is this claim's."""
    rivals = [c for c in others if c.outcome == claim.outcome and not claim.part_of and not c.part_of and c.group == claim.group]
    return bool(rivals) and not any(_numbers(c) & _numbers(claim) for c in rivals)


def _numbers(claim: Claim) -> frozenset[int]:
    return figures([claim]).get(claim.outcome, frozenset())


def _telling(report: Report, n: int, voices: list[Voice], claims: list[Claim]) -> Telling:
    ordered = tuple(sorted(claims, key=lambda c: (c.span, c.outcome, c.id)))
    own = all(v.own for v in voices)
    return Telling(
        report=n,
        voices=tuple(dict.fromkeys(voices)),
        claims=ordered,
        figures=figures(ordered),
        counted=own and any(says("own_count", report.text, c) for c in ordered),
        partial=all(_part(c, report) for c in ordered),
        heard=any(v.press for v in voices) or (not own and any(says("press", report.text, c) for c in ordered)),
    )


def says(what: str, text: str, claim: Claim) -> bool:
    """Whether words of the list `what` stand near a claim: in it, or within a sentence or two."""
    start, end = max(0, claim.span[0] - _SENTENCES_BACK), claim.span[1] + _SENTENCES_BACK
    return bool(_near(what).search(text[start:end]))


@cache
def _near(what: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in table('tracing')[what])})\b", re.IGNORECASE)
