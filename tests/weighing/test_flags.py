"""Remarks are made only where there is something to compare."""

from dataclasses import replace

from sayso.model import Group, Quantity, Role
from sayso.weighing.weigh import weigh
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
    assert any("exceed" in flag for flag in remarks("civilian", 30, 12))


def test_fighters_killed_are_not_compared_with_civilian_casualties() -> None:
    assert not any("exceed" in flag for flag in remarks("armed-group", 13, 12))


def test_no_casualties_is_no_figure_to_exceed() -> None:
    assert not any("exceed" in flag for flag in remarks("civilian", 13, 0))


def test_one_line_is_in_conflict_with_nobody() -> None:
    for said in (exact(13), Quantity(low=600, best=600, high=600), Quantity(low=10, high=400, wording="range")):
        found = killed(
            line("a", "anonymous", tally((said.low, said.best, said.high)), claims=("c1",)), claims=(claim("c1", said),)
        )
        assert not any(flag.startswith("conflict") for flag in found.flags)


def test_a_line_whose_origin_is_nobody_is_remarked_on_as_a_report_without_a_name() -> None:
    lines = tuple(line(name, "medical", tally(10)) for name in ("a", "b", "c"))
    odd = replace(line("d", "medical", tally(400)), origin="")
    assert "conflict: a report without a name gives 400, far from the other lines" in killed(*lines, odd).flags
