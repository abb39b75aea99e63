"""Which closed forms give a figure for somebody: "put the toll at", "X's count of", "a report by X that", "in their telling"?"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.reading.speakers.sayings import Manner, Saying
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import all_forms, listed, listed_set, nouns_of_saying, stance_of, verbs_of
from sayso.reading.words.clauses import (
    SUBJECTS,
    agent_end,
    clause_end,
    found_at,
    left_edge,
    number_near,
    opener,
    phrase,
    relative,
    sentence_range,
    subject,
)
from sayso.reading.words.nations import nation

if TYPE_CHECKING:
    from sayso.reading.words.offers import Range

POSSESSIVE = frozenset(("'s", "’s"))
_SPEAKING = frozenset(("speak", "speaks", "spoke", "spoken", "talk", "talks", "talked"))
_JUDGING = frozenset(("retracts", "denies", "doubts", "confirms"))
_COMPARED = frozenset(("against", "compared"))
_MONEY = frozenset(("$", "£", "€"))
_OWNING = frozenset(("has", "have", "had", "having", "hold", "holds", "held", "possess", "possesses"))
_MEASURES = frozenset(
    (
        "%",
        "percent",
        "per",
        "million",
        "times",
        "year",
        "years",
        "day",
        "days",
        "hours",
        "minutes",
        "points",
        "pages",
        "km",
        "miles",
    )
)


def figures(a: Analysis) -> Iterator[Saying]:
    """Figures given for a count: "put the toll at twelve", "gave the number as nine", "had it at 900", "gives fifteen"."""
    bare_verbs = all_forms("figures", "bare")
    verbs = _figure_verbs()
    for i in found_at(a, verbs):
        w = a.lower[i]
        if a.upos[i] not in ("VERB", "AUX") and a.xpos[i] != "VBZ":
            continue
        who = subject(a, i)
        end = clause_end(a, i + 1)
        inside = relative(a, i)
        end = end if inside is None or inside[1] < i + 2 else min(end, inside[1])
        joint = next(
            (
                k
                for k in range(i + 1, min(end, i + 14))
                if a.lower[k] in ("at", "as")
                and a.lower[k + 1 : k + 2] not in (("least",), ("most",))
                and number_near(a, k + 1, end)
            ),
            None,
        )
        finite = a.xpos[i] in ("VBD", "VBZ", "VBP", "VBN") or a.lower[i - 1 : i] in (("can",), ("could",))
        bare = (w in bare_verbs and _persons_near(a, i + 1, end) and finite) or (
            (w in ("said", "says", "say") and a.xpos[i + 1 : i + 2] == ("CD",))
            or (w in _SPEAKING and a.lower[i + 1 : i + 2] == ("of",) and number_near(a, i + 2, end))
        )
        source = phrase(a, who) if who is not None else opener(a, i)
        if any(a.rels[c] == "aux:pass" for c in a.children[i]):
            # "the toll was put at nine by the ministry": the subject is what is counted.
            by = next((k for k in range(i + 1, end) if a.lower[k] == "by"), None)
            source = (by + 1, agent_end(a, by + 1)) if by is not None and by + 1 < end else None
        if (
            source is None
            or (joint is None and not bare)
            or (w in ("said", "says", "say", *_SPEAKING) and not bare)
            or (w in ("have", "had", "has", "having") and a.lower[i + 1 : i + 2] != ("it",))
        ):
            continue
        if joint is None:
            end = next((k for k in range(i + 2, end - 1) if a.lower[k] == "," and a.lower[k + 1] in _COMPARED), end)
        # "which a newspaper had given as twelve": the relative is the object, the noun before it is spoken of.
        yield Saying(source=source, cue=(i, i + 1), content=((i + 1, end),), manner=place_of(a, i), figure=True)


def raised(a: Analysis) -> Iterator[Saying]:
    """Figures moved: "raised the toll to nine", "revised its count from 12 to 15"."""
    verbs = all_forms("figures", "moves")
    for i in found_at(a, verbs):
        if a.upos[i] != "VERB" or _by_deaths(a, i):
            continue
        end = clause_end(a, i + 1)
        count = next((k for k in range(i + 1, min(i + 9, end)) if a.lower[k] in listed("cues", "figures", "counts")), None)
        to = next((k for k in range(i + 1, end) if a.lower[k] == "to"), None) if count is not None else None
        who = subject(a, i)
        if count is not None and to is not None and who is not None and who < i and number_near(a, to, end):
            yield Saying(source=phrase(a, who), cue=(i, i + 1), content=((i + 1, end),), manner=place_of(a, i), figure=True)


def _by_deaths(a: Analysis, i: int) -> bool:
    """True for "a woman died, raising the number of dead to 23", "two bodies were found, bringing it to nine": nobody says it."""
    over = a.heads[i]
    if over < 0 or a.rels[i] != "advcl" or a.xpos[i] != "VBG":
        return False
    return a.lower[over] in lexicon.forms_of_harm() or any(a.rels[c] == "aux:pass" for c in a.children[over])


def recalled(a: Analysis) -> Iterator[Saying]:
    """A number that another gave, told in a relative clause: "against the 19 that the police had announced"."""
    for i in found_at(a, verbs_of("says", "reports", "confirms", "estimates")):
        number = a.heads[i]
        if a.rels[i] != "acl:relcl" or number < 1 or a.xpos[number] != "CD" or a.lower[number + 1] not in ("that", "which"):
            continue
        who = subject(a, i)
        if who is not None and number + 1 < who < i:
            yield Saying(source=phrase(a, who), cue=(i, i + 1), content=((left_edge(a, number), number + 1),), manner="closed")


def nouns(a: Analysis) -> Iterator[Saying]:
    """Nouns of saying: "a report by X that ...", "X's claim that ...", "reports in X that ...", "X's own count of 38"."""
    for i in found_at(a, nouns_of_saying()):
        if a.upos[i] != "NOUN":
            continue
        start, end = sentence_range(a, i)
        that = next((k for k in range(i + 1, min(i + 14, end)) if a.lower[k] == "that"), None)
        if that and any(a.lower[k] == "," or a.upos[k] == "VERB" for k in range(i + 1, that)):
            that = None
        by = i + 1 < end and a.lower[i + 1] in ("by", "from", "in")
        near = range(i - 1, max(start, i - 4) - 1, -1)
        owner = next((k for k in near if _owns(a, k) or a.upos[k] in ("VERB", "AUX")), None)
        owner = owner if owner is not None and a.upos[owner] not in ("VERB", "AUX") else None
        pronoun = next((k for k in range(i - 1, max(start, i - 3) - 1, -1) if a.lower[k] in ("its", "his", "her", "their")), None)
        source: Range | None = None
        if by and that:
            source = (i + 2, that)
        elif owner is not None and owner > start:
            source = (left_edge(a, owner - 1), owner)
        elif pronoun is not None:
            source = (pronoun, pronoun + 1)
        elif i > start and nation(a.unit.words[i - 1]):
            source = (i - 1, i)
        if source is None:
            continue
        if that is not None and (by or that == i + 1):
            content: tuple[Range, ...] = ((that + 1, clause_end(a, that)),)
        elif a.lower[i + 1 : i + 2] == ("of",) and number_near(a, i + 2, end):
            content = ((i + 2, _count_end(a, i + 2, end)),)
        else:
            number = _equated(a, i)
            if number is None:
                continue
            content = ((number, clause_end(a, number)),)
        yield Saying(source=source, cue=(i, i + 1), content=content, manner="aside", noun=True)


def held(a: Analysis) -> Iterator[Saying]:
    """What one has or looks into: "X has intelligence that", "Y received reports of 40 dead", "Z is examining reports that"."""
    verbs = listed_set("cues", "figures", "holds") | all_forms("figures", "examines")
    for i in found_at(a, nouns_of_saying()):
        verb = a.heads[i]
        if i + 2 >= len(a) or a.lower[i + 1] not in ("that", "of") or a.rels[i] != "obj" or not 0 < i - verb < 5:
            continue
        if a.lower[i + 1] == "of" and (a.lower[verb] in _OWNING or not number_near(a, i + 2, len(a))):
            continue
        who = subject(a, verb) if a.lower[verb] in verbs else None
        if who is not None and who < verb:
            content = ((i + 2, clause_end(a, i + 1)),)
            yield Saying(source=phrase(a, who), cue=(verb, i + 1), content=content, manner="nested", noun=True)


def judged(a: Analysis) -> Iterator[Saying]:
    """A speaker's own word taken back or stood by: "withdrew its earlier figure of 22", "confirmed their claim that"."""
    for i in found_at(a, nouns_of_saying()):
        verb = a.heads[i]
        if i + 2 >= len(a) or not 0 < i - verb < 6 or not (_judges(a, i, verb) or _stands_by(a, i, verb)):
            continue
        who = subject(a, verb)
        own = any(a.lower[k] in ("its", "his", "her", "their") for k in range(verb, i))
        _, end = sentence_range(a, i)
        if who is None or who > verb or not own:
            continue
        source = phrase(a, who)
        if a.lower[i + 1] == "that":
            yield Saying(source=source, cue=(verb, i + 1), content=((i + 2, clause_end(a, i + 1)),), manner="closed", noun=True)
        elif a.lower[i + 1] == "of" and number_near(a, i + 2, end):
            yield Saying(
                source=source, cue=(verb, i + 1), content=((i + 2, _count_end(a, i + 2, end)),), manner="closed", noun=True
            )


