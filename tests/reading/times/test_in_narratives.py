"""Which days do the times of a narrative denote, whose months and days have no year of their own?"""

from datetime import date

import pytest

from sayso.reading.times.times import find

LATER = date(2060, 3, 5)
"""The day on which somebody put the narrative on a page."""
YEARS = "The war of 2031 had its roots in 2025. In 2026 and 2027 the mines were closed, in 2028 the port. "
"""So many years, in order, that the text is no news of its own day."""


def days(text: str, published: date | None = None) -> dict[str, tuple[str, str]]:
    found = find(text, published)
    return {text[slice(*t.span)]: (str(t.first), str(t.last)) for t in found if t.first}


def test_a_month_without_a_year_is_of_the_year_that_is_told() -> None:
    assert days("On 3 May 2031 the siege began. In August the wells ran dry.")["August"] == ("2031-08-01", "2031-08-31")


def test_months_that_go_backwards_roll_over_to_the_next_year() -> None:
    told = days("On 3 October 2031 the siege began. In February the wells ran dry. By June it was over.")
    assert told["February"][0] == "2032-02-01"
    assert told["June"][0] == "2032-06-01"


def test_a_month_a_little_before_the_last_one_is_of_the_same_year() -> None:
    assert days("On 3 May 2031 the siege began. The road had been cut in April.")["April"][0] == "2031-04-01"


def test_a_heading_with_a_year_is_where_its_months_belong() -> None:
    text = (
        "2031\n\nOn 3 May the siege of the fort began, and in August the well ran dry.\n\n"
        "2032\n\nIn March 2032 it rained. In June 2032 the last men of the fort gave up."
    )
    assert days(text, LATER)["3 May"] == ("2031-05-03", "2031-05-03")


def test_a_year_only_looked_at_does_not_carry_over() -> None:
    text = "On 3 May 2031 the siege began. Two decades earlier the fort had held out. In June the gate fell."
    assert days(text)["June"] == ("2031-06-01", "2031-06-30")


def test_a_plan_for_another_year_does_not_carry_over() -> None:
    text = "On 3 May 2031 the siege began. The staff planned to be home by the end of 2033. In June the gate fell."
    assert days(text)["June"] == ("2031-06-01", "2031-06-30")


@pytest.mark.parametrize("published", [date(2031, 12, 19), date(2032, 6, 1), LATER])
def test_a_text_that_tells_of_many_years_in_order_is_no_news(published: date) -> None:
    text = YEARS + "In 2029 the army marched, early in 2030 it met another, and late in 2030 it halted. "
    text += "On 3 May 2031 the siege began. On 9 June it ended, and in July 2031 the port was open."
    assert days(text, published)["9 June"] == ("2031-06-09", "2031-06-09")


def test_news_that_recalls_one_other_year_leans_on_its_day() -> None:
    told = days("The fort fell in 2025. On 9 June it was taken back.", date(2031, 6, 20))
    assert told["9 June"] == ("2031-06-09", "2031-06-09")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The former mayor fled in 2031.", "PAST_REF"),
        ("He had no rifle at that time.", "PAST_REF"),
        ("During this period the mines were shut.", "PRESENT_REF"),
        ("They marched at night.", "XXXX-XX-XXTNI"),
        ("Each party waited for future talks.", "FUTURE_REF"),
        ("On the second day of the siege the wells ran dry.", "XXXX-XX-XX"),
        ("In the first hour the gate fell.", "PT1H"),
    ],
)
def test_a_narrative_marks_words_that_only_lean_on_its_time(text: str, value: str) -> None:
    assert value in [t.value for t in find(text, None) if t.first is None]
    assert value not in [t.value for t in find(text, LATER)]


def test_the_article_before_a_season_belongs_to_the_noun_that_the_season_names() -> None:
    text = "In 2031 the Spring Offensive failed, the winter Tessari raids too, and they rested in the summer and autumn."
    assert [text[slice(*t.span)] for t in find(text, None)] == ["2031", "Spring", "winter", "the summer", "autumn"]


