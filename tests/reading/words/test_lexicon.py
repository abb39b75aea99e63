"""Which words speak of harm, of troops and of people? The pack's own examples, and the rules that inflect its words."""

import pytest

from sayso.model import OUTCOMES
from sayso.packs import table
from sayso.reading.words import lexicon
from tests.readings import told

EXAMPLES = table("harm", "examples")
Case = dict[str, str]


@pytest.mark.parametrize("case", EXAMPLES["word"], ids=lambda c: str(c["form"]))
def test_every_word_in_the_packs_examples_reports_its_outcome(case: Case) -> None:
    assert (case["outcome"], case["frame"]) in [(s.outcome, s.frame) for s in lexicon.senses()[case["form"]]]


@pytest.mark.parametrize("case", EXAMPLES["person"], ids=lambda c: str(c["noun"]))
def test_every_person_in_the_packs_examples_has_its_role(case: Case) -> None:
    assert lexicon.person(case["noun"])
    assert (lexicon.role(case["noun"]) or "none") == case["role"]


@pytest.mark.parametrize("case", EXAMPLES["thing"], ids=lambda c: str(c["noun"]))
def test_every_thing_in_the_packs_examples_is_no_person(case: Case) -> None:
    assert case["noun"] in lexicon.things()
    assert not lexicon.person(case["noun"])


@pytest.mark.parametrize("case", EXAMPLES["sentence"], ids=lambda c: str(c["text"]))
def test_every_sentence_in_the_packs_examples_has_its_status_and_scope(case: Case) -> None:
    expected = [] if case["status"] == "none" else [(case["status"], case["scope"])]
    assert [(t.status, t.scope) for t in told(case["text"])] == expected


@pytest.mark.parametrize("case", EXAMPLES["verb"], ids=lambda c: str(c["form"]))
def test_every_verb_in_the_packs_examples_is_a_form_of_its_frame(case: Case) -> None:
    assert case["form"] in lexicon.forms(case["frame"])


@pytest.mark.parametrize(
    ("base", "verb", "forms"),
    [
        ("kill", True, ("kill", "kills", "killed", "killing")),
        ("wound", False, ("wound", "wounds")),
        ("massacre", True, ("massacre", "massacres", "massacred", "massacring")),
        ("crush", True, ("crush", "crushes", "crushed", "crushing")),
        ("deploy", True, ("deploy", "deploys", "deployed", "deploying")),
        ("company", False, ("company", "companies")),
        ("send", True, ("send", "sends", "sent", "sending")),
    ],
)
def test_a_word_is_inflected_by_rule_and_irregular_ones_by_the_pack(base: str, verb: bool, forms: tuple[str, ...]) -> None:  # noqa: FBT001
    assert lexicon.inflect(base, verb=verb) == forms


def test_every_outcome_has_words_and_every_example_of_an_outcome_is_one() -> None:
    reported = {s.outcome for found in lexicon.senses().values() for s in found}
    assert reported == set(OUTCOMES[:-1]) == {case["outcome"] for case in EXAMPLES["word"]}


def test_a_noun_is_not_at_once_a_person_and_a_thing() -> None:
    both = sorted(w for w in lexicon.things() if lexicon.person(w))
    assert both == []


def test_verbs_that_end_in_one_short_vowel_and_consonant_stand_among_the_irregular() -> None:
    pack = table("harm")
    verbs = [w for o in OUTCOMES[:-1] for f in ("transitive", "intransitive") for w in pack[o].get(f, ())]
    verbs += [w for key in ("lose", "gun", "drive", "claim", "leave", "carry", "suffer") for w in pack["frames"][key]]
    doubling = [w for w in verbs if len(w) > 2 and w[-1] in "bdgmnprt" and w[-2] in "aeiou" and w[-3] not in "aeiou"]
    unstressed = {"garrison", "station", "imprison", "suffer", "murder", "slaughter", "register", "number", "lower", "surrender"}
    assert sorted(w for w in doubling if w not in pack["irregular"] and w not in unstressed) == []
