"""Laws of linking: order, one event a claim, ids, and averages instead of chains."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.linking.cluster import clusters
from sayso.linking.link import link
from sayso.model import Attribution, Claim, Document, Outcome, Quantity, Review, When, Where
from tests.strategies import sentences

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "missing", "deployed")
FEW = settings(max_examples=60, deadline=None, derandomize=True)
DAYS = [date(2031, 3, n) for n in range(1, 9)]
PLACES = [Where(text=n, name=n, country=c) for n, c in (("Orlo", "XY"), ("Tesk", "XY"), ("Harn", "ZZ"))]


@st.composite
def claims_of(draw: st.DrawFn, document: Document) -> list[Claim]:
    """A few claims of one document, at places and on days that others share."""
    return [
        Claim(
            id=f"{document.id}-{n}",
            document=document.id,
            span=(n, n + 1),
            quote=document.text[n : n + 1],
            said_by=(Attribution(name="Orlo Courier", kind="outlet"),),
            outcome=draw(st.sampled_from(OUTCOMES)),
            quantity=Quantity(best=draw(st.integers(0, 40))),
            when=draw(st.none() | st.sampled_from(DAYS).map(lambda d: When(first=d, last=d))),
            where=draw(st.none() | st.sampled_from(PLACES)),
        )
        for n in range(draw(st.integers(0, 3)))
    ]


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[Document], list[Claim]]:
    """A few documents and their claims."""
    documents, claims = [], []
    for n in range(draw(st.integers(0, 7))):
        text, day = draw(sentences), draw(st.none() | st.sampled_from(DAYS))
        document = Document(id=f"d{n}", name=f"d{n}", text=text, published=day.isoformat() if day else None)
        documents.append(document)
        claims += draw(claims_of(document))
    return documents, claims


@FEW
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_documents_and_claims_changes_nothing(
    corpus: tuple[list[Document], list[Claim]], random: st.DataObject
) -> None:
    documents, claims = corpus
    before = link(documents, claims)
    random.shuffle(documents)  # type: ignore[attr-defined]  # a random.Random that Hypothesis draws
    random.shuffle(claims)  # type: ignore[attr-defined]  # as above
    assert link(documents, claims) == before


@FEW
@given(corpora())
def test_every_claim_is_in_exactly_one_event_and_ids_are_unique(corpus: tuple[list[Document], list[Claim]]) -> None:
    documents, claims = corpus
    events = link(documents, claims).events
    assert sorted(c for e in events for c in e.claims) == sorted(c.id for c in claims)
    assert len({e.id for e in events}) == len(events)


@FEW
@given(corpora(), st.data())
def test_two_events_that_a_person_makes_one_are_one_with_all_their_claims_and_no_other_event_changes(
    corpus: tuple[list[Document], list[Claim]], data: st.DataObject
) -> None:
    before = [e for e in link(*corpus).events if e.claims]
    if len(before) < 2:
        return
    one, other = data.draw(st.permutations(before))[:2]
    word = Review(id="r-1", target=f"event:{one.id}", verdict="merge", by="Ada", at="2031-06-01T00:00:00Z", value=other.id)
    after = {frozenset(e.claims) for e in link(*corpus, [word]).events if e.claims}
    apart = {frozenset(e.claims) for e in before if e not in (one, other)}
    assert after == apart | {frozenset((*one.claims, *other.claims))}


@FEW
@given(corpora())
def test_a_document_is_main_in_at_most_one_event_and_among_its_documents(corpus: tuple[list[Document], list[Claim]]) -> None:
    events = link(*corpus).events
    main = [d for e in events for d in e.main]
    assert len(set(main)) == len(main)
    assert all(set(e.main) <= set(e.documents) for e in events)


SCORES = st.lists(st.floats(-1, 1), min_size=15, max_size=15)


@FEW
@given(SCORES, st.floats(0.1, 0.9))
def test_no_two_clusters_are_left_that_agree_on_average_and_no_chain_is_joined(scores: list[float], threshold: float) -> None:
    size = 6
    table = dict(zip([(a, b) for a in range(size) for b in range(a + 1, size)], scores, strict=True))
    found = clusters(size, sorted(table), lambda a, b: table[a, b], threshold)

    def mean(x: tuple[int, ...], y: tuple[int, ...]) -> float:
        return sum(table[min(a, b), max(a, b)] for a in x for b in y) / (len(x) * len(y))

    assert sorted(n for c in found for n in c) == list(range(size))
    assert all(mean(x, y) < threshold + 1e-9 for x in found for y in found if x < y)
    # The last two parts that were joined agreed on average: some division of each cluster does.
    for cluster in found:
        halves = [
            (tuple(n for n in cluster if n in part), tuple(n for n in cluster if n not in part))
            for bits in range(1, 2 ** len(cluster) - 1)
            for part in [{n for i, n in enumerate(cluster) if bits >> i & 1}]
        ]
        assert not halves or any(mean(x, y) >= threshold - 1e-9 for x, y in halves)
