"""Laws of figures: whatever the text, they are in order, within it, and read what was written."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Quantity
from sayso.reading.quantities.quantities import find

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
PARTS = st.sampled_from([
    "12", "3-2", "at least", "up to", "dozens of", "no", "one", "men", "died", ",", "\n\n", "between", "and", "to", "14 May",
    "2031", "$5", "a third of", "half a", "million", "more", "from", "wounded", "17-year-old", "%", "some", "hundreds", "or so",
    "\u201c", "-", "km",
])  # fmt: skip


def spelled(n: int) -> str:
    """A number below a million in English words."""
    if n < len(ONES):
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            joint = " and " if size == 100 else " "
            return f"{spelled(n // size)} {name}" + (joint + spelled(rest) if rest else "")
    raise AssertionError(n)


@given(st.lists(PARTS, max_size=14))
def test_figures_are_sorted_disjoint_and_within_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    past = 0
    for figure in find(text):
        assert past <= figure.span[0] < figure.span[1] <= len(text)
        past = figure.span[1]


@given(st.lists(PARTS, max_size=14))
def test_every_count_is_a_quantity_in_order(parts: list[str]) -> None:
    for figure in find(" ".join(parts)):
        if figure.kind == "count":
            Quantity(low=figure.low, best=figure.best, high=figure.high, stated=figure.stated, span=figure.span)


@given(st.integers(min_value=0, max_value=999_999))
def test_a_spelled_number_is_read_as_it_was_meant(n: int) -> None:
    assert [f.value for f in find(f"There were {spelled(n)} men.")] == [n]


@given(st.integers(min_value=2201, max_value=10**9))
def test_a_number_reads_the_same_with_and_without_separators(n: int) -> None:
    assert [f.value for f in find(f"{n:,} men")] == [f.value for f in find(f"{n} men")] == [n]


@given(st.integers(min_value=1, max_value=10**7))
def test_a_bound_never_excludes_the_number_it_allows(n: int) -> None:
    least, most = find(f"at least {n:,} men")[0], find(f"up to {n:,} men")[0]
    assert (least.low, least.high) == (n, None)
    assert (most.low, most.high) == (None, n)
