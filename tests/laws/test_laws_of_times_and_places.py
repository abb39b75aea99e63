"""Laws of times and places: whatever the text, spans are in order and within it, and days do not run backwards."""

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.reading.places.places import find as places_in
from sayso.reading.times.times import find as times_in

PARTS = st.sampled_from([
    "on", "in", "since", "by", "May", "March", "12", "2031", "Friday", "last", "next", "the", "week", "day", "two", "years",
    "ago", "later", "early", "October", ",", ".", "night", "will", "was", "said", "Kyiv", "Kursk", "region", "Russia", "'s",
    "near", "village", "of", "Tinzawat", "U.S.", "Al-Amari", "camp", "and", "(", "BC", "31", "overnight", "9999", "decades",
    "\u2019", "\n",
])  # fmt: skip
TEXTS = st.lists(PARTS, min_size=1, max_size=25).map(" ".join)
DAYS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))

TOLD = st.sampled_from([
    "on", "in", "since", "by", "May", "March", "12", "5", "Friday", "last", "next", "the", "week", "day", "two", "months",
    "ago", "later", "early", "October", ",", ".", "night", "that", "had", "will", "following", "same", "spring", "and", "(", ")",
])  # fmt: skip
CYCLE = 28
"""Years after which weekdays and leap years come again, from 1901 to 2099."""
MOVE = timedelta(days=28 * 365 + 7)
SPAN = date(1931, 1, 1), date(2031, 12, 31)


def disjoint(spans: list[Span], text: str) -> bool:
    ends = [0, *(e for _, e in spans)]
    return all(e <= s < stop <= len(text) for e, (s, stop) in zip(ends, spans, strict=False))


@given(TEXTS, DAYS)
def test_times_are_disjoint_and_their_days_in_order(text: str, published: date | None) -> None:
    times = times_in(text, published)
    assert disjoint([t.span for t in times], text)
    assert all((t.first is None) == (t.last is None) for t in times)
    assert all(t.first <= t.last for t in times if t.first and t.last)


@given(st.lists(st.one_of(TOLD, st.integers(1931, 2031).map(str)), min_size=1, max_size=25), st.none() | st.dates(*SPAN))
def test_a_text_with_all_its_years_moved_has_its_days_moved_alike(parts: list[str], published: date | None) -> None:
    text, moved = " ".join(parts), " ".join(str(int(p) + CYCLE) if p.isdigit() and len(p) == 4 else p for p in parts)
    later = published and published.replace(year=published.year + CYCLE)
    times, other = times_in(text, published), times_in(moved, later)
    assert [t.span for t in times] == [t.span for t in other]
    assert [t.first and t.first + MOVE for t in times] == [t.first for t in other]
    assert [t.last and t.last + MOVE for t in times] == [t.last for t in other]


@given(st.lists(TOLD, min_size=1, max_size=7), st.dates(date(2061, 1, 1)))
def test_the_day_on_which_a_narrative_is_published_changes_none_of_its_days(parts: list[str], published: date) -> None:
    text = f"They fought in {', '.join(map(str, range(1971, 2031)))}. On 3 May 2031 it ended. {' '.join(parts)}."
    assert times_in(text, published) == times_in(text, None)


@given(TEXTS)
def test_times_that_no_year_anchors_have_no_days_without_a_day_of_publication(text: str) -> None:
    bare = re.sub(r"\d{4}|BC|centur\w+", "", text)
    assert all(t.first is None for t in times_in(bare, None))


@given(TEXTS)
def test_places_are_disjoint_and_their_words_are_the_texts(text: str) -> None:
    places = places_in(text)
    assert disjoint([p.span for p in places], text)
    assert all(p.where.text == text[slice(*p.span)] for p in places)
    assert all((p.where.lat is None) == (p.where.lon is None) for p in places)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert disjoint([t.span for t in times_in(text, date(2031, 10, 16))], text)
    assert disjoint([p.span for p in places_in(text)], text)
