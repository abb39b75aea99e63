"""HTML pages give their title, main text and masthead; the page's own bytes are kept."""

import hashlib

import pytest

from sayso.ingest import InputError
from sayso.ingest.pages import looks_html, take_html, take_text

LEAD = "Six ferry guards were killed and eleven wounded at the Kora crossing on Thursday, the interior ministry said."
MORE = "A spokesman for the Northern Front denied that any of its fighters had been near the river that day, or the week before."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry guards killed | Oda Post</title>
<meta property="og:site_name" content="Oda Post"><meta property="og:title" content="Ferry guards killed at Kora">
<meta property="article:published_time" content="2033-03-04T15:27:00+02:00"><meta name="author" content="Ines Okoro"></head>
<body><nav><ul><li>Home</li><li>World</li></ul></nav>
<article><h1>Ferry guards killed at Kora</h1><p>{LEAD}</p><p>{MORE}</p>
<p>The crossing stays shut – “for now”, it said.</p></article>
<section id="comments"><p>I saw thousands dead there, says a reader of this page in a comment below it.</p></section>
<footer>© 2033 Oda Post</footer></body></html>"""


def test_a_page_gives_title_text_and_masthead() -> None:
    got = take_html(PAGE.encode(), "a.html").document

    assert got.text.startswith("Ferry guards killed at Kora\n")
    assert LEAD in got.text
    assert "Home" not in got.text
    assert (got.title, got.byline, got.outlet) == ("Ferry guards killed at Kora", "Ines Okoro", "Oda Post")
    assert got.published == "2033-03-04T15:27:00+02:00"


def test_a_page_keeps_its_bytes() -> None:
    got = take_html(PAGE.encode(), "a.html")

    assert got.raw == PAGE.encode()
    assert got.document.raw == hashlib.sha256(PAGE.encode()).hexdigest()


def test_comments_of_readers_are_left_out() -> None:
    assert "thousands dead" not in take_html(PAGE.encode(), "a.html").document.text


def test_a_page_without_a_site_name_takes_the_name_of_its_host() -> None:
    bare = (
        PAGE.replace('<meta property="og:site_name" content="Oda Post">', "")
        .replace(" | Oda Post", "")
        .replace("© 2033 Oda Post", "")
    )

    assert take_html(bare.encode(), "a", "https://www.dawn.com/news/1").document.outlet == "Dawn"


def test_a_day_in_json_ld_is_read() -> None:
    told = '<script type="application/ld+json">{"datePublished": "2033-03-05"}</script></head>'
    page = PAGE.replace("article:published_time", "x").replace("</head>", told)

    assert take_html(page.encode(), "a.html").document.published == "2033-03-05"


def test_a_page_without_a_day_is_taken_without_one() -> None:
    undated = PAGE.replace('<meta property="article:published_time" content="2033-03-04T15:27:00+02:00">', "")

    assert take_html(undated.encode(), "a.html").document.published is None


def test_a_page_in_windows_1252_is_read_as_declared() -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").encode("cp1252")

    assert "– “for now”" in take_html(page, "a.html").document.text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><script>var a = 1</script></html>", "<html><body><img src=x></body></html>"]
)
def test_a_page_without_running_text_is_refused(page: str) -> None:
    with pytest.raises(InputError) as caught:
        take_html(page.encode(), "a.html")

    assert caught.value.reason == "no-text"


@pytest.mark.parametrize(
    ("head", "is_html"), [("<!DOCTYPE html>", True), (" \ufeff<p>x", True), ("<3 from Kora", False), ("The <p> tag", False)]
)
def test_html_is_told_by_how_it_opens(head: str, is_html: bool) -> None:  # noqa: FBT001  a column of the table
    assert looks_html(head) is is_html


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_is_the_same_in_every_encoding(codec: str) -> None:
    text = "Six guards died at Kora – “a dark day”, said José, the ferryman of the lower Oda, and his wife."

    assert take_text(text.encode(codec), "a.txt").document.text == text


def test_a_download_that_was_cut_off_within_a_character_is_taken() -> None:
    raw = "Six guards died at Kora, said the ferryman José".encode()[:-1]

    assert take_text(raw, "a.txt").document.text == "Six guards died at Kora, said the ferryman Jos\ufffd"
