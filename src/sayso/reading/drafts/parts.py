"""Which figure is part of which: "including three officers", "two of them", lists that add up, the new dead in a total?"""

from dataclasses import replace

from sayso.model import Quantity
from sayso.reading.drafts.draft import OF_THEM, Draft, Sheet, figure_words, make
from sayso.reading.harm.counts import Counted, count, quantity
from sayso.reading.harm.mention import Mention, is_person
from sayso.reading.harm.sufferers import joined_behind
from sayso.reading.quantities.figures import Figure
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_SUBSET = frozenset(("including", "includes", "included", "include"))
_NAMELY = frozenset((":", "namely", "wit"))
"""What opens the list of those who were told in one number: "six deaths, to wit a guard and five clerks"."""
_BREAKS = frozenset((";", "but", "while", "whereas", "who", "which", "that"))


def included(sheet: Sheet, found: list[Draft]) -> list[Draft]:
    """ "500 were killed, including three officers", "among them a cook": parts of the figure before them, with its outcome."""
    a, out = sheet.a, []
    for i, word in enumerate(a.lower):
        among = word == "among" and i + 1 < len(a) and a.lower[i + 1] in OF_THEM
        if word not in _SUBSET and not among:
            continue
        head = _ahead(a, i) if among else (a.heads[i] if a.rels[i] == "case" else grammar.child(a, i, "obj", "nsubj"))
        if head is None or (head < i and not among):
            head = _after(sheet, i + 1 + among)
        earlier = [
            d for d in found if d.span[0] < a.unit.spans[i][0] and a.unit.sentences[d.mention.trigger] == a.unit.sentences[i]
        ]
        if head is None or not earlier:
            continue
        parent = _nearest(a, i, earlier)
        heads = grammar.conjuncts(a, head)
        more = joined_behind(a, heads[-1], sheet.figures)
        for counted in count(a, heads if more is None else [*heads, more], sheet.figures):
            words = tuple(figure_words(a, counted))
            if counted.quantity is None or not _includes(parent.counted.quantity, counted.quantity):
                continue
            if (words and not sheet.free(words)) or _things(a, counted):
                continue
            sheet.take(counted)
            part = part_of(sheet, parent, counted)
            if part is not None:
                out += [part, *members(sheet, part)]
    return out


def _things(a: Analysis, counted: Counted) -> bool:
    """True for a plural that is neither people nor a name: "40 buildings, including offices"."""
    plural = counted.quantity is not None and counted.quantity.wording == "plural" and counted.figure is None
    return plural and a.upos[counted.head] == "NOUN" and not is_person(a, counted.head, strict=True, armed=False)


def members(sheet: Sheet, whole: Draft) -> list[Draft]:
    """Those of a list that have a number of two or more: "the mayor and two guards" are three, two of them guards."""
    out = []
    for figure in whole.counted.parts:
        head = head_of(sheet.a, figure, sheet.figures.words(figure))
        own = (figure.best or 0) > 1 and figure.noun is not None and not grammar.kindred(sheet.a, head)
        part = part_of(sheet, whole, Counted(quantity=quantity(figure), head=head, figure=figure)) if own else None
        out += [part] if part is not None else []
    return out


def _ahead(a: Analysis, i: int) -> int | None:
    """The noun before "among them" where nothing follows: "six dead, the attacker among them"."""
    closed = a.lower[i + 2 : i + 3] in ((), (",",), (".",), (";",), (")",))
    return i - 1 if closed and i > 0 and a.upos[i - 1] in ("NOUN", "PROPN") and lexicon.person(a.lower[i - 1]) else None


def listed(sheet: Sheet, found: list[Draft]) -> list[Draft]:
    """ "31 dead, 18 soldiers and 13 villagers", "seven of them at the station": free figures behind a figure of harm."""
    out: list[Draft] = []
    for d in found:
        if not d.numbered or d.subset:
            continue
        run = _run(sheet, d, found)
        if not run:
            continue
        parts = [Counted(quantity=quantity(f), head=head_of(sheet.a, f, words), figure=f) for f, words in run]
        for counted in parts:
            sheet.take(counted)
            part = part_of(sheet, d, counted)
            if part is not None:
                part.outcome = "killed" if _fatally(sheet, counted) else part.outcome
                out.append(part)
    return out


def _fatally(sheet: Sheet, counted: Counted) -> bool:
    """True for "30 casualties, 12 of them fatal"."""
    after = max(figure_words(sheet.a, counted), default=counted.head) + 1
    return sheet.a.lower[after : after + 1] == ("of",) and bool(
        {"fatal", "fatally", "dead", "mortally"} & set(sheet.a.lower[after + 2 : after + 4])
    )


