"""Which mentions of harm in a unit become figures: who, how many, with what status, and which is part of which?"""

from dataclasses import replace

from sayso.reading.drafts.asides import split
from sayso.reading.drafts.beside import adjacent, carried, opposed, passives, spoken
from sayso.reading.drafts.columns import of_column
from sayso.reading.drafts.continued import continued
from sayso.reading.drafts.draft import Draft, Sheet, make
from sayso.reading.drafts.enumerations import behind, enumerated, named_behind, with_kin
from sayso.reading.drafts.headlines import headlined
from sayso.reading.drafts.identified import identified
from sayso.reading.drafts.lumped import lumped, lumped_once
from sayso.reading.drafts.moved import moved
from sayso.reading.drafts.multiples import multiplied
from sayso.reading.drafts.opened import told_among
from sayso.reading.drafts.parts import included, listed, members, settle
from sayso.reading.drafts.recast import recast
from sayso.reading.drafts.tallies import tallied
from sayso.reading.drafts.unnumbered import unnumbered
from sayso.reading.harm.counts import Counted, Figures, count
from sayso.reading.harm.mention import Mention
from sayso.reading.harm.mentions import find
from sayso.reading.harm.struck import struck_too
from sayso.reading.harm.sufferers import added_before, joined, meant, subject_before, verb_behind
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.clauses import found_at


def drafts(a: Analysis, figures: Figures, text: str, last: Draft | None = None) -> list[Draft]:
    """The figures of one unit, in order of their words; `last` is the last numbered one of the document before it."""
    sheet = Sheet(a=a, figures=figures, text=text)
    out: list[Draft] = tallied(sheet)
    labels = {d.mention.trigger for d in out}
    mentions = [m for m in _own(a, find(a), figures) if m.trigger not in labels]
    for m in mentions:
        if m.frame == "toll":
            continue
        for counted in _named(a, m, figures) or _behind(a, m, figures) or _counted(a, m, figures):
            if labels and counted.figure is not None and not sheet.free(figures.words(counted.figure)):
                continue
            sheet.take(counted)
            out += _with_members(sheet, make(sheet, m, counted))
    out += _unparsed(sheet, {m.trigger for m in mentions})
    heads = headlined(sheet, mentions)
    triggers = {d.mention.trigger for d in heads}
    out = [d for d in out if d.mention.trigger not in triggers] + [e for d in heads for e in _with_members(sheet, d)]
    out += adjacent(sheet)
    out += passives(sheet, {d.mention.trigger for d in out if d.numbered})
    out += [e for d in identified(sheet, mentions) for e in _with_members(sheet, d)]
    out += multiplied(sheet)
    numbered = {d.mention.trigger for d in out if d.numbered}
    for m in mentions:
        if m.trigger in numbered:
            continue
        told = carried(sheet, m)
        if told:
            # "the number of people killed rose to eight": the number, not the plural.
            out = [d for d in out if d.mention.trigger != m.trigger or d.numbered] + told
    out += moved(sheet, out)
    out = lumped_once(lumped(out, text))
    parts = included(sheet, out)
    taken = {(p.outcome, p.counted.head) for p in parts}
    out = [d for d in out if (d.outcome, d.counted.head) not in taken] + parts
    out += listed(sheet, out)
    out += continued(sheet, out, last)
    out += spoken(sheet, sorted(out, key=lambda d: d.span), last)
    out += opposed(sheet, sorted(out, key=lambda d: d.span))
    out += recast(sheet, sorted(out, key=lambda d: d.span), last)
    out += unnumbered(sheet, out)
    out = [d for d in out if not of_column(d, text)]
    told_among(out)
    settle(out)
    out += _sides(out, text)
    return sorted(out, key=lambda d: (d.span, d.outcome, d.twin))


