"""Weighing, told as small stories of who said how many."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.model import Attribution, Quantity, When
from sayso.weighing.settings import Settings
from sayso.weighing.weigh import weigh
from sayso.wording import MISSING
from tests.weighing.cases import EVENT, claim, exact, killed, line, tally

HOSPITAL = line("hospital", "medical", tally(17))
MAYOR = line("mayor", "local-official", tally(18))
CHANNEL = line("channel", "anonymous", tally(400), copies=8)


def test_a_single_exact_count_is_published_as_it_stands_with_an_interval_around_it() -> None:
    estimate = killed(HOSPITAL)
    assert (estimate.best, estimate.level, estimate.lines) == (17, "one line", 1)
    assert estimate.low is not None
    assert estimate.high is not None
    assert 12 <= estimate.low < 17 < estimate.high <= 23


def test_a_figure_that_eight_papers_copied_does_not_outweigh_two_counts_near_the_bodies() -> None:
    estimate = killed(HOSPITAL, MAYOR, CHANNEL)
    assert estimate.best in {17, 18}
    assert estimate.high is not None
    assert estimate.high < 30
    assert estimate.most == 400
    assert any("channel gives 400" in flag for flag in estimate.flags)


def test_papers_that_name_nobody_and_give_one_figure_have_one_voice_together() -> None:
    one = killed(line("gazette", "outlet", tally(180)))
    three = killed(*(line(name, "outlet", tally(180)) for name in ("gazette", "mirror", "post")))
    assert (three.low, three.best, three.high) == (one.low, one.best, one.high)
    assert killed(HOSPITAL, *(line(n, "outlet", tally(180)) for n in ("gazette", "mirror", "post"))).best == 17


def test_an_exact_figure_keeps_its_persons_and_is_no_average_of_two() -> None:
    assert killed(line("a", "medical", tally(11)), line("b", "medical", tally(19))).best in {11, 19}


def test_more_than_a_hundred_alone_stays_open_above_and_has_no_best() -> None:
    estimate = killed(line("ministry", "government", tally((101, None, None))))
    assert (estimate.low, estimate.best, estimate.high, estimate.level) == (101, None, None, "open")


def test_up_to_thirty_alone_stays_open_below() -> None:
    estimate = killed(line("ministry", "government", tally((None, None, 30))))
    assert (estimate.low, estimate.best, estimate.high, estimate.level) == (None, None, 30, "open")


def test_dozens_alone_gives_an_interval_but_no_figure() -> None:
    dozens = Quantity(low=12, wording="dozens")
    estimate = killed(line("mayor", "local-official", tally((12, None, None)), claims=("c",)), claims=(claim("c", dozens),))
    assert estimate.best is None
    assert estimate.low is not None
    assert estimate.high is not None
    assert 8 <= estimate.low < 36 < estimate.high
    assert estimate.flags == ("vague words only",)


def test_a_floor_and_a_ceiling_together_bind_a_figure() -> None:
    estimate = killed(line("a", "medical", tally((20, None, None))), line("b", "police", tally((None, None, 30))))
    assert estimate.best is not None
    assert 18 <= estimate.best <= 32


def test_no_figure_at_all_is_unknown_and_not_zero() -> None:
    estimate = killed(line("mayor", "local-official", claims=("c",)), claims=(claim("c", None),))
    assert (estimate.best, estimate.low, estimate.high, estimate.level, estimate.lines) == (None, None, None, "none", 0)
    assert estimate.grounds[0].why == "gives no number"


def test_nobody_was_killed_is_zero_persons() -> None:
    estimate = killed(line("police", "police", tally(0)))
    assert (estimate.low, estimate.best) == (0, 0)


def test_buried_bodies_are_a_floor_below_which_the_interval_hardly_reaches() -> None:
    estimate = killed(line("burial team", "international", tally((58, 58, None))), line("army", "military", tally(140)))
    assert estimate.low is not None
    assert estimate.low >= 52


def test_a_party_on_the_enemys_dead_never_sets_best_where_a_counter_speaks() -> None:
    spoken = (claim("c1", exact(70), sides=("vell", "orm")), claim("c2", exact(21), sides=("vell", None)))
    army = line("army of orm", "military", tally(70), party="orm", claims=("c1",))
    doctor = line("doctor", "medical", tally(21), claims=("c2",))
    estimate = killed(army, doctor, claims=spoken)
    assert (estimate.best, estimate.level) == (21, "anchored")


def test_only_the_two_sides_speaking_is_said_in_the_level() -> None:
    spoken = (claim("c1", exact(70), sides=("vell", "orm")), claim("c2", exact(21), sides=("vell", None)))
    ours = line("army of orm", "military", tally(70), party="orm", claims=("c1",))
    theirs = line("army of vell", "military", tally(21), party="vell", claims=("c2",))
    estimate = killed(ours, theirs, claims=spoken)
    assert (estimate.best, estimate.level) == (21, "parties only")


@pytest.mark.parametrize(
    ("status", "why"), [("denied", "denies it"), ("planned", "speaks of a plan"), ("feared", "fears it, does not say it")]
)
def test_what_is_denied_planned_or_feared_is_a_ground_but_no_number(status: str, why: str) -> None:
    said = claim("c", exact(0), status=status)  # type: ignore[arg-type]  # parametrised over the literal
    estimate = killed(HOSPITAL, line("ministry", "government", tally(0), claims=("c",)), claims=(said,))
    ministry = next(g for g in estimate.grounds if g.line == "ministry")
    assert (estimate.best, estimate.lines, ministry.used, ministry.why) == (17, 1, False, why)


def test_a_plural_without_a_number_is_a_ground_but_binds_nothing_beside_a_count() -> None:
    several = claim("c", Quantity(low=2, wording="plural"))
    mayor = line("mayor", "local-official", tally((2, None, None)), claims=("c",))
    estimate = killed(HOSPITAL, mayor, claims=(several,))
    assert (estimate.best, estimate.least, estimate.lines) == (17, 17, 1)
    assert killed(mayor, claims=(several,)).low == 2


def test_a_running_total_of_weeks_is_set_aside_where_the_event_alone_is_told() -> None:
    since = When(first=date(2033, 1, 1), last=date(2033, 3, 3))
    total = replace(claim("c", exact(310)), scope="total", when=since)
    estimate = killed(HOSPITAL, line("ministry", "government", tally(310), claims=("c",)), claims=(total,))
    ministry = next(g for g in estimate.grounds if g.line == "ministry")
    assert (estimate.best, estimate.most, ministry.used) == (17, 17, False)


def test_each_ground_tells_how_far_its_line_pulls_the_median() -> None:
    estimate = killed(line("a", "medical", tally(20)), line("b", "police", tally(30)))
    pulls = {g.line: g.pull for g in estimate.grounds}
    assert pulls["a"] is not None
    assert pulls["b"] is not None
    assert pulls["a"] < 0 <= pulls["b"]


def test_far_more_dead_than_wounded_on_one_line_is_remarked_on() -> None:
    estimate = killed(line("channel", "anonymous", tally(500), tally(3, "wounded")))
    assert any(flag.startswith("unusual ratio: channel gives 500 killed and 3 wounded") for flag in estimate.flags)


def test_missing_men_raise_the_high_and_never_the_best() -> None:
    without = killed(line("navy", "military", tally(4)))
    estimate = killed(line("navy", "military", tally(4), tally(21, "missing")))
    assert estimate.best == without.best
    assert estimate.high == 25
    assert MISSING in estimate.flags


def test_round_figures_of_one_side_alone_about_the_other_are_remarked_on() -> None:
    army = line("army of orm", "military", tally(200), party="orm", claims=("c",))
    estimate = killed(army, claims=(claim("c", exact(200), sides=("vell", "orm")),))
    assert any(flag.startswith("round figure") for flag in estimate.flags)


def test_counting_copies_as_lines_is_a_switch_that_shows_what_copying_would_do() -> None:
    assert killed(HOSPITAL, CHANNEL).lines == 2
    assert killed(HOSPITAL, CHANNEL, settings=Settings(count_copies=True)).lines == 9


def test_a_line_that_the_reader_sets_aside_stays_in_sight() -> None:
    estimate = killed(HOSPITAL, CHANNEL, settings=Settings(drop_lines=("channel",)))
    assert estimate.lines == 1
    assert next(g for g in estimate.grounds if g.line == "channel").why == "set aside by the reader"


def test_parties_can_be_set_aside() -> None:
    rebels = line("rebels", "party", tally(40))
    assert killed(HOSPITAL, rebels, settings=Settings(drop_parties=True)).lines == 1


def test_as_of_keeps_the_figure_that_was_counted_before_one_that_was_feared_later() -> None:
    counted = claim("c1", exact(12))
    feared = claim("c2", exact(60), status="feared")
    later = claim("c3", exact(14))
    spoken = [counted, replace(feared, document="d2"), replace(later, document="d3")]
    told = line("police", "police", tally(14), claims=("c1", "c2", "c3"))
    days = (("d1", "2033-03-03"), ("d2", "2033-03-04"), ("d3", "2033-03-06"))
    (estimate,) = weigh([EVENT], [told], spoken, Settings(as_of="2033-03-05", published=days))
    assert estimate.best == 12


def test_as_of_forgets_what_was_said_later() -> None:
    told = line("hospital", "medical", tally(17), claims=("early", "late"))
    spoken = (replace(claim("early", exact(9)), document="d0"), claim("late", exact(17)))
    days = (("d0", "2033-03-03"), ("d1", "2033-03-06"))
    then = Settings(as_of="2033-03-04", published=days)
    assert killed(told, claims=spoken).best == 17
    assert killed(told, claims=spoken, settings=then).best == 9
    assert weigh([EVENT], [told], spoken, Settings(as_of="2033-03-02", published=days)) == ()


def test_the_policies_are_switches_over_the_same_lines() -> None:
    lines = (line("a", "medical", tally(14)), line("b", "police", tally(17)), line("c", "monitor", tally(17)))
    ucdp, acled, ibc = (killed(*lines, settings=Settings(policy=p)) for p in ("ucdp", "acled", "ibc"))
    assert (ucdp.low, ucdp.best, ucdp.high) == (14, 17, 17)
    assert (acled.low, acled.best, acled.high) == (14, 14, 14)
    assert (ibc.low, ibc.best, ibc.high) == (14, None, 17)


def test_a_line_whose_figure_its_own_source_has_replaced_on_another_line_pulls_nothing() -> None:
    by = (Attribution(name="Harn hospital", kind="medical", source="s-1"),)
    old = replace(claim("old", exact(17)), said_by=by)
    new = replace(claim("new", exact(40)), said_by=by, revises="old")
    lines = (line("a", "medical", tally(17), claims=("old",)), line("b", "medical", tally(40), claims=("new",)))
    both, one = killed(*lines, claims=(old, new)), killed(lines[1], claims=(old, new))
    assert (both.best, both.low, both.high, both.lines) == (one.best, one.low, one.high, 1)
    assert [g.why for g in both.grounds if not g.used] == ["replaced by a later figure of the same source"]
    assert killed(*lines, claims=(old, replace(new, revises=None))).lines == 2
