"""What the pack says that people mean by vague words is what the survey found; skipped where the corpora are not."""

import csv
import math
import os
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles

import pytest

from gold.__main__ import HOME
from sayso.packs import table

SURVEY = Path(os.environ.get("SAYSO_CORPORA") or HOME.parent / "shared" / "data") / "reconcile" / "vague_quantity_survey.csv"
TERMS = {
    "a few": "A few",
    "few": "A few",
    "some": "Some",
    "several": "Several",
    "many": "Many",
    "dozens": "Dozens",
    "scores": "Scores of",
    "hundreds": "Hundreds of",
}
"""The words of the pack, and what they are called in the survey."""

pytestmark = pytest.mark.skipif(not SURVEY.exists(), reason="the corpora are not here")


def answers() -> dict[str, list[float]]:
    """What people answered, by term."""
    found: dict[str, list[float]] = defaultdict(list)
    with SURVEY.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found[row["term"]].append(float(row["value"]))
    return found


@pytest.mark.parametrize("word", TERMS)
def test_the_ends_of_a_vague_word_are_the_deciles_of_the_survey(word: str) -> None:
    deciles = quantiles(answers()[TERMS[word]], n=10, method="inclusive")
    assert table("numbers")["vague"]["survey"][word] == [math.floor(deciles[0]), math.floor(deciles[-1])]


@pytest.mark.parametrize("word", [w for w in TERMS if w != "few"])
def test_weighing_reads_the_same_survey(word: str) -> None:
    said, told = answers()[TERMS[word]], table("weighing")["vague"][word]
    deciles = quantiles(said, n=10, method="inclusive")
    assert (told["p10"], told["p50"], told["p90"]) == (
        pytest.approx(deciles[0], abs=0.5),
        median(said),
        pytest.approx(deciles[-1], abs=0.5),
    )


def test_every_word_that_the_pack_takes_from_the_survey_is_compared() -> None:
    assert set(table("numbers")["vague"]["survey"]) == set(TERMS)
