"""What stance does a cue express, and how much certainty do its words leave?"""

import csv
import os
from pathlib import Path
from typing import Any

import pytest

from sayso.packs import table
from sayso.reading.words.certainty import (
    certainty,
    certainty_of_cue,
    forms,
    hedge_of,
    interval,
    listed,
    passive_of,
    stance_of,
    stance_of_cue,
    stance_of_noun,
    wordings,
)

ROWS = ("survey", "panel", "prior")
SURVEYS = Path(os.environ.get("SAYSO_CORPORA") or Path(__file__).parents[4] / "shared" / "data") / "reconcile"
"""Where the surveys and yardsticks lie that the pack's numbers are from."""
needs_surveys = pytest.mark.skipif(not SURVEYS.is_dir(), reason="the surveys stand outside the repository")


@pytest.mark.parametrize("case", table("cues", "examples")["verb"], ids=lambda c: str(c["form"]))
def test_every_form_in_the_packs_examples_has_its_stance(case: dict[str, str]) -> None:
    assert stance_of(case["form"]) == case["stance"]


def test_a_cue_that_is_more_than_saying_keeps_the_stronger_stance() -> None:
    assert stance_of_cue(("said", "and", "confirmed")) == "confirms"


def test_who_does_not_believe_it_denies_it_and_who_cannot_confirm_it_doubts_it() -> None:
    assert stance_of_cue(("does", "not", "believe")) == "denies"
    assert stance_of_cue(("could", "not", "confirm")) == "doubts"


@pytest.mark.parametrize("case", table("certainty", "examples")["wording"], ids=lambda c: str(c["words"]))
def test_every_wording_in_the_packs_examples_leaves_its_certainty(case: dict[str, Any]) -> None:
    assert hedge_of(case["words"]) == (case["low"] / 100, case["high"] / 100)


@pytest.mark.parametrize("case", table("certainty", "examples")["cue"], ids=lambda c: str(c["words"]))
def test_every_cue_in_the_packs_examples_has_its_stance_and_certainty(case: dict[str, Any]) -> None:
    words = tuple(case["words"].split())
    assert (stance_of_cue(words), certainty_of_cue(words)) == (case["stance"], (case["low"] / 100, case["high"] / 100))


def test_neither_confirming_nor_denying_is_only_saying() -> None:
    assert stance_of_cue(("has", "neither", "confirmed", "nor", "denied")) == "says"


def test_a_noun_of_saying_has_a_stance_in_both_numbers() -> None:
    assert (stance_of_noun("confirmation"), stance_of_noun("estimates"), stance_of_noun("bridge")) == (
        "confirms",
        "estimates",
        None,
    )


def test_a_hedge_lowers_certainty_and_never_raises_it() -> None:
    plain, hedged = certainty("says"), certainty("says", [(0.2, 0.6)])
    assert hedged == (0.2, 0.6)
    assert certainty("fears", [(0.6, 0.85)]) == certainty("fears")
    assert plain[0] > hedged[0]


def test_modals_and_passives_are_hedges_and_plain_words_are_not() -> None:
    assert hedge_of("may") == (0.2, 0.6)
    assert hedge_of("may well") == (0.25, 0.8)
    assert passive_of("believed") == ("believes", "survey/likely")
    assert hedge_of("shelled") is None
    assert passive_of("shelled") is None


def test_verbs_are_inflected_by_rule_and_by_exception() -> None:
    assert forms("deny") == ("deny", "denies", "denying", "denied")
    assert "told" in forms("tell")
    assert forms("note")[2] == "noting"


def test_a_verb_is_as_sure_as_it_is_strong() -> None:
    middle = [sum(certainty_of_cue((w,))) for w in ("confirmed", "announced", "claimed", "believes", "suspects", "speculated")]
    assert middle == sorted(middle, reverse=True)


def test_every_wording_of_the_surveys_and_the_yardsticks_is_known() -> None:
    known = {" ".join(words) for words, _ in wordings()}
    events = {"may happen": "may", "might happen": "might", "could happen": "could", "will happen": "may"}
    speakers = {"we believe", "we doubt"}  # cues with stances of their own
    pack = table("certainty")
    named = {*pack["survey"], *pack["panel"], *(w for y in pack["yardstick"].values() for w in y)} - speakers - {"probably not"}
    assert {events.get(w, w) for w in named} <= known


def test_every_row_of_every_source_is_an_interval_of_probability() -> None:
    pack = table("certainty")
    rows = [f"{source}/{name}" for source in ROWS for name in pack[source]]
    rows += [f"yardstick/{name}" for y in pack["yardstick"].values() for name in y]
    for row in rows:
        low, high = interval(row)
        assert 0 <= low <= high <= 1, row


def test_a_wording_stands_in_one_row() -> None:
    rows = table("certainty")["wordings"]
    all_of_them = [w for row in rows for w in listed("certainty", "wordings", row)]
    assert sorted({*all_of_them}) == sorted(all_of_them)


@needs_surveys
def test_the_packs_numbers_are_the_quantiles_of_the_surveys() -> None:
    with (SURVEYS / "phrase_probability.csv").open(encoding="utf-8") as lines:
        asked = {r["phrase"].lower(): [float(r[q]) for q in ("p10", "p50", "p90")] for r in csv.DictReader(lines)}
    assert table("certainty")["survey"] == asked
    with (SURVEYS / "vague_probability_survey_zonination.csv").open(encoding="utf-8") as lines:
        answers: dict[str, list[float]] = {}
        for row in csv.DictReader(lines):
            answers.setdefault(row["term"].lower(), []).append(float(row["percent"]))
    assert table("certainty")["panel"] == {w: [_quantile(n, q) for q in (0.1, 0.5, 0.9)] for w, n in answers.items()}


@needs_surveys
@pytest.mark.parametrize("name", sorted(table("certainty")["yardstick"]))
def test_the_packs_yardsticks_are_those_of_their_institutions(name: str) -> None:
    with (SURVEYS / f"yardstick_{name}.csv").open(encoding="utf-8") as lines:
        bounds = {r["term"].lower(): [float(r["low"]), float(r["high"])] for r in csv.DictReader(lines)}
    assert table("certainty")["yardstick"][name] == bounds


def _quantile(numbers: list[float], q: float) -> float:
    """The quantile with linear interpolation between the two nearest answers."""
    ordered, place = sorted(numbers), q * (len(numbers) - 1)
    below = int(place)
    above = min(below + 1, len(numbers) - 1)
    return round(ordered[below] + (place - below) * (ordered[above] - ordered[below]), 6)
