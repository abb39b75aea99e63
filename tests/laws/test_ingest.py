"""Laws of what comes in: any text has a body within it, any bytes a text or a refusal, any date a day or none."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest import InputError, Refused, Taken
from sayso.ingest.decoding import decode
from sayso.ingest.rows import take_row
from sayso.reading import chrome
from sayso.reading.times import stamps

LINES = st.sampled_from(
    [
        "Share",
        "By Ines Okoro",
        "4 May 2032",
        "Oda Post",
        "World / Oda",
        "Six guards died.",
        "(Pool)",
        "© 2032 Oda Post",
        "뉴스",
        "",
        "* * *",
    ]
)
PAGES = st.one_of(st.text(max_size=300), st.lists(LINES | st.text(max_size=40), max_size=12).map("\n".join))


@given(PAGES)
def test_the_body_of_a_text_is_disjoint_spans_in_order_without_blanks_around(text: str) -> None:
    end = 0
    for first, last in chrome.body(text):
        assert end <= first < last <= len(text)
        assert text[first:last].strip() == text[first:last]
        end = last


@given(PAGES)
def test_a_text_that_is_not_blank_has_a_body(text: str) -> None:
    assert bool(chrome.body(text)) == any(line.strip() for line in text.split("\n"))


def read(data: bytes) -> tuple[str | None, str | None]:
    """The text of the bytes, or the reason of their refusal."""
    try:
        return decode(data), None
    except InputError as refusal:
        return None, refusal.reason


@given(st.binary(max_size=400))
def test_bytes_give_a_text_that_is_utf_8_or_a_refusal(data: bytes) -> None:
    text, reason = read(data)

    assert reason in ("binary", "undecodable") if text is None else text.encode() is not None


@given(st.text(max_size=200))
def test_a_text_comes_back_from_utf_8_as_it_went(text: str) -> None:
    plain = text.replace("\x00", "").lstrip("\ufeff")

    assert read(plain.encode()) in ((plain, None), (None, "binary"))


@given(st.text(max_size=60) | st.dates().map(str) | st.datetimes().map(str) | st.dates().map(lambda day: f"{day:%d %B %Y}"))
def test_a_date_is_read_as_a_day_or_not_at_all(value: str) -> None:
    read = stamps.parse(value)

    assert read is None or date.fromisoformat(read[:10]).year in stamps.YEARS
    assert read is None or stamps.parse(read) == read


@given(
    st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)),
    st.sampled_from(["%d %B %Y", "%b. %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%d %b %y"]),
)
def test_a_day_is_the_same_however_it_is_printed(day: date, form: str) -> None:
    assert stamps.parse(day.strftime(form)) == day.isoformat()


@given(st.binary(max_size=200))
def test_any_line_is_taken_or_refused(line: bytes) -> None:
    assert isinstance(take_row(line, "a:1"), Taken | Refused)