def _own(a: Analysis, mentions: list[Mention], figures: Figures) -> list[Mention]:
    """ "12 were killed and up to 30 wounded": a joined participle has the figure right before it for subject."""
    words = {m.trigger: m.outcome for m in mentions}
    out: list[Mention] = []
    taken = {v for m in mentions for v in m.victims}
    for m in mentions:
        i = m.trigger
        others = [v for v in m.victims if v > i and (words.get(v, m.outcome) != m.outcome or _claimed(a, v, m, figures))]
        others += [v for v in m.victims[1:] if v not in others and _beyond(v, m, mentions)]
        others += [
            v for v in m.victims[1:] if v > i and v not in others and verb_behind(a, v, m.clause if a.upos[i] == "NOUN" else None)
        ]
        if others and len(others) < len(m.victims):
            # "40 were killed and more than 100 wounded": the wounded are no subject of "killed".
            m = replace(m, victims=tuple(v for v in m.victims if v not in others))  # noqa: PLW2901  narrowed
        if m.frame == "state" and any(i in o.victims for o in mentions if o.trigger != i):
            # "2,500 prisoners were killed": who they were, not what happened.
            continue
        # "the fourteen buried them": who does it is no victim
        acts = a.upos[i] == "VERB" and any(a.rels[c] == "obj" and a.upos[c] == "PRON" for c in a.children[i])
        k = _before(a, i, figures) if m.frame in ("transitive", "state") and not acts else None
        shared = any(o.victims == m.victims for o in mentions if o is not m)
        if shared and a.lower[i - 1] in lexicon.things() and i - 1 in m.victims[1:]:
            # "killed a driver and two cars burned"
            continue
        near = subject_before(a, m, figures) if k is None and m.frame in ("transitive", "state") else None
        if near is not None:
            out = [replace(o, victims=tuple(v for v in o.victims if v != near)) for o in out]
            out.append(replace(m, victims=(near,)))
        elif k is not None and m.victims != (k,) and (shared or _opens(a, i)):
            out = [replace(o, victims=tuple(v for v in o.victims if v != k)) if o.victims != (k,) else o for o in out]
            out.append(replace(m, victims=(k,), loose=False))
        else:
            out.append(m)
    return [struck_too(a, joined(a, added_before(a, m, figures), figures, taken), figures) for m in out]


def _beyond(v: int, m: Mention, mentions: list[Mention]) -> bool:
    """True for a name behind another deed: "killing Ana Ruiz, 38, and wounding two others, Tam Reke, 28; and Jim Orl, 30"."""
    between = (o for o in mentions if o.outcome != m.outcome and o.frame == "transitive" and m.victims[0] < o.trigger < v)
    return v > m.trigger and any(o.victims and min(o.victims) > o.trigger for o in between)


def _opens(a: Analysis, i: int) -> bool:
    """True for a participle whose subject the parse may have lost to the clause that it is joined to."""
    own = grammar.child(a, i, "nsubj", "nsubj:pass") is not None
    return a.rels[i] in ("conj", "root", "advcl", "parataxis") or (a.rels[i] == "ccomp" and not own)


def _claimed(a: Analysis, v: int, m: Mention, figures: Figures) -> bool:
    """True where another word of harm stands right before the victim's figure: "killed four and wounded 13 others"."""
    figure = figures.on(v)
    k = figures.words(figure)[0] - 1 if figure is not None else -1
    return k > m.trigger and any(s.outcome != m.outcome and s.frame == "transitive" for s in lexicon.senses().get(a.lower[k], ()))


def _named(a: Analysis, m: Mention, figures: Figures) -> list[Counted]:
    """The people of a list of names before a passive or intransitive verb of harm, or before "were declared dead"."""
    found_so = m.frame == "state" and a.rels[m.trigger] == "xcomp"
    if m.frame not in ("transitive", "intransitive", "lives") and not found_so:
        return []
    if not any(a.names[v].endswith("PER") or {"and", "&"} & set(a.lower[max(0, v - 4) : v]) for v in m.victims):
        return []
    if (m.frame == "transitive" or found_so) and not all(v < m.trigger for v in m.victims):
        return []
    found = enumerated(a, a.heads[m.trigger] if found_so else m.trigger, figures)
    return [found] if found is not None else []


def _behind(a: Analysis, m: Mention, figures: Figures) -> list[Counted]:
    """A pronoun and his or her own behind it, where the parse has the pronoun alone."""
    found = behind(a, m, figures) if m.frame == "transitive" and m.victims == (m.trigger + 1,) else None
    if found is None and m.frame == "transitive":
        found = named_behind(a, m.trigger, figures)
    if found is None and m.frame == "transitive" and a.xpos[m.trigger] in ("VBD", "VBG"):
        found = with_kin(a, m, figures)
    return [found] if found is not None else []


