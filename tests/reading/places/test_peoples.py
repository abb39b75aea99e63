"""Tests of the sides that only a text makes known."""

from sayso.reading.places.peoples import country, is_side, own_side, peoples


def test_the_owner_of_an_army_is_a_side() -> None:
    assert own_side("Kelmar's soldiers", "Kelmar's army said it lost two men.") == "kelmar"


def test_a_ministry_names_its_country() -> None:
    text = "The interior ministry of Kelmar said nothing."
    assert own_side("the interior ministry of Kelmar", text) == "kelmar"


def test_a_people_stands_for_the_country_that_the_text_names() -> None:
    text = "Astovian soldiers crossed the river. Astovia denied it."
    assert own_side("12 Astovian soldiers", text) == "astovia"
    assert country("astovian", text) == "astovia"


def test_a_people_without_a_country_in_the_text_keeps_its_word() -> None:
    assert own_side("the Sarkan army", "The Sarkan army said three men died.") == "sarkan"


def test_known_nations_towns_persons_and_common_words_make_no_side() -> None:
    text = "The Ukrainian army, allied forces, Donald Orrin and Orrin's government met the Ministry of Health. Rebel troops left."
    assert peoples(text) == {}


def test_only_the_names_of_sides_are_sides() -> None:
    text = "Kelmar's army said it lost two men."
    assert is_side("kelmar", text)
    assert not is_side("men", text)
    assert not is_side(None, text)


def test_a_peoples_ending_before_a_thing_makes_a_side_but_not_of_a_known_region() -> None:
    assert own_side("a Vostrian patrol", "A Vostrian patrol was seen. Vostria said so.") == "vostria"
    assert peoples("A Siberian city was cut off by snow.") == {}
