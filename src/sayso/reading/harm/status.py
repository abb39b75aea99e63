"""Did it happen, or is it planned, forecast, feared, possible, denied; and does the figure cover one event, a period or more?"""

import re
from functools import cache
from itertools import pairwise

from sayso import packs
from sayso.model import Outcome, Scope, Status
from sayso.reading.harm.mention import Mention
from sayso.reading.harm.mistaken import taken_for
from sayso.reading.harm.refuted import called_made_up, unshown
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import forms, listed, negations, stance_of, stance_of_noun, takes_clause
from sayso.reading.words.clauses import sentence_range
from sayso.reading.words.hedges import hedges
from sayso.reading.words.kinds import kind_of

_WH = frozenset(("who", "what", "why", "how", "when", "where", "which", "whose", "whom"))
_SUMMING = frozenset(("make", "bring", "put", "take"))
_NEXT_CLAUSE = frozenset((";", ":", "but", "while", "and", "last"))
_TOTALS = frozenset(("number", "toll", "total", "count", "tally"))


def status(a: Analysis, mention: Mention) -> Status | None:
    """The status that the clause and what governs it give; None where the text only supposes it or asks ("if", "did they?")."""
    verb = mention.clause if mention.clause is not None else mention.trigger
    chain = _chain(a, mention.trigger, verb)
    above = [v for k in chain for v in grammar.governors(a, k)]
    over = list(dict.fromkeys(chain + above))
    sums = _sums_up(a, verb)
    words = [w for k in chain for w in grammar.helpers(a, k) if w != "would" or not sums]
    if any(w in lexicon.words("status", "unreal") for w in words):
        return None
    beside = a.upos[mention.trigger] == "NOUN" and a.rels[mention.trigger] == "nmod"
    if (
        _unsaid(a, over)
        or _alive(a, mention.trigger)
        or taken_for(a, mention.trigger)
        or (not beside and _undone(a, chain, over))
        or _asked(a, over)
    ):
        return None
    if _governed(a, over, "fear"):
        return "feared"
    if _left_open(a, mention.trigger, over) or (mention.outcome != "missing" and unshown(a, mention.trigger)):
        return "possible"
    if _denied(a, chain, over) or called_made_up(a, mention.trigger):
        return "denied"
    if any(w in lexicon.words("status", "possible") for w in words):
        return "possible"
    future = any(w in lexicon.words("status", "future") for w in words) or ("would" in words and _told_ahead(a, over, mention))
    infinitive = any(a.lower[c] == "to" and a.upos[c] == "PART" for k in chain for c in a.children[k])
    ahead = a.lower[max(0, chain[0] - 4) : chain[0]]
    due = "to" in ahead and any(w in lexicon.words("status", "plan") for w in ahead)
    if mention.outcome in ("deployed", "engaged", "evacuated"):
        if future or due or (infinitive and _governed(a, over, "plan")):
            return "planned"
        if _governed(a, over[1:], "forecast") and (infinitive or future):
            return "forecast"
    elif future or (infinitive and (_governed(a, over, "forecast") or _governed(a, over, "plan"))):
        return "forecast"
    if "would" in words:
        return "possible"
    if _ongoing(a, mention, verb):
        return "ongoing"
    return "happened"


def _alive(a: Analysis, trigger: int) -> bool:
    """True for "two people counted as dead are alive", "the ten believed killed have been found alive": they are no dead."""
    start, end = sentence_range(a, trigger)
    if not any(w in lexicon.words("status", "taken_for") for w in a.lower[max(start, trigger - 2) : trigger]):
        return False
    told = next((k for k in range(trigger + 1, end) if a.lower[k] in lexicon.words("status", "alive")), None)
    if told is None or any(a.lower[k] in _NEXT_CLAUSE for k in range(trigger, told)):
        return False
    return any(a.upos[k] in ("VERB", "AUX") for k in range(trigger + 1, told)) and not negations(a.lower[trigger:told])


def _sums_up(a: Analysis, verb: int) -> bool:
    """True for "which would make the number of victims seven": a sum of what has happened, where no "if" makes it depend."""
    start, end = sentence_range(a, verb)
    total = any(a.rels[c] == "obj" and a.lower[c] in _TOTALS for c in a.children[verb])
    return total and a.lower[verb] in _SUMMING and "if" not in a.lower[start:end]


def _chain(a: Analysis, trigger: int, verb: int) -> list[int]:
    """The trigger and the verbs between it and its clause's own subject: "were feared to have been killed"."""
    out = [trigger] if a.upos[trigger] in ("VERB", "AUX", "ADJ") else []
    if verb not in out:
        out.append(verb)
    while a.rels[out[-1]] == "xcomp" and a.heads[out[-1]] >= 0 and a.heads[out[-1]] not in out:
        out.append(a.heads[out[-1]])
    return out


def _governed(a: Analysis, over: list[int], key: str) -> bool:
    """True where a word of the list stands over the clause, or beside it as an adjective or adverb."""
    known = lexicon.words("status", key)
    if any(a.lower[k] in known for k in over):
        return True
    return any(
        a.lower[c] in known for k in over[:2] for c in a.children[k] if a.rels[c] in ("advmod", "amod", "cop", "aux", "xcomp")
    )


