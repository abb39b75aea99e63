"""Of what kind is a source, and to which party does it belong?"""

import pytest

from sayso.packs import table
from sayso.reading.words.kinds import kind_of, medium, nameless, party_of, withheld


@pytest.mark.parametrize("case", table("sources", "examples")["source"], ids=lambda c: str(c["phrase"]))
def test_every_source_in_the_packs_examples_has_its_kind_and_party(case: dict[str, str]) -> None:
    assert (kind_of(case["phrase"]), party_of(case["phrase"])) == (case["kind"], case.get("party"))


def test_a_source_that_asks_for_anonymity_is_anonymous_whatever_its_office() -> None:
    assert kind_of("a colonel who spoke on condition of anonymity") == "anonymous"
    assert withheld("two people briefed on the talks")
    assert not withheld("the hospital's director")


def test_an_acronym_matches_in_capitals_only() -> None:
    assert kind_of("the FSB") == "intelligence"
    assert kind_of("the fsb quarter") == "other"


def test_an_armed_group_is_a_party_of_its_own() -> None:
    assert party_of("a Houthi spokesman") == "houthis"


def test_a_nation_in_a_compound_name_is_its_party() -> None:
    assert party_of("RBC-Ukraine") == "ukraine"


def test_a_channel_is_a_medium_and_a_bridge_is_not() -> None:
    assert medium("a pro-rebel channel")
    assert not medium("the old bridge")


def test_an_office_of_the_press_is_of_its_bodys_kind() -> None:
    assert kind_of("the army's press service") == "military"
    assert kind_of("the PMF's media office") == "military"
    assert kind_of("the press") == "media"


def test_who_refuses_a_name_is_nameless_and_who_gives_it_is_not() -> None:
    assert nameless("who did not want to be named")
    assert not nameless("who wanted to name the dead")
