"""Which dead and wounded does a clause tell of without a number: "caused deaths and injuries", "the wounded among them"?"""

from collections.abc import Iterator

from sayso.model import Outcome
from sayso.reading.drafts.draft import Draft, Sheet, make, sentence_of
from sayso.reading.harm.counts import Counted
from sayso.reading.harm.mention import Mention, verb_over
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.clauses import found_at, sentence_range

_REACH = 14
"""Words behind a verb among which what it brought about is told. Source: set by hand."""

_SIDES: tuple[Outcome, ...] = ("killed", "wounded")
_PAST = ("VBD", "VBN", "VBG")
_THERE = frozenset(("were", "are", "been"))
_INTO = frozenset(("in", "to"))
_JOINTS = frozenset(("and", "or", ",", "&"))
_LOOSE = frozenset(("DET", "ADJ", "ADV"))
_NONE = frozenset(("no", "any", "few", "without", "neither", "nor"))
_HURT = frozenset(("wounded", "injured"))
_HOW_MANY = frozenset(("number", "toll", "of"))


def unnumbered(sheet: Sheet, found: list[Draft]) -> list[Draft]:
    """The dead and the wounded that a sentence tells of in the plural alone, where it gives no figure of them."""
    told = {(d.sentence, d.outcome) for d in found}
    out: list[Draft] = []
    for m in (*_brought(sheet.a), *_among(sheet.a), *_counted(sheet.a), *_carried(sheet.a)):
        sentence = sentence_of(sheet.a, m.trigger)
        if {(sentence, m.outcome), (sentence, "casualties")} & told:
            continue
        draft = make(sheet, m, Counted(quantity=sheet.figures.vague("plural"), head=m.trigger))
        if draft is not None:
            told.add((sentence, m.outcome))
            out.append(draft)
    return out


def _outcome(word: str) -> Outcome | None:
    """The outcome that a plural of the pack reports by itself: "deaths", "the wounded"."""
    return next((side for side in _SIDES if word in lexicon.words("unnumbered", side)), None)


def _brought(a: Analysis) -> Iterator[Mention]:
    """ "Caused deaths and injuries", "left an unknown number of dead and wounded", "there were wounded"."""
    for v in found_at(a, lexicon.forms("bring_about") | _THERE):
        there = a.lower[v] in _THERE
        if (grammar.child(a, v, "expl") is None and "there" not in a.lower[max(0, v - 2) : v]) if there else not _active(a, v):
            continue
        items = _items(a, v + 1)
        enough = there or len(items) > 1
        for i, bare in items:
            outcome = _outcome(a.lower[i])
            if outcome is None or not bare:
                continue
            if not (enough or _number_of(a, i) or a.lower[i] in lexicon.words("unnumbered", "alone")):
                continue
            yield Mention(outcome=outcome, trigger=i, victims=(i,), clause=v, frame="noun", loose=True)


def _active(a: Analysis, v: int) -> bool:
    """True for a verb that tells what something brought about: neither "left dead" of one who was, nor what always comes."""
    return a.xpos[v] in _PAST and grammar.child(a, v, "aux:pass", "nsubj:pass") is None and a.rels[v] != "amod"


def _items(a: Analysis, k: int) -> list[tuple[int, bool]]:
    """The words of harm in a list that begins at word `k`, and whether each stands without a number or a noun of its own."""
    _, end = sentence_range(a, k - 1)
    k += a.lower[k : k + 1] != () and a.lower[k] in _INTO
    out: list[tuple[int, bool]] = []
    bare = True
    for i in range(k, min(end, k + _REACH)):
        word = a.lower[i]
        if word in _NONE:
            return []
        if word in _JOINTS:
            bare = True
        elif _outcome(word) is not None or word in lexicon.words("unnumbered", "one"):
            ends = i + 1 == end or (a.upos[i + 1] not in ("NOUN", "PROPN", "NUM") and a.lower[i + 1] != "to")
            out.append((i, bare and ends))
            bare = False
        elif a.upos[i] in ("VERB", "AUX", "SCONJ", "PRON") or (a.upos[i] in ("ADP", "PUNCT") and word != "of"):
            break
        elif a.upos[i] not in _LOOSE and word not in _HOW_MANY:
            bare = False
    return out


def _number_of(a: Analysis, i: int) -> bool:
    """True for the wounded in "an unknown number of wounded"."""
    return "number" in a.lower[max(0, i - 3) : i]


def _counted(a: Analysis) -> Iterator[Mention]:
    """ "Five dead and an unknown number of wounded is the result"; not "the number of wounded is unknown"."""
    for k in found_at(a, frozenset(("number",))):
        i = k + 2
        outcome = _outcome(a.lower[i]) if a.lower[k + 1 : k + 2] == ("of",) and i < len(a) else None
        ends = i + 1 >= len(a) or a.upos[i + 1] not in ("NOUN", "PROPN")
        if outcome is not None and ends and {"a", "an"} & set(a.lower[max(0, k - 3) : k]):
            yield Mention(outcome=outcome, trigger=i, victims=(i,), clause=verb_over(a, k), frame="noun", loose=True)


def _carried(a: Analysis) -> Iterator[Mention]:
    """ "The wounded were taken to hospital": where nobody was told of as hurt, people are now."""
    for v in found_at(a, lexicon.listed("brought")):
        i = grammar.subject(a, v)
        hurt = i is not None and _outcome(a.lower[i]) == "wounded" and a.lower[i] in _HURT
        if hurt and i is not None and a.lower[i - 1] == "the" and {"were", "been"} & set(a.lower[i + 1 : v]):
            yield Mention(outcome="wounded", trigger=i, victims=(i,), clause=v, frame="noun", loose=True)


def _among(a: Analysis) -> Iterator[Mention]:
    """ "The wounded and the dead among the residents": the clause takes them as known, whatever it says of them."""
    for k in found_at(a, frozenset(("among",))):
        people = a.heads[k]
        if people <= k or not lexicon.person(a.lower[people]):
            continue
        i = k - 1
        while i > 0 and (a.lower[i] in ("and", "the") or _outcome(a.lower[i]) is not None):
            outcome = _outcome(a.lower[i])
            if outcome is not None and "the" in a.lower[max(0, i - 3) : i]:
                yield Mention(outcome=outcome, trigger=i, victims=(i,), clause=i, frame="noun", loose=True, known=True)
            i -= 1
