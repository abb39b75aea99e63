"""What is known of one event? Its figures as a drawing, the estimate as stored and as switched, its lines, claims and remarks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sayso.desk import settings
from sayso.errors import UsageError
from sayso.exports import Case
from sayso.exports.grounds import lines_of, meaning
from sayso.exports.statements import first_words
from sayso.exports.switches import switches as in_words
from sayso.exports.words import figure, spelt, title
from sayso.judging.held import grade_in, on_line
from sayso.ledger import Ledger
from sayso.model import OUTCOMES, Estimate, Event, Line, Outcome
from sayso.parts import Part
from sayso.sources.sourced import graded_words
from sayso.weighing.aside import rejected
from sayso.weighing.grades import standing
from sayso.weighing.settings import Policy, Settings
from sayso.wording import MIXED, SUM, sort_of
from sayso.workbench.bands import axis, band, scale_of
from sayso.workbench.figures import Band, Chart, chart
from sayso.workbench.page import asked_number, desk, page
from sayso.workbench.told import Account, Told, address, by_line, page_of
from sayso.workbench.trees import Trees

ROWS, LINES, REPORTS = 100, 50, 150
"""Claims in a page of their table, lines in a page of theirs, and reports in the trees of a page."""
TELLING = 3
"""Claims that a group of a figure shows; the table of claims has all."""
POLICIES = {
    "sayso": "Sayso: weigh the lines",
    "ucdp": "UCDP: least, best and most of reliable sources",
    "acled": "ACLED: the most conservative figure",
    "ibc": "IBC: least and most",
}
"""The recording rules in words."""
DIGITS = {
    1: "another line gives the same",
    2: "within the 50 % interval",
    3: "within the 90 % interval, or alone",
    4: "outside the 90 % interval",
    5: "far outside the 90 % interval",
    6: "cannot be judged: not used, or no figure",
}
"""What each proposed digit says of a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A flag: what sort it is, the reason, and of what it is."""

    sort: str
    reason: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A claim that replaces an earlier one of the same speaker, both as rows."""

    now: Told
    before: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One group of a figure: its bar, the letter and colour of each of its lines, and the first claims that tell of it."""

    part: Part
    band: Markup
    lines: Sequence[tuple[str, int]]
    told: Sequence[Told]
    more: int


def event_page(request: Request) -> Response:
    """One event; `outcome`, the switches of weighing and the page of the table are in the address."""
    held = desk(request)
    event = held.ledger.get(Event, request.path_params["event"])
    chosen = switches(request)
    case = held.why(event, chosen)
    stored = {e.outcome: e for e in held.ledger.estimates_of(event.id)} if chosen is not None else None
    outcome = _outcome(request, case, stored)
    account = Account(case, outcome)
    nothing = Estimate(event=event.id, outcome=outcome)
    estimate = next((e for e in case.estimates if e.outcome == outcome), nothing)
    was = None if stored is None else stored.get(outcome, nothing)
    rows, paged = page_of(account.rows, asked_number(request, "page", 1, least=1), ROWS)
    lines, lines_paged = page_of(lines_of(case, estimate), asked_number(request, "lines", 1, least=1), LINES)
    asked = {k: v for k, v in request.query_params.items() if k in {"count_copies", "drop_parties", "policy", "as_of"} and v}
    trees = Trees(account, REPORTS)
    days = sorted({day[:10] for _, day in held.ledger.days_of(event.id)})
    return page(
        request,
        "event.html",
        event=event,
        title=title(event),
        place=spelt(event.where),
        case=case,
        outcome=outcome,
        outcomes=_tabs(case, stored, asked),
        estimate=estimate,
        was=was,
        estimate_words=figure(estimate),
        was_words="" if was is None else figure(was),
        standing=standing(estimate),
        level=meaning(estimate) or "nobody gives a figure",
        chart=_chart(account, estimate, was, chosen),
        grades=_grades(held.ledger, [line for line, _ in lines], account),
        rejected=case.rejected,
        aside=rejected(case.lines, case.claims, held.set_aside().heeded(chosen or Settings())),
        branches=[trees.branch(line, ground, estimate) for line, ground in lines],
        lines_paged=lines_paged,
        rows=by_line(rows),
        paged=paged,
        left=[t for t in account.rows if t.why_not],
        remarks=_remarks(event, estimate),
        revisions=_revisions(event, account),
        groups=_groups(estimate, account),
        whole=_whole(estimate),
        axis=axis(scale_of(estimate.parts)),
        firsts=[(c.day, first_words([c]), len(c.after), account.by_id.get(c.claim)) for c in case.confirmations],
        days=days,
        day_at=_place_of(chosen, days),
        settings=chosen or Settings(),
        switched=in_words(chosen),
        asked=asked,
        query=urlencode(asked),
        policies=POLICIES,
        digits=DIGITS,
        to=address,
        command=_command(request, event, asked),
    )


ROUTES: list[BaseRoute] = [Route("/events/{event}", event_page)]


def switches(request: Request) -> Settings | None:
    """The settings of weighing that an address asks for; None where it asks for none, and the stored estimates hold.

    Raises: UsageError, for a policy that there is none of, or a day that is none.
    """
    given = request.query_params
    policy, as_of = given.get("policy") or "sayso", given.get("as_of") or None
    if policy not in get_args(Policy):
        raise UsageError(f"There is no policy {policy[:40]}", do=f"Give one of {', '.join(get_args(Policy))}")
    chosen = settings(
        policy=policy, as_of=as_of, count_copies=bool(given.get("count_copies")), drop_parties=bool(given.get("drop_parties"))
    )
    return None if chosen == Settings() else chosen


def _outcome(request: Request, case: Case, stored: Mapping[Outcome, Estimate] | None) -> Outcome:
    """The outcome that is asked for, or else the first that there is a figure of.

    Raises: UsageError, for a word that is no outcome.
    """
    if asked := request.query_params.get("outcome", ""):
        for outcome in OUTCOMES:
            if outcome == asked:
                return outcome
        raise UsageError(f"There is no outcome {asked[:40]}", do=f"Give one of {', '.join(OUTCOMES[:-1])}")
    spoken = [*(e.outcome for e in case.estimates), *(stored or ())] or [c.outcome for c in case.claims]
    return min(spoken, key=OUTCOMES.index, default="killed")


def _tabs(case: Case, stored: Mapping[Outcome, Estimate] | None, asked: dict[str, str]) -> list[tuple[str, str, str]]:
    """Each outcome with its figure and the address that shows it under the same switches."""
    found = {**(stored or {}), **{e.outcome: e for e in case.estimates}}
    now = {e.outcome for e in case.estimates}
    return [
        (o, figure(found[o]) if o in now else "no figure", "?" + urlencode({"outcome": o, **asked}))
        for o in OUTCOMES
        if o in found
    ]


def _chart(account: Account, estimate: Estimate, was: Estimate | None, chosen: Settings | None) -> Chart:
    points = account.points(copies_count=chosen is not None and chosen.count_copies)
    return chart(points, _band(estimate), None if was is None else _band(was))


def _band(e: Estimate) -> Band:
    return Band(low=e.low, low50=e.low50, best=e.best, high50=e.high50, high=e.high)


def _remarks(event: Event, estimate: Estimate) -> list[Remark]:
    """What to look at before using the figure: of the event, then of the outcome."""
    told = [*((f, "the event") for f in event.flags), *((f, estimate.outcome) for f in estimate.flags)]
    found = []
    for flag, of in told:
        sort, colon, reason = flag.partition(": ")
        found.append(Remark(sort=sort, reason=reason if colon else "", of=of))
    return found


def _whole(estimate: Estimate) -> str:
    """How the figure of everybody came of those of groups."""
    sorts = {sort_of(flag) for flag in estimate.flags}
    if MIXED in sorts:
        return "Some may be the same people under two names, so the figure above weighs all lines together."
    if SUM in sorts:
        return "No line counts everybody: the figure above is their sum, as wide as it can be."
    return "The figure above is by the lines that count everybody."


def _groups(estimate: Estimate, account: Account) -> list[Counted]:
    """The groups of the figure with their bars on one scale, their lines, and the sentences that tell of them."""
    scale = scale_of(estimate.parts)
    rows = {t.claim.id: t for t in account.rows}
    found = []
    for part in estimate.parts:
        own = [rows[i] for i in part.claims if i in rows]
        lines = sorted({(t.letter, t.colour) for t in own if account.lines[t.claim.id].id in part.lines})
        told = list({t.quote: t for t in own}.values())[:TELLING]
        found.append(Counted(part=part, band=band(part, scale), lines=lines, told=told, more=len(own) - len(told)))
    return found


def _revisions(event: Event, account: Account) -> list[Revision]:
    """Which claims replaced which, by day, of the outcome that is shown: as linking found, and as the reports say themselves."""
    rows = {t.claim.id: t for t in account.rows}
    pairs = {*event.revisions, *((c.id, c.revises) for c in account.case.claims if c.revises is not None)}
    found = [Revision(now=rows[a], before=rows[b]) for a, b in pairs if a in rows and b in rows]
    return sorted(found, key=lambda r: (r.now.day or "", r.before.day or "", r.now.claim.id))


def _grades(ledger: Ledger, lines: Sequence[Line], account: Account) -> dict[str, list[tuple[str, str]]]:
    """What people graded of each line (by id) and of those who speak on it: what of, and the grade with who gave it and when."""
    words = [r for r in ledger.standing() if r.verdict == "grade"]
    on_sources, held = graded_words(ledger), {r.id for r in words}
    found: dict[str, list[tuple[str, str]]] = {}
    for line in lines if words else ():
        own = (account.by_id[c] for c in line.claims if c in account.by_id)
        sources = sorted({c.said_by[0].source for c in own if c.said_by[0].source is not None})
        of = [("line", on_line(words, line)[-1:])]
        of += [("source", tuple(r for r in on_sources.get(s, ()) if r.id in held)[-1:]) for s in sources]
        found[line.id] = [(noun, f"{grade_in(w)}, {w.by}, {w.at[:10]}") for noun, last in of for w in last]
    return found


def _place_of(chosen: Settings | None, days: Sequence[str]) -> int:
    """Where the slider stands: at the last day on which something was published by the day that is asked for."""
    as_of = None if chosen is None else chosen.as_of
    return len(days) - 1 if as_of is None else max(0, sum(day <= as_of for day in days) - 1)


def _command(request: Request, event: Event, asked: dict[str, str]) -> str:
    """The command that gives the same grounds on a terminal."""
    words = [
        f"--{k.replace('_', '-')}" + (f" {v}" if k in {"policy", "as_of"} else "")
        for k, v in sorted(asked.items())
        if (k, v) != ("policy", "sayso")
    ]
    return " ".join(["sayso why", str(request.app.state.title), event.id, *words])
