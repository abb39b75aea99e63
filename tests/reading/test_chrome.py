"""A page's furniture is told from the report's own text."""

import pytest

from sayso import packs
from sayso.reading import chrome, furniture

PASTED = """Harbour Press

뉴스

World · Conflict

Ferry guards killed at Kora crossing, ministry says

By Ines Okoro

Published : Mar. 4, 2033 - 15:27

    • Link copied
    • Print

Guards stand on the pier in Kora on March 2. (Pool) Guards stand on the pier in Kora on March 2. (Pool)

Six ferry guards were killed and eleven wounded at the Kora crossing on Thursday, the interior ministry said.

A spokesman for the Northern Front denied that its fighters had been there.

Related
Kora bridge to stay shut for a month
Ferries return to the lower Oda

© 2033 Harbour Press. All rights reserved.
"""


def own(text: str) -> list[str]:
    return [text[start:end] for start, end in chrome.body(text)]


@pytest.mark.parametrize("case", packs.table("chrome", "examples")["case"], ids=lambda case: str(case["line"])[:40])
def test_a_line_by_itself_is_what_the_pack_says(case: dict[str, str]) -> None:
    kind = furniture.of(case["line"].strip()) or "text"

    assert kind == case["kind"]


def test_a_pasted_page_keeps_its_title_and_paragraphs_and_nothing_else() -> None:
    kept = own(PASTED)

    assert [line[:24] for line in kept] == ["Ferry guards killed at K", "Six ferry guards were ki", "A spokesman for the Nort"]


def test_a_pasted_page_names_outlet_title_byline_and_date_lines() -> None:
    kinds = {PASTED[slice(*line.span)]: line.kind for line in chrome.lines(PASTED)}

    assert kinds["Harbour Press"] == "outlet"
    assert kinds["Ferry guards killed at Kora crossing, ministry says"] == "title"
    assert kinds["By Ines Okoro"] == "byline"
    assert kinds["Published : Mar. 4, 2033 - 15:27"] == "date"


def test_spans_have_no_blanks_around_them_and_run_in_order() -> None:
    spans = chrome.body("  One line that is said.  \n\n\tAnother line that is said.\n")

    assert spans == ((2, 24), (29, 55))


def test_a_paragraph_that_stood_before_is_a_repeat() -> None:
    said = "Two sappers were killed by a mine near Kora, the army said."
    text = f"{said}\n\nThe army gave no names.\n\n{said}"

    assert own(text) == [said, "The army gave no names."]


def test_headlines_that_each_stand_twice_are_teasers_of_other_reports() -> None:
    teasers = ["Dam guards go on strike in the upper valley.", "Market of Oda opens again after the flood."]
    report = [
        "Two sappers were killed by a mine near Kora, the army said.",
        "It gave no names and did not say whose mine it had been.",
    ]
    text = "\n".join([teasers[0]] * 2 + [teasers[1]] * 2 + report)

    assert own(text) == report


def test_a_report_whose_every_paragraph_stands_twice_is_kept_once() -> None:
    report = [
        "Two sappers were killed by a mine near Kora, the army said.",
        "It gave no names and did not say whose mine it had been.",
    ]

    assert own("\n".join([report[0]] * 2 + [report[1]] * 2)) == report


def test_a_caption_is_text_where_there_is_no_other() -> None:
    text = "Sappers killed\n\nTwo sappers were killed by a mine near Kora, the army said. (Photo: Harbour Press)"

    assert len(own(text)) == 2


def test_a_paragraph_with_an_agency_in_brackets_that_reports_is_text() -> None:
    lead = "Two sappers were killed by a mine near Kora, the army said on Monday. (Reuters)"

    assert own(f"{lead}\n\nThe army gave no names of the two.") == [lead, "The army gave no names of the two."]


def test_a_title_that_runs_into_its_date_is_cut_before_the_label() -> None:
    text = "Boy wounded at Kora market Posted: Tuesday, January 28, 2032 8:18 PM EST Updated: Jan. 31, 2032\n\nHe lives."

    assert own(text) == ["Boy wounded at Kora market", "He lives."]


def test_lines_broken_by_hand_stay_text_whatever_they_look_like() -> None:
    text = (
        "KORA, 3 MAR 31 -- [TEXT] THE GARRISON HAS REPORTED THAT ABOUT FIFTY\n"
        "HERDSMEN WERE TAKEN BY ARMED MEN FROM THE MARKET AT ODA BEFORE\n"
        "3 MARCH 2031\n"
        "AND THAT NOTHING HAS BEEN HEARD OF THEM. THE GARRISON SAYS THAT THE\n"
        "MEN CROSSED THE RIVER WITH THE HERDSMEN AND WITH MORE THAN TWO HUND-\n"
        "RED HEAD OF CATTLE; A SEARCH IS GOING ON.\n"
    )

    assert len(own(text)) == 6


def test_a_page_of_furniture_alone_is_taken_as_text() -> None:
    assert own("Share\nPrint") == ["Share", "Print"]


def test_a_blank_text_has_no_body() -> None:
    assert chrome.body(" \n\t\n") == ()


@pytest.mark.parametrize(
    ("paragraph", "place", "day", "agency"),
    [
        ("KYIV, March 3 (Harbour Press) - Two guards died.", "KYIV", "--03-03", "Harbour Press"),
        ("GAO, Mali, 11 April (SPA) — Two guards died.", "GAO, Mali", "--04-11", "SPA"),
        ("SAN PEDRO, 3 JAN 90 -- [TEXT] TWO GUARDS DIED.", "SAN PEDRO", "1990-01-03", None),
        ("KORA, Oda (Jan. 25, 2033)", "KORA, Oda", "2033-01-25", None),
        ("MANILA — Two guards died.", "MANILA", None, None),
        ("TOKYO (Global Desk) — Two guards died.", "TOKYO", None, "Global Desk"),
    ],
)
def test_a_dateline_gives_place_day_and_agency(paragraph: str, place: str, day: str | None, agency: str | None) -> None:
    found = chrome.dateline(paragraph)

    assert found is not None
    assert (found.place, found.stamp and found.stamp.value, found.agency) == (place, day, agency)


@pytest.mark.parametrize("words", ["Two guards died.", "Analysis — who guards the ford?", "He said: two guards died."])
def test_other_openings_are_no_dateline(words: str) -> None:
    assert chrome.dateline(words) is None


def test_titles_of_films_are_no_text_and_the_hours_of_a_day_are() -> None:
    films = ["0:47 Baker shot to death in Kora", "2:10 Ferry guard weeps", "1:15 Two killed at the mill"]
    hours = ["9:05 Baker shot to death in Kora", "9:40 Ferry guard weeps", "10:15 Two killed at the mill"]
    report = "Two sappers were hurt by a mine near Kora, the army said."

    assert own("\n".join([report, *films])) == [report]
    assert own("\n".join([report, *hours])) == [report, *hours]
