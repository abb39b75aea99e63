"""Which speakers of different reports are one source, told in short invented cases."""

from dataclasses import replace

import pytest

from sayso.linking.corrected import member
from sayso.linking.identity import Identified, identify
from sayso.linking.speakers import Spoken, step_id
from sayso.model import Attribution, Document, Event, Kind, Source


def step(
    name: str, kind: Kind = "media", party: str | None = None, of: str | None = None, *, unnamed: bool = False
) -> Attribution:
    """Give a speaker, of a body, as one document's reading has it."""
    return Attribution(name=name, kind=kind, party=party, affiliation=of, unnamed=unnamed, source=f"k-{name}-{party}")


def found(
    *told: tuple[str, Attribution],
    texts: dict[str, str] | None = None,
    events: tuple[Event, ...] = (),
    said: tuple[Source, ...] = (),
) -> Identified:
    """Give the sources of statements, each a document's name and its speaker."""
    names = sorted({d for d, _ in told})
    documents = [Document(id=d, name=d, text=(texts or {}).get(d, "Nothing else.")) for d in names]
    spoken: list[Spoken] = [(d, (a,)) for d, a in told]
    return identify(documents, spoken, (), events, said)


def apart(*told: tuple[str, Attribution], texts: dict[str, str] | None = None, said: tuple[Source, ...] = ()) -> int:
    """Give how many sources there are."""
    return len(found(*told, texts=texts, said=said).sources)


def test_one_name_in_two_reports_is_one_source_and_the_evidence_names_both() -> None:
    (source,) = found(("a", step("Orlan Wire")), ("b", step("Orlan Wire (late edition)", "outlet"))).sources
    assert (source.statements, source.aliases) == (2, ("Orlan Wire (late edition)",))
    assert source.evidence == ("the same name, “Orlan Wire”, “Orlan Wire (late edition)”: a, b",)


def test_ministries_of_different_states_are_apart_and_those_of_one_state_are_one() -> None:
    kelmar, vostria = (
        step("Kelmar's interior ministry", "government", "kelmar"),
        step("interior ministry", "government", "vostria"),
    )
    again = step("Ministry of the Interior of Kelmar", "government", "kelmar")
    assert apart(("a", kelmar), ("b", vostria)) == 2
    assert apart(("a", kelmar), ("b", replace(again, name="Interior Ministry of Kelmar"))) == 1


@pytest.mark.parametrize(
    "who",
    [
        step("two officials", "anonymous", "kelmar", unnamed=True),
        step("the ministry", "government", unnamed=True),
        step("a Kelmari broadcaster", "media", "kelmar", unnamed=True),
        step("Ibrahim", "witness"),
        step("State Border Guard Service", "government"),
        step("MoD", "government"),
    ],
)
def test_who_is_not_told_from_others_stays_within_the_report(who: Attribution) -> None:
    result = found(("a", who), ("b", who))
    assert [s.document for s in result.sources if s.document] == ["a", "b"] or len(result.sources) == 2


INTRODUCED = {"a": "The Institute for River Safety Studies (IRSS) spoke. IRSS counts barges."}
FULL = step("Institute for River Safety Studies", "think-tank")


def test_an_acronym_is_the_name_that_another_report_gives_for_it() -> None:
    (source,) = found(("a", FULL), ("b", step("IRSS report", "think-tank")), texts=INTRODUCED).sources
    assert source.name == "Institute for River Safety Studies"
    assert source.aliases == ("IRSS report",)
    assert source.evidence[1] == "“IRSS” stands for Institute for River Safety Studies: so explained in a; so called in b"


def test_a_misspelt_acronym_is_the_only_one_a_slip_away_where_the_kind_is_the_same() -> None:
    (source,) = found(("a", FULL), ("b", step("IRS", "think-tank")), texts=INTRODUCED).sources
    assert "taken for a slip for IRSS" in source.evidence[1]
    assert apart(("a", FULL), ("b", step("IRS", "government")), texts=INTRODUCED) == 2
    other = {**INTRODUCED, "b": "The Inland Road Survey (IRS) has no figures."}
    assert apart(("a", FULL), ("b", step("IRS", "think-tank")), texts=other) == 2


