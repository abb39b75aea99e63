"""Is a form that the model saw in part read whole? Fictional sentences, read by the real model."""

import pytest

from tests.readings import reading


def told(text: str) -> list[tuple[str, str]]:
    """The nearest speaker and the words of each statement that somebody is named for."""
    return [
        (s.said_by[0].name, " … ".join(text[b:e] for b, e in s.content))
        for s in reading(text).statements
        if len(s.said_by) > 1 and s.content
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Three women – the hospital told us – died on Monday.", "hospital", "Three women … died on Monday"),
        ("Nine drivers — as the mayor put it — were killed near Brod.", "mayor", "Nine drivers … were killed near Brod"),
        (
            "A landslide has killed six climbers, reports the rescue service, near Sarn.",
            "rescue service",
            "A landslide has killed six climbers",
        ),
        (
            "The mayor was quoted by Orlan Radio as saying that twelve miners had died.",
            "mayor",
            "that twelve miners had died",
        ),
        ("Twelve miners had died, the mayor was quoted by Orlan Radio as saying.", "mayor", "Twelve miners had died"),
        ("Doctors counted 31 bodies, against the 19 that the police had announced.", "police", "the 19"),
        ("Doctors counted 31 bodies, against the 19 that the police had announced.", "Doctors", "31 bodies"),
        (
            "The ministry withdrew its estimate of 80 wounded in the fire and later gave no other.",
            "ministry",
            "80 wounded in the fire",
        ),
    ],
)
def test_what_stands_around_a_cue_is_told(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in told(text)


def test_who_looks_into_claims_leaves_them_open() -> None:
    (s,) = (
        s
        for s in reading("Police were investigating claims that a drone had killed two herders.").statements
        if len(s.said_by) > 1
    )
    assert s.said_by[0].certainty == (0.2, 0.8)
