"""Claims about one matter are one event; neighbours, anniversaries and totals are others."""

import json
from dataclasses import replace
from datetime import date

from sayso.linking.link import link
from sayso.model import Claim, Document, Event, Group, Review, When
from tests.some_reports import report, says

MILL = report("a", "Nine people were killed at the Orlo mill. Four were hurt.", "2031-03-05T10:00", title="Blast at Orlo mill")
MILL_LATER = report("b", "The blast at the mill of Orlo killed 11.", "2031-03-06", "Vardan Post", "Orlo mill blast: 11 dead")
BRIDGE = report("c", "Three men died on the Tesk bridge.", "2031-03-06", title="Three die on Tesk bridge")
ROUND_UP = report(
    "d", "Eleven died at the mill in Orlo.\n\nIn 2019 a fire in Orlo killed 40 people.", "2031-03-07", title="The Orlo mill"
)

NINE = says(MILL, "Nine people", "killed", 9, day="2031-03-05", place="Orlo")
FOUR = says(MILL, "Four", "wounded", 4)
ELEVEN = says(MILL_LATER, "killed 11", "killed", 11, day="2031-03-05", place="Orlo")
THREE = says(BRIDGE, "Three men", "killed", 3, day="2031-03-05", place="Tesk bridge")
AGAIN = says(ROUND_UP, "Eleven died", "killed", 11, day="2031-03-05", place="Orlo")
FIRE = says(ROUND_UP, "killed 40", "killed", 40, day="2019-06-01", place="Orlo")

DOCUMENTS = (MILL, MILL_LATER, BRIDGE, ROUND_UP)
CLAIMS = (NINE, FOUR, ELEVEN, THREE, AGAIN, FIRE)


def event_of(claim: Claim, events: tuple[Event, ...]) -> Event:
    """The one event that holds a claim."""
    (found,) = (e for e in events if claim.id in e.claims)
    return found


def test_two_reports_of_one_blast_are_one_event() -> None:
    events = link(DOCUMENTS, CLAIMS).events
    assert event_of(NINE, events) == event_of(ELEVEN, events) == event_of(FOUR, events)


def test_another_place_on_the_same_day_is_another_event() -> None:
    events = link(DOCUMENTS, CLAIMS).events
    assert event_of(THREE, events) != event_of(NINE, events)


def test_an_older_fire_told_in_passing_is_an_event_of_its_own() -> None:
    events = link(DOCUMENTS, CLAIMS).events
    assert event_of(FIRE, events).claims == (FIRE.id,)
    assert event_of(AGAIN, events).main == ("a", "b", "d")
    assert event_of(FIRE, events).main == ()


def test_a_running_total_is_no_incident() -> None:
    told = says(MILL_LATER, "killed 11", "killed", 11, place="Orlo", scope="total")
    total = replace(told, when=When(first=date(2031, 1, 1), last=date(2031, 3, 6)))
    events = link(DOCUMENTS, (NINE, total)).events
    assert event_of(total, events) != event_of(NINE, events)
    assert "running total" in event_of(total, events).title


def test_a_running_toll_that_adds_a_few_to_the_dead_of_the_incident_is_of_it() -> None:
    text = "Nine people were killed at the Orlo mill. That brought the toll to 11. It brought another to 4,300."
    report_ = report("e", text, "2031-03-06")
    nine = says(report_, "Nine people", "killed", 9, day="2031-03-05", place="Orlo")
    grown, war = (says(report_, f"to {n:,}", "killed", n, scope="total") for n in (11, 4300))
    events = link((report_,), (nine, grown, war)).events
    assert event_of(grown, events) == event_of(nine, events) != event_of(war, events)


def test_a_running_total_without_place_or_day_is_not_called_by_the_title_of_a_strike() -> None:
    war = says(MILL, "Nine people", "killed", 9, scope="total")
    assert link((MILL,), (war,)).events[0].title == "Place and day unknown: killed, running total"


def test_a_week_later_in_the_same_town_is_another_event() -> None:
    later = says(MILL_LATER, "killed 11", "killed", 11, day="2031-03-12", place="Orlo")
    events = link(DOCUMENTS, (NINE, later)).events
    assert event_of(later, events) != event_of(NINE, events)


