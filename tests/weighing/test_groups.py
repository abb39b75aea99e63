"""Whose dead are they? The soldiers of two sides and civilians in one event: parts beside the whole, and when they make it up."""

from dataclasses import replace

from sayso.model import Claim, Estimate, Group, Line, Quantity, Role
from sayso.weighing.settings import Settings
from tests.weighing.cases import claim, exact, killed, line, tally


def of(name: str, n: int, nation: str | None, role: Role | None = "military", *, document: str = "d1") -> Claim:
    """A claim of n killed of one group."""
    return replace(claim(name, exact(n)), group=Group(text="them", nation=nation, role=role), document=document)


ARMY = line("army of lorska", "military", tally(12), party="lorska", claims=("ours",))
FOES = line("army of tavan", "military", tally(45), party="tavan", claims=("theirs",))
DOCTOR = line("doctor", "medical", tally(57), claims=("all",))
OURS, THEIRS = of("ours", 12, "lorska"), of("theirs", 45, "tavan")
ALL = replace(claim("all", exact(57)), group=Group(text="people"))


def parts(estimate: Estimate) -> dict[str, int | None]:
    """The best of each group."""
    return {p.group: p.best for p in estimate.parts}


def test_the_dead_of_two_sides_told_by_two_lines_are_added_and_never_weighed_against_each_other() -> None:
    estimate = killed(ARMY, FOES, claims=(OURS, THEIRS))
    assert (estimate.best, parts(estimate)) == (57, {"soldiers of Tavan": 45, "soldiers of Lorska": 12})
    assert any(flag.startswith("the sum of: soldiers of Tavan 45") for flag in estimate.flags)
    assert {g.group for g in estimate.grounds} == {"soldiers of Lorska", "soldiers of Tavan"}


def test_the_ends_of_a_sum_are_the_sums_of_the_ends_of_its_groups() -> None:
    estimate = killed(ARMY, FOES, claims=(OURS, THEIRS))
    assert estimate.low == sum(p.low or 0 for p in estimate.parts)
    assert estimate.high == sum(p.high or 0 for p in estimate.parts)


def test_a_sum_is_no_better_anchored_than_its_weakest_group() -> None:
    more = line("field hospital", "medical", tally(13), claims=("again",))
    estimate = killed(ARMY, FOES, more, claims=(OURS, THEIRS, of("again", 13, "lorska")))
    assert {p.group: p.level for p in estimate.parts} == {"soldiers of Tavan": "one line", "soldiers of Lorska": "anchored"}
    assert (estimate.level, estimate.lines) == ("one line", 3)


def test_a_line_that_counts_everybody_is_the_whole_and_those_of_one_group_are_its_parts() -> None:
    estimate = killed(ARMY, FOES, DOCTOR, claims=(OURS, THEIRS, ALL))
    assert (estimate.best, estimate.lines, parts(estimate)["soldiers of Lorska"]) == (57, 1, 12)
    ground = next(g for g in estimate.grounds if g.line == "army of lorska")
    assert (ground.used, ground.why, ground.group) == (False, "counts soldiers of Lorska alone", "soldiers of Lorska")


def test_one_speaker_who_tells_both_sides_is_added_up_and_says_so() -> None:
    mayor = line("mayor", "local-official", tally(107), claims=("a", "b"))
    estimate = killed(mayor, claims=(of("a", 62, "lorska"), of("b", 45, "tavan")))
    assert (estimate.best, parts(estimate)) == (107, {"soldiers of Lorska": 62, "soldiers of Tavan": 45})
    assert any(flag.startswith("the sum of: soldiers of Lorska 62") for flag in estimate.flags)


def test_fighters_to_one_speaker_and_civilians_to_another_are_not_added() -> None:
    army = line("army", "military", tally(9), claims=("a",))
    village = line("villagers", "witness", tally(9), claims=("b",))
    estimate = killed(army, village, claims=(of("a", 9, None, "military"), of("b", 9, None, "civilian")))
    assert estimate.best == 9
    assert any(flag.startswith("different groups: ") for flag in estimate.flags)


def test_soldiers_without_a_nation_are_those_of_the_one_nation_that_is_told() -> None:
    medic = line("medic", "medical", tally(13), claims=("some",))
    hurt = replace(THEIRS, group=Group(nation="tavan", role="civilian"))
    estimate = killed(ARMY, FOES, medic, claims=(OURS, hurt, of("some", 13, None)))
    assert {p.group: len(p.lines) for p in estimate.parts} == {"civilians of Tavan": 1, "soldiers of Lorska": 2}


def test_soldiers_without_a_nation_where_two_armies_lost_some_may_be_of_either() -> None:
    medic = line("medic", "medical", tally(57), claims=("some",))
    estimate = killed(ARMY, FOES, medic, claims=(OURS, THEIRS, of("some", 57, None)))
    assert (estimate.best, estimate.lines) == (57, 1)
    assert set(parts(estimate)) == {"soldiers of Lorska", "soldiers of Tavan"}


