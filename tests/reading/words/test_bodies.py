"""Which known body do the names of one speaker mean, and what of it does the pack say?"""

from typing import get_args

import pytest

from sayso.model import Kind
from sayso.packs import table
from sayso.reading.words.bodies import body_of, called, group_in, kind_inside, kind_of_body
from sayso.reading.words.nations import nation_of


@pytest.mark.parametrize("case", table("sources", "examples")["body"], ids=lambda c: f"{c['names']} in {c['support']}")
def test_every_body_in_the_packs_examples_is_the_one_that_the_text_leaves(case: dict[str, str]) -> None:
    found = body_of(case["names"].split(", "), None, case["support"].split(", "))
    got = (found.name, found.kind, found.party, found.affiliation) if found else (None, None, None, None)
    assert got == tuple(case.get(key) for key in ("is", "kind", "party", "affiliation"))


def test_a_country_that_the_speakers_own_words_name_goes_before_those_of_the_text() -> None:
    found = body_of(["NIS"], "kenya", {"kenya", "south korea"})
    assert found is not None
    assert found.party == "kenya"
    assert body_of(["NIS"], "nigeria", {"kenya"}) is None


def test_bodies_of_one_name_share_a_kind_or_have_none() -> None:
    assert len(called("NIS")) > 1
    assert kind_of_body("the NIS") == "intelligence"
    assert kind_of_body("RSF") is None


def test_an_acronym_and_a_common_word_are_told_apart_by_capitals() -> None:
    assert called("RAW")
    assert not called("raw")
    assert not called("dawn")


def test_names_are_found_inside_of_phrases_unless_others_share_them() -> None:
    assert group_in("a commander of the Kachin Independence Army") == "kachin independence army"
    assert kind_inside("the Airwars director") == "monitor"
    assert kind_inside("two men at Dawn") is None


def test_every_row_of_the_pack_has_a_known_kind_and_country() -> None:
    pack = table("sources", "bodies")
    kinds = {*pack["state"], *pack["free"], *pack["wings"]}
    codes = {c for owner in ("state", "free") for rows in pack[owner].values() for c in rows} - {"-"}
    assert kinds <= set(get_args(Kind))
    assert all(nation_of(c) for c in codes | set(pack["home"].values()))
    assert set(pack["home"]) <= set(pack["groups"])
