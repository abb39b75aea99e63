"""How is a number worded: bounds, alternatives, vague words, nothing at all?"""

import pytest

from sayso.errors import ContractError
from sayso.reading.quantities.figures import Figure
from sayso.reading.quantities.quantities import find


def only(text: str, convention: str = "default") -> Figure:
    """The one figure of a text that is no date, name or ordinal."""
    figures = [f for f in find(text, convention) if f.kind not in {"time", "other", "ordinal"}]
    assert len(figures) == 1, [text[f.span[0] : f.span[1]] for f in figures]
    return figures[0]


def noun(text: str, figure: Figure) -> str | None:
    """The counted noun phrase as written."""
    return None if figure.noun is None else text[figure.noun[0] : figure.noun[1]]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose 3 percent.", "up"),
        ("The index was down 0.4%.", "down"),
        ("It dropped by 1 to 2 degrees.", "down"),
        ("About 30 men came.", "~"),
        ("Over 30 men came.", ">"),
        ("Up to 30 men came.", "<"),
        ("30 men came.", "="),
        ("The unit lost 30 men.", "="),
    ],
)
def test_change_says_which_way_a_figure_leans(text: str, change: str) -> None:
    assert only(text).change == change


@pytest.mark.parametrize(
    "text", ["Not one soldier was lost.", "Nobody was lost.", "No soldiers were lost.", "The toll was zero."]
)
def test_nothing_is_the_number_zero(text: str) -> None:
    figure = only(text)
    assert (figure.low, figure.best, figure.high, figure.stated) == (0, 0, 0, (0,))


@pytest.mark.parametrize("text", ["No evidence was found.", "It is no longer so.", "No more came.", "He scores often."])
def test_no_without_something_to_count_is_no_figure(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 to 2 thousand people", (1000, 2000)),
        ("1.2-1.5 million people", (1_200_000, 1_500_000)),
        ("1.2 to 1.5 million people", (1_200_000, 1_500_000)),
        ("1.2 to 2 million people", (1_200_000, 2_000_000)),
        ("10-12k people", (10_000, 12_000)),
        ("between one and two thousand people", (1000, 2000)),
        ("one to two hundred people", (100, 200)),
        ("five to two hundred people", (5, 200)),
    ],
)
def test_a_range_borrows_the_magnitude_of_its_upper_end(written: str, value: tuple[int, int]) -> None:
    assert only(f"There were {written}.").value == value


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("10-12 guards", 10, 12),
        ("10 or 12 guards", 10, 12),
        ("between 10 and 12 guards", 10, 12),
        ("anywhere from 10 to 12 guards", 10, 12),
        ("from 8 up to 11 guards", 8, 11),
        ("8 to as many as 11 guards", 8, 11),
        ("between 8 and as many as 11 guards", 8, 11),
        ("10, maybe 12, guards", 10, 12),
        ("10, if not 12, guards", 10, 12),
        ("10 or even 12 guards", 10, 12),
        ("ten or a dozen guards", 10, 12),
        ("two or three dozen guards", 24, 36),
        ("dozens, if not hundreds, of guards", 12, None),
        ("hundreds or even thousands of guards", 100, None),
    ],
)
def test_alternatives_are_the_ends_of_one_range(written: str, low: int, high: int | None) -> None:
    text = f"It lost {written} there."
    figure = only(text)
    assert (figure.low, figure.best, figure.high, noun(text, figure)) == (low, None, high, "guards")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lost 10 men, possibly 12 officers.", [10, 12]),
        ("It lost 10 and up to 12 are missing.", [10, 12]),
        ("It moved 3 guns to about 30 posts.", [3, 30]),
        ("Seven died or two hundred fled.", [7, 200]),
    ],
)
def test_two_numbers_of_different_things_are_no_range(text: str, values: list[int]) -> None:
    assert [f.value for f in find(text)] == values


def test_a_number_before_an_age_is_no_range() -> None:
    assert [(f.kind, f.value) for f in find("Three people \u2014 a 23-year-old and a cook \u2014 fled.")] == [
        ("count", 3),
        ("age", 23),
    ]


def test_a_change_from_one_count_to_another_is_no_range() -> None:
    assert [f.value for f in find("The toll was raised from 12 to 15.")] == [12, 15]


@pytest.mark.parametrize(
    ("convention", "low", "high"), [("default", 12, None), ("acled", 12, None), ("ucdp", 12, None), ("airwars", 12, 24)]
)
def test_dozens_mean_what_the_convention_says(convention: str, low: int, high: int | None) -> None:
    figure = only("Dozens of people died.", convention)
    assert (figure.low, figure.best, figure.high, figure.stated) == (low, None, high, ())


def test_an_unknown_convention_is_refused_by_name() -> None:
    with pytest.raises(ContractError, match="nowhere"):
        find("Dozens of people died.", "nowhere")


