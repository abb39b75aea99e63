"""What is a figure in the making: a mention of harm with its count, status and scope, before its speaker is known?"""

from dataclasses import dataclass, field, replace

from sayso.model import Outcome, Quantity, Scope, Span, Status
from sayso.packs import table
from sayso.reading.harm.counts import Counted, Figures
from sayso.reading.harm.mention import Mention, verb_over
from sayso.reading.harm.status import clause_words, scope, status
from sayso.reading.harm.wars import of_war
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

OF_THEM = frozenset(("them", "whom", "these", "those", "which"))
SENT: frozenset[Outcome] = frozenset(("deployed", "engaged", "evacuated"))


@dataclass(slots=True, kw_only=True)
class Draft:
    """A figure in the making: its mention, its count, and what is known of it so far.

    `twin` tells two equal figures of one phrase apart ("ten on each side"): 0 or 1.
    """

    a: Analysis
    mention: Mention
    counted: Counted
    outcome: Outcome
    status: Status
    scope: Scope
    span: Span
    sentence: Span
    parent: "Draft | None" = None
    subset: bool = False
    anaphor: bool = False
    twin: int = 0
    key: tuple[int, ...] = field(default=())

    @property
    def numbered(self) -> bool:
        """True where the text gives a number, one by one or as a share of a stated whole, too."""
        q, figure = self.counted.quantity, self.counted.figure
        derived = figure is not None and figure.whole is not None and (figure.kind != "count" or figure.wording == "share")
        return q is not None and bool(q.stated or q.wording == "listed" or derived)

    @property
    def own_hand(self) -> bool:
        """True for one person who died or was hurt by his or her own hand."""
        q = self.counted.quantity
        return self.mention.agent is not None and self.mention.agent in self.mention.victims and q is not None and q.best == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One unit with its figures and the document's text; `used` are the words of figures that a draft has taken."""

    a: Analysis
    figures: Figures
    text: str
    used: set[int] = field(default_factory=set)

    def take(self, counted: Counted) -> None:
        """Mark a figure, and those within a list, as taken."""
        for figure in (counted.figure, *counted.parts):
            if figure is not None:
                self.used.update(self.figures.words(figure))

    def free(self, words: tuple[int, ...]) -> bool:
        """True where no draft has taken these words."""
        return not self.used & set(words)


def make(sheet: Sheet, m: Mention, counted: Counted) -> Draft | None:
    """The draft of one counted party of a mention, or None where the clause denies, supposes or only names it."""
    a = sheet.a
    state = "happened" if m.known else status(a, m)
    if state is None:
        return None
    outcome, amount = m.outcome, counted.quantity
    verb = m.clause if m.clause is not None else m.trigger
    if amount is None or a.lower[counted.head] in lexicon.things() or (m.frame == "spared" and state != "happened"):
        return None  # "all five are expected to survive" foretells it
    if (
        m.frame != "survive"
        and not m.known
        and (grammar.negated(a, verb) or (verb != m.trigger and grammar.negated(a, m.trigger)))
    ):
        return None
    if outcome in ("deployed", "engaged") and a.rels[m.trigger] == "acl" and not amount.stated:
        # "the troops sent to the war": spoken of in passing, not claimed.
        return None
    if outcome in SENT and state != "happened" and not amount.stated and a.lower[counted.head] in lexicon.units():
        # "the deployment of a platoon will be decided": nobody is counted, and nobody sent
        return None
    if m.frame == "spared" or a.lower[m.trigger] in lexicon.listed("unharmed"):
        if not counted.figure:
            return None
        amount = Quantity(low=0, best=0, high=0, wording="none", stated=(0,))
    clauses = {verb, m.trigger, grammar.first_conjunct(a, m.trigger)}
    if any(a.lower[c] == "without" for k in clauses for c in a.children[k] if a.rels[c] == "mark"):
        # "without killing anyone" says nobody; "without hurting the two guards" says no number of those hurt.
        if amount.wording not in ("any", "plural") and amount.best not in (0, 1):
            return None
        amount = Quantity(low=0, best=0, high=0, wording="none")
    if amount.wording == "any" and state != "denied":
        return None
    if state == "denied" and (amount.wording in ("plural", "any") or amount.best == 0):
        # "denied that any were captured" denies them all.
        amount = Quantity(low=0, best=0, high=0, wording="none")
    # the quote of "an 11-year-old" begins with the age
    words = [m.trigger, counted.head - 4 * grammar.aged(a, counted.head), *(figure_words(a, counted))]
    if (nth := ordinal(a, counted.head)) is not None and outcome == "killed":
        words.append(nth)
    span = a.unit.spans[min(words)][0], a.unit.spans[max(words)][1]
    sentence = sentence_of(a, m.trigger)
    lead = grammar.first_conjunct(a, m.trigger)
    bare = lead != m.trigger and m.clause in (None, m.trigger) and m.frame in ("state", "adjacent", "noun")
    over = verb_over(a, lead) if bare else None
    inside = clause_words(a, over if over is not None else verb, m.trigger)  # "12 dead and 31 wounded in the past day"
    told = scope(" ".join(a.unit.words[k] for k in inside), outcome, state)
    harm = {verb, m.trigger, counted.head, lead}
    return Draft(
        a=a,
        mention=m,
        counted=replace(counted, quantity=amount),
        outcome=outcome,
        status=state,
        scope="total" if told == "event" and amount.best != 1 and of_war(a, inside, harm) else told,
        span=span,
        sentence=sentence,
        subset=m.among or of_them(a, counted),
        anaphor=_anaphor(a, counted),
    )


def ordinal(a: Analysis, head: int) -> int | None:
    """The word that says which of several somebody is: "a second worker has died"; none of "the second man"."""
    nth = next((c for c in a.children[head] if a.rels[c] == "amod" and a.lower[c] in table("numbers")["ordinals"]), None)
    one = nth is not None and a.xpos[head] == "NN" and a.lower[nth] != "first" and a.lower[nth - 1] in ("a", "an")
    return nth if one else None


def figure_words(a: Analysis, counted: Counted) -> list[int]:
    """The words of the figure of a counted party."""
    if counted.figure is None:
        return []
    return [i for i, (s, e) in enumerate(a.unit.spans) if s < counted.figure.span[1] and counted.figure.span[0] < e]


def sentence_of(a: Analysis, i: int) -> Span:
    """The sentence of a word, as a span of the document."""
    mine = [k for k, s in enumerate(a.unit.sentences) if s == a.unit.sentences[i]]
    return a.unit.spans[mine[0]][0], a.unit.spans[mine[-1]][1]


def _anaphor(a: Analysis, counted: Counted) -> bool:
    """True for "the soldiers", "his men", "he": people already spoken of, without a number of their own."""
    if counted.pronoun:
        return True
    if counted.figure is not None or counted.listed:
        return False
    return any(
        a.lower[c] in ("the", "these", "those", "that", "this", "his", "her", "their", "both") for c in a.children[counted.head]
    )


def of_them(a: Analysis, counted: Counted) -> bool:
    """ "two of them", "four of whom", "three of the dead": part of a figure given before."""
    if counted.figure is None:
        return False
    words = figure_words(a, counted)
    last = max(words)
    following = [a.lower[i] for i in range(last + 1, min(len(a), last + 4))]
    if following[:1] == ["of"] and len(following) > 1:
        return following[1] in OF_THEM or (following[1] == "the" and len(following) > 2)
    before = [a.lower[i] for i in range(max(0, min(words) - 3), min(words))]
    return before[-2:] in (["of", "them"], ["of", "whom"], ["among", "them"])
