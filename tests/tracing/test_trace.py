"""Who counted, and who repeats whom: the lines of one event."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Claim, Document, Event, Group, Line, Quantity, Role
from sayso.tracing.trace import trace
from tests.some_reports import report, says, speaker

HARBOUR = speaker("Orlan harbour hospital", "medical")
MINISTRY = speaker("Ministry of Works", "government")

WIRE = report(
    "a-wire",
    "ORLAN - The Orlan harbour hospital said 17 people were killed and 31 hurt when the ferry burned. "
    "Its lifeboats hung on rusted davits.",
    "2031-03-05T08:00",
    "Orlan Wire",
)
W17, W31 = says(WIRE, "17 people", "killed", 17, HARBOUR), says(WIRE, "31 hurt", "wounded", 31, HARBOUR)


def event(documents: Sequence[Document], claims: Sequence[Claim]) -> Event:
    """One event of which all these documents mainly tell."""
    ids = tuple(d.id for d in documents)
    return Event(id="e-1", title="Ferry", claims=tuple(c.id for c in claims), documents=ids, main=ids)


def lines(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Line, ...]:
    """The lines of one event."""
    return trace(documents, claims, [event(documents, claims)])


def hows(line: Line) -> dict[str, str]:
    """How each document of a line came by its figures."""
    return {r.id: r.how for r in line.documents}


def test_an_agency_that_quotes_a_hospital_makes_the_hospital_the_origin() -> None:
    (line,) = lines([WIRE], [W17, W31])
    assert (line.origin, line.kind, hows(line)) == ("Orlan harbour hospital", "medical", {"a-wire": "origin"})


def test_a_verbatim_copy_stands_on_the_line_of_its_original() -> None:
    copy = report("b-copy", WIRE.text, "2031-03-05T12:00", "Bay Post")
    (line,) = lines([WIRE, copy], [W17, W31, says(copy, "17 people", "killed", 17, HARBOUR)])
    assert hows(line) == {"a-wire": "origin", "b-copy": "verbatim"}


def test_a_retelling_without_credit_goes_back_to_what_was_published_before() -> None:
    retold = report(
        "b-retold",
        "Rusted davits held the lifeboats fast while the Orlan ferry burned: 17 dead, 31 with burns.",
        "2031-03-06",
        "Bay Post",
    )
    claims = [W17, W31, says(retold, "17 dead", "killed", 17), says(retold, "31 with", "wounded", 31)]
    (line,) = lines([WIRE, retold], claims)
    assert hows(line)["b-retold"] == "paraphrase"


def test_killed_and_wounded_swapped_in_the_retelling_stay_on_the_line() -> None:
    retold = report(
        "b-swap", "Rusted davits and lifeboats: 31 died on the Orlan ferry and 17 lived with burns.", "2031-03-06", "Bay Post"
    )
    claims = [W17, W31, says(retold, "31 died", "killed", 31), says(retold, "17 lived", "wounded", 17)]
    (line,) = lines([WIRE, retold], claims)
    assert {t.outcome: t.best for t in line.figures} == {"killed": 17, "wounded": 31}


def test_a_figure_of_others_that_a_speaker_doubts_is_not_added_to_its_own() -> None:
    ward = report(
        "b-ward",
        "The Orlan harbour hospital said 17 crew were killed. It found nothing to bear out that 40 marines died.",
        "2031-03-06",
        "Bay Post",
    )
    doubted = replace(
        says(ward, "40 marines", "killed", 40, replace(HARBOUR, stance="doubts")), group=Group(text="marines", role="military")
    )
    crew = replace(says(ward, "17 crew", "killed", 17, HARBOUR), group=Group(text="crew", role="civilian"))
    (line,) = lines([ward], [crew, doubted])
    assert [(t.outcome, t.best) for t in line.figures] == [("killed", 17)]


def test_what_a_speaker_fears_or_foretells_does_not_displace_what_it_counted() -> None:
    text = "The Orlan harbour hospital said 17 people were killed. The hospital fears 60 dead, and 90 may die of their burns."
    ward = report("b-ward", text, "2031-03-06", "Bay Post")
    fears = replace(says(ward, "60 dead", "killed", 60, HARBOUR), status="feared")
    foretells = replace(says(ward, "90 may die", "killed", 90, HARBOUR), status="possible")
    for documents, claims in (
        ([ward], [says(ward, "17 people", "killed", 17, HARBOUR), fears, foretells]),
        ([WIRE, ward], [W17, fears, foretells]),
    ):
        (line,) = lines(documents, claims)
        assert [t.best for t in line.figures] == [17]


def test_what_a_speaker_fears_is_the_figure_of_a_line_that_has_no_other() -> None:
    (line,) = lines([WIRE], [replace(W17, status="feared")])
    assert [t.best for t in line.figures] == [17]


def test_two_counters_with_the_same_figure_are_two_lines() -> None:
    other = report("b-other", "The Ministry of Works counted 17 dead and 31 hurt aboard.", "2031-03-06", "Bay Post")
    claims = [W17, W31, says(other, "17 dead", "killed", 17, MINISTRY), says(other, "31 hurt", "wounded", 31, MINISTRY)]
    assert [x.origin for x in lines([WIRE, other], claims)] == ["Orlan harbour hospital", "Ministry of Works"]


def test_an_outlet_that_counted_itself_is_a_line_of_its_own() -> None:
    counted = report(
        "b-own", "This reporter counted 17 coffins by the burned ferry at Orlan, near its lifeboats.", "2031-03-06", "Bay Post"
    )
    found = lines([WIRE, counted], [W17, W31, says(counted, "17 coffins", "killed", 17)])
    assert [x.origin for x in found] == ["Orlan harbour hospital", "Bay Post"]


def test_an_official_who_has_it_from_the_newspapers_joins_the_line() -> None:
    deputy = report(
        "b-deputy", "A deputy spoke of 17 dead. He had the number from the newspapers, he said.", "2031-03-07", "Tesk Daily"
    )
    said = says(deputy, "17 dead", "killed", 17, speaker("Mara Vell", "government"))
    (line,) = lines([WIRE, deputy], [W17, W31, said])
    assert hows(line)["b-deputy"] == "cites"


def test_who_cites_an_outlet_goes_back_to_what_the_outlet_goes_back_to() -> None:
    citing = report("b-citing", "As Orlan Wire has it, 17 people lost their lives.", "2031-03-06", "Bay Post")
    said = says(citing, "17 people", "killed", 17, speaker("Orlan Wire", "media"))
    (line,) = lines([WIRE, citing], [W17, W31, said])
    assert (line.origin, hows(line)["b-citing"]) == ("Orlan harbour hospital", "cites")


def test_a_report_that_credits_another_of_its_day_is_its_copy_whatever_the_clock_says() -> None:
    early = report("z-early", "Orlan Wire has it that 17 people were killed aboard.", "2031-03-05T06:00", "Bay Post")
    said = says(early, "17 people", "killed", 17, speaker("Orlan Wire", "media"))
    (line,) = lines([WIRE, early], [W17, W31, said])
    assert (line.origin, hows(line)) == ("Orlan harbour hospital", {"a-wire": "origin", "z-early": "cites"})
    assert [(d.id, d.of) for d in line.documents] == [("a-wire", None), ("z-early", "a-wire")]


def test_two_that_credit_each_other_stand_in_the_order_of_publication() -> None:
    one = report("a", "Bay Post speaks of 17 dead.", "2031-03-05T06:00", "Orlan Wire")
    two = report("b", "Orlan Wire speaks of 17 dead.", "2031-03-05T09:00", "Bay Post")
    claims = [says(one, "17 dead", "killed", 17, speaker("Bay Post", "media"))]
    claims += [says(two, "17 dead", "killed", 17, speaker("Orlan Wire", "media"))]
    (line,) = lines([two, one], claims)
    assert [d.id for d in line.documents] == ["a", "b"]


def test_an_outlet_that_takes_its_own_echo_for_confirmation_is_circular() -> None:
    first = report("a", "Some 40 dockers drowned, Pier Blog has learned from the quay.", "2031-03-05", "Pier Blog")
    echo = report("b", "Pier Blog speaks of 40 drowned dockers.", "2031-03-06", "Bay Post")
    back = report("c", "Bay Post confirms it: 40 dockers drowned at the quay.", "2031-03-07", "Pier Blog")
    claims = [
        says(first, "40 dockers", "killed", 40),
        says(echo, "40 drowned", "killed", 40, speaker("Pier Blog", "media")),
        says(back, "40 dockers", "killed", 40, speaker("Bay Post", "media")),
    ]
    (line,) = lines([first, echo, back], claims)
    assert hows(line) == {"a": "origin", "b": "cites", "c": "circular"}


def test_the_last_word_is_the_origins_own_latest_figure_and_not_a_late_copy_of_the_first() -> None:
    later = report("b", "The Orlan harbour hospital now says 19 people died.", "2031-03-07", "Orlan Wire")
    stale = report("c", "The Orlan harbour hospital gave 17 dead.", "2031-03-09", "Tesk Daily")
    claims = [W17, says(later, "19 people", "killed", 19, HARBOUR), says(stale, "17 dead", "killed", 17, HARBOUR)]
    (line,) = lines([WIRE, later, stale], claims)
    assert [(t.outcome, t.low, t.best, t.high) for t in line.figures] == [("killed", 19, 19, 19)]


def test_the_short_name_of_a_body_is_the_body() -> None:
    short = report("b", "The harbour hospital spoke of 17 dead, its director of 31 hurt.", "2031-03-06", "Bay Post")
    claims = [
        W17,
        says(short, "17 dead", "killed", 17, speaker("The harbour hospital", "medical")),
        says(short, "31 hurt", "wounded", 31, speaker("its director", "medical", unnamed=True)),
    ]
    (line,) = lines([WIRE, short], claims)
    assert set(hows(line)) == {"a-wire", "b"}


def test_an_outlets_own_sum_over_two_events_is_no_line() -> None:
    both = report("b", "In all 22 are dead. The Orlan harbour hospital has 17 of them; 5 died at Tesk.", "2031-03-06", "Bay Post")
    inner = [says(both, "22 are", "killed", 22), says(both, "17 of", "killed", 17, HARBOUR)]
    elsewhere = says(both, "5 died", "killed", 5)
    found = trace([WIRE, both], [W17, *inner, elsewhere], [event([WIRE, both], [W17, *inner])])
    assert [x.origin for x in found] == ["Orlan harbour hospital"]


def test_a_mention_in_passing_starts_no_line() -> None:
    passing = report("b", "After the ferry, where 20 died, the port was rebuilt.", "2031-06-01", "Bay Post")
    claims = [W17, says(passing, "20 died", "killed", 20)]
    told = event([WIRE, passing], claims)
    only = Event(id=told.id, title=told.title, claims=told.claims, documents=told.documents, main=("a-wire",))
    assert [hows(x) for x in trace([WIRE, passing], claims, [only])] == [{"a-wire": "origin"}]


def test_without_a_figure_there_is_no_line() -> None:
    assert lines([WIRE], []) == ()


def test_reports_without_an_outlet_are_not_one_voice() -> None:
    eight = report("a", "Eight sailors drowned at Tesk on the morning tide.", "2031-03-05", "")
    nine = report("b", "The sinking took nine lives, a note on the quay read.", "2031-03-06", "")
    found = lines([eight, nine], [says(eight, "Eight sailors", "killed", 8), says(nine, "nine lives", "killed", 9)])
    assert [list(hows(x)) for x in found] == [["a"], ["b"]]


def test_the_agency_that_a_copied_text_names_is_the_origin_however_early_the_copy() -> None:
    text = "TESK (Orlan Wire) - Eight sailors drowned on the morning tide."
    copy, own = report("a", text, "2031-03-05T07:00", "Bay Post"), report("b", text, "2031-03-05T09:00", "Orlan Wire")
    (line,) = lines([copy, own], [says(d, "Eight sailors", "killed", 8) for d in (copy, own)])
    assert (line.origin, hows(line)) == ("Orlan Wire", {"b": "origin", "a": "verbatim"})


def test_an_agency_that_is_not_among_the_reports_is_the_origin_too() -> None:
    copy = report("a", "TESK (Orlan Wire) - Eight sailors drowned on the morning tide.", "2031-03-05", "Bay Post")
    (line,) = lines([copy], [says(copy, "Eight sailors", "killed", 8)])
    assert (line.origin, hows(line)) == ("Orlan Wire", {"a": "cites"})


def test_a_day_without_a_time_is_no_earlier_than_a_time_on_that_day() -> None:
    undated = report("a", WIRE.text, "2031-03-05", "Bay Post")
    (line,) = lines([undated, WIRE], [W17, says(undated, "17 people", "killed", 17, HARBOUR)])
    assert hows(line) == {"a-wire": "origin", "a": "verbatim"}


def test_what_a_mourner_buried_is_no_line_beside_the_toll() -> None:
    mourned = report("b", 'Nine died, the Ministry of Works said. "We buried three cousins," said Ada Holm.', "2031-03-06")
    nine, three = (
        says(mourned, "Nine", "killed", 9, MINISTRY),
        says(mourned, "three", "killed", 3, speaker("Ada Holm", "witness")),
    )
    assert [x.origin for x in lines([mourned], [nine, three])] == ["Ministry of Works"]
    assert [x.origin for x in lines([mourned], [three])] == ["Ada Holm"]


def test_a_part_of_a_toll_on_anothers_word_is_no_line_of_its_own() -> None:
    text = report(
        "b", "Nine died, the Ministry of Works said, two of them sailors, by the count of the harbour hospital.", "2031-03-06"
    )
    nine = says(text, "Nine", "killed", 9, MINISTRY)
    two = replace(says(text, "two of", "killed", 2, HARBOUR), part_of=nine.id)
    assert [x.origin for x in lines([text], [nine, two])] == ["Ministry of Works"]


def test_the_shorter_name_of_a_service_without_a_name_of_its_own_is_the_same_service() -> None:
    long, short = (speaker(n, "emergency") for n in ("state emergency service", "emergency service"))
    later = report("b", "The emergency service now speaks of 19 dead.", "2031-03-06", "Bay Post")
    (line,) = lines([WIRE, later], [says(WIRE, "17 people", "killed", 17, long), says(later, "19 dead", "killed", 19, short)])
    assert set(hows(line)) == {"a-wire", "b"}


def test_who_denies_a_figure_or_gives_another_copies_nobody_in_whatever_words() -> None:
    rest = (
        "soldiers were killed near Brod. The column was hit at dawn on the road to the bridge, four lorries burned, residents "
        "carried the wounded to the clinic on doors and blankets until noon."
    )
    first = report("a-rebels", f"Rebels said that 40 {rest}", "2031-03-05T08:00", "Orlan Wire")
    second = report("b-denied", f"The defence ministry denied that 40 {rest}", "2031-03-05T18:00", "Bay Post")
    third = report("c-admitted", f"The defence ministry admitted that 27 {rest}", "2031-03-06T08:00", "Hill Star")
    ministry = speaker("defence ministry", "government", unnamed=True)
    denied = says(second, "40 soldiers", "killed", 40, replace(ministry, stance="denies"))
    admitted = says(third, "27 soldiers", "killed", 27, replace(ministry, stance="confirms"))
    found = lines(
        [first, second, third],
        [says(first, "40 soldiers", "killed", 40, speaker("rebels", "party", unnamed=True)), denied, admitted],
    )
    assert [hows(line) for line in found] == [{"a-rebels": "origin"}, {"b-denied": "origin", "c-admitted": "origin"}]


def toll(text: str, *counted: tuple[str, int, str | None, Role | None]) -> int | None:
    """The killed on the one line of a report in which a ministry gives these figures, each for a nation and a role."""
    told = report("a-told", text, "2031-03-05", "Orlan Wire")
    claims = []
    for words, n, nation, role in counted:
        start = text.index(words)
        quantity = Quantity(low=n, best=n, high=n, stated=(n,), span=(start, start + len(words.split()[0])))
        claims.append(replace(says(told, words, "killed", n, MINISTRY), group=Group(nation=nation, role=role), quantity=quantity))
    (line,) = lines([told], claims)
    return line.figures[0].best


def test_figures_that_may_be_of_the_same_people_are_not_added() -> None:
    text = "The ministry said six soldiers were killed at Orlan. Later it said 6 Kelso soldiers were killed."
    assert toll(text, ("six soldiers", 6, None, "military"), ("6 Kelso", 6, "kelso", "military")) == 6


def test_figures_of_stated_other_people_are_added() -> None:
    text = "The ministry said six soldiers were killed at Orlan. Later it said two Tavan farmers were killed, and 3 Kelso men."
    six: tuple[str, int, str, Role] = ("six soldiers", 6, "kelso", "military")
    assert toll(text, six, ("two Tavan", 2, "tavan", "civilian")) == 8
    assert toll(text, six, ("two Tavan", 2, None, "civilian")) == 8
    assert toll(text, six, ("two Tavan", 2, "tavan", "civilian"), ("3 Kelso", 3, "kelso", None)) == 8


def test_figures_joined_by_and_are_added_also_where_not_all_is_said_of_both() -> None:
    text = "The ministry said three Kelsans and two soldiers were killed at Orlan."
    assert toll(text, ("three Kelsans", 3, "kelso", None), ("two soldiers", 2, None, "military")) == 5


def test_who_only_denies_gives_no_figure_that_the_paper_gives() -> None:
    told = report(
        "a-told", "The army denied losing three men. Four soldiers were wounded on the ridge.", "2031-03-05", "Bay Post"
    )
    army = speaker("Army of Orlan", "military")
    denied = replace(says(told, "three men", "killed", 3, army), status="denied")
    assert {x.origin: x.kind for x in lines([told], [denied, says(told, "Four soldiers", "wounded", 4)])} == {
        "Army of Orlan": "military",
        "Bay Post": "outlet",
    }


def test_bodies_of_two_countries_are_no_one_line() -> None:
    told = report("a-told", "The foreign ministry spoke of 40 dead, Lorska of 31 hurt.", "2031-03-05", "Bay Post")
    tavan, lorska = replace(speaker("foreign ministry"), party="tavan"), replace(speaker("Lorska"), party="lorska")
    claims = [says(told, "40 dead", "killed", 40, tavan), says(told, "31 hurt", "wounded", 31, lorska)]
    assert [x.party for x in lines([told], claims)] == ["tavan", "lorska"]


def test_the_other_sides_dead_in_the_papers_voice_are_no_figure_of_the_side_that_it_quotes() -> None:
    text = "The foreign ministry said twelve Tavan men were killed. Lorska lost sixty soldiers at the ford."
    told = report("a-told", text, "2031-03-05", "Bay Post")
    tavan = replace(speaker("Foreign Ministry of Tavan"), party="tavan")
    twelve = replace(says(told, "twelve Tavan men", "killed", 12, tavan), group=Group(nation="tavan"))
    sixty = replace(says(told, "sixty soldiers", "killed", 60), group=Group(nation="lorska"))
    assert {x.origin: x.figures[0].best for x in lines([told], [twelve, sixty])} == {
        "Foreign Ministry of Tavan": 12,
        "Bay Post": 60,
    }
    own = replace(sixty, group=Group(nation="tavan", role="military"))
    assert [x.origin for x in lines([told], [twelve, own])] == ["Foreign Ministry of Tavan"]


def test_a_figure_that_its_source_has_replaced_is_not_the_last_word_however_it_is_told_again() -> None:
    later = report("b-later", "The Orlan harbour hospital said 21 people were killed when the ferry burned.", "2031-03-06")
    again = report("c-again", "Some 17 people were killed on the ferry, the Orlan harbour hospital said.", "2031-03-07")
    raised = replace(says(later, "21 people", "killed", 21, HARBOUR), revises=W17.id)
    old = says(again, "17 people", "killed", 17, HARBOUR)
    old = replace(old, quantity=Quantity(low=15, best=17, high=19, wording="about", stated=(17,)))
    (line,) = lines([WIRE, later, again], [W17, raised, old])
    assert [t.best for t in line.figures] == [21]


def test_whom_somebody_lost_is_a_part_of_the_toll_that_others_give_and_starts_no_line_beside_it() -> None:
    letter = report("b-letter", "Last week I buried my sister, lost on the Orlan ferry.", "2031-03-08", "Bay Post")
    sister = says(letter, "buried my sister", "killed", 1)
    (line,) = lines([WIRE, letter], [W17, sister])
    assert [(t.outcome, t.best) for t in line.figures] == [("killed", 17)]
    (alone,) = lines([letter], [sister])
    assert [t.best for t in alone.figures] == [1]