def _unparsed(sheet: Sheet, known: set[int]) -> list[Draft]:
    """Lists of names before a verb of harm that the parse gives no subject."""
    a, out = sheet.a, []
    for i in found_at(a, lexicon.forms_of_harm()):
        sense = next((s for s in lexicon.senses()[a.lower[i]] if s.frame in ("transitive", "intransitive")), None)
        passive = (
            sense is not None
            and sense.frame == "transitive"
            and a.xpos[i] != "VBG"  # "a father and his son were shooting pigeons": what they do
            and any(w in ("were", "was", "been") for w in a.lower[max(0, i - 2) : i])
        )
        if sense is None or i in known or not (passive or (sense.frame == "intransitive" and a.xpos[i] in ("VBD", "VBN"))):
            continue
        found = enumerated(a, i, sheet.figures)
        if found is not None:
            mention = Mention(outcome=sense.outcome, trigger=i, victims=(found.head,), clause=i, frame="transitive")
            out += _with_members(sheet, make(sheet, mention, found))
    return out


def _with_members(sheet: Sheet, draft: Draft | None) -> list[Draft]:
    """A figure, and those of its list with a number: "the mayor and two guards" are three, two of them guards."""
    if draft is None:
        return []
    return [draft, *split(sheet, draft), *members(sheet, draft)]


def _before(a: Analysis, i: int, figures: Figures) -> int | None:
    """The last word of a figure that stands before a participle, over "more", "others", "were"; None past other words."""
    k = i - 1
    while (
        k >= 0
        and a.unit.sentences[k] == a.unit.sentences[i]
        and (a.upos[k] in ("AUX", "ADV") or a.lower[k] in ("more", "others", "people"))
    ):
        k -= 1
    if "none" in a.lower[max(0, k - 3) : k + 1] or "neither" in a.lower[max(0, k - 3) : k + 1]:
        return None  # "none of the nine was hurt"
    vague = k >= 0 and a.lower[k] in ("scores", "dozens", "hundreds", "thousands")
    return k if k >= 0 and (vague or figures.at(k) is not None) else None


def _counted(a: Analysis, m: Mention, figures: Figures) -> list[Counted]:
    found = count(a, m.victims, figures)
    them = meant(a, m, figures)
    if them is not None:
        return [replace(c, figure=None, head=m.victims[0], pronoun=True) for c in count(a, [them], figures)]
    if m.frame == "body" and m.trigger not in m.victims and figures.on(m.trigger) is not None:
        # "on 23 May 28 bodies of farmers were found"
        return [replace(c, head=m.victims[0]) for c in count(a, [m.trigger], figures)]
    if not m.loose:
        return found
    # A plain noun ("the wounded", "casualties") is a figure where it has a number or the clause asserts it.
    kept = [c for c in found if c.figure is not None or (c.quantity is not None and c.quantity.best == 0)]
    if kept or m.frame not in ("noun", "attribute"):
        return kept
    if m.frame == "attribute" and m.victims and _number_of(a, m.victims[0]):
        return found
    return found if m.frame == "noun" and _asserted(a, m) else []


def _number_of(a: Analysis, head: int) -> bool:
    """True for people of whom a number is told: "an unknown number of wounded people"."""
    over = a.heads[head]
    return over >= 0 and a.rels[head] == "nmod" and a.lower[over] in ("number", "group") and a.xpos[head] in ("NNS", "NNPS")


def _asserted(a: Analysis, m: Mention) -> bool:
    """True where losses or casualties are suffered, caused, confirmed or said to be there."""
    verb = m.clause
    if verb is None or m.outcome != "casualties":
        return False
    near = a.heads[m.trigger] == verb or verb == m.trigger
    existential = any(a.rels[c] == "expl" for c in a.children[verb]) or any(a.rels[c] == "expl" for c in a.children[m.trigger])
    return near and (existential or a.lower[verb] in lexicon.forms("suffer"))


_BOTH = (
    "on each side",
    "on both sides",
    "each side lost",
    "both sides lost",
    "both sides have lost",
    "both armies lost",
    "on either side",
)


def _sides(found: list[Draft], text: str) -> list[Draft]:
    """The second claim of "ten on each side": as many again, of the others."""
    return [
        replace(d, twin=1)
        for d in found
        if d.numbered and not d.subset and any(w in text[d.sentence[0] : d.sentence[1]].lower() for w in _BOTH)
    ]
