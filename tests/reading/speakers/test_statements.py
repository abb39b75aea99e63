"""Who says what in a document, and who speaks at a given span? Fictional reports, read by the real model."""

from datetime import date

from sayso.model import Attribution, Document, Statement
from sayso.reading.layers import attributions_row
from sayso.reading.speakers.statements import find, speakers_at
from sayso.reading.words.analysis import analyse
from sayso.schema import make_document
from sayso.text.units import units
from sayso.weights import load


def document(text: str) -> Document:
    return make_document(name="d", text=text, published="2032-05-12", outlet="Orlan Wire")


def said(d: Document) -> tuple[Statement, ...]:
    return find(d, [analyse(u, load()) for u in units(d.text)])


def speakers(text: str, words: str) -> tuple[Attribution, ...]:
    d = document(text)
    start = d.text.index(words)
    return speakers_at(d, said(d), (start, start + len(words)))


def names(text: str, words: str) -> list[str]:
    return [a.name for a in speakers(text, words)]


def test_words_that_nobody_is_given_for_are_the_outlets_own() -> None:
    by = speakers("Four miners died in the tunnel at Brod on Monday.", "Four miners died")
    assert [(a.name, a.kind, a.stance) for a in by] == [("Orlan Wire", "outlet", "publishes")]


def test_a_figure_put_by_somebody_is_theirs() -> None:
    by = speakers("The regional governor put the toll at 14 dead on Tuesday.", "14 dead")
    assert [(a.name, a.kind) for a in by] == [("regional governor", "local-official"), ("Orlan Wire", "outlet")]
    assert by[0].said is not None
    assert by[0].said.first == date(2032, 5, 11)


def test_a_raised_toll_belongs_to_who_raised_it() -> None:
    text = "The State Rescue Service said seven bodies were found. The service later raised the toll to nine."
    assert names(text, "toll to nine")[0] == "State Rescue Service"


def test_a_chain_runs_from_the_nearest_speaker_to_the_outlet() -> None:
    cited = "Local media, quoting police, reported that at least three people were shot dead."
    assert names(cited, "three people were shot") == ["police", "Local media", "Orlan Wire"]
    relayed = "Two officers were quoted by the agency Interport-9 as saying the true figure was 60."
    assert names(relayed, "figure was 60") == ["Two officers", "Interport-9", "Orlan Wire"]


def test_who_reports_a_whole_sentence_passes_on_whoever_speaks_in_it() -> None:
    told = 'NID spokesman Erik Lund told the Coast News Agency that "roughly 100" of them were officers, Northwind Wire reported.'
    assert names(told, "of them were officers") == ["Erik Lund", "Northwind Wire", "Orlan Wire"]
    cited = "Eight soldiers were killed, the Arden Mirror reported citing channel Front Notes, which cited a soldier."
    assert len(said(document(cited))) == 1


def test_who_is_told_of_by_according_to_passes_on_what_another_said() -> None:
    text = "According to two committee members, the ministry, MOD, added that a further 30 soldiers were missing."
    assert names(text, "30 soldiers were missing")[1:] == ["two committee members", "Orlan Wire"]


def test_a_denial_and_what_it_denies_have_their_own_speakers() -> None:
    text = "The ministry said 12 soldiers had been killed, but the rebels denied that they had attacked the post."
    assert names(text, "12 soldiers had been killed")[0] == "ministry"
    denial = speakers(text, "they had attacked the post")[0]
    assert (denial.name, denial.kind, denial.stance) == ("rebels", "party", "denies")


def test_pronouns_and_acronyms_lead_back_to_one_source() -> None:
    text = (
        "The Office for Harbour Security (OHS) said on Monday that six sailors were hurt.\n\n"
        "It added that two sailors were missing. The OHS said none was a civilian."
    )
    first, second, third = (
        speakers(text, w)[0] for w in ("six sailors were hurt", "two sailors were missing", "none was a civilian")
    )
    assert first.source == second.source == third.source
    assert third.name == "Office for Harbour Security"


def test_letters_of_an_acronym_in_another_order_are_the_same_source() -> None:
    text = (
        "The Institute for Northern Defence Strategy, or INDS, said 40 men were sent. According to the IDNS report, 20 came home."
    )
    assert names(text, "20 came home")[0] == "Institute for Northern Defence Strategy"


def test_a_person_is_named_before_the_institution() -> None:
    text = "The head of the State Rescue Service, Olena Kravets, said rescuers had found seven bodies."
    by = speakers(text, "seven bodies")[0]
    assert (by.name, by.affiliation, by.kind) == ("Olena Kravets", "State Rescue Service", "emergency")


