"""Which places does a text name, where are they, and which are governments?"""

from typing import Any

import pytest

from sayso.packs import table
from sayso.reading.places.places import Place, find

EXAMPLES: list[dict[str, Any]] = table("places", "examples")["example"]


def plain(p: Place) -> dict[str, Any]:
    country = {"country": p.where.country} if p.where.country else {}
    return {"text": p.where.text, "name": p.where.name, **country, **({"actor": True} if p.actor else {})}


def named(text: str) -> list[tuple[str | None, str | None]]:
    return [(p.where.name, p.where.country) for p in find(text)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["text"] for e in EXAMPLES])
def test_the_pack_reads_its_own_examples(example: dict[str, Any]) -> None:
    assert [plain(p) for p in find(example["text"])] == example["places"]


def test_a_region_has_its_middle_and_radius() -> None:
    (place,) = find("Shells fell in Kursk region.")
    assert (place.where.lat, place.where.lon, place.where.radius) == (51.7, 36.2, 150.0)


def test_a_region_named_for_a_town_is_not_the_town() -> None:
    (region, town) = find("In Ryazan oblast, far from Ryazan, a depot burned.")
    assert (region.where.name, town.where.name) == ("Ryazan Oblast", "Ryazan")
    assert (region.where.radius or 0) > (town.where.radius or 0)


def test_a_small_namesake_far_away_is_not_meant() -> None:
    assert ("Palma", "ES") not in named("In Mozambique, two guards were killed in Palma, police said.")


def test_a_country_after_a_comma_settles_a_name() -> None:
    assert named("Three were hurt in Tripoli, Lebanon.")[0] == ("Tripoli", "LB")


def test_an_unknown_village_has_the_country_of_its_surroundings_and_no_degrees() -> None:
    place = find("Mali: raiders came near Tinzawat at dawn.")[-1]
    assert (place.where.text, place.where.country, place.where.lat) == ("Tinzawat", "ML", None)


@pytest.mark.parametrize(
    "text",
    [
        "TINZAWAT, Mali - Nine herders were buried.",
        "In Mali, aircraft bombed Tinzawat again.",
        "Mali's army withdrew from Tinzawat.",
        "The battle for Tinzawat in Mali is over.",
    ],
)
def test_an_unknown_name_is_a_place_where_wars_words_say_so(text: str) -> None:
    assert ("tinzawat", "ML") in {(p.where.text.lower(), p.where.country) for p in find(text)}


def test_an_unknown_place_is_found_again_in_the_same_text() -> None:
    spans = [
        p.span
        for p in find("In Mali, raiders came near Tinzawat. Nobody in the clinic knew Tinzawat well.")
        if p.where.text == "Tinzawat"
    ]
    assert len(spans) == 2


def test_a_person_who_is_attacked_is_no_place() -> None:
    assert find("The attack on Velten was noted. Mr. Velten shrugged.") == ()


def test_a_name_with_a_small_article_is_one_name() -> None:
    assert [p.where.text for p in find("A convoy was hit at Wadi el-Tuhama, in Sudan.")] == ["Wadi el-Tuhama", "Sudan"]


def test_peoples_are_no_places() -> None:
    assert find("Ukrainian and Russian soldiers, Ukrainians and Russians.") == ()


def test_a_surname_is_no_town() -> None:
    assert find("Captain Olga Bakhmut told reporters that Bakhmut was her grandfather's name.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said so.",
        "They blamed Moscow.",
        "Moscow's envoy left.",
        "The Kremlin denied it.",
        "The puppets in Moscow fled.",
        "Moscow, which has 90 men there, is silent.",
    ],
)
def test_a_capital_that_speaks_or_is_spoken_to_is_a_government(text: str) -> None:
    assert [p.actor for p in find(text)] == [True]


@pytest.mark.parametrize("text", ["A depot burned in Moscow.", "Drones flew toward Moscow.", "Moscow's suburbs were dark."])
def test_a_capital_where_something_happens_is_a_site(text: str) -> None:
    assert [p.actor for p in find(text)] == [False]


def test_a_tagger_is_trusted_for_names_that_stand_alone() -> None:
    text = "Sixteen dead, Tinzawat reports."
    at = text.index("Tinzawat")
    assert find(text) == ()
    assert [p.where.text for p in find(text, [(at, at + 8)])] == ["Tinzawat"]


def test_a_tagger_adds_to_what_the_words_say_and_takes_nothing_away() -> None:
    text = "Ten died in Goma, Congo, a Ukrainian medic said."
    at = text.index("Ukrainian")
    assert find(text, [(at, at + 9)]) == find(text)