def test_an_acronym_that_two_reports_explain_differently_is_neither() -> None:
    two = {**INTRODUCED, "c": "The Inland Road and Station Survey (IRSS) has no figures."}
    survey = step("Inland Road and Station Survey", "think-tank")
    assert apart(("a", FULL), ("c", survey), ("b", step("IRSS", "think-tank")), texts=two) == 3


def test_an_acronym_of_several_bodies_is_one_only_with_a_side() -> None:
    bare, sided = step("INSS", "think-tank"), step("INSS", "think-tank", "south korea")
    assert apart(("a", bare), ("b", bare)) == 2
    assert apart(("a", sided), ("b", sided), ("c", bare)) == 2
    two = {**INTRODUCED, "c": "The Inland Road and Station Survey (IRSS) has no figures."}
    irss = step("IRSS", "think-tank")
    assert apart(("b", irss), ("d", irss), ("c", step("Orlan Wire")), ("a", FULL), texts=two) == 4


def test_a_surname_is_the_full_name_of_the_same_rank_or_affiliation_only() -> None:
    full = step("Óscar Tellan", "military", of="Joint Command")
    texts = {"a": "Colonel Óscar Tellan spoke.", "b": "Col. Tellan spoke again.", "c": "Tellan is a farmer."}
    assert apart(("a", full), ("b", step("Tellan", "military")), texts=texts) == 1
    assert apart(("a", full), ("b", step("Tellan", "military", of="Joint Command"))) == 1
    assert apart(("a", full), ("b", step("Tellan", "military", of="Orlan Brigade")), texts=texts) == 2
    assert apart(("a", full), ("c", step("Tellan", "military")), texts=texts) == 2


def test_a_surname_of_two_full_names_is_neither() -> None:
    texts = {"a": "Colonel Óscar Tellan spoke.", "b": "Colonel Tellan spoke again.", "c": "Colonel Iva Tellan spoke."}
    told = (("a", step("Óscar Tellan", "military")), ("c", step("Iva Tellan", "military")), ("b", step("Tellan", "military")))
    assert apart(*told, texts=texts) == 3


def test_one_name_with_two_affiliations_is_two_people_and_the_evidence_says_so() -> None:
    result = found(
        ("a", step("Ana Ruel", "police", of="Orlan harbour police")),
        ("b", step("Ana Ruel", "police", of="Tesk customs")),
    )
    assert [s.evidence[-1] for s in result.sources if s.affiliation == "Tesk customs"] == [
        "kept apart from others of this name: affiliation tesk customs"
    ]
    assert len(result.sources) == 2


def test_a_government_holds_its_bodies() -> None:
    whole, part = step("Ana Ruel", "police", of="government of Orlan"), step("Ana Ruel", "police", of="Orlan harbour police")
    assert apart(("a", whole), ("b", part)) == 1


def test_a_name_of_unlike_sorts_is_not_one_source() -> None:
    assert apart(("a", step("Nora Tellan", "medical")), ("b", step("Nora Tellan", "witness"))) == 2


def test_one_letter_in_a_long_word_is_a_slip_where_more_reports_have_the_other_spelling() -> None:
    right, wrong = step("Orlan Observatory", "monitor"), step("Orlan Observtory", "monitor")
    assert apart(("a", right), ("b", right), ("c", wrong)) == 1
    assert apart(("a", right), ("c", wrong)) == 2
    assert apart(("a", step("Northern Orlan Watch", "monitor")), ("b", step("Southern Orlan Watch", "monitor"))) == 2


def test_a_bare_name_of_a_body_is_one_in_reports_of_one_event() -> None:
    division = step("Second Division", "military")
    event = Event(id="e-1", title="Orlan", claims=(), documents=("a", "b", "c"), main=("a", "b"))
    result = found(("a", division), ("b", division), ("c", division), events=(event,))
    assert sorted(s.statements for s in result.sources) == [1, 2]
    (both,) = (s for s in result.sources if s.statements == 2)
    assert any(why.startswith("kept to the reports of one event") for why in both.evidence)


def test_an_outlet_is_known_without_its_last_word() -> None:
    (source,) = found(("a", step("Iron Echo channel", "outlet")), ("b", step("Iron Echo", "other"))).sources
    assert source.name == "Iron Echo"


