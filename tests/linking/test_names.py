"""The pack's words tell names that mean one body from those that many share."""

from typing import Any

import pytest

from sayso.linking.names import body, core, is_state_body, nearly, telling
from sayso.packs import table

EXAMPLES = table("linking", "examples")


@pytest.mark.parametrize("case", EXAMPLES["body"], ids=lambda c: str(c["name"]))
def test_a_states_body_has_one_name_without_the_state(case: dict[str, Any]) -> None:
    assert " ".join(body(case["name"], case["party"])) == case["words"]
    assert is_state_body(case["name"], case["party"]) is case["one"]


@pytest.mark.parametrize("case", EXAMPLES["name"], ids=lambda c: str(c["name"]))
def test_words_that_many_bodies_share_tell_nobody(case: dict[str, Any]) -> None:
    assert telling(core(case["name"])) is case["tells"]


NAMES = ["The Orlan Strategy Institute", "Orlan Strategy Institute’s report", "Orlán Strategy Institute (OSI)"]
SLIPS = [("INSS", "INS", True), ("OSTI", "OTSI", True), ("INSS", "NSS", False), ("INSS", "INFO", False)]


@pytest.mark.parametrize("name", NAMES)
def test_articles_accents_remarks_and_reports_do_not_count(name: str) -> None:
    assert core(name) == ("orlan", "strategy", "institute")


@pytest.mark.parametrize(("a", "b", "near"), SLIPS)
def test_a_slip_leaves_out_a_letter_or_changes_neighbours_but_keeps_the_first(a: str, b: str, *, near: bool) -> None:
    assert nearly(a, b) is nearly(b, a) is near
