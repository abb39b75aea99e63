"""The sentences that news agencies write every day, and forms that analysts of this program have stumbled over."""

import pytest

from tests.readings import claims, counts, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ages behind a person are no counts, whatever adjectives stand before
        ("A Velmoran man, 25, was shot dead by soldiers near Orlo on Sunday.", [("killed", 1)]),
        ("A Ukrainian boy, 12, and a woman, 40, were killed in Kherson.", [("killed", 2)]),
        # two verbs, two figures, however the parse shares them
        (
            "A missile strike on the eastern city of Orlo killed at least four people and wounded 13 others.",
            [("killed", None), ("wounded", 13)],
        ),
        (
            "A drone struck a plant in Orlo early on Saturday, killing at least seven workers and wounding 19, Ilya Brask said.",
            [("killed", None), ("wounded", 19)],
        ),
        # nouns that stand before the counted people
        ("A force of 2,500 soldiers was deployed on Monday.", [("deployed", 2500)]),
        ("A family of five was wiped out in the raid.", [("killed", 5)]),
        # how many a family are, nobody says
        ("A family was shot dead in Orlo on Monday.", [("killed", None)]),
        ("Gunmen killed Ana Orl and injured Tam Reke in Orlo.", [("killed", 1), ("wounded", 1)]),
        ("Rebels claimed to have taken 60 soldiers prisoner.", [("captured", 60)]),
        ("The attack left 3 dead and 7 in hospital.", [("killed", 3), ("wounded", 7)]),
        # a people counted by its name, with a part
        ("Nine Palestinians, including three children, were killed in a strike on a school.", [("killed", 9), ("killed", 3)]),
        ("Officials fear the death toll could exceed 200.", [("killed", None)]),
        # where troops stand
        ("Some 12,000 soldiers are in Velmora, the general said.", [("deployed", 12000)]),
        # a question is no claim
        ("It was not clear how many people had been killed.", []),
        ("There were no immediate reports of casualties.", []),
    ],
)
def test_everyday_sentences_give_their_figures(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert counts(text) == expected


def test_a_part_told_in_a_clause_of_its_own_is_told_once() -> None:
    found = told("Six people died, including a rescuer who died in hospital.")

    assert [(t.best, t.part) for t in found] == [(6, False), (1, True)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Velmora is expected to send another 3,000 troops to Orlo by the end of the year.", "forecast"),
        ("Velmora plans to send 3,000 troops to Orlo.", "planned"),
        ("Up to 15 soldiers may have died in Orlo.", "possible"),
        ("Twenty people are feared dead in Orlo.", "feared"),
    ],
)
def test_what_has_not_happened_is_told_apart(text: str, status: str) -> None:
    assert [t.status for t in told(text)] == [status]


def test_a_stated_stretch_of_months_is_a_period() -> None:
    found = told("The mission verified 10,582 civilian deaths between February 2030 and March 2032.")

    assert [t.scope for t in found] == ["period"]


def test_the_article_of_a_bomber_is_nobody_s_side() -> None:
    (claim,) = claims("A suicide bomber blew himself up outside a mosque in Orlo, killing six worshippers.")

    assert claim.cause is not None
    assert claim.cause.by is None


def test_the_first_word_of_a_report_can_be_the_victim() -> None:
    (claim,) = claims("Gunman killed himself in Orlo.")

    assert claim.group is not None
    assert claim.group.text == "Gunman"