def test_the_spokesman_of_a_ministry_is_the_ministry() -> None:
    text = "A spokesman for the interior ministry told reporters that five policemen were killed."
    assert names(text, "five policemen were killed") == ["interior ministry", "Orlan Wire"]


def test_a_withheld_name_stays_a_description() -> None:
    by = speakers(
        "Two Western officials, speaking on condition of anonymity, said that 8,000 troops had been sent.", "8,000 troops"
    )[0]
    assert (by.name, by.kind, by.unnamed) == ("Two Western officials", "anonymous", True)


def test_an_impersonal_passive_lends_its_stance_to_who_tells_it() -> None:
    text = "The ministry said that some 20 sappers were believed to have been sent home."
    by = speakers(text, "20 sappers were believed to have been sent home")[0]
    assert (by.name, by.stance) == ("ministry", "believes")
    assert by.certainty is not None
    assert by.certainty[1] < 0.9


def test_a_modal_lowers_certainty_and_leaves_the_stance() -> None:
    by = speakers("The governor said that 30 villagers may have died.", "30 villagers may have died")[0]
    assert (by.stance, by.certainty) == ("says", (0.2, 0.6))


def test_the_day_of_the_event_is_no_day_of_saying() -> None:
    text = "At least 12 people died in the market on Monday, the hospital's director, Samuel Kollie, told Radio Lofa."
    assert speakers(text, "12 people died")[0].said is None


def test_an_earlier_figure_that_is_withdrawn_is_retracted() -> None:
    text = (
        "Ten soldiers were killed, the joint command said on Monday evening, updating a statement of the morning "
        "in which it gave seven dead."
    )
    assert speakers(text, "seven dead")[0].stance == "retracts"


def test_a_sentence_between_two_of_one_speaker_is_that_speakers() -> None:
    text = (
        "The joint command explained that two wounded men had not survived. Two men are still under treatment. "
        "It said that air strikes killed 13 militants."
    )
    assert names(text, "Two men are still under treatment")[0] == "joint command"


def test_a_headline_with_a_colon_is_attributed() -> None:
    text = (
        "Nine sappers killed near Brod: ministry\n\nNine sappers died near Brod on Sunday, the defence ministry said on Monday."
    )
    assert names(text, "Nine sappers killed")[0] == "defence ministry"


def test_a_place_before_a_colon_says_nothing() -> None:
    text = "BRODNICA: A youth attacked the gate of a police school on Monday and hurt nineteen recruits before guards shot him."
    assert names(text, "hurt nineteen recruits") == ["Orlan Wire"]


def test_a_capital_speaks_for_its_government() -> None:
    by = speakers("Tallinn confirmed on Monday that four soldiers had died.", "four soldiers had died")[0]
    assert (by.kind, by.party, by.stance) == ("government", "estonia", "confirms")


def test_an_intention_is_told_by_the_outlet() -> None:
    assert names("Norland plans to station a further 90 marines on the islands.", "station a further 90 marines") == [
        "Orlan Wire"
    ]


def test_the_same_text_gives_the_same_statements() -> None:
    d = document("The army put the dead at seven. It denied that it had fired.")
    assert said(d) == said(d)


def test_the_layer_has_the_outermost_attributions_and_each_word_of_content_once() -> None:
    d = document("The ministry said 12 soldiers had been killed, but the rebels denied that they had attacked the post.")
    rows = attributions_row(d.name, said(d))["attributions"]
    held = [tuple(piece) for row in rows for piece in row["content"]]
    assert [d.text[slice(*row["cue"][0])] for row in rows] == ["said", "denied"]
    assert [row["stance"] for row in rows] == ["says", "denies"]
    assert len(held) == len(set(held))


def test_a_name_with_a_hyphen_stays_whole() -> None:
    by = speakers(
        "ORL-Estonia, an Estonian news agency, reported on Sunday that a strike killed about 50 sappers.", "about 50 sappers"
    )[0]
    assert (by.name, by.kind, by.party) == ("ORL-Estonia", "media", "estonia")


def test_an_affiliated_institute_keeps_its_own_name_and_its_patrons_side() -> None:
    text = (
        "South Korea's Northern Affairs Service (NAS) said two men fell. The Institute for Sea Strategy, a think tank affiliated "
        "with the NAS, stated in a report on Friday that the North may send 40 divers."
    )
    by = speakers(text, "may send 40 divers")[0]
    assert (by.name, by.kind, by.affiliation) == ("Institute for Sea Strategy", "think-tank", "Northern Affairs Service")
    assert (by.stance, by.party) == ("reports", "south korea")


def test_a_hospital_named_after_a_town_speaks_with_its_whole_name() -> None:
    assert names("Twenty people were wounded, Tarn General Hospital said.", "Twenty people")[0] == "Tarn General Hospital"


