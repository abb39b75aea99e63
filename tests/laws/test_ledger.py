"""Laws of the ledger: adding twice is adding once, order changes nothing, and a withdrawn review never was."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.model import Claim, Document, Reading, Review, Run
from tests.strategies import documents, noun

AT = "2031-05-01T06:00:00Z"
RUN = Run(id="run-1", version="1", pack="p", weights="w", settings="s")
different = st.lists(documents(), max_size=6, unique_by=(lambda d: d.id, lambda d: d.name))


def _digest(given_things: Sequence[Document]) -> str:
    with Ledger.open(":memory:") as ledger:
        for document in given_things:
            ledger.add(document, origin="a", at=AT, raw=document.text.encode())
        return ledger.digest(Document)


@given(different, st.data())
@settings(max_examples=25, deadline=None)
def test_the_order_of_adding_and_adding_twice_change_nothing(given_once: list[Document], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(given_once + given_once))
    assert _digest(shuffled) == _digest(given_once)


@given(st.lists(noun(Claim), max_size=6, unique_by=lambda c: c.id), st.data())
@settings(max_examples=20, deadline=None)
def test_the_order_of_claims_changes_nothing_and_each_comes_back_equal(claims: list[Claim], data: st.DataObject) -> None:
    document = data.draw(documents())
    digests = []
    for order in (claims, data.draw(st.permutations(claims))):
        with Ledger.open(":memory:") as ledger:
            ledger.add(document, origin="a", at=AT)
            ledger.put_readings([Reading(document=document.id, claims=tuple(order))], RUN)
            digests.append(ledger.digest())
            assert list(ledger.claims()) == sorted(claims, key=lambda c: c.id)
    assert digests[0] == digests[1]


@given(st.lists(st.booleans(), max_size=6))
@settings(max_examples=25, deadline=None)
def test_withdrawing_a_review_restores_the_state_before_it(withdrawn: list[bool]) -> None:
    with Ledger.open(":memory:") as ledger:
        for n, back in enumerate(withdrawn):
            before = ledger.standing()
            ledger.review(Review(id=f"v-{n}", target="event:e-1", verdict="accept", by="ana", at=AT))
            if back:
                ledger.review(Review(id=f"w-{n}", target="event:e-1", verdict="note", by="ana", at=AT, withdraws=f"v-{n}"))
                assert ledger.standing() == before
        assert [r.id for r in ledger.standing()] == [f"v-{n}" for n, back in enumerate(withdrawn) if not back]
