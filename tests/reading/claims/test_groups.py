"""Whose people are they, what do they do, what harmed them and whose was it? Fictional reports, read by the real model."""

from sayso.model import Claim
from sayso.reading.read import read
from sayso.schema import make_document
from sayso.weights import load


def claim(text: str, quote: str) -> Claim:
    """The claim whose words hold the quote."""
    document = make_document(name="d", text=text, published="2032-06-11", outlet="Orlan Wire")
    return next(c for c in read(document, load(), "all").claims if quote in c.quote)


def group(text: str, quote: str) -> tuple[str | None, str | None]:
    who = claim(text, quote).group
    return (who.nation, who.role) if who is not None else (None, None)


def cause(text: str, quote: str) -> tuple[str | None, str | None]:
    why = claim(text, quote).cause
    return (why.weapon, why.by) if why is not None else (None, None)


def test_a_sender_sends_its_own() -> None:
    assert group("Kenya is due to send 600 soldiers to Haiti in July, the minister said.", "600 soldiers") == (
        "kenya",
        "military",
    )


def test_it_is_the_side_of_the_sentence_before() -> None:
    text = "Paris said nothing about the coup. It has 300 troops in Chad."
    assert group(text, "300 troops") == ("france", "military")


def test_its_soldiers_are_those_of_the_nearest_subject() -> None:
    text = "Burundi has not confirmed stories in the Belgian press that two of its gunners died near Uvira."
    assert group(text, "two of its gunners") == ("burundi", "military")


def test_a_nation_right_before_the_losses_is_the_losers() -> None:
    text = "The Russian defence ministry put AFU losses of 180 soldiers near Siversk on record on Wednesday."
    assert group(text, "180 soldiers") == ("ukraine", "military")


def test_a_states_command_calls_its_own_plainly_soldiers() -> None:
    text = "Gunmen stopped a lorry on the mountain road on Sunday. Chile's army command said five soldiers were killed."
    assert group(text, "five soldiers") == ("chile", "military")


def test_enemies_by_name_are_not_the_commands_own() -> None:
    assert group("Israel's military said an air strike killed two Hamas commanders.", "two Hamas commanders")[0] != "israel"


def test_the_country_they_are_sent_to_is_not_theirs() -> None:
    assert group("Havana may send 400 engineers to Angola, the institute said.", "400 engineers")[0] == "cuba"


def test_those_whom_a_brigade_lost_are_soldiers() -> None:
    assert group("The brigade lost 20 men at the crossing, its chaplain said.", "lost 20 men")[1] == "military"


def test_what_they_were_said_to_be_counts() -> None:
    assert group("The army says the eight men killed at Bama on Monday were gunmen.", "eight men killed")[1] == "armed-group"


def test_people_are_not_taken_for_the_soldiers_told_before() -> None:
    text = "The army lost 40 soldiers in El Fasher. Residents said shelling killed 14 people at a market."
    assert group(text, "killed 14 people") == (None, None)


def test_bystanders_roles_outweigh_a_belligerents() -> None:
    text = (
        "A jet bombed a wedding near Menaka on Sunday and killed 18 farmers, a teacher said. The army said it had killed 18 "
        "fighters. A nurse counted seven wounded."
    )
    assert group(text, "seven wounded")[1] == "civilian"


def test_police_officers_are_police() -> None:
    assert group("Eleven police officers were killed in Quetta on Friday.", "Eleven police officers")[1] == "police"


def test_the_displaced_are_civilians() -> None:
    assert group("Some 3,000 people were driven from their homes in Ituri.", "3,000 people")[1] == "civilian"


def test_the_weapon_and_the_one_who_used_it() -> None:
    text = "A Russian missile strike on a depot in Dnipro killed three workers on Monday."
    assert cause(text, "three workers") == ("missile strike", "russia")


def test_an_attacker_is_named_in_the_clause_of_time() -> None:
    text = "Three sailors were killed when fighters of the Coral Brigade stormed a harbour near Bosaso on Sunday, the navy said."
    assert cause(text, "Three sailors were killed")[1] == "coral brigade"


def test_ones_own_troops_did_it() -> None:
    text = "Chad's army said on Thursday that its men had driven off raiders at the lake, killing six."
    assert cause(text, "killing six") == (None, "chad")


def test_nobody_is_made_the_killer_of_his_own() -> None:
    assert cause("Seven Iraqi soldiers were killed in an ambush near Kirkuk.", "Seven Iraqi soldiers") == ("ambush", None)


def test_weapons_that_were_not_used_are_no_cause() -> None:
    text = "Five men died in the snow, the guide said, and two grenades and a shotgun were left behind in the hut."
    assert cause(text, "Five men died") == (None, None)


def test_the_attack_has_the_cause_told_of_it() -> None:
    text = (
        "A nurse died on Thursday of burns from a rocket attack on a clinic near Derna. "
        "The attack, last Sunday, had killed three patients."
    )
    assert cause(text, "killed three patients") == ("rocket attack", None)


def test_another_towns_figure_has_another_cause() -> None:
    text = (
        "A car bomb in Kano killed four traders on Monday. Chad's army said on Thursday that its men had driven off raiders "
        "at Bol, killing six."
    )
    assert cause(text, "killing six") == (None, "chad")


def test_who_claimed_it_did_it() -> None:
    text = "A roadside bomb killed seven soldiers near Afgoye on Tuesday, the army said. Al-Shabaab claimed responsibility."
    assert cause(text, "killed seven soldiers") == ("roadside bomb", "al-shabaab")


def test_nobody_who_was_not_hurt_has_a_cause_told_of_others() -> None:
    text = "A mortar round killed two soldiers near Sake on Wednesday. No civilians were hurt."
    assert cause(text, "No civilians were hurt") == (None, None)


def test_the_sign_behind_a_number_is_nobody() -> None:
    who = claim("20+ killed in Orlo.", "20+ killed").group
    assert who is None or who.text is None
