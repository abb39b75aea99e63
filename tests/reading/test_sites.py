"""Which places of a text are sites of events?"""

import pytest

from sayso.reading.places import find
from sayso.reading.sites import Sites


def sites(text: str) -> list[str]:
    return [p.where.text for p in Sites(text=text, places=find(text)).sites]


@pytest.mark.parametrize(
    "dateline",
    ["GAO, Mali (April 11, 2031)\n", "GAO, Mali (April 11, 2031) \n\n", "GAO (11 April 2031)\n", "GAO, Mali, 11 April (SPA) - "],
)
def test_where_a_report_was_written_is_no_site(dateline: str) -> None:
    assert sites(f"{dateline}Four herders were killed near Kidal.") == ["Kidal"]


def test_a_capital_that_is_hit_is_a_site() -> None:
    assert sites("Drones hit Kyiv before dawn and killed four.") == ["Kyiv"]


def test_parties_to_talks_are_no_sites_and_the_ends_of_a_road_are() -> None:
    assert sites("Talks between Moscow and Kyiv failed.") == []
    assert sites("Nine died on the road between Moscow and Tula.") == ["Moscow", "Tula"]


def test_a_town_where_the_dead_fell_is_a_site_though_they_were_buried() -> None:
    assert sites("Villagers buried nine men killed at Kidal.") == ["Kidal"]
