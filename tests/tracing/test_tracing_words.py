"""The pack's words tell a count of one's own from a figure out of the press."""

import pytest

from sayso.packs import table
from sayso.tracing.reports import says as near
from tests.some_reports import report, says

EXAMPLES = [(e["text"], e["says"]) for e in table("tracing", "examples")["example"]]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_words_beside_a_figure_tell_where_it_is_from(text: str, expected: str) -> None:
    claim = says(report("a", text, "2031-01-01"), text, "killed", 9)
    assert [what for what in ("press", "own_count", "own_share") if near(what, text, claim)] == ([expected] if expected else [])
