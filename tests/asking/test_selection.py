"""A person finds a speaker by any part of a name, by initials or by an id."""

import pytest

from sayso.asking.selection import called, means, speaking
from sayso.model import Source

SERVICE = Source(id="s-11aa", name="National Intelligence Service", aliases=("the Spy House",))
BUREAU = Source(id="s-44dd", name="Vellish Bureau for State Safety (SSB)", aliases=("Harbour Port Watch",))
VOICES = (("National Intelligence Service", "s-11aa"), ("Port Authority of Orlan", "s-22bb"), ("NIS", "s-33cc"), ("Wire", None))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("intelligence service", "National Intelligence Service"),
        ("NIS", "National Intelligence Service"),
        ("n.i.s.", "National Intelligence Service"),
        ("INSS", "Institute for National Security Strategy"),
        ("PAO", "Port Authority of Orlan"),
        ("vilnius", "Vílnius Post"),
    ],
)
def test_words_in_any_case_and_initials_mean_a_name(key: str, name: str) -> None:
    assert means(key, name)


def test_a_part_of_a_word_and_nothing_mean_nobody() -> None:
    assert not means("nis", "Dennis Moore")
    assert not means("s", "Service")
    assert not means("--", "Service")


@pytest.mark.parametrize(
    ("key", "names", "ids"),
    [
        ("NIS", ("NIS", "National Intelligence Service"), ("s-11aa", "s-33cc")),
        ("spy house", (), ("s-11aa",)),
        ("s-22", (), ("s-22bb",)),
        ("wire", ("Wire",), ()),
        ("1", (), ("s-11aa",)),
        ("SSB", (), ("s-44dd",)),
        ("", (), ()),
        ("nobody", (), ()),
    ],
)
def test_a_key_gives_the_names_and_ids_under_which_somebody_speaks(
    key: str, names: tuple[str, ...], ids: tuple[str, ...]
) -> None:
    assert speaking(key, VOICES, [SERVICE, BUREAU]) == (names, ids)


@pytest.mark.parametrize("key", ["2", "s-44dd", "s-44", "vellish bureau for state safety", "SSB", "HPW", "S.S.B."])
def test_a_source_is_called_by_row_id_name_alias_or_acronym(key: str) -> None:
    assert called([SERVICE, BUREAU], key) == (BUREAU,)


@pytest.mark.parametrize("key", ["State Safety", "bureau", "3", "", "ssb of Orlan"])
def test_a_part_of_a_name_calls_nobody(key: str) -> None:
    assert called([SERVICE, BUREAU], key) == ()
