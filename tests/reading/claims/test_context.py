"""Which day and place of a text belong to a figure? Fictional reports, read by the real model."""

from sayso.model import Claim
from sayso.reading.read import read
from sayso.schema import make_document
from sayso.weights import load


def claims(text: str, published: str = "2032-06-11") -> tuple[Claim, ...]:
    document = make_document(name="d", text=text, published=published, outlet="Orlan Wire")
    return read(document, load(), "all").claims


def claim(text: str, quote: str) -> Claim:
    """The claim whose words hold the quote."""
    found = claims(text)
    return next(c for c in found if quote in c.quote)


def place(text: str, quote: str) -> str | None:
    where = claim(text, quote).where
    return where.name if where is not None else None


def days(text: str, quote: str) -> tuple[str, str] | None:
    when = claim(text, quote).when
    return (when.first.isoformat(), when.last.isoformat()) if when is not None else None


def test_a_speakers_seat_is_no_site() -> None:
    text = "A mine killed four herders near Gossi on Tuesday. A security source in Bamako said nine people were wounded."
    assert place(text, "nine people were wounded") == "Gossi"


def test_the_place_where_somebody_speaks_is_no_site() -> None:
    text = "Rebels shelled a market in Kadugli on Monday. General Omar Siddig told reporters in Khartoum that 15 traders died."
    assert place(text, "15 traders died") == "Kadugli"


def test_the_wounded_are_harmed_before_they_reach_the_hospital() -> None:
    text = (
        "A bomb went off at a bus stop in Mopti on Wednesday. Seven wounded were flown by army helicopter to a hospital in Gao."
    )
    assert place(text, "Seven wounded") == "Mopti"


def test_a_hospital_named_after_a_town_is_no_site() -> None:
    text = "A shell hit a school in Kupiansk on Monday. Five pupils were injured; they are at Kharkiv Regional Hospital."
    assert place(text, "Five pupils were injured") == "Kupyansk"


def test_a_dateline_is_no_site() -> None:
    text = "NAIROBI, Kenya (Orlan Wire) — Gunmen killed six farmers near Mandera on Thursday, police said."
    assert place(text, "killed six farmers") == "Mandera"


def test_of_neighbouring_places_the_narrower_is_taken() -> None:
    text = "Two soldiers were killed in Pokrovsk in Ukraine's Donetsk region on Monday, the army said."
    assert place(text, "Two soldiers were killed") == "Pokrovsk"


def test_each_of_two_figures_has_the_place_that_stands_by_it() -> None:
    text = "Raids killed 21 people in Mali and six in Niger last week, the Sahel Count said."
    found = {c.quantity.best: c.where.name for c in claims(text) if c.quantity is not None and c.where is not None}
    assert found == {21: "Mali", 6: "Niger"}


def test_those_who_have_troops_are_elsewhere() -> None:
    text = "Fighting in Ituri goes on. Uganda, which keeps about 2,500 soldiers in the province, was silent."
    assert place(text, "2,500 soldiers") == "Ituri"


def test_sections_of_a_round_up_take_nothing_over_from_one_another() -> None:
    text = (
        "ROUND-UP\n\n"
        "HOMS. A wall fell on two students at Palmyra on Wednesday and killed them, medics said.\n\n"
        "ALEPPO. A fire broke out in a silk mill. The brigade says 11 dead.\n\n"
        "LATAKIA. Fishermen went on strike."
    )
    found = claim(text, "11 dead")
    assert found.where is not None
    assert found.where.name == "Aleppo"
    assert found.when is None


def test_speakers_who_take_turns_are_no_sections() -> None:
    text = (
        "ANNA: Last night a ferry burned at Batumi.\n\n"
        "GIORGI: And then?\n\n"
        "ANNA: Twelve passengers were killed there, the captain says.\n\n"
        "GIORGI: That many?"
    )
    assert place(text, "Twelve passengers were killed") == "Batumi"


def test_a_day_of_speaking_is_no_day_of_the_event() -> None:
    text = "The ministry said on Wednesday that four sailors had drowned on Monday off Batumi."
    assert days(text, "four sailors") == ("2032-06-07", "2032-06-07")