def test_a_full_stop_after_a_name_of_a_month_or_an_era_is_not_part_of_it() -> None:
    assert [t.span[1] for t in find("It fell on 1 May. In 90 BC.", None)] == [16, 26]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("The same day", "2031-05-03", "2031-05-03"),
        ("The next day", "2031-05-04", "2031-05-04"),
        ("That night", "2031-05-03", "2031-05-03"),
        ("Overnight", "2031-05-03", "2031-05-04"),
        ("Three days later", "2031-05-06", "2031-05-06"),
        ("A week earlier", "2031-04-21", "2031-04-27"),
        ("Over the following two weeks", "2031-05-03", "2031-05-17"),
        ("On the 12th,", "2031-05-12", "2031-05-12"),
        ("By the next spring", "2032-03-01", "2032-05-31"),
        ("On Tuesday", "2031-05-06", "2031-05-06"),
    ],
)
def test_what_leans_on_a_day_has_days_where_one_was_named(words: str, first: str, last: str) -> None:
    text = f"On 3 May 2031 the siege began. {words} nine men fell."
    assert [(str(t.first), str(t.last)) for t in find(text, None)][1:] == [(first, last)]


@pytest.mark.parametrize("words", ["The same day", "That night", "Three days later", "On Tuesday", "Two weeks earlier"])
@pytest.mark.parametrize("before", ["", "In May 2031 the siege began. ", "The siege was in 2031. "])
def test_what_leans_on_a_day_has_none_where_no_day_was_named(words: str, before: str) -> None:
    assert find(f"{before}{words}, nine men fell.", None)[-1].first is None


@pytest.mark.parametrize("words", ["yesterday", "tonight", "last night", "tomorrow"])
def test_the_day_of_somebody_speaking_in_a_narrative_is_unknown(words: str) -> None:
    assert find(f'On 3 May 2031 he said: "We march {words}."', None)[-1].first is None


def test_since_reaches_to_no_day_of_publication_in_a_narrative() -> None:
    assert days(YEARS + "In 2029 and 2030 the army had stood there since May 2028.", LATER)["May 2028"][1] == "2030-12-31"


def test_a_year_of_two_digits_is_of_the_century_that_is_told() -> None:
    assert days("In May 1893 they met. The class of '94 followed.")["'94"] == ("1894-01-01", "1894-12-31")


@pytest.mark.parametrize("text", ["in the spring and summer of 2031", "the Spring Offensive of 2031", "the 2031 spring"])
def test_a_season_has_the_year_that_stands_behind_it(text: str) -> None:
    assert find(f"In 2028 they fled {text}.", None)[1].value == "2031-SP"


def test_at_the_same_time_is_the_day_last_named() -> None:
    assert days("On 3 May 2031 the siege began. At the same time the port was mined.")["the same time"][0] == "2031-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "Of the two forts the former was lost.",
        "They failed again, this time with guns.",
        "At that point the road bends.",
        "The men went into quarters.",
    ],
)
def test_what_only_looks_like_a_time_of_the_narrative_is_none(text: str) -> None:
    assert find(text, None) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eastern Front 2031-2033", ["2031", "2033"]),
        ("the islands (May-August 2031)", ["May", "August 2031"]),
        ("a year-long siege", ["year-long"]),
        ("just over a year earlier", ["over a year earlier"]),
        ("in the Nine Days Battles", ["Nine Days"]),
        ("that year's harvest", ["that year"]),
        ("on 3 May and 4 June 2031, and in circa 1890", ["3 May", "4 June 2031", "circa 1890"]),
        ("around March 2031", ["around March 2031"]),
        ("for another seven months", ["another seven months"]),
        ("from May 2031 to date", ["May 2031", "date"]),
    ],
)
def test_an_expression_ends_where_its_own_words_end(text: str, words: list[str]) -> None:
    assert [text[slice(*t.span)] for t in find(text, None)] == words


def test_the_second_of_two_days_of_a_month_has_its_month() -> None:
    assert days("They fell on May 4 and 5, 2031 or so. In 2031, on June 4 and 9, it rained.")["9"][0] == "2031-06-09"


def test_the_night_of_a_feast_is_a_time_of_its_day() -> None:
    assert [t.value for t in find("In 2031 they crossed on Christmas night.", None)][1] == "2031-12-25TNI"


def test_the_year_of_a_book_on_the_war_does_not_carry_over() -> None:
    text = YEARS + "In 2029 they marched, in 2030 they halted, in 2031 it ended. On 3 May 2031 the fort fell. "
    assert days(text + "A book of 2094 doubts it. In June the gate fell.")["June"] == ("2031-06-01", "2031-06-30")


