"""Which numbers does a text give, how are they worded, and what do they count?"""

from itertools import pairwise
from typing import Any

import pytest

from sayso.packs import table
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
        ("1.5 mln", 1_500_000),
        ("2 bn", 2_000_000_000),
        ("1'200", 1200),
        ("1\u2019200", 1200),
        ("1 200 soldiers", 1200),
        ("12 500 refugees", 12_500),
        ("1.200 dead", 1200),
        ("2.5k troops", 2500),
        ("a couple of dozen men", 24),
        ("a couple hundred men", 200),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("a half dozen men", 6),
        ("half a million", 500_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, value: int) -> None:
    figure = only(f"The ministry gave {written}.")
    assert figure.value == value
    assert figure.stated == (value,)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Two men, 25 and 30, were hurt.", [25, 30]),
        ("Three women, 25, 31 and 40, were hurt.", [25, 31, 40]),
        ("The victims, ages 14, 18, 29, and two nurses fled.", [14, 18, 29]),
        ("One man, 41, and another man, 24, fled.", [41, 24]),
        ("A boy under the age of 8 fled.", [8]),
        ("Ana and Jan Orl, both 35, fled.", [35]),
        ("On 23 September\n28 nuns aged 19 and 21 died.", [19, 21]),
        ("On 23 September 28 villagers aged 9 and 11 died.", [9, 11]),
        ("Petr Lis Jr., 21 of Orlo, Jan Orl, 28 and Eva M. Lund, 25 both of Velmora fled.", [21, 28, 25]),
        ("The wounded came from Port Velmora, 28 and 31 soldiers among them.", []),
        ("Ana Ruiz, 44\nPetr Lis, 51\n", [44, 51]),
        ("Fighters came from the Orlo area, 44\nvillagers fled.", []),
        ("She had turned 1 a week before.", [1]),
    ],
)
def test_ages_are_read_where_several_stand_together(text: str, ages: list[int]) -> None:
    assert [f.value for f in find(text) if f.kind == "age"] == ages


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
        ("They walked for three more days.", "measure", 3),
        ("They walked for 10 consecutive nights.", "measure", 10),
        ("It stands at 48.3\u00b0N.", "measure", 48.3),
        ("It cost Rs 500.", "money", 500),
        ("It cost USD 500.", "money", 500),
        ("It cost Y=500 million.", "money", 500_000_000),
        ("It cost 20p.", "measure", 20),
        ("It was 98 degrees F.", "measure", 98),
        ("It melts at 12 C.", "measure", 12),
        ("It took a 5 W charger.", "measure", 5),
        ("It dumped 90 cubic metres.", "measure", 90),
        ("It read 5 millisieverts.", "measure", 5),
        ("One-third of the hall burned.", "fraction", 1 / 3),
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
        "It came on 12 and 13 May.",
        "It came on March 3-5, then on 3 to 5 April.",
        "It came between March 3 and 5.",
        "It rang at nine in the morning and at half past six.",
        "It rang by seven that evening.",
        "Flight AX 123 was late.",
        "It was told by Security Council resolution 2254.",
        "It stands at 16-18 Mill Avenue and at 4 Rue Basse.",
        "See pp. 12-14, line 7, fig. 3 and footnote 12.",
        "See paragraphs 3 and 4.",
        "Call (555) 123-4567, 555-0199 or 0800 123 456.",
        "He called 112.",
        "The motion passed 120 to 30.",
        "They lost 4 to 1.",
        "A magnitude 6 quake came.",
        "A category one storm came in phase two.",
        "In week three, as Chapter Seven tells, it rained.",
        "The Group of Seven and the Big Four met.",
        "They helped one another.",
        "Send it to ZIP code 90210.",
        "He was 6'3\" tall.",
        "Image 43 of 44 and photo 1 / 44.",
        "Case Number: 1704020090.",
        "They met at Ground Zero.",
        "She died at age seventy-nine, of the class of '31.",
        "In late 1790, in book 7, in 149 B.C, the war of 1864-1865 and of 1864 to 1865 was told.",
        "It passed by a 2-to-1 vote and a 3 to 2 margin.",
        "The baby, 8 months, and her brother, 11, slept.",
        "Children between the ages of 17 and 20, aged 17 to 20.",
        "Ivo Seld, 43 (shot at home).",
        "The child was 11 and lived there.",
        "It fell at grid 482190.",
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
        ("On day two soldiers came.", "soldiers"),
        ("That day 14 sentries fell.", "sentries"),
        ("On that day six more men fell.", "men"),
        ("The 12 C Company men came.", None),
        ("Two stone throwers came.", "stone throwers"),
        ("On May 12 200 soldiers came.", None),
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


@pytest.mark.parametrize(("text", "last"), [("Hundreds\n\nTwo men", 2), ("One hundred\n\nTwo men", 2)])
def test_a_number_does_not_run_into_the_next_paragraph(text: str, last: int) -> None:
    assert find(text)[-1].best == last


def test_figures_are_sorted_and_disjoint() -> None:
    text = "At least 12, up to 15 and perhaps between 20 and 30 of some 400 men; dozens more, no one else, 3-2, 14 May 2031, $5."
    spans = [f.span for f in find(text)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_text_without_numbers_has_no_figures() -> None:
    assert find("The village was quiet.") == ()


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