def test_a_town_that_gives_a_region_its_name_is_meant_before_a_namesake() -> None:
    assert [p.where.country for p in find("Russia said its men had entered Donetsk.") if p.where.text == "Donetsk"] == ["UA"]


def test_the_same_camp_is_the_one_last_named() -> None:
    assert named("Two died in the Bardo camp, Chad. Ten were hurt in the same camp.")[-1] == ("Bardo", "TD")


def test_a_town_that_was_overrun_is_the_one_last_named() -> None:
    assert named("Raiders came near Palma in Mozambique. In March they overran the town.")[-1][0] == "Palma"


def test_the_province_is_the_region_last_named_even_in_an_offices_name() -> None:
    text = "In Mozambique, the Cabo Delgado Observatory counted nine dead at Palma. Raids in the province go on."
    assert named(text)[-1] == ("Cabo Delgado", "MZ")


def _named(text: str) -> list[str | None]:
    return [p.where.name for p in find(text)]


def test_a_people_before_a_city_is_no_place_and_the_city_is() -> None:
    assert _named("Twelve people were killed in the Astovian city of Velinsk.") == ["Velinsk"]


def test_a_people_before_its_forces_is_no_place() -> None:
    assert _named("Twelve people were killed in Sarkan shelling near Velinsk.") == ["Velinsk"]


def test_the_land_in_a_bodys_name_is_no_place() -> None:
    assert _named("Two men of the Islamic Movement of Uzbekistan were held near Kunduz.") == ["Kunduz"]
    assert _named("The Bank of Georgia lost two workers.") == []


def test_a_mark_before_a_vowel_is_part_of_a_name() -> None:
    assert _named("Two people were killed in Nad 'Ali district.") == ["Nad Ali"]
    assert _named("Two people were killed in Pul-e 'Alam on Friday.") == ["Pul-e ‘Alam"]


def test_a_direction_alone_is_no_place() -> None:
    assert _named("Two people were killed in Southern on Friday.") == []


def test_the_state_behind_a_town_of_its_own_is_no_country() -> None:
    assert named("Three were shot in Atlanta, Georgia, on Friday.") == [("Atlanta", "US"), ("Georgia", "US")]
    assert named("Three were shot in Gori, Georgia, on Friday.") == [("Gori", "GE"), ("Georgia", "GE")]


def test_a_town_of_a_state_that_no_table_knows_is_no_namesake_abroad() -> None:
    (town, _) = find("A man was shot in Lyman, South Carolina.")
    assert (town.where.country, town.where.lat) == ("US", None)


def test_capitals_say_nothing_in_a_text_of_capitals() -> None:
    assert named("SOLDIERS SAID THE CAR WAS NEAR THE GARRISON IN SAN MIGUEL, EL SALVADOR, DURING THE PEACE PROCESS.") == [
        ("San Miguel", "SV"),
        ("El Salvador", "SV"),
    ]


def test_a_division_keeps_its_whole_name() -> None:
    assert ("Long Province", "TH") not in named("In Vietnam, the army took Phuoc Long Province.")


@pytest.mark.parametrize(
    "text", ["the Kherson Brigade", "the Kherson rifle regiment", "the Kherson accords", "the frigate Kherson", "Kherson United"]
)
def test_what_is_called_after_a_town_is_no_place(text: str) -> None:
    assert ("Kherson", "UA") not in named(f"In Ukraine, men of {text} were seen.")


def test_a_name_with_and_is_one_name() -> None:
    assert named("Two died in Jammu and Kashmir.") == [("Jammu and Kashmir", "IN")]
    assert [name for name, _ in named("Two died in Jammu and Srinagar.")] == ["Jammu", "Srinagar"]


def test_the_border_of_two_peoples_is_a_place_in_neither() -> None:
    (place,) = find("Four guards were shot on the Turkish-Iraqi border.")
    assert (place.where.name, place.where.country) == ("border of Iraq and Turkey", None)


def test_two_peoples_without_a_common_border_have_none() -> None:
    assert find("Four guards were shot on the Turkish-Polish border.") == ()


def test_a_town_alone_in_a_text_speaks_for_itself_if_it_is_large_and_no_other_has_its_name() -> None:
    assert find("Two died in Tartu on Friday.")[0].where.country == "EE"
    assert find("Two Ethiopian soldiers died in Lund on Friday.")[-1].where.lat is None


def test_an_island_far_off_is_backed_by_the_country_that_it_belongs_to() -> None:
    assert find("Norwegian police found two dead in Longyearbyen.")[-1].where.country == "SJ"


def test_a_surname_speaks_for_no_country() -> None:
    assert find("Governor Tora Lund spoke. Two died in Malmberg.")[-1].where.country is None
