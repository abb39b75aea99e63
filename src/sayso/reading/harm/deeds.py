"""Whom does a noun of harm befall, and does the clause take it as known: "the murder of six priests", "the farmers' killing"?"""

from typing import TYPE_CHECKING

from sayso.reading.harm.mention import Mention, are_people, number_on, verb_over
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.lexicon import Sense

if TYPE_CHECKING:
    from sayso.model import Outcome

_FAILED = frozenset(("fail", "fails", "failed", "failing", "failure", "unable"))
_FAR = 12
"""Words behind a deed within which "of" says whom it befell. Source: set by hand."""


def deed(a: Analysis, i: int, sense: Sense) -> Mention | None:
    """ "The death of 12 soldiers", "the murder last week of four judges", "the six priests' killing"; None for anything else."""
    if a.rels[i] == "compound" and a.heads[i] > i:
        return None  # "death squads of"
    doer = a.lower[i] in lexicon.listed("doers")  # "paid killers of the cartel" have killed nobody of theirs
    dealt = sense.base in lexicon.listed("owned") or (i > 0 and a.lower[i - 1] in lexicon.listed("deed"))
    fatal = any(a.lower[c] in lexicon.listed("fatal") for c in a.children[i])
    verb = verb_over(a, i)
    lost = (
        a.lower[i] == "loss"
        and a.lower[i - 1 : i] in (("the",), ("a",))
        and a.lower[i - 2 : i - 1] in (("for",), ("with",), ("at",))
    )
    mourned = sense.base == "loss" and verb is not None and (lost or a.lower[verb] in lexicon.listed("mourn"))
    outcome: Outcome = "killed" if fatal or mourned else sense.outcome
    for head in _of(a, i, owned=dealt):
        victims = tuple(grammar.listed(a, head))
        found = Mention(outcome=outcome, trigger=i, victims=victims, clause=verb, frame="noun", known=_known(a, i))
        bare = doer and number_on(a, head) is None and "the" not in {a.lower[c] for c in a.children[head]}
        if outcome == "deployed" and a.lower[head] in lexicon.units():
            continue  # four battalions are not four people
        if not bare and (are_people(a, found, sense) or number_on(a, head) is not None):
            return found
    return None


def aimed(a: Analysis, i: int) -> bool:
    """True for a deed that was only planned or prevented: "attempted murder", "plotted the assassination of two judges"."""
    aims = lexicon.words("status", "attempt") | lexicon.words("status", "aim") | lexicon.words("status", "prevent")
    head = a.heads[i]
    # who is "tried for murder" has not tried to murder
    over = aims - lexicon.words("status", "attempt") if a.rels[i] == "obl" else aims if a.rels[i] in ("obj", "nmod") else ()
    if _unprevented(a, head):
        return False
    return (head >= 0 and a.lower[head] in over) or any(
        a.lower[c] in aims for c in a.children[i] if a.rels[c] in ("amod", "compound")
    )


def _unprevented(a: Analysis, head: int) -> bool:
    """True for the verb of "failed to prevent the death of", "could not avert the murder of"."""
    if head < 0 or a.lower[head] not in lexicon.words("status", "prevent"):
        return False
    return grammar.negated(a, head) or a.lower[a.heads[head]] in _FAILED


def _of(a: Analysis, i: int, *, owned: bool) -> list[int]:
    """The nouns that may be those who suffered: behind "of" on the deed itself, its owner, behind a later "of"."""
    own = [c for c in a.children[i] if grammar.of(a, c)]
    if not own and a.lower[i] in ("injuries", "injury") and a.lower[i + 1 : i + 2] == ("to",):
        own = [a.heads[i + 1]]  # "caused injuries to 14 people"
    own = own or _against(a, i)
    if not own and owned:
        own = [c for c in a.children[i] if a.rels[c] == "nmod:poss" and a.upos[c] in ("NOUN", "PROPN", "NUM")]
    late = []
    for k in range(i + 2, min(len(a), i + _FAR)):
        aside = a.upos[k] == "NOUN" and a.lower[k] not in lexicon.listed("meantime") and "by" not in a.lower[i:k]
        if a.unit.sentences[k] != a.unit.sentences[i] or a.upos[k] in ("VERB", "AUX", "PUNCT") or aside:
            break
        if a.lower[k] == "of" and a.rels[k] == "case" and a.heads[k] > k:
            late.append(a.heads[k])
    return [k for k in dict.fromkeys([*own, *late]) if not _day(a, k)]


def _against(a: Analysis, i: int) -> list[int]:
    """Whom a deed was done to: "the murder committed by rebels against two judges"."""
    if not any(a.lower[k] in lexicon.listed("committed") for k in (a.heads[i], *a.children[i]) if k > i):
        return []
    near = range(i + 2, min(len(a), i + 2 * _FAR))
    k = next((k for k in near if a.lower[k] == "against" and a.unit.sentences[k] == a.unit.sentences[i]), None)
    return [a.heads[k]] if k is not None and a.rels[k] == "case" and a.heads[k] > k else []


def _day(a: Analysis, k: int) -> bool:
    """True for the number of a day: "the murder on the evening of 27 February"."""
    return a.upos[k] == "NUM" and a.xpos[k + 1 : k + 2] == ("NNP",)


def _known(a: Analysis, i: int) -> bool:
    """True where the clause takes the deed as known, whatever it says of it: "will investigate the killing of six priests"."""
    head = a.heads[i]
    if a.lower[i] in lexicon.listed("doers") or _unprevented(a, a.heads[i]):
        return True
    case = {a.lower[c] for c in a.children[i] if a.rels[c] == "case"}
    if head < 0 or a.rels[i] not in ("obj", "obl", "nmod", "nsubj:pass", "nmod:desc"):
        return False
    return bool(case & lexicon.listed("known_after")) or a.lower[head] in lexicon.forms("dwell")