def settle(found: list[Draft]) -> None:
    """Give "two of them", and the new dead beside a total, the figure of their unit that they are part of."""
    for d in found:
        first = max((o for o in found if o.numbered and o.span < d.span), key=lambda o: o.span, default=None)
        if first is not None and d.scope == "event" and first.scope == "period" and _beside(first, d):
            d.scope = "period"
        if d.parent is not None:
            continue
        sums = [o for o in found if o is not d and _sums(o, d)]
        if sums:
            d.parent = sums[0]
        elif d.subset or _absolute(d):
            before = [
                o
                for o in found
                if o is not d and not o.subset and _first(o) < _first(d) and o.outcome == d.outcome and holds(o, d.counted)
            ]
            if before:
                d.parent = max(before, key=lambda o: (o.numbered, o.span[0]))


def _absolute(d: Draft) -> bool:
    """True for "hurting nineteen, three being in a serious condition": of those told right before."""
    words = figure_words(d.a, d.counted)
    return bool(words) and d.a.lower[max(0, words[0] - 1)] == "," and d.a.lower[words[-1] + 1 : words[-1] + 2] == ("being",)


def _first(d: Draft) -> tuple[int, int]:
    """Where a figure begins, and where its number stands: "the murder of six Jesuits, five of them Poles" begin together."""
    q = d.counted.quantity
    return d.span[0], q.span[0] if q is not None and q.span is not None else d.span[1]


def _beside(first: Draft, second: Draft) -> bool:
    """True where "and" alone joins two figures of one clause: "12 dead and 31 wounded"."""
    a = first.a
    words = figure_words(a, second.counted)
    ends = [first.mention.trigger, first.counted.head, *figure_words(a, first.counted)]
    near = [k for k in ends if words and k < words[0]]
    return (
        bool(near) and first.sentence == second.sentence and a.lower[max(near) + 1 : words[0]] in (("and",), (",", "and"), (",",))
    )


def _sums(whole: Draft, d: Draft) -> bool:
    """True where one is the running total of the sentence, the other its new dead: "two died, bringing the toll to 61"."""
    return (
        (whole.scope == "total" or _moved(whole, d))
        and d.scope in ("event", "period")
        and whole.outcome == d.outcome
        and whole.sentence == d.sentence
        and whole.numbered
        and d.status == "happened"
        and holds(whole, d.counted)
        and not _aside(whole, d)
        and ";" not in d.a.lower[d.mention.trigger : whole.mention.trigger]  # behind it begins another's figure
    )


def _aside(whole: Draft, d: Draft) -> bool:
    """True for "the strike, which killed 14, was condemned by the mission, which has counted 900": of two nouns, aside."""
    of, other = (_told_of(x) for x in (whole, d))
    return of is not None and other is not None and of != other


def _told_of(d: Draft) -> int | None:
    """The noun whose relative clause tells a figure; None where none does."""
    path = [d.mention.trigger, *d.a.above(d.mention.trigger)]
    relative = next((p for p in path if d.a.rels[p] == "acl:relcl"), None)
    return d.a.heads[relative] if relative is not None else None


def _moved(whole: Draft, d: Draft) -> bool:
    """True where a death moves a toll: "the toll rose to nine after a boy died", "has died, taking the toll to nine"."""
    a, i = whole.a, whole.mention.trigger
    if d.a is not a or d.mention.frame not in ("transitive", "intransitive") or d.numbered is False:
        return False
    verb = whole.mention.clause if whole.mention.clause is not None else i
    if a.rels[i] in ("acl", "acl:relcl"):
        verb = next((k for k in a.above(i) if a.upos[k] == "VERB"), verb)  # "the number of people killed rose to nine"
    if a.lower[verb] not in lexicon.forms("move"):
        return False
    after = a.rels[d.mention.trigger] == "advcl" and any(
        a.lower[c] in ("after", "when", "as") for c in a.children[d.mention.trigger]
    )
    return (after and verb in a.above(d.mention.trigger)) or (a.rels[verb] == "advcl" and a.heads[verb] == d.mention.trigger)