def test_two_names_that_one_line_gives_to_those_of_one_figure_are_one_group() -> None:
    told = line("mission", "international", tally(2), claims=("a", "b"))
    estimate = killed(told, claims=(of("a", 2, "lorska"), of("b", 2, "tavan", document="d2")))
    assert (estimate.best, estimate.parts) == (2, ())


def test_an_event_that_tells_of_one_group_alone_has_no_parts() -> None:
    again = line("hospital", "medical", tally(14), claims=("again",))
    assert killed(ARMY, again, claims=(OURS, of("again", 14, "lorska"))).parts == ()


def test_a_denial_tells_of_no_group() -> None:
    estimate = killed(ARMY, FOES, claims=(OURS, replace(THEIRS, status="denied")))
    assert (estimate.best, estimate.parts) == (12, ())


def test_groups_that_are_more_than_the_whole_are_remarked_on() -> None:
    doctor = line("doctor", "medical", tally(46), claims=("all",))
    estimate = killed(ARMY, FOES, DOCTOR, claims=(OURS, THEIRS, ALL))
    assert not any(flag.startswith("groups exceed the whole") for flag in estimate.flags)
    many = replace(ARMY, figures=(tally(46),))
    too_many = killed(many, FOES, doctor, claims=(of("ours", 46, "lorska"), THEIRS, replace(ALL, quantity=exact(46))))
    assert any(flag.startswith("groups exceed the whole: soldiers of Lorska 46") for flag in too_many.flags)


def test_children_among_the_dead_are_a_floor_of_the_civilians() -> None:
    some = (replace(of("boys", 3, None, "civilian"), part_of="all"), replace(of("men", 40, "lorska"), part_of="all"))
    estimate = killed(replace(DOCTOR, claims=("all", "boys", "men")), claims=(ALL, *some))
    assert (estimate.best, {p.group: str(p) for p in estimate.parts}["civilians"]) == (57, "at least 3")


def test_setting_a_line_aside_leaves_the_group_that_it_counts_alone_out_of_the_sum() -> None:
    estimate = killed(ARMY, FOES, claims=(OURS, THEIRS), settings=Settings(drop_lines=("army of tavan",)))
    assert (estimate.best, estimate.parts) == (12, ())


def test_an_open_group_leaves_a_sum_without_a_best() -> None:
    open_ = replace(FOES, figures=(tally((45, None, None)),))
    least = replace(THEIRS, quantity=Quantity(low=45, wording="at least"))
    estimate = killed(ARMY, open_, claims=(OURS, least))
    assert (estimate.best, estimate.high, estimate.level) == (None, None, "open")
    assert estimate.low is not None
    assert estimate.low >= 45


def test_several_of_a_group_without_a_number_are_not_added_to_the_figure_of_another() -> None:
    several = replace(FOES, figures=(tally((3, None, 20)),))
    vague = replace(THEIRS, quantity=Quantity(low=3, high=20, wording="several"))
    estimate = killed(ARMY, several, claims=(OURS, vague))
    assert estimate.best == 12
    assert not any(flag.startswith("the sum of") for flag in estimate.flags)


def test_a_pull_on_a_sum_is_that_on_the_group_that_the_line_counts() -> None:
    medic: Line = line("medic", "medical", tally(20), claims=("some",))
    estimate = killed(ARMY, FOES, medic, claims=(OURS, THEIRS, of("some", 20, "lorska")))
    pulls = {g.line: g.percent for g in estimate.grounds}
    assert pulls["army of tavan"] is None
    assert pulls["medic"] is not None
    assert pulls["medic"] > 0


def test_a_few_civilians_beside_many_soldiers_are_other_people() -> None:
    doctor = line("doctor", "medical", tally(4), claims=("civil",))
    estimate = killed(ARMY, FOES, doctor, claims=(OURS, THEIRS, of("civil", 4, None, "civilian")))
    assert estimate.best == 61
    assert [p.group for p in estimate.parts] == ["soldiers of Tavan", "soldiers of Lorska", "civilians"]


def test_a_claim_that_a_person_rejected_tells_of_no_group() -> None:
    estimate = killed(ARMY, FOES, claims=(OURS, THEIRS), settings=Settings(drop_claims=frozenset({"theirs"})))
    assert (estimate.best, estimate.parts) == (12, ())


def test_a_speaker_who_tells_both_sides_is_no_word_on_the_whole_beside_another_who_tells_one() -> None:
    mission = line("mission", "international", tally(9), claims=("a", "b"))
    army = line("army of orm", "military", tally(8), party="orm", claims=("c",))
    estimate = killed(mission, army, claims=(of("a", 7, "orm"), of("b", 2, "vell"), of("c", 8, "orm")))
    assert estimate.best == sum(p.best or 0 for p in estimate.parts)
    assert {p.group: p.lines for p in estimate.parts} == {
        "soldiers of Orm": ("army of orm", "mission"),
        "soldiers of Vell": ("mission",),
    }
