"""Which place of a text is the site of a figure?"""

import pytest

from tests.readings import claims


def sites(text: str) -> list[str | None]:
    return [c.where.name if c.where is not None else None for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb killed nine people in Mosul on Sunday. In Kiev, two people were killed.", ["Mosul", "Kyiv"]),
        ("In Damascus, two people were killed on Sunday, police said.", ["Damascus"]),
        ("In Lebanon, a strike killed nine people on Sunday, the health ministry said.", ["Lebanon"]),
        ("In Tripoli, Libya, two people were killed on Sunday.", ["Tripoli"]),
        ("In Saigon, a bomb hurt two. In Kiev, one person died.", ["Ho Chi Minh City", "Kyiv"]),
    ],
)
def test_a_capital_or_country_behind_in_at_the_start_of_a_sentence_is_a_site(text: str, names: list[str]) -> None:
    assert sites(text) == names


def test_a_capital_that_speaks_is_no_site() -> None:
    assert sites("Kyiv said on Sunday that 40 soldiers had been killed near Lyman. Moscow denied that.") == ["Lyman"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Three soldiers were killed on the left bank of the Dnipro on Sunday.", "Dnipro river"),
        ("On the left bank of the Dnipro in the Kherson region, two more died at dawn.", "Kherson Oblast"),
        ("Three people were killed in Dnipro on Sunday.", "Dnipro"),
        ("Six soldiers were killed near the Niger border in northern Nigeria on Saturday.", "Nigeria"),
    ],
)
def test_a_river_and_a_border_are_told_from_the_city_and_the_country_of_their_name(text: str, name: str) -> None:
    assert sites(text) == [name]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Two officers were shot dead in the US state of Georgia at the weekend.", "Georgia", "US"),
        ("Two officers were shot dead in Georgia at the weekend.", "Georgia", "GE"),
        ("Three civilians were killed near Bakhmut on Sunday. Rebels hold Gao, Mali.", "Bakhmut", "UA"),
    ],
)
def test_the_country_of_a_name_is_its_own(text: str, name: str, country: str) -> None:
    where = claims(text)[0].where
    assert where is not None
    assert (where.name, where.country) == (name, country)


def test_nautical_miles_are_longer() -> None:
    sea, land = (
        claims(f"A missile killed nine sailors 30 {unit} east of Hodeidah on Sunday.")[0].where
        for unit in ("nautical miles", "km")
    )
    assert sea is not None
    assert land is not None
    assert sea.lon is not None
    assert land.lon is not None
    assert sea.lon - land.lon == pytest.approx(30 * 0.852 / 111.2 / 0.967, abs=0.02)
