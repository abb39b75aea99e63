"""Laws of weighing: copies, order, order of the figures, scale, and the unknown."""

from dataclasses import replace
from itertools import pairwise
from math import log

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Attribution, Claim, Estimate, Event, Group, Kind, Line, Quantity, Relay, Role, Tally
from sayso.parts import Part
from sayso.weighing.tables import estimate_table
from sayso.weighing.weigh import weigh
from sayso.wording import SUM

KINDS: tuple[Kind, ...] = ("medical", "monitor", "military", "party", "anonymous", "outlet", "government", "witness")
EVENT = Event(id="e", title="Harn", claims=(), documents=())
FEW = settings(max_examples=60, deadline=None, derandomize=True)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    ordered = sorted(draw(st.lists(st.integers(0, 5000), min_size=3, max_size=3)))
    low, best, high = (n if draw(st.booleans()) else None for n in ordered)
    return Tally(outcome="killed", low=low, best=best, high=high)


@st.composite
def exact(draw: st.DrawFn) -> Tally:
    n = draw(st.integers(0, 5000))
    return Tally(outcome="killed", low=n, best=n, high=n)


def lines(figure: st.SearchStrategy[Tally], least: int = 1, most: int = 6) -> st.SearchStrategy[list[Line]]:
    def made(said: list[tuple[Tally, Kind]]) -> list[Line]:
        return [_line(f"l{n}", tally, kind) for n, (tally, kind) in enumerate(said)]

    return st.lists(st.tuples(figure, st.sampled_from(KINDS)), min_size=least, max_size=most).map(made)


def _line(name: str, tally: Tally, kind: Kind) -> Line:
    return Line(id=name, event="e", origin=name, kind=kind, figures=(tally,), documents=(Relay(id=name),))


def _killed(given_lines: list[Line], claims: tuple[Claim, ...] = ()) -> Estimate:
    return weigh([EVENT], given_lines, claims)[0]


@FEW
@given(lines(tallies()))
def test_low_best_and_high_are_in_order_and_so_are_the_inner_bounds(told: list[Line]) -> None:
    e = _killed(told)
    ordered = [n for n in (e.low, e.low50, e.best, e.high50, e.high) if n is not None]
    assert all(a <= b for a, b in pairwise(ordered))


@FEW
@given(lines(tallies()), st.data())
def test_a_copy_never_narrows_an_interval_and_never_adds_a_line(told: list[Line], data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(told) - 1))
    relays = tuple(Relay(id=f"copy {n}", how="verbatim") for n in range(9))
    copied = [replace(x, documents=x.documents + relays) if n == which else x for n, x in enumerate(told)]
    assert _killed(copied) == _killed(told)