def test_a_party_that_a_person_set_joins_and_parts() -> None:
    bare, sided = step("defence ministry", "government", unnamed=True), step("Kelmar's defence ministry", "government", "kelmar")
    word = Source(
        id="s-1", name="defence ministry", party="kelmar", settled=("party",), members=(member("b", step_id(bare) or ""),)
    )
    assert apart(("a", sided), ("b", bare)) == 2
    assert apart(("a", sided), ("b", bare), said=(word,)) == 1
    assert apart(("a", sided), ("b", bare), said=(replace(word, party="vostria"),)) == 2


def test_a_name_that_a_person_says_is_not_its_leaves_a_source() -> None:
    told = (("a", FULL), ("b", step("IRS", "think-tank")))
    word = Source(id="s-1", name=FULL.name, settled=(), apart=("IRS",), members=(member("b", "k-IRS-None"),))
    assert apart(*told, texts=INTRODUCED, said=(word,)) == 2


HQ = "Joint Headquarters of Lorska"


def test_a_full_name_without_a_side_is_the_one_of_a_side_unless_there_are_two() -> None:
    sided, bare = step(HQ, "military", "lorska"), step(HQ, "other")
    assert apart(("a", sided), ("b", bare)) == 1
    assert apart(("a", sided), ("b", step(HQ, "military"))) == 1
    assert apart(("a", sided), ("c", step(HQ, "military", "tesk")), ("b", bare)) == 3
    assert apart(("a", sided), ("b", step(HQ, "media"))) == 2


def test_a_party_spelt_as_the_land_and_as_its_people_is_one() -> None:
    land, people = step("Lorskan Harbour Command", "military", "lorska"), step("Lorskan Harbour Command", "military", "lorskan")
    (source,) = found(("a", land), ("b", people)).sources
    assert source.party == "lorska"
    ministries = (
        step("Lorska's defence ministry", "government", "lorska"),
        step("Lorskan defence ministry", "government", "lorskan"),
    )
    assert apart(("a", ministries[0]), ("b", ministries[1])) == 1
    assert apart(("a", land), ("b", step("Lorskan Harbour Command", "military", "orlan"))) == 2


GUARD = step("State Border Guard Service", "media")
ON_GUARD = Source(
    id="s-1",
    name=GUARD.name,
    kind="government",
    party="orlan",
    settled=("kind", "party"),
    members=(member("a", step_id(GUARD) or ""),),
)


def test_what_a_person_said_bears_on_a_later_report_of_the_same_name() -> None:
    (source,) = found(("a", GUARD), ("b", GUARD), said=(ON_GUARD,)).sources
    assert (source.statements, source.party, source.document) == (2, "orlan", None)
    assert apart(("a", GUARD), ("b", replace(GUARD, party="tesk")), said=(ON_GUARD,)) == 2
    assert apart(("a", GUARD), ("b", GUARD), said=(ON_GUARD, replace(ON_GUARD, id="s-2", members=("k@b",)))) == 1


def test_what_a_person_said_of_a_bare_description_stays_in_its_report() -> None:
    ministry = step("the ministry", "government", unnamed=True)
    word = Source(
        id="s-1", name="the ministry", party="orlan", settled=("party",), members=(member("a", step_id(ministry) or ""),)
    )
    assert apart(("a", ministry), ("b", ministry), said=(word,)) == 2


def test_a_name_that_a_person_gave_a_source_is_its_in_later_reports_but_not_where_they_explain_it() -> None:
    word = replace(ON_GUARD, aliases=("SBGS",), settled=("party", "aliases"))
    short = step("SBGS", "other")
    result = found(("a", GUARD), ("b", short), said=(word,))
    (source,) = result.sources
    assert any("a person says that “SBGS” is a name of State Border Guard Service" in why for why in source.evidence)
    other = {"b": "The Sarn Bay Grain Syndicate (SBGS) spoke."}
    assert apart(("a", GUARD), ("b", short), texts=other, said=(word,)) == 2


def test_an_acronym_in_brackets_is_an_alias_though_the_text_names_the_state_before_it() -> None:
    bureau = step("Vostrian State Security Bureau", "intelligence")
    texts = {"a": "The Vostrian State Security Bureau (SSB) spoke."}
    (source,) = found(("a", bureau), texts=texts).sources
    assert source.aliases == ("SSB",)
    word = Source(id="s-1", name=bureau.name, settled=(), apart=("SSB",), members=(member("a", step_id(bureau) or ""),))
    (source,) = found(("a", bureau), texts=texts, said=(word,)).sources
    assert source.aliases == ()
