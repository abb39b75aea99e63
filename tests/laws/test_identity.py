"""Laws of identity: order, one source a speaker, no source of two parties, and nothing new when found again."""

from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.linking.corrected import member
from sayso.linking.identity import Identified, identify
from sayso.linking.speakers import Spoken, step_id
from sayso.model import Attribution, Document, Event, Kind, Source

FEW = settings(max_examples=60, deadline=None, derandomize=True)
NAMES = [
    "Orlan Strategy Institute", "OSI", "OSI report", "Orlan Stratgey Institute", "interior ministry",
    "Kelmar's interior ministry", "Ministry of Defence", "MoD", "Óscar Tellan", "Iva Tellan", "Tellan", "two officials",
    "Orlan Wire", "Orlan Wire channel", "Tokyo", "Japan", "White Helmets", "Syrian Civil Defence", "Second Division",
]  # fmt: skip
TEXTS = ["Nothing.", "Orlan Strategy Institute (OSI) spoke.", "Orlan Safety Inspection (OSI) spoke.", "Colonel Tellan spoke."]

steps = st.builds(
    Attribution,
    name=st.sampled_from(NAMES),
    kind=st.sampled_from(get_args(Kind)),
    source=st.sampled_from(["k-1", "k-2", "k-3", None]),
    party=st.none() | st.sampled_from(["kelmar", "japan", "syria"]),
    affiliation=st.none() | st.sampled_from(["Joint Command", "Orlan Brigade", "Joint Command of Orlan"]),
    unnamed=st.booleans(),
)
cases = st.lists(st.tuples(st.sampled_from(TEXTS), st.lists(st.tuples(steps, steps), max_size=4)), max_size=5)

Case = list[tuple[str, list[tuple[Attribution, Attribution]]]]


def parts(case: Case) -> tuple[list[Document], list[Spoken]]:
    """Give documents and who speaks in each; a step id has one name and one side within a document, as reading gives them."""
    documents = [Document(id=f"d{n}", name=f"r{n}", text=text) for n, (text, _) in enumerate(case)]
    spoken: list[Spoken] = []
    for n, (_, told) in enumerate(case):
        first: dict[str | None, Attribution] = {}
        spoken += [(f"d{n}", tuple(a if a.source is None else first.setdefault(a.source, a) for a in c)) for c in told]
    return documents, spoken


def found(case: Case, said: tuple[Source, ...] = ()) -> Identified:
    """Give the sources of a case; the first two documents are mainly about one event."""
    documents, spoken = parts(case)
    event = Event(id="e-1", title="Orlan", claims=(), documents=("d0", "d1"), main=("d0", "d1"))
    return identify(documents, spoken, spoken[::2], (event,), said)


@FEW
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_documents_and_statements_changes_nothing(case: Case, random: st.DataObject) -> None:
    documents, spoken = parts(case)
    before = identify(documents, spoken, ())
    random.shuffle(documents)  # type: ignore[attr-defined]  # a random.Random that Hypothesis draws
    random.shuffle(spoken)  # type: ignore[attr-defined]  # as above
    assert identify(documents, spoken, ()) == before


@FEW
@given(cases)
def test_every_speaker_has_exactly_one_source_and_ids_are_unique(case: Case) -> None:
    result = found(case)
    _, spoken = parts(case)
    heard = {(d, step_id(a)) for d, chain in spoken for a in chain}
    assert sorted((d, k) for d, k, _ in result.members) == sorted(heard)
    assert {s for _, _, s in result.members} == {s.id for s in result.sources}
    assert len({s.id for s in result.sources}) == len(result.sources)


@FEW
@given(cases)
def test_speakers_of_different_parties_are_never_one_source(case: Case) -> None:
    _, spoken = parts(case)
    home = {(d, k): s for d, k, s in found(case).members}
    parties: dict[tuple[str, str], set[str]] = {}
    for document, chain in spoken:
        for a in chain:
            if a.party and a.source is not None:
                parties.setdefault((home[document, a.source], "party"), set()).add(a.party)
    assert all(len(each) == 1 for each in parties.values())


@FEW
@given(cases)
def test_speakers_whose_names_are_withheld_are_never_one_source(case: Case) -> None:
    _, spoken = parts(case)
    withheld = {(d, a.source) for d, chain in spoken for a in chain if a.kind == "anonymous" and a.source is not None}
    homes = [s for d, k, s in found(case).members if (d, k) in withheld]
    assert len(set(homes)) == len(homes)


@FEW
@given(cases)
def test_found_again_under_the_ids_that_were_found_the_sources_are_the_same(case: Case) -> None:
    documents, spoken = parts(case)
    first = identify(documents, spoken, ())
    home = {(d, k): s for d, k, s in first.members}
    again = [(d, tuple(replace(a, source=home[d, step_id(a) or ""]) for a in chain)) for d, chain in spoken]
    second = identify(documents, again, ())

    pairs = {(k, s) for _, k, s in second.members}
    assert len(pairs) == len({k for k, _ in pairs}) == len({s for _, s in pairs})


@FEW
@given(cases, st.integers(0, 40), st.integers(0, 40))
def test_a_party_that_a_person_sets_is_never_mixed_with_another(case: Case, at: int, other: int) -> None:
    members = found(case).members
    if not members:
        return
    one, two = members[at % len(members)], members[other % len(members)]
    if one[:2] == two[:2]:
        return
    words = tuple(
        Source(id=f"s-{p}", name="x", party=p, settled=("party",), members=(member(d, k),))
        for (d, k, _), p in ((one, "north"), (two, "south"))
    )
    home = {(d, k): s for d, k, s in found(case, words).members}
    assert home[one[0], one[1]] != home[two[0], two[1]]
