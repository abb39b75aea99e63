"""Two names for one giver, and two givers with like names."""

import pytest

from sayso.model import Kind
from sayso.tracing.voices import SAME, SAME_SORT, Voice, likeness

PAIRS: list[tuple[str, str, Kind, float]] = [
    ("Tesk Civil Protection", "Civil Protection of Tesk", "emergency", SAME),
    ("the army", "the army of Velmora", "military", SAME_SORT),
    ("the army of Velmora", "the army of Harn", "military", 0.0),
    ("Velmora Human Rights Watchers", "Harn Alliance", "monitor", 0.0),
    ("Dr Ana Ruiz", "Ruiz", "medical", SAME),
]


@pytest.mark.parametrize(("a", "b", "kind", "expected"), PAIRS)
def test_names_are_compared_by_their_telling_words(a: str, b: str, kind: Kind, expected: float) -> None:
    assert likeness(Voice(name=a, kind=kind), Voice(name=b, kind=kind)) == expected


def test_a_person_is_known_by_the_body_they_speak_for() -> None:
    mayor = Voice(name="Ivo Sand", kind="military", affiliation="Velmora army")
    assert likeness(mayor, Voice(name="the Velmora army", kind="military")) == SAME


def test_two_bodies_of_one_government_are_two_givers() -> None:
    service = Voice(name="FSB", kind="intelligence", party="russia", affiliation="government of Russia")
    agency = Voice(name="TASS", kind="media", party="russia", affiliation="government of Russia")
    assert likeness(service, agency) == 0.0
    assert likeness(agency, Voice(name="Moscow", kind="government", party="russia")) == 0.0


def test_a_partys_own_outlet_is_its_voice() -> None:
    organ = Voice(name="Harn Alliance Bulletin", kind="outlet", own=True)
    assert likeness(organ, Voice(name="Harn Alliance", kind="party")) == SAME
    assert likeness(organ, Voice(name="Velmora Alliance", kind="party")) == 0.0