def test_a_first_alert_without_a_figure_is_a_document_of_the_event() -> None:
    alert = report(
        "alert", "A blast was heard at the Orlo mill by the river.", "2031-03-05T07:00", title="Blast heard at Orlo mill"
    )
    events = link((*DOCUMENTS, alert), CLAIMS).events
    assert "alert" in event_of(NINE, events).main


def test_a_title_says_place_day_and_outcomes() -> None:
    assert event_of(NINE, link(DOCUMENTS, CLAIMS).events).title == "Orlo, 5 March 2031: killed, wounded"


def test_the_id_of_an_event_outlives_a_later_report() -> None:
    before = event_of(NINE, link((MILL,), (NINE, FOUR)).events)
    after = event_of(NINE, link(DOCUMENTS, CLAIMS).events)
    assert before.id == after.id


def test_the_days_of_an_event_are_those_that_most_claims_state() -> None:
    when = event_of(NINE, link(DOCUMENTS, CLAIMS).events).when
    assert when is not None
    assert when.first.isoformat() == when.last.isoformat() == "2031-03-05"


def review(verdict: str, target: str, value: object, name: str = "r1", withdraws: str | None = None) -> Review:
    """A person's word on events."""
    at = f"2031-04-0{name[-1]}T00:00:00Z"
    return Review(id=name, target=target, verdict=verdict, by="ana", at=at, value=json.dumps(value), withdraws=withdraws)  # type: ignore[arg-type]  # drawn from the test's own words


def test_a_merge_outranks_the_score() -> None:
    events = link(DOCUMENTS, CLAIMS).events
    word = review("merge", f"event:{event_of(NINE, events).id}", event_of(THREE, events).id)
    merged = link(DOCUMENTS, CLAIMS, (word,)).events
    assert event_of(NINE, merged) == event_of(THREE, merged)


def test_a_split_outranks_the_score_and_withdrawing_it_restores_the_event() -> None:
    before = link(DOCUMENTS, CLAIMS)
    word = review("split", f"event:{event_of(NINE, before.events).id}", [ELEVEN.id])
    after = link(DOCUMENTS, CLAIMS, (word,)).events
    assert event_of(NINE, after) != event_of(ELEVEN, after)
    undone = review("note", "review:r1", None, "r2", withdraws="r1")
    assert link(DOCUMENTS, CLAIMS, (word, undone)) == before


def test_a_split_inside_one_document_holds() -> None:
    events = link(DOCUMENTS, CLAIMS).events
    word = review("split", f"claim:{FOUR.id}", event_of(NINE, events).id)
    after = link(DOCUMENTS, CLAIMS, (word,)).events
    assert event_of(FOUR, after) != event_of(NINE, after)


def test_a_link_says_why() -> None:
    (found,) = (x for x in link(DOCUMENTS, CLAIMS).links if {x.a, x.b} == {NINE.id, ELEVEN.id})
    assert dict(found.features)["same_place"] == 1.0
    assert 0 < found.score < 1


def test_claims_without_place_or_day_are_told_apart_by_words() -> None:
    texts = {
        "x": "Two climbers died under the Marrow glacier.",
        "y": "The Marrow glacier killed two climbers.",
        "z": "Two cooks died in a ferry galley.",
    }
    documents: list[Document] = [report(n, t, "2031-05-01", title=t) for n, t in texts.items()]
    claims = [says(d, "o c" if d.id != "y" else "two c", "killed", 2) for d in documents]
    events = link(documents, claims).events
    assert event_of(claims[0], events) == event_of(claims[1], events) != event_of(claims[2], events)


def test_releases_of_one_desk_that_sound_alike_are_events_of_their_own() -> None:
    towns = ("Orlo", "Tesk", "Brenna", "Marn", "Hevel", "Dorrin", "Kesk", "Ulmar", "Vardan", "Polt")
    form = "A joint patrol detained {n} suspected raiders at a compound in {t} after calling everyone out, without a shot fired."
    releases = [report(t, form.format(n=n, t=t), f"2031-0{1 + n // 3}-1{n}") for n, t in enumerate(towns, 2) if n < 10]
    claims = [says(r, "suspected raiders", "captured", n, place=r.name) for n, r in enumerate(releases, 2)]
    assert len(link(releases, claims).events) == len(releases)