def test_the_year_since_which_something_is_does_not_carry_over() -> None:
    assert days("On 3 May 2031 the fort fell. It had stood since 2012. In June the gate fell.")["June"][0] == "2031-06-01"


def test_a_winter_of_two_years_is_one_time() -> None:
    assert days("It froze in the winter of 2031-32.") == {"the winter of 2031-32": ("2031-12-01", "2032-02-29")}


def test_the_same_month_after_a_whole_year_is_unknown() -> None:
    assert find("It fell in 2031. In the same month it rained.", None)[1].value == "2031-XX"


def test_a_night_between_two_days_denotes_both() -> None:
    told = days("In 2031, during the night of 14 to 15 January, nine men fell.")
    assert told["15 January"] == ("2031-01-14", "2031-01-15")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("At dawn", "2031-05-03TMO"),
        ("By nightfall", "2031-05-03TNI"),
        ("In the late afternoon", "2031-05-03TAF"),
        ("The evening before,", "2031-05-02TEV"),
        ("At 0600 hours", "2031-05-03T06:00"),
        ("Two nights later", "2031-05-05"),
        ("A month after that,", "2031-06"),
        ("On the afternoon of the 7th,", "2031-05-07TAF"),
        ("At dawn on 9 May", "2031-05-09TMO"),
    ],
)
def test_a_part_of_the_day_is_of_the_day_that_is_told(words: str, value: str) -> None:
    assert [t.value for t in find(f"On 3 May 2031 the siege began. {words} nine men fell.", None)][1:] == [value]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the first days of May 2031", "2031-05-01", "2031-05-10"),
        ("in the second half of June 2031", "2031-06-16", "2031-06-30"),
        ("in the first half of the 2030s", "2030-01-01", "2034-12-31"),
        ("in the last quarter of 2031", "2031-10-01", "2031-12-31"),
        ("on the night of 8/9 February 2031", "2031-02-08", "2031-02-09"),
    ],
)
def test_a_part_of_a_longer_time_has_its_own_days(words: str, first: str, last: str) -> None:
    assert [(str(t.first), str(t.last)) for t in find(f"They fell {words}.", None)] == [(first, last)]


def test_days_of_a_month_in_a_list_have_its_month() -> None:
    told = days("On June 20, 21 and 22 they marched, on the 24th and 25th they dug.", date(2031, 7, 1))
    assert [told[d][0] for d in ("June 20", "21", "22", "the 24th", "25th")] == [f"2031-06-{d}" for d in (20, 21, 22, 24, 25)]


def test_since_reaches_to_the_time_that_the_narrative_has_come_to() -> None:
    text = "On 3 May 2031 the siege began. On 9 June 2033 it ended. Since 2031 nine hundred had died."
    assert days(text)["2031"] == ("2031-01-01", "2033-06-09")


def test_a_year_later_the_story_goes_on_from_there() -> None:
    text = "On 3 May 2031 the siege began. A year later it was over. In June the gate was rebuilt."
    assert days(text)["June"] == ("2032-06-01", "2032-06-30")


def test_a_menu_of_years_makes_no_narrative() -> None:
    text = "2060\n2031\n2030\n2029\n2028\nThe fort fell on 9 June."
    assert days(text, LATER)["9 June"] == ("2059-06-09", "2059-06-09")


@pytest.mark.parametrize("words", ["the day after the raid", "the fifth day of the siege"])
def test_what_stands_beside_a_day_as_another_name_of_it_is_that_day(words: str) -> None:
    assert [str(t.first) for t in find(f"On 3 May 2031, {words}, nine men fell.", None)] == ["2031-05-03"] * 2


def test_two_months_with_a_stroke_between_them_share_their_year() -> None:
    assert days("In May 2031 they met. From January/February 2033 it rained.")["January"] == ("2033-01-01", "2033-01-31")


def test_every_day_of_a_list_has_the_month_at_its_end() -> None:
    assert days("In 2031, on 10, 11 and 12 May, they marched.")["10"] == ("2031-05-10", "2031-05-10")


def test_to_this_day_is_no_day_of_the_narrative() -> None:
    assert find("It fell in 2031. They grieve to this day.", None)[1].first is None


def test_the_night_before_is_that_of_the_day_before() -> None:
    assert days("On 3 May 2031 the gate fell. The night before, it had burned.")["The night before"][0] == "2031-05-02"
