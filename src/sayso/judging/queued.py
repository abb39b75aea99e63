"""What should a person decide next, and what must they see for it? That on which most hangs first, with its sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.errors import UnknownIdError
from sayso.judging.held import NOBODY, decided, shown
from sayso.judging.judged import DECIDING, Judged
from sayso.judging.reviewed import edited
from sayso.ledger import Stake
from sayso.model import Claim, Document, Estimate, Event, Line, Outcome, Review, Source
from sayso.sources.sourced import graded_words, settled_of
from sayso.weighing.settings import Settings

SHOWN = 8
"""Claims that are shown beside one item; the event has all."""
OF_A_PART, ROWS = 40, 500
"""Claims in a part of a line or an event, since who accepts it accepts them all; and in one that shows them as rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to be decided with what a person must see: its claims with their documents, its figure, what was said of it.

    `then` is the estimate as it would be without it (None: no figure, or nothing to tell), `weighed` whether that was looked at;
    of a line that is `rejected` it is the estimate with it. `seen` is the digest of what is shown, `more` how many claims are
    not among `claims`, which are those of one `part` of `parts`, for a table where `rows`; `origins` are those of their lines.
    """

    target: str
    seen: str
    stake: Stake | None = None
    event: Event | None = None
    other: Event | None = None
    outcome: Outcome | None = None
    line: Line | None = None
    source: Source | None = None
    claims: tuple[Claim, ...] = ()
    more: int = 0
    part: int = 1
    parts: int = 1
    rows: bool = False
    origins: dict[str, str] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    estimate: Estimate | None = None
    then: Estimate | None = None
    weighed: bool = False
    rejected: bool = False
    said: tuple[Review, ...] = ()

    @property
    def noun(self) -> str:
        """What it is: a claim, line, event, link, estimate or source."""
        return self.target.partition(":")[0]

    @property
    def key(self) -> str:
        """Its id."""
        return self.target.partition(":")[2]


PARTED = ("line", "event")
"""What is shown in parts, all of which one must see to accept it."""


class Queue(Judged):
    """What is to be decided in one ledger."""

    def queue(self, sorts: Sequence[str] = (), *, limit: int = 50, offset: int = 0) -> tuple[Stake, ...]:
        """Give what is to be decided, that which may move a figure most first; nothing on which somebody's decision stands."""
        return tuple(self.ledger.stakes(sorts=sorts, without=self._decided(), limit=limit, offset=offset))

    def queue_counts(self) -> dict[str, int]:
        """Give how many things are to be decided, by sort: lines, remarks on figures, links, sources without a kind."""
        return self.ledger.kept("queue", lambda: self.ledger.count_stakes(self._decided()))

    def item(self, target: str, part: int = 1, *, rows: bool = False) -> Item:
        """Give one thing with what a person must see before they decide it: of a line or an event one part, from 1.

        Raises: UnknownIdError, when it is not there.
        """
        noun, _, key = target.partition(":")
        made = {
            "line": self._line_item, "estimate": self._figure_item, "link": self._link_item, "source": self._source_item,
            "claim": self._claim_item, "event": self._event_item,
        }.get(noun)  # fmt: skip
        if made is None:
            raise UnknownIdError(f"There is nothing to decide about {target or 'nothing'}", do="Choose from the queue")
        found = made(key, Item(target=target, seen=self.seen(target), stake=self.ledger.stake(target)))
        rows = rows and noun in PARTED
        size = SHOWN if noun not in PARTED else ROWS if rows else OF_A_PART
        parts = max(1, -(-len(found.claims) // size)) if noun in PARTED else 1
        part = min(max(1, part), parts)
        claims = found.claims[(part - 1) * size : part * size]
        documents = {d: self.ledger.document(d) for d in sorted({c.document for c in claims})}
        targets = dict.fromkeys([target, *(f"claim:{c.id}" for c in claims)])
        words = {r.id: r for t in targets for r in self.words_on(t)}
        said = tuple(sorted(words.values(), key=lambda r: (r.at, r.id)))
        more = len(found.claims) - len(claims)
        return replace(found, claims=claims, more=more, documents=documents, said=said, part=part, parts=parts, rows=rows)

    def without_line(self, event: Event, line: str) -> tuple[Estimate, ...]:
        """Give the estimates of an event as they would be without one line, by id; they are not stored."""
        return self.weighed(event, Settings(drop_lines=(line,)))

    def without_claim(self, event: Event, claim: str) -> tuple[Estimate, ...]:
        """Give the estimates of an event as they would be without one claim, by id, were its claims else the same."""
        from sayso.tracing.trace import trace  # noqa: PLC0415  heavy, and not every verb needs it
        from sayso.weighing.weigh import weigh  # noqa: PLC0415  the same

        left = replace(event, claims=tuple(c for c in event.claims if c != claim))
        if not left.claims:
            return ()
        documents = tuple(self.ledger.document(d) for d in event.documents)
        told = tuple(c for d in event.documents for c in self.claims(document=d) if c.id != claim)
        lines = trace(documents, told, (left,))
        return weigh((left,), lines, told, self.set_aside().heeded(Settings(published=self.ledger.days_of(event.id))))

    def alike_events(self, event: str) -> list[Event]:
        """Give the events some of whose claims are like some of this one's (by id), and which may be one with it."""
        return [self.ledger.get(Event, key) for key in self.ledger.alike(event)]

    def _decided(self) -> frozenset[str]:
        """The targets on which a decision stands, with lines of whose claims each is decided, and sources whose kind was set."""
        return self.ledger.kept("decided", self._find_decided)

    def _find_decided(self) -> frozenset[str]:
        words = [r for r in self.ledger.standing() if r.verdict in DECIDING]
        targets, settled = {r.target for r in words if shown(r) is None}, {r.id for r in words}
        claims, of_lines = [t.partition(":")[2] for t in targets if t.startswith("claim:")], decided(words)
        lines = self.ledger.lines_all_of(claims, of_lines) if claims or of_lines else []
        kinds = (w.source.id for w in self.ledger.words() if "kind" in settled_of(w.source))
        sources = (s for s, said in graded_words(self.ledger).items() if not settled.isdisjoint(r.id for r in said))
        return frozenset(targets).union((f"line:{n}" for n in lines), (f"source:{s}" for s in (*sources, *kinds)))

    def _line_item(self, key: str, item: Item) -> Item:
        line = self.ledger.get(Line, key)
        event = self.ledger.get(Event, line.event)
        estimates = tuple(self.ledger.estimates_of(event.id))
        own = [e for e in estimates if any(g.line == key for g in e.grounds)]
        outcome = item.stake.outcome if item.stake else next((e.outcome for e in own), None)
        told = sorted((c for c in self.claims(event) if c.id in line.claims), key=lambda c: (c.outcome != outcome, c.id))
        rejected = self._whole_aside(line, told)
        then = _of(self.weighed(event, Settings(), back=key) if rejected else self.without_line(event, key), outcome)
        now = _of(estimates, outcome)
        return replace(
            item, event=event, outcome=outcome, line=line, claims=tuple(told), estimate=now, then=then, weighed=True,
            rejected=rejected
        )  # fmt: skip

    def _whole_aside(self, line: Line, told: Sequence[Claim]) -> bool:
        """Whether people set aside all that a line says."""
        from sayso.weighing.aside import rejected  # noqa: PLC0415  as above

        return bool(told) and rejected((line,), told, self.set_aside().heeded(Settings())) >= {c.id for c in told}

    def _figure_item(self, key: str, item: Item) -> Item:
        name, _, words = key.partition("|")
        event = self.ledger.get(Event, name)
        told = next((e for e in self.ledger.estimates_of(name) if e.outcome == words), None)
        claims = (c for c in self.claims(event) if c.outcome == words and c.quantity is not None)
        return replace(item, event=event, outcome=told.outcome if told else None, claims=_by_size(claims), estimate=told)

    def _link_item(self, key: str, item: Item) -> Item:
        two = [self._claim_as_left(c) for c in key.split("|")]
        events = [next(self.ledger.events_with(c.id), None) for c in two]
        return replace(item, claims=tuple(two), event=events[0], other=events[1], outcome=two[0].outcome)

    def _source_item(self, key: str, item: Item) -> Item:
        (source,) = self.ledger.some_sources([key])
        documents = list(dict.fromkeys(d for d, _ in self.ledger.heard(key)))[:SHOWN]
        told = (c for d in documents for c in self.claims(document=d) if any(a.source == key for a in c.said_by))
        return replace(item, source=source, claims=tuple(told))

    def _claim_item(self, key: str, item: Item) -> Item:
        claim = self._claim_as_left(key)
        event = next(self.ledger.events_with(key), None)
        found = replace(item, claims=(claim,), event=event, outcome=claim.outcome)
        if event is None:
            return found
        now = _of(self.ledger.estimates_of(event.id), claim.outcome)
        if all(c.id != key for c in self.claims(event)):
            return replace(found, estimate=now, rejected=True)
        return replace(found, estimate=now, then=_of(self.without_claim(event, key), claim.outcome), weighed=True)

    def _event_item(self, key: str, item: Item) -> Item:
        event = self.ledger.get(Event, key)
        homes = {c: line for line in self.ledger.lines_of(key) for c in line.claims}
        alone = Line(id="", event=key, origin="")
        told = sorted(self.claims(event), key=lambda c: (homes.get(c.id, alone).id == "", homes.get(c.id, alone).id, c.id))
        return replace(item, event=event, claims=tuple(told), origins={c: n.origin or NOBODY for c, n in homes.items()})

    def _claim_as_left(self, key: str) -> Claim:
        """A claim as people left it; one that was rejected as it was read or edited last."""
        read = self.claim(key)
        told = next((c for c in self.claims(document=read.document) if c.id == key), None)
        if told is not None:
            return told
        (voiced,) = self.voiced([read], [read.document])
        edits = [r for r in self.ledger.standing(f"claim:{key}") if r.verdict == "edit"]
        return edited(voiced, edits[-1].value) if edits else voiced


def _of(estimates: Iterable[Estimate], outcome: str | None) -> Estimate | None:
    return next((e for e in estimates if e.outcome == outcome), None)


def _by_size(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims with the figures that differ most first: the least, the greatest, and so on inwards."""

    def size(claim: Claim) -> int:
        q = claim.quantity
        return next((n for n in (q.best, q.low, q.high) if n is not None), 0) if q else 0

    rising = sorted(claims, key=lambda c: (size(c), c.id))
    out: list[Claim] = []
    while rising:
        out.append(rising.pop(0 if len(out) % 2 == 0 else -1))
    return tuple(out)
