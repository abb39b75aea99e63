"""Which numbers does a text give, how are they worded, and what do they count?"""

from itertools import pairwise
from typing import Any

import pytest

from sayso.errors import ContractError
from sayso.packs import table
from sayso.reading.figures import Figure
from sayso.reading.quantities import find


def only(text: str, convention: str = "default") -> Figure:
    """The one figure of a text that is no date, name or ordinal."""
    figures = [f for f in find(text, convention) if f.kind not in {"time", "other", "ordinal"}]
    assert len(figures) == 1, [text[f.span[0] : f.span[1]] for f in figures]
    return figures[0]


def noun(text: str, figure: Figure) -> str | None:
    """The counted noun phrase as written."""
    return None if figure.noun is None else text[figure.noun[0] : figure.noun[1]]


EXAMPLES: list[dict[str, Any]] = table("numbers", "examples")["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["text"][:40] for e in EXAMPLES])
def test_the_pack_reads_its_own_examples(example: dict[str, Any]) -> None:
    text = example["text"]
    counts = [f for f in find(text) if f.kind == "count"]
    found = [(f.wording, f.low, f.best, f.high, noun(text, f)) for f in counts]
    assert found == [(c["wording"], c.get("low"), c.get("best"), c.get("high"), c.get("noun")) for c in example["counts"]]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.2 million", 1_200_000),
        ("10k", 10_000),
        ("two and a half thousand", 2500),
        ("1,00,000", 100_000),
        ("10 000", 10_000),
        ("a hundred", 100),
        ("twelve hundred", 1200),
        ("three hundred thousand", 300_000),
        ("two thousand three hundred and four", 2304),
        ("TWO DOZEN", 24),
        ("2 lakh", 200_000),
        ("1.200 soldiers", 1200),
        ("2,5 million", 2_500_000),
        ("1.5 thousand", 1500),
        ("a million and a half", 1_500_000),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, value: int) -> None:
    figure = only(f"The ministry gave {written}.")
    assert figure.value == value
    assert figure.stated == (value,)


def test_an_article_before_a_number_word_does_not_hide_it() -> None:
    assert [f.value for f in find("A seven-man crew and a third ship; a fourth of the cargo.") if f.kind != "ordinal"] == [
        7,
        1 / 4,
    ]


def test_two_numbers_joined_by_and_stay_two() -> None:
    values = [f.value for f in find("It buried six and seven men, then twenty and four.")]
    assert values == [6, 7, 20, 4]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Turnout fell by 14 per cent.", "percent", 14),
        ("It cost US$2.5 billion.", "money", 2_500_000_000),
        ("They asked for 30 million yen.", "money", 30_000_000),
        ("A 17-year-old was taken in.", "age", 17),
        ("Oksana Lier, 62, sells bread.", "age", 62),
        ("Her son, 24, was last online in May.", "age", 24),
        ("The front moved 12 km.", "measure", 12),
        ("They walked for three days.", "measure", 3),
        ("A third of the hospital burned.", "fraction", 1 / 3),
        ("Two-thirds of the crew left.", "fraction", 2 / 3),
        ("It lost nearly two-thirds.", "fraction", 2 / 3),
    ],
)
def test_a_number_that_counts_nobody_says_what_it_is(text: str, kind: str, value: float) -> None:
    figure = only(text)
    assert (figure.kind, figure.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2031.",
        "The 2033 elections were held.",
        "It came on 14 March.",
        "SAN LORO, 3 JAN 31 -- nothing else.",
        "The post fell at 1625, after rain.",
        "Flight 447 was late.",
        "The 95 Brigade held Hill 302.",
        "An Il-76 landed.",
        "Resolution 2758 stands.",
        "The match ended 3-2.",
        "1. The parties agree.",
        "Call +372 5550 1180 for details.",
        "See page 12.",
        "The photograph (4) is ours.",
        "The latest one was worse, said the old one.",
        "It was shown before.[9]",
        "The 5900 block of Elm Road was closed.",
        "He called 911 twice.",
        "A .357 handgun lay there.",
        "See form 2031-10-S-029.",
    ],
)
def test_dates_names_scores_and_numbering_are_no_counts(text: str) -> None:
    assert not [f for f in find(text) if f.kind == "count"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Two of the wounded died.", "wounded"),
        ("Seven dead were found.", "dead"),
        ("Three of them were women.", "them"),
        ("Five others fled.", "others"),
        ("12 police officers came.", "police officers"),
        ("Two infantry fighting vehicles burned.", "infantry fighting vehicles"),
        ("One masked gunman ran.", "masked gunman"),
        ("None of its 1,900 workers was hurt.", "workers"),
        ("500 North Halian marines landed.", "North Halian marines"),
        ("20 were hurt.", None),
        ("Three schoolchildren waited.", "schoolchildren"),
        ("One 23-year-old man ran.", "man"),
        ("12 Halian and South Orrin soldiers fell.", "Halian and South Orrin soldiers"),
        ("12 Halian and two Orrin soldiers fell.", None),
        ("A 3,000-strong rebel force came.", "rebel force"),
        ("A four-man patrol came.", "man"),
        ("Two (2) soldiers came.", "soldiers"),
        ("Some 50 or so men came.", "men"),
        ("The six Orrin priests' deaths were noted.", "Orrin priests"),
        ("It left 27 dead.\n\nMen wept.", "dead"),
    ],
)
def test_the_noun_is_the_phrase_that_is_counted(text: str, counted: str | None) -> None:
    assert noun(text, find(text)[0]) == counted


