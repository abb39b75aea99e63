"""Remarks are made only where there is something to compare."""

from dataclasses import replace

from sayso.model import Group, Quantity, Role
from sayso.weighing.weigh import weigh
from sayso.wording import PLURAL, sort_of
from tests.weighing.cases import EVENT, claim, exact, killed, line, tally


def remarks(role: Role | None, dead: int, both: int) -> tuple[str, ...]:
    """Give the remarks on the killed, of whom `role` tells who they were, beside civilian casualties."""
    first = replace(claim("c1", exact(dead)), group=Group(role=role))
    second = replace(claim("c2", exact(both)), outcome="casualties", group=Group(role="civilian"))
    lines = (
        line("a", "police", tally(dead), claims=("c1",)),
        line("b", "medical", tally(both, "casualties"), claims=("c2",)),
    )
    return next(e.flags for e in weigh([EVENT], lines, (first, second), None) if e.outcome == "killed")


def test_more_killed_than_casualties_is_remarked_on() -> None:
    assert "more killed than killed and wounded together" in {sort_of(flag) for flag in remarks("civilian", 30, 12)}


def test_fighters_killed_are_not_compared_with_civilian_casualties() -> None:
    assert not any("more killed" in flag for flag in remarks("armed-group", 13, 12))


def test_no_casualties_is_no_figure_to_exceed() -> None:
    assert not any("more killed" in flag for flag in remarks("civilian", 13, 0))


def test_one_line_is_in_conflict_with_nobody() -> None:
    for said in (exact(13), Quantity(low=600, best=600, high=600), Quantity(low=10, high=400, wording="range")):
        found = killed(
            line("a", "anonymous", tally((said.low, said.best, said.high)), claims=("c1",)), claims=(claim("c1", said),)
        )
        assert not any(flag.startswith("conflict") for flag in found.flags)


def test_a_line_whose_origin_is_nobody_is_remarked_on_as_a_report_without_a_name() -> None:
    lines = tuple(line(name, "medical", tally(10)) for name in ("a", "b", "c"))
    odd = replace(line("d", "medical", tally(400)), origin="")
    assert "conflict: a report without a name gives 400, far from the other lines at about 10" in killed(*lines, odd).flags


def test_lines_in_two_groups_are_named_by_their_figures() -> None:
    lines = tuple(line(name, "medical", tally(n)) for name, n in (("a", 12), ("b", 13), ("c", 90), ("d", 91)))
    assert "conflict: the lines fall into two groups, near 12 and near 90" in killed(*lines).flags


def test_the_dead_of_two_nations_in_one_figure_are_remarked_on() -> None:
    own = claim("c1", exact(60), sides=("lorska", None))
    lines = (line("a", "government", tally(60), claims=("c1",)), line("b", "government", tally(40), claims=("c2",)))
    two = killed(*lines, claims=(own, claim("c2", exact(40), sides=("tavan", None))))
    one = killed(*lines, claims=(own, claim("c2", exact(40))))
    assert any(flag.startswith("the sum of: people of Lorska 60") for flag in two.flags)
    assert not any(flag.startswith("the sum of") for flag in one.flags)


def test_a_plural_is_remarked_on_and_a_bound_is_not() -> None:
    some = Quantity(low=2, wording="plural")
    told = line("a", "military", tally((2, None, None)), claims=("c1",))
    assert PLURAL in killed(told, claims=(claim("c1", some),)).flags
    assert PLURAL not in killed(told, claims=(claim("c1", replace(some, wording="at least")),)).flags