def test_an_outlet_that_no_list_has_is_a_medium() -> None:
    by = speakers("At least 12 people were killed, the Velinsk Gazette reported.", "12 people")
    assert next((a.name, a.kind) for a in by) == ("Velinsk Gazette", "media")


def test_reports_without_an_author_and_bare_quantities_are_no_sources() -> None:
    for text in (
        "Initial reports indicate that 12 people were killed.",
        "Thousands said 12 people were killed.",
        "Each said that 12 people were killed.",
        "The raid came after intelligence indicated that 12 people were killed.",
    ):
        assert names(text, "12 people were killed") == ["Orlan Wire"]


def test_words_of_time_beside_a_source_are_no_part_of_it() -> None:
    assert names("Tuesday the ministry in Orlo said 12 people were killed.", "12 people")[0] == "ministry in Orlo"
    assert names("Kelmar Today said 12 people were killed.", "12 people")[0] == "Kelmar Today"


def test_the_army_of_a_country_that_no_table_has_is_a_party() -> None:
    by = speakers("Kelmar's army said it had killed 40 Sarkan soldiers.", "40 Sarkan soldiers")
    assert by[0].party == "kelmar"


def test_a_name_right_behind_a_role_is_the_speakers() -> None:
    assert names("Regional governor Ilya Brask said 12 people died.", "12 people died")[0] == "Ilya Brask"


def test_two_persons_of_one_surname_are_two() -> None:
    text = 'Governor Ilya Brask said seven people died. "We buried three neighbours," said Anna Brask, a teacher.'
    assert names(text, "three neighbours")[0] == "Anna Brask"


def test_a_country_before_a_role_is_no_part_of_a_name() -> None:
    assert names("Maravian Defense Minister Arkady Volin rejected the figures on Monday.", "the figures")[0] == "Arkady Volin"
    spokesman = speakers(
        '"Six soldiers were killed," Kelso defence ministry spokesman Anton Reyl told Sund Daily.', "Six soldiers"
    )
    assert (spokesman[0].name, spokesman[0].kind) == ("Anton Reyl", "government")


def test_words_that_only_call_what_was_told_untrue_deny_it() -> None:
    before = "Lorska said 1,200 soldiers were killed. "
    false = speakers(before + "Maravia's foreign ministry said the reports were false.", "the reports were false")
    assert [a.stance for a in false] == ["denies", "publishes"]
    lies = speakers(before + '"These are fabrications," said Maravian spokesman Anton Reyl.', "These are fabrications")
    assert (lies[0].name, lies[0].stance) == ("Anton Reyl", "denies")
    more = speakers("The ministry said the reports were false and that six soldiers died.", "six soldiers died")
    assert more[0].stance == "says"
    not_false = speakers(before + "Maravia's foreign ministry said the reports were not false.", "the reports were not")
    assert not_false[0].stance == "says"


def test_who_takes_a_figure_back_or_casts_doubt_on_it() -> None:
    before = "The Lund Centre said 1,200 soldiers were killed. "
    back = speakers(before + "The centre later withdrew the figure.", "withdrew the figure")
    assert (back[0].name, back[0].stance) == ("Lund Centre", "retracts")
    took = speakers("On Tuesday Lorska took back its claim that 1,200 soldiers were killed.", "1,200 soldiers were killed")
    assert (took[0].name, took[0].stance) == ("Lorska", "retracts")
    doubt = speakers("Lorska said 1,200 died. The Lund Centre cast doubt on the figure of 1,200.", "the figure of 1,200")
    assert (doubt[0].name, doubt[0].stance) == ("Lund Centre", "doubts")


def test_a_claim_that_somebody_could_not_confirm_is_no_doubt_of_theirs() -> None:
    text = "Lorska said 1,200 soldiers were killed. The claim was not confirmed by Maravia."
    assert next((a.name, a.stance, a.certainty) for a in speakers(text, "The claim")) == ("Maravia", "says", (0.2, 0.8))
    neither = speakers("President Yuri Gorin neither confirmed nor denied the reports on Monday.", "the reports")
    assert (neither[0].name, neither[0].stance, neither[0].certainty) == ("Yuri Gorin", "says", (0.05, 0.95))


def test_a_relative_clause_that_describes_a_speaker_says_nothing_and_lends_no_day() -> None:
    put = said(document("The alliance, which confirmed the deployment last month, put the figure at 3,000 soldiers."))
    assert [(s.said_by[0].name, s.said_by[0].stance, s.said_by[0].said) for s in put] == [("alliance", "says", None)]
    officer = said(document('"Forty soldiers were killed," said an officer who asked not to be named.'))
    assert [s.said_by[0].name for s in officer] == ["officer"]
