"""What is in no claim is told, and what it is."""

from sayso.judging.seen import placed
from sayso.leftout import HARMLESS, NO_CLAIM, REPEATED, THINGS, left_out
from sayso.model import Attribution, Claim, Quantity

TEXT = (
    "Seven sailors drown off Orlan\n\n"
    "Seven sailors drowned off Orlan on 3 May 2031, the harbour said. A 34-year-old cook was among 12 people on the boat. "
    "It had carried 40 tanks. Later a second boat sank and its crew of three died.\n"
)


def claim(words: str, figure: str, n: int) -> Claim:
    """Give the claim of these words, with the place of its figure."""
    span, at = placed(TEXT, words), placed(TEXT, figure)
    return Claim(
        id="c-1",
        document="d-1",
        span=span,
        quote=words,
        said_by=(Attribution(name="harbour"),),
        outcome="killed",
        quantity=Quantity(low=n, best=n, high=n, span=(at[0], at[0] + 5)),
    )


def test_numbers_in_no_claim_say_what_they_are() -> None:
    left = left_out(TEXT, [claim("Seven sailors drowned", "Seven sailors drowned", 7)])
    told = {TEXT[slice(*n.span)]: n.why for n in left.numbers}
    assert told["Seven"] == REPEATED
    assert told["2031"] == "a date or a time"
    assert told["34-year-old"] == "an age"
    assert told["12"] == HARMLESS
    assert told["three"] == NO_CLAIM
    assert told["40"] == THINGS


def test_a_sentence_of_harm_without_a_claim_is_told_but_not_the_headline_of_one() -> None:
    left = left_out(TEXT, [claim("Seven sailors drowned", "Seven sailors drowned", 7)])
    assert [TEXT[slice(*s)] for s in left.harms] == ["Later a second boat sank and its crew of three died."]


def test_lines_that_are_no_part_of_the_report_are_told_apart() -> None:
    text = TEXT + "\nShare this article on Facebook\nSubscribe to our newsletter\n"
    assert "Subscribe to our newsletter" in {text[slice(*line.span)] for line in left_out(text, []).lines}
