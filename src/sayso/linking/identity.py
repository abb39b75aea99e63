"""Which speakers of different documents are one Source, and what says so?

Those that go by one name, as far as nothing tells them apart: another party, another sort of body, another affiliation. Of those
that share a name with two that differ, and do not say which they are, each stays by itself. Order changes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.linking.corrected import Corrected, corrected
from sayso.linking.names import STATE, bare, core, one_spelling
from sayso.linking.naming import Key, Named, Names, Reports
from sayso.linking.speakers import Introduced, Speaker, Spoken, by_use, introductions, speakers
from sayso.model import Document, Event, Source
from sayso.schema import content_id

_SHOWN = 3
"""Reports that a piece of evidence names; it counts the others."""
_BODIES = frozenset(("media", "monitor", "think-tank", "international", "party"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """The sources, by id, and which of them each speaker is: document, step id, source."""

    sources: tuple[Source, ...]
    members: tuple[tuple[str, str, str], ...]


def identify(
    documents: Sequence[Document],
    statements: Iterable[Spoken],
    claims: Iterable[Spoken],
    events: Sequence[Event] = (),
    said: Sequence[Source] = (),
) -> Identified:
    """The sources behind what is said in documents about events.

    A name that many bodies share, without its state, is one source in the reports mainly about one event. `said` are a person's
    words on sources, which outrank what is found.
    """
    introduced = introductions(documents)
    told = corrected(*_spelt(speakers(documents, statements, claims), said), introduced)
    main = {document: e.id for e in events for document in e.main}
    reports = Reports(names={d.id: _called(d) for d in documents}, main=main)
    names = Names(told.speakers, introduced, reports)
    named = told.named({(s.document, s.key): names.named(s) for s in told.speakers})
    short: dict[str, list[Introduced]] = defaultdict(list)
    for i in introduced:
        short[i.document].append(i)
    found: dict[Key, Group] = defaultdict(list)
    for s in told.speakers:
        name = named[s.document, s.key]
        found[name.key].append((s, name))
    sources, members = [], []
    for key in sorted(found):
        for label, group in _parted(found[key]):
            source = _source(key, label, group, reports)
            sources.append(replace(source, aliases=tuple(sorted({*source.aliases, *_acronyms(group, source, short, told)}))))
            members += [(s.document, s.key, source.id) for s, _ in group]
    return Identified(sources=tuple(sorted(sources, key=lambda s: s.id)), members=tuple(sorted(members)))


def _called(document: Document) -> str:
    """The giver's name of a document or, without one, its outlet and day, or its title."""
    if document.name != document.id:
        return document.name
    by_outlet = " ".join(w for w in (document.outlet, (document.published or "")[:10]) if w)
    return by_outlet or document.title or document.id


Group = list[tuple[Speaker, Named]]


def _spelt(heard: Sequence[Speaker], said: Sequence[Source]) -> tuple[tuple[Speaker, ...], tuple[Source, ...]]:
    """The speakers and words with each party in one spelling: that of its land and that of its people are one."""
    spelt = one_spelling(p.casefold() for p in (*(s.party for s in heard), *(w.party for w in said)) if p)
    return (
        tuple(replace(s, party=spelt[s.party]) if s.party else s for s in heard),
        tuple(replace(w, party=spelt[w.party.casefold()]) if w.party else w for w in said),
    )


def _parted(group: Group) -> Iterable[tuple[str, Group]]:
    """The group in parts that nothing tells apart, each with what tells it from the others; one whole has the label ""."""
    parts: list[tuple[str, Group]] = [("", group)]
    if group[0][1].key[0] == "body":
        return parts  # one state's, and of one sort
    for split in (_by_party, _by_sort, _by_affiliation):
        parts = [(f"{label}{more}", each) for label, whole in parts for more, each in split(whole)]
    return parts


def _by_party(group: Group) -> Iterable[tuple[str, Group]]:
    return _divided(group, "party", lambda s: s.party)


def _by_sort(group: Group) -> Iterable[tuple[str, Group]]:
    """By sort of body. Outlets go with the media, monitors and the like of their name, or with the only sort that there is."""

    def sort(s: Speaker) -> str | None:
        if s.kind in ("other", "anonymous", "outlet"):
            return None
        return "state" if s.kind in STATE else "body" if s.kind in _BODIES else s.kind

    found = {k for s, _ in group if (k := sort(s)) is not None}
    outlets = any(s.kind == "outlet" for s, _ in group)
    if len(found) <= 1:
        return [("", group)]
    return _divided(group, "sort", lambda s: sort(s) or ("body" if outlets and s.kind == "outlet" else None))