def _denied(a: Analysis, chain: list[int], over: list[int]) -> bool:
    """True where a verb of denying stands over the clause as its complement's head, and its own clause is not negated."""
    known = lexicon.words("status", "deny")
    for below, k in pairwise(over):
        if (
            a.lower[k] in known
            and a.rels[below] in ("ccomp", "xcomp", "obj", "acl", "nmod", "csubj", "nsubj", "obl")
            and not (a.rels[below] == "nsubj" and a.xpos[k] in ("VBZ", "VBP"))  # "a suspect arrested over her death denies it"
            and not _negated(a, k)
            and not _neither(a, k)
        ):
            return True
    untrue, true = lexicon.words("status", "untrue"), lexicon.words("status", "true")
    said = [k for k in over if a.lower[k] in untrue | true and a.xpos[k] not in ("VBP", "VBZ", "VB")]  # "seven lie wounded"
    said += (wrong := _mistaken(a, over))
    if any((a.lower[k] in untrue or k in wrong) != grammar.negated(a, k) for k in said):
        return True
    return bool(chain) and a.lower[chain[0]] in known


def _mistaken(a: Analysis, over: list[int]) -> list[int]:
    """The words that call a clause's own figure wrong: "the figure of 30 dead was wrong"."""
    nouns = listed("certainty", "told", "nouns")

    def told(k: int) -> bool:
        return any(a.lower[c] in nouns for c in a.children[k] if a.rels[c] in ("nsubj", "nsubj:pass"))

    near = [k for below, k in pairwise([over[0], *over]) if below == k or a.rels[below] not in ("conj", "parataxis", "advcl")]
    return [k for k in near if a.lower[k] in lexicon.words("status", "mistaken") and told(k)]


def _left_open(a: Analysis, trigger: int, over: list[int]) -> bool:
    """True where a speaker leaves it open ("refused to confirm that", "could not rule out that") or thinks it unlikely."""
    governing = _governing(a, over)
    for k in governing:
        stance = stance_of(a.lower[k])
        if k != trigger and (stance == "confirms" or a.lower[k] in forms("comment")) and _negated(a, k):
            return True
        if stance in ("confirms", "denies") and _neither(a, k):
            return True
    start, end = sentence_range(a, trigger)
    if "?" in a.lower[max(start, end - 3) : end] and not _WH & {*a.lower[start:end]}:
        return True
    rows = listed("certainty", "possible", "rows")
    marks = {c for k in governing for c in a.children[k] if a.lower[c] == "that"}
    return any(
        h.row in rows and (h.verb == trigger or (h.predicate and (h.verb in governing or h.words[1] in marks))) for h in hedges(a)
    )


def _neither(a: Analysis, k: int) -> bool:
    """True for either verb of "has neither confirmed nor denied"."""
    return {"neither", "nor"} <= {*a.lower[max(0, k - 4) : k + 4]}


def _governing(a: Analysis, over: list[int]) -> list[int]:
    """The words over a clause that it completes; what it only hangs beside, or what names its own author, ends them."""
    out = over[:1]
    for below, k in pairwise(over):
        told = any(a.lower[c] == "that" and a.rels[c] == "mark" for c in a.children[below])
        if a.rels[below] in ("acl:relcl", "advcl", "advcl:relcl", "parataxis", "appos") and not told:
            break
        if stance_of_noun(a.lower[k]) and (
            any(a.rels[c] in ("nmod", "nmod:poss") for c in a.children[k] if c != below) or _authored(a, k, below)
        ):
            break
        out.append(k)
    return out


def _authored(a: Analysis, noun: int, below: int) -> bool:
    """True where right behind a noun of saying stands whose it is, whatever that hangs on: "reports in Portuguese media that"."""
    that = next((c for c in a.children[below] if noun < c and a.lower[c] == "that"), noun)
    words = " ".join(a.unit.words[noun + 2 : that])
    kind = kind_of(words) if words else "other"
    return kind == "media" or (kind != "other" and a.lower[noun + 1] in ("by", "from"))


def _told_ahead(a: Analysis, over: list[int], mention: Mention) -> bool:
    """True for "said that he would send": what a past saying tells of the future, where no "if" makes harm depend on anything."""
    told = any(a.xpos[k] == "VBD" and takes_clause(a.lower[k]) and a.rels[below] == "ccomp" for below, k in pairwise(over))
    start, end = sentence_range(a, over[0])
    depends = any(a.lower[k] == "if" and a.rels[k] == "mark" for k in range(start, end))
    return told and (mention.outcome in ("deployed", "evacuated") or not depends)