def test_a_part_stays_with_its_whole_whatever_place_it_names() -> None:
    text = report("e", "Nine people were killed at Orlo, two of them from Tesk.", "2031-03-05")
    nine = says(text, "Nine people", "killed", 9, day="2031-03-05", place="Orlo")
    two = replace(says(text, "two of them", "killed", 2, day="2031-02-01", place="Tesk"), part_of=nine.id)
    (event,) = link([text], [nine, two]).events
    assert set(event.claims) == {nine.id, two.id}


def test_soldiers_lost_and_prisoners_taken_elsewhere_are_no_part_of_the_strike() -> None:
    text = report(
        "f", "Nine residents were killed in Orlo. Forty soldiers fell near Tesk. Twenty were captured at Brenna.", "2031-03-05"
    )
    civil, armed = Group(text="residents", role="civilian"), Group(text="soldiers", role="military")
    nine = replace(says(text, "Nine residents", "killed", 9, day="2031-03-04", place="Orlo"), group=civil)
    forty = replace(says(text, "Forty soldiers", "killed", 40, day="2031-03-04", place="Tesk"), group=armed)
    twenty = says(text, "Twenty were", "captured", 20, day="2031-03-04", place="Brenna")
    assert len(link([text], [nine, forty, twenty]).events) == 3


def test_undated_reports_that_share_place_figure_and_story_are_one_event() -> None:
    first = replace(report("g", "A crane fell on the ferry quay of Orlo and killed 14 dockers.", "2031-03-05"), published=None)
    second = replace(report("h", "Fourteen dead: a crane toppled onto dockers at Orlo's quay.", "2031-03-05"), published=None)
    claims = [says(first, "14 dockers", "killed", 14, place="Orlo"), says(second, "Fourteen dead", "killed", 14, place="Orlo")]
    assert len(link([first, second], claims).events) == 1


def test_what_happened_last_month_is_another_event_even_on_the_first_of_a_month() -> None:
    text = report("i", "Nine died in Orlo on Tuesday. Last month 11 people died in a like attack there.", "2031-04-01")
    nine = says(text, "Nine died", "killed", 9, day="2031-04-01", place="Orlo")
    month = When(first=date(2031, 3, 1), last=date(2031, 3, 31))
    eleven = replace(says(text, "11 people died", "killed", 11, place="Orlo"), when=month)
    assert len(link([text], [nine, eleven]).events) == 2


def test_reports_of_other_nations_are_one_event_only_by_their_places() -> None:
    first = report("n1", "Drones hit Orlo overnight and killed three people, the interior ministry said.", "2031-03-06")
    second = report("n2", "At least 38 Peruvians were killed overnight, the health ministry said.", "2031-03-06", "Vardan Post")
    placed = says(first, "killed three", "killed", 3, day="2031-03-05", place="Orlo", country="MN")
    loose = replace(says(second, "38 Peruvians", "killed", 38, day="2031-03-05"), group=Group(nation="peru"))
    events = link((first, second), (placed, loose)).events
    assert event_of(placed, events) != event_of(loose, events)
    ours = replace(loose, group=Group(nation="mongolia"))
    assert event_of(placed, link((first, second), (placed, ours)).events).claims == (placed.id, ours.id)


def test_what_two_governments_say_of_their_own_is_not_of_the_place_that_a_third_names() -> None:
    told = report("r", "Lima said five of its sailors were hurt. Ulan Bator said 20 herders were killed in Orlo.", "2031-03-06")
    hurt = replace(says(told, "five of its sailors", "wounded", 5), group=Group(nation="peru"))
    killed = replace(says(told, "20 herders", "killed", 20, place="Orlo"), group=Group(nation="mongolia"))
    events = link((told,), (hurt, killed)).events
    assert event_of(hurt, events) != event_of(killed, events)


