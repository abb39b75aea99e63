"""A band says of a figure what is known of it, and no more."""

import math
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Estimate
from sayso.workbench.bands import WIDTH, Scale, axis, band, scale_of, words

PERSONS = st.none() | st.integers(0, 10**7)


def figure(low: int | None = None, best: int | None = None, high: int | None = None) -> Estimate:
    return Estimate(event="e", outcome="killed", low=low, best=best, high=high)


SURE = replace(figure(14, 17, 23), low50=16, high50=19)


def parts(drawing: str) -> list[str]:
    return [e.get("class", "") for e in ET.fromstring(drawing)]  # noqa: S314  drawn by us


def test_a_band_has_both_intervals_and_the_best() -> None:
    assert parts(band(SURE)) == ["", "wide", "narrow", "best"]


def test_an_open_end_is_an_arrow() -> None:
    assert parts(band(figure(low=100))) == ["", "wide", "none", "open", "end"]
    assert "open" not in parts(band(figure(1, 2, 3)))


def test_no_figure_is_a_dashed_line_and_not_a_nought() -> None:
    assert parts(band(None)) == parts(band(figure())) == ["", "none"]
    assert "no figure" in band(None)


def test_the_title_says_the_figure_in_words() -> None:
    assert words(SURE) == "17 [14–23], as likely as not 16–19"


def test_bands_of_one_list_share_their_scale() -> None:
    assert scale_of([figure(1, 2, 3), None, figure(100, 150, 240)]) == Scale(most=1000)
    assert scale_of([]).most == 10


def test_the_axis_names_powers_of_ten() -> None:
    ticks = [e.text for e in ET.fromstring(axis(Scale(most=1000))).iter("text")]  # noqa: S314
    assert ticks == ["0", "10", "100", "1k"]


@given(st.lists(PERSONS, min_size=5, max_size=5), PERSONS)
def test_any_figure_is_a_picture_within_its_frame(ends: list[int | None], most: int | None) -> None:
    known = iter(sorted(n for n in ends if n is not None))
    low, low50, best, high50, high = (None if n is None else next(known) for n in ends)
    shown = Estimate(event="e", outcome="killed", low=low, low50=low50, best=best, high50=high50, high=high)
    for part in ET.fromstring(band(shown, Scale(most=most or 0))):  # noqa: S314
        x, wide = float(part.get("x", 0)), float(part.get("width", 0))
        assert math.isfinite(x + wide)
        assert -0.01 <= x <= x + wide <= WIDTH + 2