def _run(sheet: Sheet, d: Draft, found: list[Draft]) -> list[tuple[Figure, tuple[int, ...]]]:
    """The free figures that a figure is split into: they follow it and add up, are listed behind a colon, or say "of them"."""
    a, whole = sheet.a, d.counted.quantity
    if whole is None:
        return []
    last = max([d.mention.trigger, d.counted.head, *figure_words(a, d.counted)])
    taken = [o.span[0] for o in found if o is not d and o.span[0] > d.span[0]]
    stop = min(taken, default=10**9)
    run: list[tuple[Figure, tuple[int, ...]]] = []
    for figure, words in sheet.figures.all:
        if (
            words[0] <= last
            or a.unit.sentences[words[0]] != a.unit.sentences[last]
            or not sheet.free(words)
            or a.unit.spans[words[0]][0] >= stop
        ):
            continue
        colons = [k for k in range(last + 1, words[0]) if a.lower[k] in _NAMELY]
        opened = [k for k in range(last + 1, words[0]) if a.lower[k] == ";" and (run or words[0] - k <= 2)]
        between = range(max([*colons, *(k + 1 for k in opened[:1])], default=last + 1), words[0])
        if any(a.lower[k] in _BREAKS or (a.upos[k] == "VERB" and a.xpos[k] in ("VBD", "VBZ", "VBP", "VBG")) for k in between):
            break
        if whole.high is not None and (figure.low or 0) > whole.high:
            continue
        run.append((figure, words))
    if not run:
        return []
    of_them = [r for r in run if _says_of_them(a, r[1])]
    colon = not _NAMELY.isdisjoint(a.lower[last + 1 : run[0][1][0]])
    first = min([d.counted.head, *figure_words(a, d.counted)])
    if a.lower[max(0, first - 2) : first] == ("of", "the"):
        # "Of the 46 wounded, 12 are children."
        return run[:1]
    singles = range(run[0][1][0], len(a)) if ";" in a.lower[last + 1 : run[0][1][0]] else ()
    total = sum(f.best or 0 for f, _ in run) + sum(_single(a, k, last) for k in singles)
    people = all(f.noun is None or lexicon.person(a.lower[head_of(a, f, w)]) for f, w in run)
    if whole.best is not None and total == whole.best and len(run) > 1:
        return run
    if colon and people:
        return run
    return of_them


def _single(a: Analysis, k: int, last: int) -> bool:
    """True for a person told without a figure in the sentence of a word: "eight rebels, four soldiers and a cook"."""
    one = a.lower[k - 1] in ("a", "an") and lexicon.person(a.lower[k]) and a.upos[k] in ("NOUN", "PROPN")
    return one and a.unit.sentences[k] == a.unit.sentences[last]


def _says_of_them(a: Analysis, words: tuple[int, ...]) -> bool:
    after = a.lower[words[-1] + 1 : words[-1] + 3]
    return len(after) == 2 and after[0] == "of" and after[1] in OF_THEM


def part_of(sheet: Sheet, parent: Draft, counted: Counted) -> Draft | None:
    """A part with its whole's outcome, status and clause."""
    a = sheet.a
    told = replace(parent.mention, among=False)
    if parent.a is not a:
        # the whole stands in another paragraph, whose words have other places
        told = replace(told, trigger=counted.head, victims=(counted.head,), agent=None, clause=None)
    draft = make(sheet, told, counted)
    if draft is None:
        return None
    ends = [counted.head, *figure_words(a, counted)]
    draft.span = a.unit.spans[min(ends)][0], a.unit.spans[max(ends)][1]
    draft.mention = Mention(
        outcome=parent.outcome, trigger=counted.head, victims=(counted.head,), clause=told.clause, frame="included"
    )
    draft.outcome, draft.status, draft.scope = parent.outcome, parent.status, parent.scope
    draft.parent, draft.subset, draft.anaphor = parent, True, False
    return draft


def _after(sheet: Sheet, start: int) -> int | None:
    """The head of the first noun or figure at or after a word, within a few words."""
    a = sheet.a
    for k in range(start, min(len(a), start + 5)):
        figure = sheet.figures.at(k)
        if figure is not None:
            return head_of(a, figure, sheet.figures.words(figure))
        if a.upos[k] in ("NOUN", "PROPN"):
            while a.rels[k] in ("compound", "amod", "nummod", "nmod:poss") and k < a.heads[k] <= start + 8:
                k = a.heads[k]  # noqa: PLW2901  climbs to the noun's head
            return k
    return None


def head_of(a: Analysis, figure: Figure, words: tuple[int, ...]) -> int:
    """The noun that a figure counts, or its last word."""
    if figure.noun is not None:
        noun = [i for i, (s, e) in enumerate(a.unit.spans) if s < figure.noun[1] and figure.noun[0] < e]
        if noun:
            return noun[-1]
    return words[-1]


def _nearest(a: Analysis, i: int, earlier: list[Draft]) -> Draft:
    """The figure whose noun phrase "including" hangs on, else the last one before it."""
    over = set(a.above(i)) | {i}
    for d in reversed(earlier):
        if d.counted.head in over or (d.mention.trigger in over and len(earlier) == 1):
            return d
    before = [d for d in earlier if d.numbered] or earlier
    return max(before, key=lambda d: (d.span[1], d.span[0]))


def holds(whole: Draft, part: Counted) -> bool:
    """True where the one number can include the other."""
    return _includes(whole.counted.quantity, part.quantity)


def _includes(whole: Quantity | None, part: Quantity | None) -> bool:
    if whole is None or part is None:
        return False
    return whole.high is None or part.low is None or part.low <= whole.high
