"""Laws of reading: whatever a report says and however garbled it is, its claims are well formed and always the same."""

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Claim, Document, Outcome, Reading
from sayso.reading.read import Depth, read
from sayso.schema import make_document
from sayso.weights import load
from tests.strategies import texts

NUMBERS = st.sampled_from([
    "Five", "12", "At least 30", "Up to nine", "No", "Dozens of", "Some 1,200", "Between 3 and 7", "Another two", "Two of the",
    "Hundreds of", "The", "A third of the", "3-4", "More than 100",
])  # fmt: skip
PEOPLE = st.sampled_from(["soldiers", "people", "rebels", "villagers", "sailors", "police officers", "Ruritanians", "tanks"])
HARM = st.sampled_from([
    "were killed", "were wounded", "died", "are missing", "were captured", "are feared dead", "were killed or wounded", "fled",
    "will be deployed", "were not harmed", "lost their lives", "may have died",
])  # fmt: skip
TAILS = st.sampled_from([
    "", "", ", including three officers", ", among them a child", ", two of them at the gate", ", 18 soldiers and 13 villagers",
    " on each side", ": four men and eight women", ", bringing the toll to 61", " since January", " near Kharkiv", " on 3 May",
])  # fmt: skip
SPEAKERS = st.sampled_from([
    "", "", ", the ministry said", ", according to the governor", ", police denied", ", a spokesman told the Bay Post on Monday",
    ", said Anna Belova",
])  # fmt: skip
ENDS = st.sampled_from([". ", ".\n\n", "; ", "! ", "\n", ".”\n"])
CLAUSES = st.builds("{} {} {}{}{}{}".format, NUMBERS, PEOPLE, HARM, TAILS, SPEAKERS, ENDS)
REPORTS = st.lists(CLAUSES, min_size=1, max_size=4).map("".join)

GARBAGE = st.lists(
    st.one_of(
        texts,
        CLAUSES,
        st.sampled_from(
            ["٣ soldiers died", "½", "²", "9" * 40, "1,2,3 dead", "\u202e", "\ufeff", "\x00", "💥", "killed " * 9, "“", "("]
        ),
    ),
    min_size=1,
    max_size=5,
).map("".join)  # fmt: skip
DEPTHS = st.sampled_from(get_args(Depth))
DATES = st.sampled_from([None, "2032-05-12"])

FEW = settings(max_examples=60)
OUTLET = "Orlan Wire"


def document(text: str, published: str | None = "2032-05-12", name: str = "d") -> Document:
    return make_document(name=name, text=text, published=published, outlet=OUTLET)


def well_formed(d: Document, found: Reading) -> None:
    ids = [c.id for c in found.claims]
    assert len(ids) == len(set(ids))
    for c in found.claims:
        assert c.document == d.id
        assert c.quote == d.text[c.span[0] : c.span[1]] != ""
        assert c.outcome in get_args(Outcome)
        assert c.said_by[-1].name == OUTLET
        assert c.part_of is None or (c.part_of in ids and c.part_of != c.id)
        assert c.statement is None or c.statement in {s.id for s in found.statements}
        for part in (c.when, c.where, c.group, c.cause, c.quantity):
            if part is not None and part.span is not None:
                assert 0 <= part.span[0] < part.span[1] <= len(d.text)
    for s in found.statements:
        assert s.quote == d.text[s.span[0] : s.span[1]] != ""
        assert s.said_by[-1].name == OUTLET


def wholes(claims: tuple[Claim, ...], c: Claim) -> list[Claim]:
    """The figures that include a claim, nearest first; a circle would have no end."""
    by = {o.id: o for o in claims}
    out: list[Claim] = []
    while c.part_of is not None:
        c = by[c.part_of]
        assert c not in out
        out.append(c)
    return out


@FEW
@given(REPORTS, DEPTHS, DATES)
def test_a_claim_is_a_quote_of_its_report_with_a_speaker_and_the_outlet_last(
    text: str, depth: Depth, published: str | None
) -> None:
    d = document(text, published)
    well_formed(d, read(d, load(), depth))


@FEW
@given(REPORTS)
def test_numbers_are_in_order_and_what_is_not_stated_stays_unknown(text: str) -> None:
    for c in read(document(text), load()).claims:
        q = c.quantity
        assert q is not None
        known = [n for n in (q.low, q.best, q.high) if n is not None]
        assert known == sorted(known)
        if q.wording in ("at least", "more than"):
            assert (q.best, q.high) == (None, None)
        if q.wording in ("up to", "less than"):
            assert (q.low, q.best) == (None, None)
        if q.wording == "plural":
            assert (q.best, q.high, q.stated) == (None, None, ())


@FEW
@given(REPORTS)
def test_a_part_is_of_a_figure_that_can_include_it_and_of_no_circle(text: str) -> None:
    claims = read(document(text), load()).claims
    for c in claims:
        for whole in wholes(claims, c)[:1]:
            assert c.quantity is not None
            assert whole.quantity is not None
            assert whole.quantity.high is None or c.quantity.low is None or c.quantity.low <= whole.quantity.high


@settings(max_examples=20)
@given(st.lists(REPORTS, min_size=2, max_size=3, unique=True), DEPTHS)
def test_a_report_reads_the_same_whatever_was_read_before_it(reports: list[str], depth: Depth) -> None:
    documents = [document(t, name=str(i)) for i, t in enumerate(reports)]
    forwards = [read(d, load(), depth) for d in documents]
    backwards = [read(d, load(), depth) for d in reversed(documents)]
    assert forwards == backwards[::-1]


@settings(max_examples=80)
@given(GARBAGE.filter(lambda t: bool(t.strip())), DEPTHS, DATES)
def test_no_text_is_too_garbled_to_be_read(text: str, depth: Depth, published: str | None) -> None:
    d = document(text, published)
    well_formed(d, read(d, load(), depth))