def _negated(a: Analysis, k: int) -> bool:
    """True where a verb of saying is turned round by its own words, its subject, or the verb it completes ("refused to")."""
    own = {k}
    words: set[int] = set()
    while True:
        near = [c for c in a.children[k] if a.rels[c] in ("advmod", "aux", "mark", "det", "cc:preconj", "nsubj")]
        near += [c for n in near if a.rels[n] == "nsubj" for c in a.children[n] if a.rels[c] == "det"]
        words.update(near)
        if a.rels[k] != "xcomp" or a.heads[k] < 0 or a.heads[k] in own:
            return bool(negations([a.lower[c] for c in sorted(words)]) % 2)  # in their order: "has yet to confirm"
        k = a.heads[k]
        own.add(k)
        words.add(k)


def _asked(a: Analysis, over: list[int]) -> bool:
    """True for a question that may be answered with no: "Were 40 villagers killed?"; not for "Why were they killed?"."""
    root = over[-1]
    start, end = sentence_range(a, root)
    if "?" not in a.lower[max(start, end - 3) : end]:
        return False
    who = grammar.child(a, root, "nsubj", "nsubj:pass", "expl")
    turned = who is not None and any(a.upos[c] == "AUX" and c < who for c in a.children[root])
    return turned and not _WH & {*a.lower[start:who]}


def _unsaid(a: Analysis, over: list[int]) -> bool:
    """True for "never said that", "did not claim that": words that nobody spoke are no claim."""
    known = lexicon.words("status", "unsaid")
    return any(a.lower[k] in known and a.rels[below] == "ccomp" and grammar.negated(a, k) for below, k in pairwise(over))


def _undone(a: Analysis, chain: list[int], over: list[int]) -> bool:
    """True for what was only tried, threatened, avoided or nearly done: "failed to kill", "were nearly killed"."""
    before = a.lower[max(0, chain[0] - 2) : chain[0]]
    if before == ("close", "to") or (before and before[-1] in lexicon.words("status", "nearly")):
        return True
    known, purpose = lexicon.words("status", "attempt"), lexicon.words("status", "purpose")
    aims = lexicon.words("status", "aim") | lexicon.words("status", "prevent")
    for below, k in pairwise(over):
        if a.rels[below] in ("ccomp", "acl:relcl", "advcl:relcl"):
            break  # "wants to condemn those who killed six": what it completes is told as done
        if (
            a.lower[k] in purpose
            and a.rels[below] in ("acl", "advcl", "xcomp")
            and any(a.lower[c] == "to" for c in a.children[below])
        ):
            return True
        aim = a.xpos[below] == "VBG" or any(a.lower[c] == "to" for c in a.children[below])
        if a.lower[k] in aims and a.xpos[below] == "VBG" and a.rels[below] in ("acl", "nmod", "obl", "advcl", "ccomp"):
            return True  # "plans for killing the mayor"
        if a.lower[k] in known and a.upos[below] == "ADJ" and a.rels[below] == "xcomp":
            return True  # "wanted the man dead"
        if a.lower[k] in known and aim and stance_of(a.lower[below]) != "confirms" and a.rels[below] in ("xcomp", "acl"):
            return True
    return False


def _ongoing(a: Analysis, mention: Mention, verb: int) -> bool:
    """Present states: is held, remains missing, stands deployed."""
    if mention.outcome not in ("missing", "captured", "deployed", "engaged", "displaced"):
        return False
    helpers = grammar.helpers(a, verb)
    return (
        any(w in ("is", "are", "remain", "remains", "'s", "’re", "'re") for w in [*helpers, a.lower[verb]])
        and "been" not in helpers
    )


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = sorted(packs.table("harm")["scope"][key], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


_SINCE_THEN = re.compile(r"(?:(?<=\bhas)|(?<=\bhave)|(?<=\bhad))\s+since\b(?=\s+(?:been|died|\w+ed)\b)")
"""The "since" of "two of them have since died", which is no beginning of a stretch of time."""


@cache
def _unmatched() -> re.Pattern[str]:
    """The words of "the worst attack on the railway since" that set a deed beside an older one."""
    words = "|".join(map(re.escape, packs.table("harm")["scope"]["unmatched"]))
    return re.compile(rf"\b(?:{words})\b(?:\s+[\w'’-]+){{1,8}}?\s+since\b")


def scope(clause: str, outcome: Outcome, state: Status) -> Scope:
    """Of one event, new in a period, or a running total, by the words of the clause."""
    if outcome in ("deployed", "engaged"):
        return "event" if state in ("planned", "forecast") else "unknown"
    low = clause.lower()
    if "since" in low:
        low = _unmatched().sub("", _SINCE_THEN.sub("", low))
    if _pattern("total").search(low):
        return "total"
    if _pattern("period").search(low):
        return "period"
    return "event"


def clause_words(a: Analysis, verb: int, trigger: int) -> list[int]:
    """The words of the verb's own clause, without the clauses that hang on it; those of the trigger's clause are in."""
    out: set[int] = set()
    stack = [verb]
    keep = {trigger, *a.above(trigger)}
    while stack:
        k = stack.pop()
        out.add(k)
        stack += [
            c
            for c in a.children[k]
            if c in keep
            or any(a.lower[g] == "since" for g in a.children[c])
            or a.rels[c] not in ("advcl", "conj", "parataxis", "acl:relcl", "ccomp", "advcl:relcl")
        ]
    return sorted(out)