def _judges(a: Analysis, i: int, verb: int) -> bool:
    return a.rels[i] == "obj" and stance_of(a.lower[verb]) in _JUDGING


def _stands_by(a: Analysis, i: int, verb: int) -> bool:
    """True for "stood by his figure of 20", "sticks to its count of 40"."""
    keeps = listed_set("cues", "figures", "keeps")
    return a.rels[i] == "obl" and f"{a.lower[verb]} {a.lower[verb + 1]}" in keeps


def accounts(a: Analysis) -> Iterator[Saying]:
    """Accounts: "in their telling ...", "by X's count ...", "by the estimate of X"."""
    for i in range(len(a) - 1):
        if a.lower[i] not in ("in", "by"):
            continue
        start, end = sentence_range(a, i)
        stop = next(
            (
                k
                for k in range(i + 1, min(i + 9, end))
                if a.lower[k] in ("telling", "count", "estimate", "reckoning", "account", "version", "tally", "words")
            ),
            None,
        )
        if stop is None or any(a.lower[k] in (",", "that") or (a.upos[k] == "VERB" and k != stop) for k in range(i + 1, stop)):
            continue
        if stop + 1 < end and a.lower[stop + 1] == "of" and (a.lower[i] == "by" or a.lower[stop] == "words"):
            source = (stop + 2, min(agent_end(a, stop + 2), end))
        elif a.lower[stop - 1] in ("their", "his", "her", "its") or any(_owns(a, k) for k in range(i + 1, stop)):
            source = (i + 1, next((k for k in range(i + 1, stop) if _owns(a, k)), stop))
        else:
            continue
        content = (stop + 1, clause_end(a, stop + 1)) if i - start < 2 else (start, i)
        if content[0] < content[1]:
            yield Saying(source=source, cue=(i, stop + 1), content=(content,), manner="closed")