@pytest.mark.parametrize(
    ("written", "low", "best", "high", "change"),
    [
        ("no fewer than 12 guards", 12, None, None, ">"),
        ("at the very least 12 guards", 12, None, None, ">"),
        ("a minimum of 12 guards", 12, None, None, ">"),
        ("12 or more guards", 12, None, None, ">"),
        ("12-plus guards", 12, None, None, ">"),
        ("12+ guards", 12, None, None, ">"),
        ("12 guards or more", 12, None, None, ">"),
        ("12 guards at least", 12, None, None, ">"),
        ("12 guards and counting", 12, None, None, ">"),
        ("upwards of 12 guards", 13, None, None, ">"),
        ("in excess of 12 guards", 13, None, None, ">"),
        ("a little over 12 guards", 13, None, None, ">"),
        ("at most 12 guards", None, None, 12, "<"),
        ("not more than 12 guards", None, None, 12, "<"),
        ("no higher than 12", None, None, 12, "<"),
        ("12 guards at most", None, None, 12, "<"),
        ("12 guards or fewer", None, None, 12, "<"),
        ("slightly fewer than 12 guards", None, None, 11, "<"),
        ("just under 12 guards", None, None, 11, "<"),
        ("just shy of 100 guards", 90, 100, 100, "~"),
        ("not quite 100 guards", 90, 100, 100, "~"),
        ("in the vicinity of 100 guards", 90, 100, 110, "~"),
        ("est. 100 guards", 90, 100, 110, "~"),
        ("100-some guards", 90, 100, 110, "~"),
        ("100 guards or so", 90, 100, 110, "~"),
        ("a hundred and twenty-odd guards", 108, 120, 132, "~"),
        ("precisely 12 guards", 12, 12, 12, "="),
        ("the remaining 12 guards", 12, 12, 12, "="),
        ("an average of 12 guards", 12, 12, 12, "="),
    ],
)
def test_a_bound_is_read_however_it_is_worded(
    written: str, low: int | None, best: int | None, high: int | None, change: str
) -> None:
    figure = only(f"It lost {written} there.")
    assert (figure.low, figure.best, figure.high, figure.change) == (low, best, high, change)


def test_a_bound_behind_a_noun_belongs_to_the_number_that_follows_it() -> None:
    assert [f.wording for f in find("It lost 12 men at least 3 of them officers.")] == ["exact", "at least"]


@pytest.mark.parametrize(
    ("written", "low", "high", "change"),
    [
        ("at least several dozen", 12, None, ">"),
        ("up to several hundred", None, None, "<"),
        ("about a few hundred", 100, None, "~"),
        ("at least 30 to 40", 30, None, ">"),
        ("up to 30 or 40", None, 40, "<"),
        ("some 30 to 40", 30, 40, "~"),
    ],
)
def test_a_bound_also_opens_a_vague_word_or_a_range(written: str, low: int | None, high: int | None, change: str) -> None:
    figure = only(f"It lost {written} guards.")
    assert (figure.low, figure.best, figure.high, figure.change) == (low, None, high, change)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("The river fell 190 centimetres, or 0.6 per cent.", ["down", "down"]),
        ("The shell flies more than 100 kilometres (60 miles).", [">", ">"]),
        ("Losses rose by 12 per cent, and 3 per cent were ill.", ["up", "="]),
        ("Its area fell from 9 to 7 hectares.", ["="]),
        ("Output fell by 7 to 9 tonnes.", ["down"]),
        ("It was up about 19 per cent.", ["~"]),
    ],
)
def test_what_says_a_figure_again_in_another_unit_leans_the_same_way(text: str, changes: list[str]) -> None:
    assert [f.change for f in find(text)] == changes


@pytest.mark.parametrize(
    "text", ["On the second day six more men were killed.", "That day six fell.", "In the third week six died."]
)
def test_a_number_behind_a_day_told_by_its_place_is_a_count(text: str) -> None:
    assert [f.value for f in find(text) if f.kind == "count"] == [6]


@pytest.mark.parametrize(
    "text",
    [
        "Lysk girl, 9, dies in a raid.",
        "Jan Orl, three, was shot.",
        "Jan Orl, 21 of Lysk was shot.",
        "Two brothers, 9 and 11, were killed.",
        "Four men, 19 to 25, were hurt.",
        "Three children, aged 3, 7 and 9, died.",
    ],
)
def test_a_number_behind_a_person_and_a_comma_is_an_age(text: str) -> None:
    figures = find(text)
    assert "age" in {f.kind for f in figures}
    assert all(f.kind == "age" or text[f.span[0] :].startswith(("Two", "Four", "Three")) for f in figures)


@pytest.mark.parametrize(
    "text",
    [
        "Among the victims, 12, including a guard, were killed.",
        "In Lysk, three, including a guard, died.",
        "Jan Orl, 7 of his men died.",
    ],
)
def test_a_number_behind_a_comma_that_has_parts_is_a_count(text: str) -> None:
    assert next(f.kind for f in find(text)) == "count"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Three or four hundred people were hurt.", 300, 400),
        ("5-6000 people fled.", 5000, 6000),
        ("5-6,000 people fled.", 5000, 6000),
    ],
)
def test_the_lower_end_of_an_alternative_is_of_the_same_magnitude(text: str, low: int, high: int) -> None:
    figure = only(text)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "n"),
    [("THIRTYTHREE SAILORS CAME.", 33), ("One hundred fortytwo sailors came.", 142), ("At least twentyone sailors came.", 21)],
)
def test_tens_and_ones_that_run_together_are_one_number(text: str, n: int) -> None:
    assert only(text).stated == (n,)
