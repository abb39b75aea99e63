"""The nouns: what Sayso talks about, and what must be true of each.

Given (irreplaceable): Document, Source, Review. Derived by a Run (may be dropped and rebuilt): everything else. Offsets are code
points in `Document.text`, end exclusive. Days are closed intervals. Unknown is None, never zero. Every noun is frozen, slotted
and keyword-only, and holds its invariants; nothing here does I/O or knows a clock.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from sayso.errors import ContractError
from sayso.parts import Part
from sayso.wording import persons

Span = tuple[int, int]
"""Start and end in code points of `Document.text`, end exclusive."""

Outcome = Literal[
    "killed", "wounded", "casualties", "missing", "captured", "displaced", "evacuated", "deployed", "engaged", "none"
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""The outcomes in the order in which people ask for them, `none` last."""
Status = Literal["happened", "ongoing", "planned", "forecast", "feared", "possible", "denied"]
Stance = Literal[
    "says", "reports", "confirms", "estimates", "believes", "fears", "denies", "doubts", "retracts", "forecasts", "publishes"
]
Kind = Literal[
    "government", "military", "intelligence", "police", "medical", "emergency", "party", "media", "outlet", "monitor",
    "international", "expert", "think-tank", "witness", "family", "local-official", "anonymous", "other",
]  # fmt: skip
Scope = Literal["event", "period", "total", "unknown"]
Role = Literal["military", "civilian", "armed-group", "police", "other"]
How = Literal["origin", "verbatim", "rewrite", "paraphrase", "cites", "circular"]
Verdict = Literal["accept", "reject", "edit", "split", "merge", "grade", "note", "add"]