def _owns(a: Analysis, k: int) -> bool:
    """True for the mark of a possessive: "'s", or the "'" of a plural."""
    return a.lower[k] in POSSESSIVE or a.xpos[k] == "POS"


def place_of(a: Analysis, i: int) -> Manner:
    """An aside where the verb stands in a relative clause, else closed."""
    chain = [i, *a.above(i)]
    return (
        "aside"
        if relative(a, i) is not None or any(a.rels[k].startswith("acl") or a.rels[k] == "advcl:relcl" for k in chain[:3])
        else "closed"
    )


@cache
def _figure_verbs() -> frozenset[str]:
    own = all_forms("figures", "bare") | all_forms("figures", "verbs")
    return own | _SPEAKING | {"had", "has", "said", "says", "say"}


def _persons_near(a: Analysis, start: int, end: int) -> bool:
    """True where a number soon follows that counts no money, share, time or distance."""
    k = next(
        (
            k
            for k in range(start, min(start + 6, end))
            if a.xpos[k] == "CD" or a.lower[k] in ("none", "nobody", "dozens", "hundreds")
        ),
        None,
    )
    if k is None or (k and a.lower[k - 1] in _MONEY):
        return False
    return not any(w in _MEASURES for w in a.lower[k + 1 : k + 3])


def _equated(a: Analysis, i: int) -> int | None:
    """Where the number stands in "the estimate was three thousand", "its figure is 12"."""
    head = a.heads[i]
    if a.rels[i] in SUBJECTS and head > i and (a.xpos[head] == "CD" or any(a.xpos[c] == "CD" for c in a.children[head])):
        return min((c for c in a.subtree(head) if c > i and a.xpos[c] == "CD"), default=head)
    return None


def _count_end(a: Analysis, start: int, end: int) -> int:
    """The end of "38, including 21 attackers", "150 killed at the market": before the verb."""
    k = start
    while k < end and not (_finite(a, start, k) and a.lower[k] != "including") and a.lower[k] not in (";", "."):
        k += 1
    while k > start + 1 and (a.lower[k - 1] in ("and", ",") or (k < end and a.upos[k - 1] == "ADV" and a.heads[k - 1] >= k)):
        k -= 1
    return max(k, start + 1)


def _finite(a: Analysis, start: int, k: int) -> bool:
    """True for a verb but for a participle that says of those counted what became of them: "150 killed"."""
    of_them = a.xpos[k] == "VBN" and a.rels[k] in ("acl", "amod") and start - 2 <= a.heads[k] < k  # the number, or its noun
    return a.upos[k] in ("VERB", "AUX") and not of_them


FORMS = (figures, raised, recalled, held, judged, nouns, accounts)
"""In the order in which they are tried."""
