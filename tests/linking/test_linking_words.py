"""The pack's common words leave the telling ones."""

import pytest

from sayso.linking.mentions import common_words
from sayso.packs import table
from sayso.text.fingerprints import words

EXAMPLES = [(e["text"], e["telling"]) for e in table("linking", "examples")["example"]]


@pytest.mark.parametrize(("text", "telling"), EXAMPLES)
def test_common_words_leave_the_telling_ones(text: str, telling: list[str]) -> None:
    assert [w for w in words(text) if w not in common_words() and len(w) > 2] == telling
