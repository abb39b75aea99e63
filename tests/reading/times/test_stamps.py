"""Dates and times are read as pages print them."""

import pytest

from sayso.reading.times import stamps


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("Published : Nov. 25, 2033 - 15:27", "2033-11-25T15:27", "published"),
        ("Harbour Press | 12 March 2032", "2032-03-12", None),
        ("Updated 3:14 PM GMT, Mon March 8, 2032", "2032-03-08T15:14", "updated"),
        ("2032-03-04 12:30 UTC", "2032-03-04T12:30", None),
        ("Tuesday 4 May 2032 08.15 BST", "2032-05-04T08:15", None),
        ("Posted: Tuesday, January 28, 2032 8:18 PM EST", "2032-01-28T20:18", "published"),
        ("Last modified on 3 May 2032", "2032-05-03", "updated"),
        ("For immediate release, 8 November 2032", "2032-11-08", "published"),
        ("27th February, 2032 — 9.12pm", "2032-02-27T21:12", None),
        ("27.09.2033 kl. 08.00", "2033-09-27T08:00", None),
        ("Mon, 2033-01-31 22:41", "2033-01-31T22:41", None),
        ("KORA, 3 JAN 90 -- [TEXT]", "1990-01-03", None),
        ("KORA (Jan. 25, 2033)", "2033-01-25", None),
        ("10:00 a.m. EDT May 5, 2032", "2032-05-05T10:00", None),
        ("12:05 am, 5 May 2032", "2032-05-05T00:05", None),
        ("radio, 7 August 2034, 1900 GMT", "2034-08-07T19:00", None),
        ("KORA, March 3 (HP) -", "--03-03", None),
    ],
)
def test_a_date_line_gives_day_time_and_label(line: str, value: str, label: str | None) -> None:
    (found,) = stamps.find(line)

    assert (found.value, found.label) == (value, label)


def test_published_and_updated_on_one_line_are_told_apart() -> None:
    first, second = stamps.find("Posted: Jan. 28, 2032 8:18 PM EST Updated: Jan. 29, 2032 9:00 AM EST")

    assert (first.label, first.value) == ("published", "2032-01-28T20:18")
    assert (second.label, second.value) == ("updated", "2032-01-29T09:00")


@pytest.mark.parametrize(
    ("line", "day_first", "value"),
    [
        ("03/04/2032", False, "2032-03-04"),
        ("03/04/2032", True, "2032-04-03"),
        ("23/04/2032", False, "2032-04-23"),
        ("03.04.2032", False, "2032-04-03"),
        ("03/04/2032 10:00 BST", False, "2032-04-03T10:00"),
    ],
)
def test_an_all_numeric_date_is_month_first_without_other_evidence(line: str, day_first: bool, value: str) -> None:  # noqa: FBT001  a column of the table
    (found,) = stamps.find(line, day_first=day_first)

    assert found.value == value


@pytest.mark.parametrize(
    "line", ["On 3 March 20 people fled.", "Rooms 12/14/16 burned.", "a 1-2-3 formation", "May 45, 2032 and more"]
)
def test_numbers_that_are_no_day_give_no_day_of_a_year(line: str) -> None:
    assert not any(found.complete and found.value[:4] == "2020" for found in stamps.find(line))


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2033-01-20", "2033-01-20"),
        ("2034-02-07T16:10:00", "2034-02-07T16:10:00"),
        ("2034-02-07T16:10:00+02:00", "2034-02-07T16:10:00+02:00"),
        ("2034-02-07 16:10", "2034-02-07T16:10"),
        ("Jan. 25, 2033", "2033-01-25"),
        ("3 JAN 90", "1990-01-03"),
        ("3 JAN 69", "2069-01-03"),
        ("20330120", "2033-01-20"),
        ("Thu, 04 Mar 2032 12:30:00 +0000", "2032-03-04T12:30"),
        ("2034-02-07T25:10", "2034-02-07"),
        ("2034-13-07", None),
        ("9999-01-01", None),
        ("1234567890", None),
        ("yesterday", None),
        ("March 2032", None),
        ("", None),
        ("1" * 5000, None),
    ],
)
def test_a_published_field_is_read_leniently_and_never_guessed(given: str, read: str | None) -> None:
    assert stamps.parse(given) == read
