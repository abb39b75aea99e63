"""Laws of what people set aside: it follows claims, not lines; copies and other reports change nothing of it."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.judging.held import kept_line, set_aside
from sayso.model import Attribution, Claim, Estimate, Event, Line, Outcome, Quantity, Relay, Review, Tally, Verdict
from sayso.weighing.aside import rejected
from sayso.weighing.settings import Settings
from sayso.weighing.weigh import weigh

FEW = settings(max_examples=80, deadline=None, derandomize=True)
OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded")


def claim(name: str, outcome: Outcome, figure: int) -> Claim:
    """Give a claim of a report of its own."""
    told = Quantity(low=figure, best=figure, high=figure, stated=(figure,))
    by = Attribution(name="Office of Harn", kind="monitor")
    return Claim(id=name, document=f"d-{name}", span=(0, 4), quote="told", said_by=(by,), outcome=outcome, quantity=told)


def line(name: str, claims: list[Claim]) -> Line:
    """Give a line of these claims, which stands by the last figure of each outcome."""
    last = {c.outcome: c.quantity for c in claims}
    figures = tuple(Tally(outcome=o, low=q.low, best=q.best, high=q.high) for o, q in sorted(last.items()) if q is not None)
    ids, reports = tuple(c.id for c in claims), tuple(Relay(id=c.document) for c in claims)
    return Line(id=name, event="e", origin=name, kind="monitor", claims=ids, documents=reports, figures=figures)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Line], list[Claim]]:
    """Give some lines with their claims: few figures, so that many repeat one another."""
    lines, claims = [], []
    for n in range(draw(st.integers(1, 3))):
        figures = draw(st.lists(st.tuples(st.sampled_from(OUTCOMES), st.sampled_from((4, 9, 30))), min_size=1, max_size=4))
        own = [claim(f"c-{n}-{k}", outcome, figure) for k, (outcome, figure) in enumerate(figures)]
        lines.append(line(f"l-{n}", own))
        claims += own
    return lines, claims


def asked(draw: st.DataObject, claims: list[Claim]) -> Settings:
    """Give settings that drop some claims and keep some others."""
    verdicts = {c.id: draw.draw(st.sampled_from(("reject", "accept", None))) for c in claims}
    gone, kept = (frozenset(c for c, v in verdicts.items() if v == word) for word in ("reject", "accept"))
    return Settings(drop_claims=gone, keep_claims=kept)


def told(lines: list[Line], claims: list[Claim], chosen: Settings) -> list[Estimate]:
    """Give the estimates without how many claims they were made from."""
    event = Event(id="e", title="Harn", claims=tuple(c.id for c in claims), documents=())
    return [replace(e, claims=0) for e in weigh([event], lines, claims, chosen)]


@FEW
@given(cases(), st.data(), st.randoms(use_true_random=False))
def test_no_order_changes_what_is_set_aside(case: tuple[list[Line], list[Claim]], data: st.DataObject, chance: Random) -> None:
    lines, claims = case
    chosen = asked(data, claims)
    mixed_lines = [replace(n, claims=tuple(chance.sample(n.claims, len(n.claims)))) for n in lines]
    mixed = chance.sample(claims, len(claims))
    assert rejected(mixed_lines, mixed, chosen) == rejected(lines, claims, chosen)
    assert told(mixed_lines[::-1], mixed, chosen) == told(lines, claims, chosen)


@FEW
@given(cases(), st.data())
def test_a_report_on_a_line_of_its_own_changes_nothing_of_it(case: tuple[list[Line], list[Claim]], data: st.DataObject) -> None:
    lines, claims = case
    chosen = asked(data, claims)
    other = claim("c-new", data.draw(st.sampled_from(OUTCOMES)), data.draw(st.sampled_from((4, 9, 30))))
    assert rejected([*lines, line("l-new", [other])], [*claims, other], chosen) == rejected(lines, claims, chosen)


@FEW
@given(cases(), st.data())
def test_a_copy_of_a_rejected_claim_never_revives_it(case: tuple[list[Line], list[Claim]], data: st.DataObject) -> None:
    lines, claims = case
    of = data.draw(st.sampled_from(claims))
    chosen = asked(data, claims)
    chosen = replace(chosen, drop_claims=chosen.drop_claims | {of.id}, keep_claims=chosen.keep_claims - {of.id})
    copy = replace(of, id="c-new", document="d-new")
    grown = [
        replace(n, claims=(*n.claims, copy.id), documents=(*n.documents, Relay(id="d-new"))) if of.id in n.claims else n
        for n in lines
    ]
    assert rejected(grown, [*claims, copy], chosen) == rejected(lines, claims, chosen) | {copy.id}
    assert told(grown, [*claims, copy], chosen) == told(lines, claims, chosen)


@FEW
@given(cases(), st.data())
def test_what_a_run_does_to_lines_leaves_every_claim_that_was_judged_as_it_was(
    case: tuple[list[Line], list[Claim]], data: st.DataObject
) -> None:
    lines, claims = case
    verdicts: dict[str, Verdict] = {n.id: data.draw(st.sampled_from(("accept", "reject"))) for n in lines}
    words = [
        Review(id=f"r-{k}", target=f"line:{n.id}", verdict=verdicts[n.id], by="Ada", at=f"2031-05-0{k + 1}",
               value=kept_line(n, n.claims))
        for k, n in enumerate(lines)
    ]  # fmt: skip
    found = set_aside(data.draw(st.permutations(words)))
    fused = [line("l-fused", claims)]
    judged = {c: verdicts[n.id] for n in lines for c in n.claims}
    assert rejected(fused, claims, found.heeded(Settings())) == {c for c, verdict in judged.items() if verdict == "reject"}


@FEW
@given(cases())
def test_all_claims_set_aside_are_as_good_as_their_lines_set_aside(case: tuple[list[Line], list[Claim]]) -> None:
    lines, claims = case
    by_claims = Settings(drop_claims=frozenset(lines[0].claims))
    assert told(lines, claims, by_claims) == told(lines, claims, Settings(drop_lines=(lines[0].id,)))
