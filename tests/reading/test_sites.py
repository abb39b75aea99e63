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
