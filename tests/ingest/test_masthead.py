"""Title, byline, outlet and time of publication are found on pages as people paste them."""

import pytest

from sayso.ingest import masthead
from sayso.ingest.masthead import Masthead

LEAD = "Six ferry guards were killed and eleven wounded at the Kora crossing, the interior ministry said."
MORE = "A spokesman for the Northern Front denied that any of its fighters had been near the river that day."


def page(*lines: str) -> str:
    return "\n\n".join(lines)


LAYOUTS = {
    "byline with agency and day": (
        page("Ferry guards killed at Kora crossing", "By Ines Okoro, Harbour Press | 12 March 2032", LEAD, MORE),
        Masthead(
            title="Ferry guards killed at Kora crossing", byline="Ines Okoro", outlet="Harbour Press", published="2032-03-12"
        ),
    ),
    "outlet first, section, title, byline, label": (
        page(
            "The Oda Herald",
            "World",
            "Ferry guards killed at Kora crossing: ministry",
            "By Kim Orlan",
            "Published : Nov. 25, 2033 - 15:27",
            LEAD,
        ),
        Masthead(
            title="Ferry guards killed at Kora crossing: ministry",
            byline="Kim Orlan",
            outlet="The Oda Herald",
            published="2033-11-25T15:27",
        ),
    ),
    "only updated, clock first": (
        page("Ferry guards killed at Kora crossing", "Updated 3:14 PM GMT, Mon March 8, 2032", LEAD),
        Masthead(title="Ferry guards killed at Kora crossing", published="2032-03-08T15:14"),
    ),
    "dateline with agency, no year": (page(f"KORA, March 3 (Harbour Press) - {LEAD}", MORE), Masthead(outlet="Harbour Press")),
    "dateline with agency, year from the copyright": (
        page(f"KORA, March 3 (HP) - {LEAD}", MORE, "© 2032 Harbour Press. All rights reserved."),
        Masthead(outlet="Harbour Press", published="2032-03-03"),
    ),
    "iso day and zone": (
        page("Ferry guards killed at Kora crossing", "2032-03-04 12:30 UTC", LEAD),
        Masthead(title="Ferry guards killed at Kora crossing", published="2032-03-04T12:30"),
    ),
    "british": (
        page("Ferry guards killed at Kora crossing", "Tuesday 4 May 2032 08.15 BST", LEAD),
        Masthead(title="Ferry guards killed at Kora crossing", published="2032-05-04T08:15"),
    ),
    "american station, all on one line": (
        page(
            "Ferry guards killed at Kora crossing Posted: Tuesday, January 28, 2032 8:18 PM EST Updated: Jan. 31, 2032",
            LEAD,
        ),
        Masthead(title="Ferry guards killed at Kora crossing", published="2032-01-28T20:18"),
    ),
    "updated above published": (
        page("Ferry guards killed at Kora crossing", "Updated: 9 May 2032 10:00", "Published: 8 May 2032 09:00", LEAD),
        Masthead(title="Ferry guards killed at Kora crossing", published="2032-05-08T09:00"),
    ),
    "last modified at the foot": (
        page("Ferry guards killed at Kora crossing", LEAD, MORE, "Last modified on 3 May 2032"),
        Masthead(title="Ferry guards killed at Kora crossing", published="2032-05-03"),
    ),
    "dateline with day, no year": (page(f"GAO, Mali, 11 April (SPA) — {LEAD}", MORE), Masthead(outlet="SPA")),
    "press release": (
        page("PRESS RELEASE 211/32\nFor immediate release, 8 November 2032", LEAD, MORE),
        Masthead(published="2032-11-08"),
    ),
    "command's release": (
        page("Forces detain suspect in Kora", "2033-01-S-025", f"KORA, Oda (Jan. 25, 2033)\n{LEAD}"),
        Masthead(title="Forces detain suspect in Kora", published="2033-01-25"),
    ),
    "monitoring service": (
        page(f"SAN PEDRO, 3 JAN 90 -- [REPORT] [TEXT] {LEAD.upper()}", MORE.upper()),
        Masthead(published="1990-01-03"),
    ),
    "breadcrumb, title, weekday": (
        page(
            "Home / Mideast / Oda\nSix ferry guards killed in river ambush\nMon, 2033-01-31 22:41\nShort Url: oda.example/9x",
            LEAD,
        ),
        Masthead(title="Six ferry guards killed in river ambush", published="2033-01-31T22:41"),
    ),
    "outlet last": (
        page("Six ferry guards killed in river ambush", "4 May 2032", LEAD, MORE, "Oda Daily News"),
        Masthead(title="Six ferry guards killed in river ambush", outlet="Oda Daily News", published="2032-05-04"),
    ),
    "channel": (
        page("📌 t.me/… FRONT OF THE ODA", "21 October, Tuesday. Short, because the electricity.", LEAD),
        Masthead(outlet="FRONT OF THE ODA"),
    ),
    "local paper, menu beside the day": (
        page(
            "Six ferry guards killed in river ambush",
            "Wednesday, June 30, 2032 · Court reporter · Save article · Gift article",
            LEAD,
        ),
        Masthead(title="Six ferry guards killed in river ambush", published="2032-06-30"),
    ),
    "weekly": (
        page("The ferry at Kora", "By our own correspondent   |   27.09.2033 kl. 08.00   |   Del på Facebook", LEAD),
        Masthead(title="The ferry at Kora", byline="our own correspondent", published="2033-09-27T08:00"),
    ),
    "clock glued to the year": (
        page(
            "Ferry guards killed at Kora crossing\nBy Jane Odem and Pavel Lind\nMarch 4, 20323:22 PM GMT+1Updated 2 hours ago",
            LEAD,
        ),
        Masthead(title="Ferry guards killed at Kora crossing", byline="Jane Odem and Pavel Lind", published="2032-03-04T15:22"),
    ),
    "clock before the day, wire dateline": (
        page(
            "Ferry guards killed at Kora crossing\nAll News 16:02 March 04, 2032",
            f"KORA, March 4 (Odapress) -- {LEAD}",
            MORE,
            "(END)",
        ),
        Masthead(title="Ferry guards killed at Kora crossing", outlet="Odapress", published="2032-03-04T16:02"),
    ),
    "agency between slashes": (
        page("Ferry guards killed at Kora crossing", f"KORA, March 4. /ODAPRESS/. {LEAD}", MORE),
        Masthead(title="Ferry guards killed at Kora crossing", outlet="ODAPRESS"),
    ),
    "bare name and place": (
        page("Ferry guards killed at Kora crossing\nJane Odem in Kora and agencies\nThu 4 Mar 2032 16.58 GMT\nShare", LEAD),
        Masthead(title="Ferry guards killed at Kora crossing", byline="Jane Odem", published="2032-03-04T16:58"),
    ),
    "menu, age, bare name, office": (
        page(
            "Register\nSign In\nHome\nNews",
            "Ferry guards killed at Kora crossing",
            "4 hours ago",
            "Paul Odem\nHarbour News, Kora",
            LEAD,
        ),
        Masthead(title="Ferry guards killed at Kora crossing", byline="Paul Odem", outlet="Harbour News, Kora"),
    ),
    "labelled header": (
        page("Source: Oda Wire Service\nDate: 4 March 2032\nTitle: Ferry guards killed at Kora", LEAD),
        Masthead(title="Ferry guards killed at Kora", outlet="Oda Wire Service", published="2032-03-04"),
    ),
    "markdown": (
        page("# Ferry guards killed at Kora", "*By Jane Odem* — 4 March 2032", LEAD),
        Masthead(title="Ferry guards killed at Kora", byline="Jane Odem", published="2032-03-04"),
    ),
    "no date at all": (
        page("Six ferry guards killed in river ambush", LEAD, MORE),
        Masthead(title="Six ferry guards killed in river ambush"),
    ),
    "a title with a day in it": (
        page("How the 4 May 2019 attack on Kora was planned", LEAD, MORE),
        Masthead(title="How the 4 May 2019 attack on Kora was planned"),
    ),
    "a day that the text tells": (
        page("Six killed at the ferry", "On 3 May 2032 six guards died at the Kora ferry, the ministry said."),
        Masthead(title="Six killed at the ferry"),
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_masthead_of_a_layout_is_found(layout: str) -> None:
    text, expected = LAYOUTS[layout]

    assert masthead.find(text) == expected


def test_what_is_known_is_kept() -> None:
    known = Masthead(title="Given", outlet="Given Post", published="2031-01-01")

    assert masthead.find(LAYOUTS["british"][0], None, known) == known


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.koreaherald.com/article/1", "The Korea Herald"),
        ("https://m.dawn.com/news/1", "Dawn"),
        ("https://news.oda-post.example/2032/03/04/x", "news.oda-post.example"),
        ("http://web.archive.org/web/20320330185038/http://www.dawn.com/news/1", "Dawn"),
    ],
)
def test_a_host_gives_its_public_name(url: str, outlet: str) -> None:
    assert masthead.find(page("Ferry guards killed at Kora", LEAD), url).outlet == outlet


def test_an_address_gives_the_day_when_the_text_gives_none() -> None:
    found = masthead.find(page("Ferry guards killed at Kora", LEAD), "https://oda.example/2032/03/04/ferry")

    assert found.published == "2032-03-04"


def test_an_all_numeric_day_follows_the_other_days_and_the_host() -> None:
    alone = page("Ferry guards killed at Kora", "Published: 03/04/2032", LEAD)
    beside = page("Ferry guards killed at Kora", "Published: 03/04/2032 Updated: 23/04/2032", LEAD)

    assert masthead.find(alone).published == "2032-03-04"
    assert masthead.find(beside).published == "2032-04-03"
    assert masthead.find(alone, "https://oda-post.example.co.uk/a").published == "2032-04-03"


def test_an_address_that_is_none_gives_nothing() -> None:
    assert masthead.public_name("http://[broken") is None


def test_a_cookie_bar_is_no_title() -> None:
    text = (
        "Cookie settings   Accept all\nShells hit market in Tarn\nMay 6, 2032\n\nNine people were killed in Tarn on Wednesday.\n"
    )
    assert masthead.find(text).title == "Shells hit market in Tarn"
