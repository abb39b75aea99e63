"""A person's word outranks a reading, and cannot turn one claim into another."""

import pytest

from sayso.errors import ContractError
from sayso.judging.reviewed import EDITED, edited, heeded
from sayso.model import Review, Verdict
from tests.a_case import WIRE, reading

KILLED, WOUNDED = reading(WIRE).claims


def review(verdict: Verdict, target: str, value: str | None = None, at: str = "2031-05-04") -> Review:
    """Give a person's word."""
    return Review(id=f"r-{at}-{verdict}", target=target, verdict=verdict, value=value, by="reviewer", at=at)


def test_a_rejected_claim_is_left_out() -> None:
    assert heeded((KILLED, WOUNDED), (review("reject", f"claim:{KILLED.id}"),)) == (WOUNDED,)


def test_a_later_word_outranks_an_earlier_one() -> None:
    words = (review("accept", f"claim:{KILLED.id}", at="2031-05-06"), review("reject", f"claim:{KILLED.id}", at="2031-05-05"))
    assert heeded((KILLED,), words) == (KILLED,)


def test_an_edit_changes_the_figure_and_says_so() -> None:
    word = review("edit", f"claim:{KILLED.id}", '{"quantity": {"low": 16, "best": 16, "high": 16, "stated": [16]}}')
    (claim,) = heeded((KILLED,), (word,))
    assert claim.quantity is not None
    assert claim.quantity.best == 16
    assert claim.flags == (EDITED,)


@pytest.mark.parametrize(
    "value", [None, "[1]", "{", '{"span": [0, 4]}', '{"colour": "red"}', '{"quantity": {"low": 5, "high": 2}}']
)
def test_an_edit_that_cannot_be_made_is_refused(value: str | None) -> None:
    with pytest.raises(ContractError):
        edited(KILLED, value)
