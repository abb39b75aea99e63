"""Claims are scored by hand-made answers: everything right is 1, one field wrong lowers its own line and the whole."""

from typing import Any

import pytest

from gold import claims
from gold.agreement import EXTRA
from gold.counts import total
from tests.gold.stories import Row, claim, claimed, given

NOBODY = {"name": "Nobody At All", "kind": "other", "stance": "doubts"}


def f1(gold: Row, system: dict[str, Row]) -> dict[str, float]:
    report = claims.report(total(claims.parts([gold], system)[0].counts))
    return {line: report[line]["f1"] for line in claims.LINES}


def test_claims_that_equal_the_gold_are_right_in_everything() -> None:
    assert f1(claimed(claim()), given(claim())) == dict.fromkeys(claims.LINES, 1.0)


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("quantity", {"quantity": {"low": 13, "best": 13, "high": 13, "stated": [12]}}),
        ("status", {"status": "planned"}),
        ("when", {"when": {"first": "2032-05-04", "last": "2032-05-04"}}),
        ("where", {"where": None}),
        ("scope", {"scope": "total"}),
        ("part_of", {"part_of": "another"}),
        ("group", {"group": {"nation": "vell", "role": "military"}}),
        ("role", {"group": {"nation": "tarn", "role": "civilian"}}),
        ("cause", {"cause": {"weapon": "mine", "by": "vell"}}),
        ("speaker", {"said_by": [NOBODY | {"kind": "military", "stance": "says", "said": claim()["said_by"][0]["said"]}]}),
        ("stance", {"said_by": [claim()["said_by"][0] | {"stance": "fears"}]}),
        ("kind", {"said_by": [claim()["said_by"][0] | {"kind": "witness"}]}),
        ("said", {"said_by": [claim()["said_by"][0] | {"said": None}]}),
    ],
)
def test_a_wrong_field_lowers_its_own_line(line: str, changes: dict[str, Any]) -> None:
    marks = f1(claimed(claim()), given(claim(**changes)))

    wrong = {name for name, value in marks.items() if value < 1}
    assert line in wrong
    assert marks["detection"] == 1
    assert wrong <= {line, "all", "chain"}
    assert ("all" in wrong) == (line not in EXTRA)


def test_another_number_is_not_the_same_claim() -> None:
    other = {"low": 40, "best": 40, "high": 40, "stated": [40]}

    assert f1(claimed(claim()), given(claim(quantity=other)))["detection"] == 0


def test_killed_given_as_casualties_is_half_right() -> None:
    marks = f1(claimed(claim()), given(claim(outcome="casualties")))

    assert marks["detection"] == 0.5
    assert marks["all"] == 0


def test_a_claim_given_twice_costs_precision() -> None:
    report = claims.report(total(claims.parts([claimed(claim())], given(claim(), claim(key="k2")))[0].counts))

    assert (report["detection"]["p"], report["detection"]["r"]) == (0.5, 1)


def test_an_optional_claim_is_in_no_count() -> None:
    gold = claimed(claim(), claim(key="k2", optional=True, outcome="missing"))

    assert f1(gold, given(claim()))["all"] == 1
    assert f1(gold, given(claim(), claim(key="k2", outcome="missing")))["all"] == 1


@pytest.mark.parametrize("name", ["TMD", "the Ministry of Defense of Tarn", "Tarn ministry of defence's"])
def test_a_speaker_is_known_by_other_spellings(name: str) -> None:
    gold = claim()["said_by"][0] | {"aliases": ["Tarn Military Directorate"]}

    assert f1(claimed(claim(said_by=[gold])), given(claim(said_by=[gold | {"name": name, "aliases": []}])))["speaker"] == 1


def test_a_speaker_without_a_name_is_known_by_kind() -> None:
    gold, ours = ({"name": name, "kind": "witness", "stance": "says"} for name in ("two fishermen", "those on the pier"))

    assert f1(claimed(claim(said_by=[gold])), given(claim(said_by=[ours])))["speaker"] == 1


def test_kinds_say_how_many_of_their_claims_were_found_and_right() -> None:
    counts = claims.count(claimed(claim(), claim(key="k2", outcome="wounded", kinds=[7])), given(claim())["c"])

    assert claims.by_kind(counts) == {6: (1, 1.0, 1.0), 7: (1, 0.0, 0.0)}
