"""What a person says a claim says: whom it counts, and which figure holds it."""

from dataclasses import replace

import pytest

from sayso.errors import UnknownIdError, UsageError
from sayso.judging.edits import fields_of, with_part
from sayso.model import Attribution, Claim, Group, Outcome, Quantity


def _claim(key: str, outcome: Outcome, n: int, part_of: str | None = None) -> Claim:
    return Claim(
        id=key, document="d-1", span=(0, 4), quote="Some", said_by=(Attribution(name="Mission"),), outcome=outcome,
        quantity=Quantity(low=n, best=n, high=n), part_of=part_of,
    )  # fmt: skip


HURT, DEAD, LUMPED = _claim("c-hurt", "wounded", 900), _claim("c-dead", "killed", 400), _claim("c-both", "casualties", 1300)
CHILDREN = replace(_claim("c-children", "wounded", 31, "c-hurt"), group=Group(text="children", role="civilian"))
KNOWN = {c.id: c for c in (HURT, DEAD, LUMPED, CHILDREN, replace(DEAD, id="c-else", document="d-2"))}


def find(key: str) -> Claim:
    """Give a claim by its id."""
    if key not in KNOWN:
        raise UnknownIdError(f"There is no claim {key}")
    return KNOWN[key]


def test_whose_outcome_is_set_anew_is_no_part_of_a_whole_of_another_outcome() -> None:
    assert with_part(CHILDREN, {"outcome": "killed"}, find) == {"outcome": "killed", "part_of": None}
    assert with_part(replace(CHILDREN, part_of="c-both"), {"outcome": "killed"}, find) == {"outcome": "killed"}
    assert with_part(CHILDREN, {"outcome": "killed", "part_of": "c-dead"}, find) == {"outcome": "killed", "part_of": "c-dead"}
    assert with_part(CHILDREN, {"scope": "total"}, find) == {"scope": "total"}
    assert with_part(replace(CHILDREN, part_of="c-gone"), {"outcome": "killed"}, find) == {"outcome": "killed"}


@pytest.mark.parametrize("key", ["c-children", "c-else", "c-none"])
def test_a_claim_is_part_of_another_of_its_own_report(key: str) -> None:
    with pytest.raises((UsageError, UnknownIdError)):
        with_part(CHILDREN, {"part_of": key}, find)


def test_nation_and_role_are_said_beside_the_words_and_what_stands_changes_nothing() -> None:
    same = {"group": "children", "nation": "", "role": "civilian", "part_of": "c-hurt"}
    assert fields_of(CHILDREN, same) == {}
    told = fields_of(CHILDREN, same | {"nation": "Kelmar", "role": "", "part_of": ""})
    assert told["part_of"] is None
    assert (told["group"]["text"], told["group"]["nation"], told["group"]["role"]) == ("children", "kelmar", None)
    assert fields_of(DEAD, {"group": "", "nation": "", "role": "military"})["group"] == {"role": "military"}
    assert fields_of(CHILDREN, {"group": "unknown", "nation": "", "role": ""})["group"] is None
    with pytest.raises(UsageError, match="no role"):
        fields_of(DEAD, {"role": "sailors"})