@FEW
@given(lines(tallies()), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(told: list[Line], chance: object) -> None:
    mixed = list(told)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # a random.Random from Hypothesis
    assert _killed(mixed) == _killed(told)


@FEW
@given(lines(tallies()))
def test_a_line_given_twice_counts_once(told: list[Line]) -> None:
    assert _killed([*told, *told]) == _killed(told)


@FEW
@given(st.lists(st.integers(131, 999), min_size=1, max_size=4), st.sampled_from([3, 7]))
def test_multiplying_all_figures_multiplies_the_median(ns: list[int], times: int) -> None:
    def told(factor: int) -> list[Line]:
        spans = [Tally(outcome="killed", low=factor * n, high=factor * (n + n // 5)) for n in ns]
        return [_line(f"l{i}", span, "monitor") for i, span in enumerate(spans)]

    before, after = _killed(told(1)).best, _killed(told(times)).best
    assert before is not None
    assert after is not None
    assert abs(log(after / before) - log(times)) < 0.08


@FEW
@given(lines(exact()))
def test_no_number_more_adds_nothing(told: list[Line]) -> None:
    bare = Line(id="zz", event="e", origin="zz", kind="medical", figures=(Tally(outcome="killed"),))
    with_unknown = _killed([*told, bare])
    assert replace(with_unknown, grounds=with_unknown.grounds[:-1]) == _killed(told)


@FEW
@given(st.integers(0, 5000), st.sampled_from(KINDS[:2]), st.integers(1, 3))
def test_an_agreeing_independent_line_does_not_widen_the_interval(n: int, kind: Kind, count: int) -> None:
    tally = Tally(outcome="killed", low=n, best=n, high=n)
    told = [_line(f"l{i}", tally, kind) for i in range(count)]
    before, after = _killed(told), _killed([*told, _line("more", tally, kind)])
    assert after.low is not None
    assert after.high is not None
    assert before.low is not None
    assert before.high is not None
    assert after.high - after.low <= before.high - before.low


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "question": st.sampled_from(["harn", "vell", "orm"]),
            "source": st.sampled_from(["a", "b", "c", "d"]),
            "value": st.integers(0, 900),
            "wording": st.sampled_from(["", "at least", "about", "up to"]),
        }
    ),
    min_size=1,
    max_size=20,
)


@FEW
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_a_tables_rows_changes_nothing_and_its_bounds_are_in_order(
    rows: list[dict[str, object]], chance: object
) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # a random.Random from Hypothesis
    found = estimate_table(rows)
    assert estimate_table(mixed).rows == found.rows
    for row in found.rows:
        ordered = [row[c] for c in ("low90", "low50", "best", "high50", "high90") if row[c] is not None]
        assert all(a <= b for a, b in pairwise(ordered))


Told = tuple[list[Line], list[Claim]]
GROUPS: tuple[tuple[str | None, Role | None], ...] = (
    ("orm", "military"),
    ("vell", "military"),
    ("vell", "civilian"),
    (None, None),
)


@st.composite
def told_by_group(draw: st.DrawFn) -> Told:
    """Lines that count soldiers of two sides, civilians or people not told, each with its claim."""
    said: Told = ([], [])
    for n in range(draw(st.integers(2, 5))):
        figure = draw(st.integers(0, 5000))
        nation, role = draw(st.sampled_from(GROUPS))
        line = _line(f"l{n}", Tally(outcome="killed", low=figure, best=figure, high=figure), draw(st.sampled_from(KINDS)))
        said[0].append(replace(line, claims=(f"c{n}",)))
        said[1].append(_claim(f"c{n}", figure, nation, role))
    return said


def _claim(name: str, n: int, nation: str | None, role: Role | None) -> Claim:
    return Claim(
        id=name,
        document=f"d {name}",
        span=(0, 4),
        quote="text",
        said_by=(Attribution(name=name),),
        outcome="killed",
        quantity=Quantity(low=n, best=n, high=n, stated=(n,)),
        group=Group(nation=nation, role=role),
    )


def _ends(one: Estimate | Part) -> list[int]:
    return [n for n in (one.low, one.low50, one.best, one.high50, one.high) if n is not None]


@FEW
@given(told_by_group())
def test_the_ends_of_every_group_and_of_their_sum_are_in_order(told: Told) -> None:
    e = _killed(told[0], tuple(told[1]))
    every: tuple[Estimate | Part, ...] = (e, *e.parts)
    assert all(a <= b for one in every for a, b in pairwise(_ends(one)))


@FEW
@given(told_by_group())
def test_a_sum_is_no_narrower_than_any_of_its_groups(told: Told) -> None:
    e = _killed(told[0], tuple(told[1]))
    added = [p for p in e.parts if any(flag.startswith(SUM) and p.group in flag for flag in e.flags)]
    assert all((e.high or 0) - (e.low or 0) >= (p.high or 0) - (p.low or 0) for p in added)


@FEW
@given(told_by_group(), st.randoms(use_true_random=False))
def test_the_order_of_lines_and_claims_changes_no_group(told: Told, chance: object) -> None:
    mixed = list(told[0]), list(told[1])
    for some in mixed:
        chance.shuffle(some)  # type: ignore[attr-defined]  # a random.Random from Hypothesis
    assert _killed(mixed[0], tuple(mixed[1])) == _killed(told[0], tuple(told[1]))


@FEW
@given(told_by_group(), st.data())
def test_a_copy_moves_no_group(told: Told, data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(told[0]) - 1))
    copy, name = replace(told[1][which], id="copy", document="copy"), told[0][which].id
    copied = [replace(x, claims=(*x.claims, "copy")) if x.id == name else x for x in told[0]]
    before, after = _killed(told[0], tuple(told[1])), _killed(copied, (*told[1], copy))
    assert [(str(p), p.lines) for p in after.parts] == [(str(p), p.lines) for p in before.parts]
    assert (str(after), after.lines) == (str(before), before.lines)