def test_a_period_right_behind_a_cue_is_the_periods_of_the_count() -> None:
    text = "Harm Watch counted 212 dead so far this year in Benin."
    assert days(text, "212 dead") == ("2032-01-01", "2032-06-11")


def test_a_headline_has_the_day_and_place_of_the_report() -> None:
    text = (
        "Market blast kills seven, mayor says\n\n"
        "An explosion at a market in Mopti on Tuesday killed nine people, the health bureau said. It had first spoken of seven."
    )
    found = claim(text, "kills seven")
    assert days(text, "kills seven") == ("2032-06-08", "2032-06-08")
    assert found.where is not None
    assert found.where.name == "Mopti"


def test_a_second_town_has_the_day_that_was_told_of_it() -> None:
    text = (
        "On Saturday a rocket fell on Afrin and four people were killed. On Sunday the market of Azaz was shelled. "
        "Five traders were wounded in Azaz, a nurse said."
    )
    assert days(text, "Five traders were wounded") == ("2032-06-06", "2032-06-06")


def test_the_town_of_long_ago_is_the_town_of_the_report() -> None:
    text = (
        "Bandits burned shops in Kaya on Monday and killed 12 people. It was the worst night since March 2027, when the town "
        "was bombed and 40 people died."
    )
    found = claim(text, "40 people")
    assert days(text, "40 people") == ("2027-03-01", "2027-03-31")
    assert found.where is not None
    assert found.where.name == "Kaya"


def test_the_sentence_right_behind_another_towns_figure_is_of_that_town() -> None:
    text = (
        "A rocket killed three people in Mykolaiv on Monday. In Odesa, a missile hit a harbour on Monday and killed two clerks. "
        "Seven people were wounded."
    )
    assert place(text, "Seven people were wounded") == place(text, "two clerks") == "Odesa"


def test_an_hour_of_speaking_is_no_time_of_the_event() -> None:
    text = "A fire at a mill in Rivne on Tuesday. Mayor Horn 09:30: three hurt."
    assert days(text, "three hurt") == ("2032-06-08", "2032-06-08")


def test_the_toll_of_a_whole_war_is_of_no_town_and_day() -> None:
    text = "Twelve people were killed in Velinsk on Friday. The war has killed more than 40,000 people."
    assert place(text, "40,000") is None
    assert days(text, "40,000") is None


def test_what_was_told_in_passing_of_last_month_is_not_the_day_of_the_next_figure() -> None:
    text = (
        "Seven people were killed in Velinsk on Friday. Last month 11 people died in a similar attack on the town. "
        "Nineteen people were wounded."
    )
    assert days(text, "11 people") == ("2032-05-01", "2032-05-31")
    assert days(text, "Nineteen people") == ("2032-06-11", "2032-06-11")


def test_without_a_day_of_publication_the_datelines_day_stands_for_it() -> None:
    text = "BRODNA, Vesland (Nov. 20, 2032) - Three soldiers were killed yesterday near Orlo."
    found = read(make_document(name="d", text=text), load(), "all")
    assert [c.when.first.isoformat() for c in found.claims if c.when is not None] == ["2032-11-19"]
    assert found.flags == ()


def test_the_number_of_a_release_is_no_date() -> None:
    text = "Release 2032-05-CA-108\nThree soldiers were killed yesterday near Orlo."
    found = read(make_document(name="d", text=text), load(), "all")
    assert [c.when for c in found.claims] == [None]


def test_those_whom_the_forces_of_an_unlisted_country_lost_are_that_countrys() -> None:
    text = "Astovian forces lost nine men near Orlo, the Sarkan army said. Astovia did not comment."
    group = claim(text, "nine men").group
    assert group is not None
    assert group.nation == "astovia"


def test_a_third_government_speaks_of_no_place_told_before_unless_of_the_same_attack_or_people() -> None:
    rebels = "The junta said 25 rebels were killed in Myawaddy on Tuesday. "
    assert place(rebels + "Washington said more than 80 civilians had died.", "80 civilians") is None
    assert place(rebels + "Washington said more than 80 civilians had died in the attack.", "80 civilians") == "Myawaddy"
    assert place(rebels + "Washington said more than 80 Burmese had died.", "80 Burmese") == "Myawaddy"
    assert place(rebels + "The United Nations said 80 civilians had died.", "80 civilians") == "Myawaddy"
