"""Which lines of reporting does each event have: who counted, and who repeats whom?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Claim, Document, Event, How, Line, Relay
from sayso.schema import content_id
from sayso.tracing.copies import REWRITE, VERBATIM, Copies
from sayso.tracing.evidence import JOIN, Draft, Reason, agreeing, reason, rivals
from sayso.tracing.reports import Report, Telling, reports, tellings
from sayso.tracing.tallies import tallies
from sayso.tracing.voices import Voice


def trace(documents: Sequence[Document], claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Line, ...]:
    """The lines of each event, in the order of first publication. The order of documents and claims changes nothing.

    A copy adds no line. A mention in passing or a part of a toll joins a line but starts none, unless no other does.
    """
    known = {d.id: d for d in documents}
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in {c.id: c for c in claims}.values():
        if claim.quantity is not None:
            told[claim.document].append(claim)
    return tuple(line for event in events for line in _lines(event, known, told))


def _lines(event: Event, known: Mapping[str, Document], told: Mapping[str, Sequence[Claim]]) -> Iterable[Line]:
    ours = frozenset(event.claims)
    split = {d: _split(told.get(d, ()), ours) for d in event.documents}
    found = reports((known[d] for d in event.documents if d in known), split, frozenset(event.main))
    copies = Copies(found)
    drafts: list[Draft] = []
    given = [(report, telling) for n, report in enumerate(found) for telling in tellings(report, n)]
    founders = any(_founds(r, t) for r, t in given)
    for report, telling in given:
        best, at = max(
            ((r, -i) for i, d in enumerate(drafts) if (r := reason(telling, d, found, copies))),
            key=lambda pair: (pair[0].strength, pair[1]),
            default=(None, 0),
        )
        if best is not None and best.strength >= JOIN:
            drafts[-at].add(telling, best, report)
        elif _founds(report, telling) or not founders:
            drafts.append(Draft())
            drafts[-1].add(telling, _first(telling), report)
    return [_line(event, draft, found, copies) for draft in drafts]


def _founds(report: Report, telling: Telling) -> bool:
    """Whether a telling may start a line: a mention in passing and a part of a toll do not."""
    return report.main and not telling.partial


def _split(claims: Sequence[Claim], ours: frozenset[str]) -> tuple[list[Claim], list[Claim]]:
    """A document's claims of an event, and its others."""
    return [c for c in claims if c.id in ours], [c for c in claims if c.id not in ours]


def _first(telling: Telling) -> Reason:
    """How the first report of a line came by its figures: from an outlet that is not among the reports, or from the origin."""
    cites = bool(telling.voice.through) or telling.voice.press
    of = f" of {telling.voice.name}" if telling.voice.name else ""
    return Reason(strength=1.0, how="cites" if cites else "origin", of=None, evidence=f"first to give the figure{of}")


def _line(event: Event, draft: Draft, found: Sequence[Report], copies: Copies) -> Line:
    claims = tuple(c.id for t in draft.tellings for c in t.claims)
    origin = _origin(draft)
    return Line(
        id=content_id("l", event.id, claims[0]),
        event=event.id,
        origin=_named(origin, found[draft.tellings[0].report]),
        kind=origin.kind,
        party=origin.party,
        documents=_relays(draft, found, copies),
        claims=claims,
        figures=tallies(draft, found),
    )


def _origin(draft: Draft) -> Voice:
    """The voice that a line goes back to: of those that give the figure first hand the first that has a name."""
    first = [t.voice for t, r in zip(draft.tellings, draft.hows, strict=True) if r.how in ("origin", "cites") and not r.borrowed]
    named = [v for v in first if not (v.own or v.press or v.unnamed)]
    return (named or first or [draft.tellings[0].voice])[0]


def _named(origin: Voice, report: Report) -> str:
    """The origin's name; one without a name is told by the outlet that quotes it."""
    outlet = report.documents[0].outlet
    return f"{origin.name} ({outlet})" if origin.unnamed and outlet and not origin.own else origin.name


def _relays(draft: Draft, found: Sequence[Report], copies: Copies) -> tuple[Relay, ...]:
    """The documents of a line in the order of publication, each once, with the strongest reason."""
    best: dict[str, tuple[float, Relay]] = {}
    for telling, why in zip(draft.tellings, draft.hows, strict=True):
        report = found[telling.report]
        how = "circular" if _circular(telling, draft, found) else _worded(telling, draft, copies) or why.how
        source = found[why.of].documents[0].id if why.of is not None else None
        for n, document in enumerate(report.documents):
            copy = n > 0
            relay = Relay(
                id=document.id,
                how="verbatim" if copy else how,
                of=report.documents[0].id if copy else source,
                evidence="the same text" if copy else why.evidence,
            )
            if document.id not in best or best[document.id][0] < why.strength:
                best[document.id] = (why.strength, relay)
    return tuple(relay for _, relay in best.values())


def _worded(telling: Telling, draft: Draft, copies: Copies) -> How | None:
    """Whether a telling repeats an earlier report of its line in that report's words: the same figure, of nobody else."""
    shares = copies.of(telling.report)
    before = (t for t in draft.tellings if t.report < telling.report and t.report in shares)
    share = max(
        (shares[t.report] for t in before if agreeing(telling.figures, t.figures) and not rivals(telling, t)), default=0.0
    )
    return "verbatim" if share >= VERBATIM else "rewrite" if share >= REWRITE else None


def _circular(telling: Telling, draft: Draft, found: Sequence[Report]) -> bool:
    """Whether an outlet that gave the figure before names later relays of it as if they confirmed it."""
    here = found[telling.report]
    before = [t.report for t in draft.tellings if t.report < telling.report and found[t.report].outlets & here.outlets]
    if not before:
        return False
    text = here.text.casefold()
    between = (t.report for t in draft.tellings if min(before) < t.report < telling.report)
    return any(o in text for n in between for o in found[n].outlets - here.outlets)
