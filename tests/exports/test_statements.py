"""First confirmations are told once a source, with what was taken back."""

from sayso.exports.statements import first_row, first_words
from sayso.weighing.confirmations import Confirmation

KILLED = Confirmation(
    source="s-1", name="Port Police", outcome="killed", event="e-1", claim="c-1", day="2031-05-04", after=("c-0",)
)
WOUNDED = Confirmation(
    source="s-1",
    name="Port Police",
    outcome="wounded",
    event="e-1",
    claim="c-2",
    day="2031-05-04",
    after=("c-0",),
    retracted="c-3",
    retracted_on="2031-05-06",
)


def test_outcomes_of_one_source_are_told_together() -> None:
    assert first_words([KILLED, WOUNDED]) == "first confirmation by Port Police: killed, wounded [retracted on 2031-05-06]"
    assert first_words([]) == ""


def test_a_row_names_the_retraction_only_where_there_is_one() -> None:
    assert first_row(KILLED) == {
        "by": "Port Police",
        "source": "s-1",
        "outcome": "killed",
        "day": "2031-05-04",
        "after": ["c-0"],
    }
    assert first_row(WOUNDED)["retracted"] == "c-3"
    assert first_row(WOUNDED)["retracted_on"] == "2031-05-06"
