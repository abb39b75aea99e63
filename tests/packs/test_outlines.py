"""The packed outlines hold what they are drawn from: closed rings, borders, lands by code."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.packs.gazetteer import lands
from sayso.packs.outlines import LEVELS, Outlines, coded, outlines
from sayso.packs.outlines import _points as points

STEPS = st.integers(-(10**5), 10**5)


@pytest.fixture(params=LEVELS)
def level(request: pytest.FixtureRequest) -> Outlines:
    return outlines(request.param)


@given(st.lists(st.tuples(STEPS, STEPS), min_size=1))
def test_a_line_is_unpacked_as_it_was_packed(line: list[tuple[int, int]]) -> None:
    assert points(coded(line)) == line


def test_every_ring_is_closed(level: Outlines) -> None:
    for ring in (*level.coast, *(ring for rings in level.lands.values() for ring in rings)):
        for line, following in zip(ring, [*ring[1:], ring[0]], strict=True):
            assert level.points(line)[-1] == level.points(following)[0]


def test_no_line_jumps_over_half_the_world(level: Outlines) -> None:
    half = 180 / level.step
    for number in range(len(level.lines)):
        line = level.points(number)
        along_the_pole = min(y for _, y in line) * level.step < -89
        assert along_the_pole or all(abs(b[0] - a[0]) < half for a, b in pairwise(line))


def test_the_frame_of_a_line_holds_its_points(level: Outlines) -> None:
    for number, frame in enumerate(level.frames):
        line = level.points(number)
        assert (frame.first, frame.last) == (line[0], line[-1])
        assert (frame.west, frame.north) == (min(x for x, _ in line), max(y for _, y in line))


def test_lands_have_the_codes_of_the_gazetteer(level: Outlines) -> None:
    assert len(level.lands) > 200
    assert set(level.lands) - set(lands()) <= {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}  # where nobody lives


def test_a_border_that_is_not_agreed_is_kept_apart(level: Outlines) -> None:
    neck = (round(34 / level.step), round(46.1 / level.step))  # of Crimea
    near = [n for n in level.disputed for at in level.points(n) if dist(at, neck) < 1 / level.step]
    assert near != []
    assert not set(level.disputed) & set(level.borders)