def _by_affiliation(group: Group) -> Iterable[tuple[str, Group]]:
    """By whom speakers belong to; one that another one's words hold is the same, and a government holds all of its bodies."""

    def owner(s: Speaker) -> Key | None:
        words = core(s.affiliation or "")
        return None if not words or words[0] == "government" else words

    known = {words for s, _ in group if (words := owner(s)) is not None}
    widest = max(known, key=lambda k: (len(k), k), default=())
    if all(set(k) <= set(widest) for k in known):
        return [("", group)]
    return _divided(group, "affiliation", lambda s: None if (words := owner(s)) is None else " ".join(words))


def _divided(group: Group, what: str, value: Callable[[Speaker], str | None]) -> Iterable[tuple[str, Group]]:
    """Those of each value together, those without one each alone; all together where there are no two values."""
    values = {value(s) for s, _ in group} - {None}
    if len(values) <= 1:
        return [("", group)]
    parts: dict[str, Group] = defaultdict(list)
    for s, name in group:
        v = value(s)
        parts[f"|{what}:{v}" if v is not None else f"|no {what}:{s.document} {s.key}"].append((s, name))
    return sorted(parts.items())


def _source(key: Key, label: str, group: Group, reports: Reports) -> Source:
    every = [s for s, _ in group]
    plain = [s for s, n in group if n.why is None] or every
    names = by_use(n for s in plain for n in s.names)
    name, kinds = names[0], by_use(s.kind for s in every)
    others = {n for s in every for n in s.names} - {name}
    alone = key[0] == "only" and len({s.document for s in every}) == 1
    return Source(
        id=content_id("s", *key, label),
        name=name,
        kind=min(kinds, key=lambda k: k in ("other", "anonymous")),
        party=next(iter(by_use(s.party for s in every if s.party)), None),
        affiliation=next(iter(by_use(s.affiliation for s in every if s.affiliation)), None),
        aliases=tuple(sorted(others)),
        document=group[0][0].document if alone else None,
        evidence=_evidence(key, label, group, reports),
        statements=sum(s.statements for s in every),
        claims=sum(s.claims for s in every),
    )


def _acronyms(group: Group, source: Source, short: Mapping[str, Sequence[Introduced]], told: Corrected) -> set[str]:
    """The acronyms that reports give for the end of the source's name, in brackets, and that no person said are not its."""
    found = {
        i.acronym
        for s, name in group
        if name.key[0] != "apart"
        for i in short.get(s.document, ())
        if core(s.name)[-len(words := core(i.name)) :] == words and not told.sets_apart(s, i.acronym)
    }
    return found - {bare(n) for n in (source.name, *source.aliases)}


def _evidence(key: Key, label: str, group: Group, reports: Reports) -> tuple[str, ...]:
    """Why these are one, a sentence each: what they share, what stands for what, and what keeps others of the name away."""
    found = []
    plain = sorted({reports.called(s.document) for s, n in group if n.why is None})
    words = sorted({n for s, named in group if named.why is None for n in s.names})
    if len(plain) > 1 or len(words) > 1:
        said = ", ".join(f"“{w}”" for w in words)
        what = {"body": f"one body of {key[1]}", "near": "the same name in reports of one event"}.get(key[0], "the same name")
        found.append(f"{what}, {said}: {_reports(plain)}")
    elif plain and key[0] != "only":
        found.append(f"only in {plain[0]}")
    if key[0] == "near":
        found.append("kept to the reports of one event: many places have a body of this name, and no report says which this is")
    whys: dict[str, set[str]] = defaultdict(set)
    for s, n in group:
        if n.why is not None:
            whys[n.why].add(reports.called(s.document))
    found += [f"{why}; so called in {_reports(sorted(at))}" for why, at in sorted(whys.items())]
    if label:
        told = " and ".join(_divider(part) for part in label.strip("|").split("|"))
        found.append(f"kept apart from others of this name: {told}")
    return tuple(found)


def _divider(part: str) -> str:
    what, _, value = part.partition(":")
    return f"this report does not say of which {what.removeprefix('no ')}" if what.startswith("no ") else f"{what} {value}"


def _reports(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