def _span(what: str, span: Span) -> None:
    if not 0 <= span[0] < span[1]:
        raise ContractError(f"{what} {span} is not a span", do="Give 0 <= start < end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """This outlet published this text then.

    `id` is derived from the content; `name` is the giver's own id and comes back unchanged in every output.
    `published` is an ISO 8601 date or datetime; `raw` the SHA-256 of the bytes it came from, in hex.
    """

    id: str
    name: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    byline: str | None = None
    raw: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ContractError(f"document {self.name!r} has no text", do="Give the text of the report")

    @property
    def day(self) -> date | None:
        """The day of publication, or None when it is not known."""
        return date.fromisoformat(self.published[:10]) if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Someone who says things: a name, a kind, the party it belongs to, whom it is affiliated with.

    `document` is the one report that a mere description holds in, `evidence` says why its names are one source's. A person's word
    tells which fields it sets (`settled`; None: all), names that are not its (`apart`), and, each as step id @ document id, which
    source it is (`same_as`) and where it was heard then (`members`).
    """

    id: str
    name: str
    kind: Kind = "other"
    party: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    document: str | None = None
    evidence: tuple[str, ...] = ()
    statements: int = 0
    claims: int = 0
    settled: tuple[str, ...] | None = None
    apart: tuple[str, ...] = ()
    same_as: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's word on any of these: accept, reject, edit, split, merge, grade, add; withdrawn, never erased.

    `target` is `noun:id`; `value` the decision's content as JSON; `at` an ISO datetime in UTC.
    """

    id: str
    target: str
    verdict: Verdict
    by: str
    at: str
    value: str | None = None
    note: str | None = None
    withdraws: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An input that could not become a document: where it came from, the reason in one word, what happened and when."""

    id: str
    origin: str
    reason: str
    detail: str
    at: str
    raw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What made the derived things: version, pack, weights and settings, by digest."""

    id: str
    version: str
    pack: str
    weights: str
    settings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A closed interval of days."""

    first: date
    last: date
    text: str | None = None
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ContractError(f"days {self.first} to {self.last} run backwards", do="Give first <= last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place with its uncertainty: degrees north and east, radius in kilometres."""

    text: str
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius: float | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Between low and high persons, as worded (None: open, or not given); `stated` are the numbers as written, at `span`."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    wording: str = "exact"
    stated: tuple[int, ...] = ()
    span: Span | None = None

    def __post_init__(self) -> None:
        given = [n for n in (self.low, self.best, self.high) if n is not None]
        if given != sorted(given) or any(n < 0 for n in given):
            raise ContractError(f"quantity {given} is out of order", do="Give 0 <= low <= best <= high")
        if self.span is not None:
            _span("quantity", self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One step of "A, citing B": source, stance, certainty, cue.

    `certainty` is the probability that the speaker gives the content, as a closed interval within [0, 1].
    """

    name: str
    kind: Kind = "other"
    source: str | None = None
    party: str | None = None
    affiliation: str | None = None
    span: Span | None = None
    cue: Span | None = None
    stance: Stance = "says"
    certainty: tuple[float, float] | None = None
    said: When | None = None
    unnamed: bool = False

    def __post_init__(self) -> None:
        if self.certainty is not None and not 0 <= self.certainty[0] <= self.certainty[1] <= 1:
            raise ContractError(f"certainty {self.certainty} is not within [0, 1]", do="Give 0 <= low <= high <= 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Per these speakers, this span of text: everything that is attributed, with or without a figure.

    `said_by` is nearest speaker first, the publishing outlet last. `content` and the others may be in several pieces.
    """

    id: str
    document: str
    span: Span
    quote: str
    said_by: tuple[Attribution, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    outermost: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Who suffered: the words, the nation in lower case, and whether soldiers or civilians."""

    text: str | None = None
    nation: str | None = None
    role: Role | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """With what, and by whom, where the text says so."""

    text: str
    weapon: str | None = None
    by: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Per X via Y, n people were killed there then: a Statement read as a figure.

    `said_by` is nearest speaker first, the publishing outlet last. `part_of` is the claim whose figure includes this one,
    `revises` the earlier claim of the same speaker that it replaces.
    """

    id: str
    document: str
    span: Span
    quote: str
    said_by: tuple[Attribution, ...]
    outcome: Outcome
    status: Status = "happened"
    group: Group | None = None
    quantity: Quantity | None = None
    scope: Scope = "event"
    part_of: str | None = None
    revises: str | None = None
    when: When | None = None
    where: Where | None = None
    cause: Cause | None = None
    statement: str | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _span("claim", self.span)
        if not self.said_by:
            raise ContractError(f"claim {self.id} has no speaker", do="Give the outlet at least")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """These two claims may be of the same event: a score in [0, 1] with the features that say so."""

    a: str
    b: str
    score: float
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Claims about one matter; its id outlives re-clustering.

    `main` are the documents mainly about it, `documents` all that speak of it, `revisions` claims and what they replace.
    """

    id: str
    title: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    main: tuple[str, ...] = ()
    when: When | None = None
    where: Where | None = None
    flags: tuple[str, ...] = ()
    revisions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One document on a line, how it came by the figures, and from which document it has them."""

    id: str
    how: How = "origin"
    of: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One outcome's figure on a line: low, best and high persons; None is open or not given."""

    outcome: Outcome
    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Claims that stem from one origin, with the evidence."""

    id: str
    event: str
    origin: str
    kind: Kind = "other"
    party: str | None = None
    documents: tuple[Relay, ...] = ()
    claims: tuple[str, ...] = ()
    figures: tuple[Tally, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why a number is what it is: the pull of one line on it, and whom alone the line counts where groups are told apart.

    `pull` is the shift of the median in log units when the line is left out, `percent` the same in percent.
    """

    line: str
    origin: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    pull: float | None = None
    percent: float | None = None
    used: bool = True
    why: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Best, 50 % and 90 % interval, min–max, lines, grounds, as of a time.

    `level` is how well it is anchored: `open` (no figure binds it), `none` (no figure at all), `one line`,
    `parties only`, `anchored`; `parts` are its groups, where claims tell two apart. Persons; None is open or not given.
    """

    event: str
    outcome: Outcome
    best: int | None = None
    low: int | None = None
    high: int | None = None
    low50: int | None = None
    high50: int | None = None
    least: int | None = None
    most: int | None = None
    lines: int = 0
    claims: int = 0
    level: str = "none"
    grounds: tuple[Ground, ...] = ()
    flags: tuple[str, ...] = ()
    as_of: str | None = None
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        given = [n for n in (self.low, self.best, self.high) if n is not None]
        if given != sorted(given):
            raise ContractError(f"estimate of {self.event} is out of order", do="Give low <= best <= high")

    def __str__(self) -> str:
        """The figure in words: `17 [14–23]`, `at least 100`, `no figure`."""
        return persons(self.low, self.best, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says: its statements and claims, and what could not be settled."""

    document: str
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    flags: tuple[str, ...] = ()
