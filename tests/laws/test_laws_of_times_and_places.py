"""Laws of times and places: whatever the text, spans are in order and within it, and days do not run backwards."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.reading.places import find as places_in
from sayso.reading.times import find as times_in

PARTS = st.sampled_from([
    "on", "in", "since", "by", "May", "March", "12", "2031", "Friday", "last", "next", "the", "week", "day", "two", "years",
    "ago", "later", "early", "October", ",", ".", "night", "will", "was", "said", "Kyiv", "Kursk", "region", "Russia", "'s",
    "near", "village", "of", "Tinzawat", "U.S.", "Al-Amari", "camp", "and", "(", "BC", "31", "overnight", "9999", "decades",
    "\u2019", "\n",
])  # fmt: skip
TEXTS = st.lists(PARTS, min_size=1, max_size=25).map(" ".join)
DAYS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def disjoint(spans: list[Span], text: str) -> bool:
    ends = [0, *(e for _, e in spans)]
    return all(e <= s < stop <= len(text) for e, (s, stop) in zip(ends, spans, strict=False))


@given(TEXTS, DAYS)
def test_times_are_disjoint_and_their_days_in_order(text: str, published: date | None) -> None:
    times = times_in(text, published)
    assert disjoint([t.span for t in times], text)
    assert all((t.first is None) == (t.last is None) for t in times)
    assert all(t.first <= t.last for t in times if t.first and t.last)


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
