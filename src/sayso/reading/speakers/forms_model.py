"""Which words does an attribution of the model stand for, where it saw only part of a closed form?"""

from dataclasses import replace

from sayso.reading.speakers.forms_layout import has_person
from sayso.reading.speakers.sayings import Saying
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import all_forms, nouns_of_saying, verbs_of
from sayso.reading.words.clauses import agent_end, left_edge, sentence_range, text_of
from sayso.reading.words.kinds import kind_of

_RELATIVES = frozenset(("that", "which"))
_DASHES = frozenset(("—", "–", "―", "-"))
_ASIDE = 3
"""Most words between a dash and the cue or the speaker of an aside: "— so", "— as", "told us —". Source: set by hand."""


def shaped(a: Analysis, s: Saying) -> Saying:
    """An attribution of the model as its form has it."""
    for form in (_inverted, _of_noun, _looked_into, _around):
        s = form(a, s)
    return s


def _inverted(a: Analysis, s: Saying) -> Saying:
    """The speaker behind the verb: "..., reports the emergency service", where the model took who speaks for what is said."""
    i = s.cue[0]
    start, end = sentence_range(a, i)
    if s.source is not None or s.speaker is not None or s.cue[1] - i != 1 or i - start < 4 or a.lower[i - 1] != ",":
        return s
    if a.lower[i] not in verbs_of("says", "reports", "confirms") or a.xpos[i] not in ("VBD", "VBZ", "VBP"):
        return s
    stop = agent_end(a, i + 1)
    known = has_person(a, i + 1, stop) or kind_of(text_of(a, i + 1, stop)) != "other"
    closed = stop >= end or a.lower[stop] in (",", ".", "—", ";")
    if not known or not closed or len(s.content) != 1 or not i < s.content[0][0] < stop or s.content[0][1] > stop:
        return s
    return replace(s, source=(i + 1, stop), content=((start, i - 1),))


def _of_noun(a: Analysis, s: Saying) -> Saying:
    """What a relative clause speaks of: "against the 12 that the police had announced" gives the 12, not "that"."""
    if len(s.content) != 1 or s.content[0][1] - s.content[0][0] != 1:
        return s
    k = s.content[0][0]
    noun = k - 1
    hangs = noun >= 0 and any(a.rels[v] == "acl:relcl" and a.heads[v] == noun for v in range(*s.cue))
    if a.lower[k] not in _RELATIVES or not hangs or a.unit.sentences[noun] != a.unit.sentences[k]:
        return s
    return replace(s, content=((left_edge(a, noun), noun + 1),), held=())


def _looked_into(a: Analysis, s: Saying) -> Saying:
    """Who looks into reports with the noun for part of the cue: "was examining reports", which leaves them open."""
    verb = s.cue[1] - 1
    noun = s.cue[1]
    if s.source is None or not s.content or a.lower[verb] not in all_forms("figures", "examines"):
        return s
    (b, e), *more = s.content
    told = a.lower[noun] in nouns_of_saying() and a.heads[noun] == verb and a.lower[noun + 1 : noun + 2] == ("that",)
    if not told or b not in (noun, noun + 1) or e < noun + 3:
        return s
    return replace(s, cue=(verb, noun + 1), content=((noun + 1, e), *more), noun=True)


def _around(a: Analysis, s: Saying) -> Saying:
    """All of a sentence whose speaker stands between dashes: "Sixteen pilgrims — so the abbot told us — were killed"."""
    if s.source is None or len(s.content) != 1:
        return s
    start, end = sentence_range(a, s.cue[0])
    first, last = min(s.source[0], s.cue[0]), max(s.source[1], s.cue[1])
    opened = next((k for k in range(first - 1, max(start, first - _ASIDE - 1), -1) if a.lower[k] in _DASHES), None)
    closed = next((k for k in range(last, min(end, last + _ASIDE)) if a.lower[k] in _DASHES), None)
    if opened is None or closed is None or s.content[0][0] != closed + 1 or a.unit.quotes[closed] or a.unit.quotes[opened]:
        return s
    return replace(s, content=((start, opened), *s.content))
