"""Which harm does a question ask of, so that a bare figure in reply tells of it?"""

import pytest

from sayso.reading.harm.asked import asked
from tests.readings import told

REPLIES = [
    ("MAYOR: How many dead are there?\n\nDOCTOR: About twelve.", ("killed", 12)),
    ("Asked how many had died, she said 31.", ("killed", 31)),
    ("How many have been wounded there? The Front says none.", ("wounded", 0)),
    ("And the missing? Five.", ("missing", 5)),
]


@pytest.mark.parametrize(("text", "figure"), REPLIES)
def test_a_bare_figure_in_reply_is_of_what_was_asked(text: str, figure: tuple[str, int]) -> None:
    assert [(t.outcome, t.best) for t in told(text)] == [figure]


ALONE = [
    "How many tents are there? About twelve.",
    "Why did they die? Twelve reasons were given.",
    "How many were wounded?\n\nThe bus leaves at twelve.",
]


@pytest.mark.parametrize("text", ALONE)
def test_no_other_figure_replies(text: str) -> None:
    assert told(text) == []


def test_a_figure_told_behind_a_question_has_answered_it() -> None:
    text = "How many died? Nine were hurt. The ministry says 12."
    assert asked(text, text.index("12")) == "killed"
    assert asked(text, text.index("12"), text.index(".")) is None


def test_a_question_far_away_is_forgotten() -> None:
    text = "How many died?" + " It rained." * 40
    assert asked(text, len(text)) is None
