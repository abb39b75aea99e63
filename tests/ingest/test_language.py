"""English is told from other languages."""

import pytest

from sayso import packs
from sayso.ingest import InputError, language


@pytest.mark.parametrize(
    "case", packs.table("language", "examples")["case"], ids=lambda case: f"{case['language']}-{case['text'][:12]}"
)
def test_a_text_is_taken_for_its_language(case: dict[str, str]) -> None:
    found = "en"
    try:
        language.check(case["text"])
    except InputError as e:
        found = e.detail[-3:-1]

    assert found == case["language"]


@pytest.mark.parametrize(
    "text",
    [
        "Two dead",
        "TWO GUARDS WERE KILLED BY ARMED MEN AT THE FERRY, THE GARRISON OF KORA SAID ON MONDAY, AND NINE WOUNDED.",
        "국제 뉴스\n\nTwo guards were killed by armed men at the ferry, the garrison of Kora said on Monday.",
        "Kora: 2 KIA, 9 WIA. Oda: 1 KIA. Ferry: static. Bridge: shelled twice, no losses known.",
    ],
)
def test_english_in_odd_dress_is_english(text: str) -> None:
    language.check(text)