@pytest.mark.parametrize(
    "text",
    [
        "Another 20 died.",
        "Two more guards died.",
        "A further 90 marines will go.",
        "An additional 6 came.",
        "Hundreds more came.",
        "Lost: 40,000 (+1,340).",
    ],
)
def test_a_figure_on_top_of_another_is_extra(text: str) -> None:
    assert find(text)[-1].extra


def test_the_span_takes_in_the_bound_and_not_the_noun() -> None:
    text = "It killed about 500 soldiers."
    start, end = find(text)[0].span
    assert text[start:end] == "about 500"


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
        ("between one and two thousand people", (1000, 2000)),
        ("one to two hundred people", (100, 200)),
        ("five to two hundred people", (5, 200)),
    ],
)
def test_a_range_borrows_the_magnitude_of_its_upper_end(written: str, value: tuple[int, int]) -> None:
    assert only(f"There were {written}.").value == value


def test_a_number_before_an_age_is_no_range() -> None:
    assert [(f.kind, f.value) for f in find("Three people \u2014 a 23-year-old and a cook \u2014 fled.")] == [
        ("count", 3),
        ("age", 23),
    ]


@pytest.mark.parametrize(("text", "last"), [("Hundreds\n\nTwo men", 2), ("One hundred\n\nTwo men", 2)])
def test_a_number_does_not_run_into_the_next_paragraph(text: str, last: int) -> None:
    assert find(text)[-1].best == last


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


def test_figures_are_sorted_and_disjoint() -> None:
    text = "At least 12, up to 15 and perhaps between 20 and 30 of some 400 men; dozens more, no one else, 3-2, 14 May 2031, $5."
    spans = [f.span for f in find(text)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_text_without_numbers_has_no_figures() -> None:
    assert find("The village was quiet.") == ()


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
    ("text", "unit"),
    [
        ("One of the oldest bridges in Orrin fell.", "old bridge Orrin"),
        ("One of the biggest guns was lost.", "big gun"),
        ("One of the happiest moments of his life came.", "happy moment"),
        ("It fires 3,000 shells per day.", "shell per day"),
        ("It fires 3,000 shells a day.", "shell per day"),
        ("It fired 3,000 shells a day earlier.", "shell"),
        ("They left 12 crates of rifle ammunition behind.", "crate rifle ammunition"),
        ("It lost two 155mm howitzers.", "howitzer"),
        ("Dozens of Kia and Tovo lorries burned.", "Kia Tovo lorry"),
        ("They pay $75 U.S. per barrel.", "dollar per barrel"),
        ("They paid $6 billion a year earlier.", "dollar"),
        ("Four forest rangers and three protest leaders came.", "forest ranger"),
    ],
)
def test_the_unit_is_the_counted_phrase_in_plain_words(text: str, unit: str) -> None:
    assert find(text)[0].unit == unit