def test_one_who_dies_of_wounds_later_does_not_date_the_event() -> None:
    told = report("w", "Five people were killed in Orlo. Three days later two of the wounded died.", "2031-03-09")
    five = says(told, "Five people", "killed", 5, day="2031-03-05", place="Orlo")
    wide = replace(five, when=When(first=date(2031, 3, 4), last=date(2031, 3, 5)))
    two = replace(says(told, "two of the wounded", "killed", 2, day="2031-03-08", place="Orlo"), part_of=wide.id)
    assert event_of(two, link((told,), (wide, two)).events).when == When(first=date(2031, 3, 4), last=date(2031, 3, 5))


def test_a_claim_that_a_person_puts_into_an_event_takes_nothing_out_of_it() -> None:
    texts = [
        report(f"d{n}", f"{n + 11} people died at the Orlo mill on Monday.", "2031-03-04", outlet=f"Post {n}") for n in range(4)
    ]
    told = [says(d, f"{n + 11} people", "killed", n + 11, day="2031-03-03", place="Orlo") for n, d in enumerate(texts)]
    odd_text = report("odd", "Nine herders froze on a far pass years ago.", "2031-03-04")
    odd = says(odd_text, "Nine herders", "killed", 9, day="2029-01-01", place="Tesk")
    documents, claims = [*texts, odd_text], [*told, odd]
    before = link(documents, claims).events
    home = next(e for e in before if told[0].id in e.claims)
    word = Review(id="r", target=f"claim:{odd.id}", verdict="merge", by="Ana", at="2031-04-01T00:00:00Z", value=f'"{home.id}"')
    after = next(e for e in link(documents, claims, [word]).events if odd.id in e.claims)
    assert set(after.claims) == {*home.claims, odd.id}


def test_two_unknown_places_with_a_figure_each_are_two_events_of_one_chronicle() -> None:
    text = report("a", "14 Sept.: 23 dead in Halm, the service says. In Verr, 17 die in a landslide.", "2031-09-30")
    dead = says(text, "23 dead", "killed", 23, day="2031-09-14", place="Halm", country=None)
    slide = says(text, "17 die", "killed", 17, day="2031-09-14", place="Verr", country=None)
    again = replace(slide, id="again", span=dead.span, quantity=dead.quantity)
    assert len(link([text], [dead, slide]).events) == 2
    assert len(link([text], [dead, again]).events) == 1


def test_the_entries_of_a_live_blog_are_matters_of_their_own_unless_they_name_one_place() -> None:
    text = "20:45\nSix died in Halm.\n\n11:00\nThe army lost 910.\n\n08:00 - Two more were hurt in Halm.\n\nIn all 14 were hurt."
    blog = report("a", text, "2031-09-30")
    six, lost = says(blog, "Six died", "killed", 6, day="2031-09-29", place="Halm"), says(blog, "910", "killed", 910)
    two = says(blog, "Two more", "wounded", 2, day="2031-09-29", place="Halm")
    spans = [(i, i + 4) for i in (text.index("Halm"), text.rindex("Halm"))]
    placed = [replace(c, where=replace(c.where, span=at)) for c, at in zip((six, two), spans, strict=True) if c.where]
    found = [set(e.claims) for e in link([blog], [*placed, lost]).events]
    assert sorted(map(sorted, found)) == sorted(map(sorted, ({six.id, two.id}, {lost.id})))
    plain = report("a", text.replace("11:00\n", "").replace("08:00 - ", ""), "2031-09-30")
    assert len(link([plain], [six, replace(lost, span=(30, 40))]).events) == 1


def test_two_addresses_of_a_known_country_with_a_figure_each_are_one_event() -> None:
    text = report("a", "Two were found dead on Alder Trail, the police said. Three more were dead on Beech Drive.", "2031-09-30")
    first = says(text, "Two were found dead", "killed", 2, day="2031-09-29", place="Alder Trail", country="US")
    more = says(text, "Three more", "killed", 3, day="2031-09-29", place="Beech Drive", country="US")
    assert len(link([text], [first, more]).events) == 1
