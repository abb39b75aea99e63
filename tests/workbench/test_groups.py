"""The page of an event shows whom its figures count: a row a group, with its bar, its lines and its sentences."""

from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

import sayso
from tests.a_battle import battle


def shown(path: Path, browser_of: Callable[[Path], TestClient], query: str = "") -> str:
    """Give the page of the one event of a ledger, its spaces single."""
    with sayso.open(path) as desk:
        (event,) = desk.events()
    answer = browser_of(path).get(f"/events/{event.id}{query}")
    assert answer.status_code == 200, answer.text
    return " ".join(answer.text.split())


def test_each_group_has_a_row_with_its_figure_its_line_and_the_sentence(
    tmp_path: Path, browser_of: Callable[[Path], TestClient]
) -> None:
    page = shown(battle(tmp_path / "battle.sayso"), browser_of)
    table = page.partition('id="groups"')[2].partition("</table>")[0]
    assert [row.partition("</th>")[0] for row in table.split('<th scope="row">')[1:]] == [
        "soldiers of Kareli",
        "soldiers of Tovia",
        "civilians",
    ]
    assert "“62 Karelian soldiers were killed”" in table
    assert table.count('href="#line-') == 3
    assert "the figure above is their sum" in page
    assert "<b>one line</b>: for the weakest group, one origin" in page


def test_the_groups_follow_the_switches(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    page = shown(battle(tmp_path / "battle.sayso"), browser_of, "?drop_parties=1")
    assert 'id="groups"' not in page
    assert "speaks for a party, set aside" in page
