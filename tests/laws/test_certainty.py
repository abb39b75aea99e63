"""Laws of certainty: a hedge never makes surer, a negated confirmation confirms nothing, certainty is a probability."""

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Attribution, Stance
from sayso.reading.words.certainty import certainty, certainty_of_cue, forms, hedge_of, listed, stance_of_cue, wordings
from tests.readings import claims, reading

STANCES: tuple[Stance, ...] = get_args(Stance)
FEW = settings(max_examples=60, deadline=None, derandomize=True)
VERBS = [(v, s) for s in STANCES if s != "publishes" for v in listed("cues", "verbs", s)]
HEDGES = st.sampled_from([" ".join(words) for words, _ in wordings() if "_" not in words])
CONFIRMING = st.sampled_from([f for v in listed("cues", "verbs", "confirms") for f in forms(v)])
NEGATIONS = st.sampled_from([
    "not", "never", "did not", "has not", "could not", "cannot", "refused to", "declined to", "has yet to", "was unable to",
    "failed to", "stopped short of", "would neither", "no one would",
])  # fmt: skip
ADVERBS = st.sampled_from([
    "probably", "possibly", "perhaps", "allegedly", "reportedly", "apparently", "presumably", "almost certainly", "very likely",
    "supposedly",
])  # fmt: skip
MODALS = st.sampled_from(["may have been", "might have been", "could have been", "may well have been"])
HARM = st.sampled_from(["killed", "wounded", "captured"])
CUES = st.sampled_from(["said", "confirmed", "estimated", "claimed", "feared", "believed", "announced", "reported"])


def sureness(text: str) -> tuple[float, float]:
    """The certainty of the only claim's nearest speaker."""
    (claim,) = claims(text)
    found = claim.said_by[0].certainty
    assert found is not None
    return found


def steps(text: str) -> list[Attribution]:
    found = reading(text)
    return [a for told in (found.statements, found.claims) for s in told for a in s.said_by]


@given(st.sampled_from(STANCES), st.lists(HEDGES, max_size=4), HEDGES)
def test_one_more_hedge_never_raises_the_certainty_of_a_stance(stance: Stance, hedges: list[str], more: str) -> None:
    left = [h for h in map(hedge_of, hedges) if h]
    one = hedge_of(more)
    assert one is not None
    before, after = certainty(stance, left), certainty(stance, [*left, one])
    assert (after[0] <= before[0], after[1] <= before[1]) == (True, True)
    assert 0 <= after[0] <= after[1] <= 1


@FEW
@given(CUES, HARM, ADVERBS)
def test_an_adverb_of_doubt_in_the_content_never_makes_its_speaker_surer(cue: str, harm: str, adverb: str) -> None:
    plain = sureness(f"The governor {cue} that 12 villagers were {harm}.")
    hedged = sureness(f"The governor {cue} that 12 villagers were {adverb} {harm}.")
    assert (hedged[0] <= plain[0], hedged[1] <= plain[1]) == (True, True)


@FEW
@given(CUES, HARM, MODALS)
def test_a_modal_in_the_content_makes_its_speaker_less_sure_or_leaves_it(cue: str, harm: str, modal: str) -> None:
    plain = sureness(f"The governor {cue} that 12 villagers had been {harm}.")
    hedged = sureness(f"The governor {cue} that 12 villagers {modal} {harm}.")
    assert (hedged[0] <= plain[0], hedged[1] <= plain[1]) == (True, True)


@FEW
@given(HARM, ADVERBS)
def test_an_adverb_of_doubt_in_one_clause_leaves_the_other_as_it_is(harm: str, adverb: str) -> None:
    text = f"The governor said 12 villagers were {adverb} {harm}, and the army said 5 rebels were {harm}."
    first, second = claims(text)
    assert second.said_by[0].certainty == certainty("says")
    assert first.said_by[0].name != second.said_by[0].name


@given(NEGATIONS, CONFIRMING)
def test_a_negated_cue_of_confirming_confirms_nothing(negation: str, verb: str) -> None:
    words = (*negation.split(), verb)
    assert stance_of_cue(words) != "confirms"
    assert certainty_of_cue(words)[0] < certainty("confirms")[0]


@given(st.sampled_from(VERBS), st.sampled_from(["not", "never", "n't"]))
def test_a_twice_negated_cue_is_as_plain_as_the_cue(verb: tuple[str, str], negation: str) -> None:
    words = (verb[0],)
    assert stance_of_cue((negation, "refused", "to", *words)) == stance_of_cue(words)
    assert certainty_of_cue((negation, "refused", "to", *words)) == certainty_of_cue(words)


@FEW
@given(st.sampled_from(["did not confirm", "has yet to confirm", "refused to confirm", "could not confirm"]), HARM)
def test_no_speaker_of_a_text_that_confirms_nothing_confirms(cue: str, harm: str) -> None:
    assert all(a.stance != "confirms" for a in steps(f"The army {cue} that 12 soldiers had been {harm}."))


@FEW
@given(CUES, HARM, st.one_of(ADVERBS, st.just("")))
def test_every_step_of_every_chain_has_an_interval_of_probability(cue: str, harm: str, adverb: str) -> None:
    for a in steps(f"The agency, citing the governor, {adverb} {cue} that 12 villagers may have been {harm}."):
        assert a.certainty is not None
        assert 0 <= a.certainty[0] <= a.certainty[1] <= 1
