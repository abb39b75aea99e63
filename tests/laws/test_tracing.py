"""Laws of tracing: order changes nothing, a copy adds no line, each claim stands on one line at most."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Attribution, Claim, Document, Event, Kind, Quantity
from sayso.tracing.trace import trace
from tests.strategies import sentences

FEW = settings(max_examples=60, deadline=None, derandomize=True)
SPEAKERS: tuple[tuple[str, Kind], ...] = (
    ("Orlan hospital", "medical"),
    ("Ministry of Works", "government"),
    ("a source", "anonymous"),
    ("Bay Post", "media"),
    ("reports", "media"),
)
OUTLETS = ("Orlan Wire", "Bay Post", "Tesk Daily")


@st.composite
def told(draw: st.DrawFn) -> tuple[list[Document], list[Claim]]:
    """A few reports of one event: own voices, named and unnamed speakers, figures that meet."""
    documents, claims = [], []
    for n in range(draw(st.integers(1, 6))):
        text = " ".join(draw(st.lists(sentences, min_size=1, max_size=3)))
        outlet, day = draw(st.sampled_from(OUTLETS)), draw(st.integers(1, 5))
        documents.append(Document(id=f"d{n}", name=f"d{n}", text=text, published=f"2031-03-0{day}", outlet=outlet))
        for m in range(draw(st.integers(0, 3))):
            speaker = draw(st.none() | st.sampled_from(SPEAKERS))
            nearest = (Attribution(name=speaker[0], kind=speaker[1]),) if speaker else ()
            number = draw(st.integers(0, 12) | st.sampled_from([37, 112, 600]))
            claims.append(
                Claim(
                    id=f"d{n}-{m}",
                    document=f"d{n}",
                    span=(m, m + 1),
                    quote=text[m : m + 1],
                    said_by=(*nearest, Attribution(name=outlet, kind="outlet", stance="publishes")),
                    outcome=draw(st.sampled_from(["killed", "wounded"])),
                    quantity=Quantity(low=number, best=number, high=number, stated=(number,)),
                )
            )
    return documents, claims


def one_event(documents: list[Document], claims: list[Claim]) -> Event:
    """The event of which all of them mainly tell."""
    ids = tuple(sorted(d.id for d in documents))
    return Event(id="e", title="Ferry", claims=tuple(sorted(c.id for c in claims)), documents=ids, main=ids)


@FEW
@given(told(), st.integers(0, 9))
def test_the_order_of_documents_and_claims_changes_nothing(corpus: tuple[list[Document], list[Claim]], seed: int) -> None:
    documents, claims = corpus
    before = trace(documents, claims, [one_event(documents, claims)])
    event = one_event(documents, claims)
    Random(seed).shuffle(documents)  # noqa: S311  a shuffle to test with, no secret
    Random(seed).shuffle(claims)  # noqa: S311  as above
    mixed = replace(event, claims=tuple(c.id for c in claims), documents=tuple(d.id for d in documents))
    assert trace(documents, claims, [mixed]) == before


@FEW
@given(told(), st.integers(0, 5), st.sampled_from(OUTLETS), st.integers(0, 4))
def test_a_verbatim_copy_never_adds_a_line(
    corpus: tuple[list[Document], list[Claim]], which: int, outlet: str, later: int
) -> None:
    documents, claims = corpus
    original = documents[which % len(documents)]
    day = int((original.published or "")[-1]) + later
    copy = replace(original, id="copy", name="copy", outlet=outlet, published=f"2031-03-0{day}")
    echoes = [
        replace(c, id=f"copy-{c.id}", document="copy", said_by=(*c.said_by[:-1], replace(c.said_by[-1], name=outlet)))
        for c in claims
        if c.document == original.id
    ]
    before = trace(documents, claims, [one_event(documents, claims)])
    more = [*claims, *echoes]
    after = trace([*documents, copy], more, [one_event([*documents, copy], more)])
    assert len(after) <= len(before)


@FEW
@given(told())
def test_a_claim_stands_on_one_line_at_most_and_each_line_has_its_documents(corpus: tuple[list[Document], list[Claim]]) -> None:
    documents, claims = corpus
    lines = trace(documents, claims, [one_event(documents, claims)])
    on_lines = [c for line in lines for c in line.claims]
    home = {c.id: c.document for c in claims}
    assert len(set(on_lines)) == len(on_lines)
    assert len({line.id for line in lines}) == len(lines)
    assert all({home[c] for c in line.claims} <= {r.id for r in line.documents} for line in lines)
