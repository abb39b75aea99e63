"""Whom does a noun of harm befall, and does the clause take it as known?"""

import pytest

from tests.readings import claims, counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bishop condemned the murder of six Jesuits in Orlo.", [("killed", 6)]),
        ("The murder last week of four judges shook Velmora.", [("killed", 4)]),
        ("Prosecutors opened a case on the massacre of 40 villagers.", [("killed", 40)]),
        ("The rebels admitted the execution of three captives.", [("killed", 3)]),
        ("The killing of five farmers set off a riot.", [("killed", 5)]),
        ("Seven men were tried for the slaying of two maids.", [("killed", 2)]),
        ("The front was blamed for the assassination of Attorney General Ana Ruiz.", [("killed", 1)]),
        ("After the 16 November assassination of six Jesuits he left the country.", [("killed", 6)]),
        ("He spoke of the six farmers' murder.", [("killed", 6)]),
        ("They protested against the murders of three reporters, two Ukrainians and a Pole.", [("killed", 3), ("killed", 2)]),
        ("The murder on the evening of 27 February of six farmers shook Orlo.", [("killed", 6)]),
        ("The death of four men who had been kidnapped shook Orlo.", [("killed", 4), ("captured", 4)]),
        ("The murder by rebels of six farmers shook Orlo.", [("killed", 6)]),
        ("The bodies of four of the nine students were found.", [("killed", 4)]),
        ("The blast caused injuries to 14 people.", [("wounded", 14)]),
        ("The murder of six priests and two maids shook Orlo.", [("killed", 6), ("killed", 2)]),
        ("The bodies of Jan and Eva Orl, both 35, and their three daughters were found.", [("killed", 5), ("killed", 3)]),
        ("The death of Ana Ruiz and two guards was confirmed.", [("killed", 3), ("killed", 2)]),
        ("He condemned the murder of Ana Ruiz and two guards wept.", [("killed", 1)]),
        ("The murderers of the six priests were freed.", [("killed", 6)]),
        ("They failed to prevent the murder of six priests.", [("killed", 6)]),
        ("The union mourned the murder of Ana Ruiz and two of her guards.", [("killed", 3), ("killed", 2)]),
    ],
)
def test_a_deed_tells_whom_it_befell(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The cell planned the murder of two judges.",
        "Guards prevented the murder of six priests.",
        "He hid from paid assassins of drug traffickers.",
        "Death squads of smugglers roam Orlo.",
        "Mercenaries came to assassinate Pablo Ruiz.",
        "They found plans for killing Ana Ruiz.",
        "There was shooting among gangs of looters.",
        "The blast caused injuries to his leg.",
        "The body showed several bullet wounds.",
        "The rebels shot down a government plane.",
        "The army wiped out the strongholds of the terrorists.",
        "Police foiled the assassination of three ministers.",
        "He was jailed for the attempted murder of two guards.",
        "The colonel plotted the massacre of 40 villagers.",
        "The sermon called for the killing of five farmers.",
        "Two murders were reported in Orlo.",
        "Three massacres shook the valley.",
        "The execution of two plans took a year.",
        "They staged a murder mystery for nine guests.",
        "The slaughter of 40 sheep cost the herder his living.",
        "Deadly weapons were found in two cars.",
        "The killing of the bill pleased six senators.",
        "The gang threatened to kill six judges.",
    ],
)
def test_a_deed_that_did_not_happen_or_befell_nobody_is_no_figure(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The army will investigate the murder of six priests.",
        "If the officers are tried for the murder of six priests, it will be a first.",
        "The colonel denied involvement in the murder of six priests.",
        "The court did not punish the murder of six priests.",
        "By dragging guards into the case of the murder of six priests, they try to sow distrust.",
        "May the inquiry into the murder of six priests go on.",
    ],
)
def test_a_deed_that_the_clause_takes_as_known_happened(text: str) -> None:
    (claim,) = claims(text)
    assert (claim.outcome, claim.status, claim.quantity and claim.quantity.best) == ("killed", "happened", 6)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The strike could cause the death of 12 people.", "possible"),
        ("The ministry denied the killing of 12 villagers.", "denied"),
        ("Doctors expect the famine to lead to the death of 12 children.", "forecast"),
    ],
)
def test_a_deed_that_its_clause_asserts_has_the_status_of_the_clause(text: str, status: str) -> None:
    (claim,) = claims(text)
    assert claim.status == status
