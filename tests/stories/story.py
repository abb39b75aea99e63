"""What does a careful reader write down from a short article, and does the reader write the same?

A kind of hard case has a file; README.md says what its fields mean.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.model import Claim, Document
from sayso.reading.read import read
from sayso.schema import make_document
from sayso.weights import load

Entry = dict[str, Any]
"""A claim as a story's file gives it: only the fields that matter."""

NUMBERS = ("exact", "low", "best", "high")
HARM = ("killed", "wounded", "casualties", "captured", "missing")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """A short article of our own, the claims in it, and the words that give none."""

    name: str
    document: Document
    claims: tuple[Entry, ...]
    nothing: tuple[str, ...] = ()
    gap: str | None = None


@cache
def stories() -> tuple[Story, ...]:
    """All stories, file by file, each as it stands in its file."""
    return tuple(
        Story(
            name=f"{path.stem}/{given['name']}",
            document=make_document(
                name=given["name"], text=given["text"].strip(), published=str(given["published"]), outlet=given["outlet"]
            ),
            claims=tuple(given.get("claim", ())),
            nothing=tuple(given.get("nothing", ())),
            gap=given.get("gap"),
        )
        for path in sorted(Path(__file__).parent.glob("*.toml"))
        for given in tomllib.loads(path.read_text(encoding="utf-8"))["story"]
    )


@cache
def claims_in(document: Document) -> tuple[Claim, ...]:
    """The claims that the reader finds, figures of other things left out."""
    return tuple(c for c in read(document, load(), "all").claims if c.outcome != "none")


@cache
def pairs(story: Story) -> dict[str, Claim]:
    """The reader's claim for each of the story's: same outcome and numbers, and the more else agrees the better."""
    found = claims_in(story.document)
    ranked = sorted(
        (-_agreement(story, entry, claim), bool(entry.get("optional")), i, j)
        for i, entry in enumerate(story.claims)
        for j, claim in enumerate(found)
        if entry["outcome"] == claim.outcome and _same_numbers(entry, claim)
    )
    taken: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return {story.claims[i]["name"]: found[j] for i, j in sorted(taken.items())}


def differences(story: Story, entry: Entry, claim: Claim) -> list[str]:
    """Where the reader's claim is not what the story says, in words."""
    checks = {"quantity": _numbers(entry)} if any(n in entry for n in NUMBERS) else {}
    checks |= {key: entry[key] for key in _READ if key in entry}
    out = []
    for key, wanted in checks.items():
        got = _quantity(claim) if key == "quantity" else _READ[key](story, claim)
        if not _agrees(key, wanted, got):
            out.append(f"{key}: the story says {wanted!r}, the reader {got!r}")
    return out


def surplus(story: Story) -> list[Claim]:
    """The reader's claims of people harmed that the story does not have."""
    known = {c.id for c in pairs(story).values()}
    return [c for c in claims_in(story.document) if c.outcome in HARM and c.id not in known]


def told_of(story: Story, phrase: str) -> list[Claim]:
    """The reader's claims whose figure stands in a phrase that gives none."""
    start = story.document.text.index(phrase)
    end = start + len(phrase)

    def inside(claim: Claim) -> bool:
        span = claim.quantity.span if claim.quantity and claim.quantity.span else claim.span
        return start <= span[0] and span[1] <= end

    return [c for c in claims_in(story.document) if inside(c)]


def listed(claims: Sequence[Claim]) -> str:
    """Claims in words, one a line, for a person who looks why a test fails."""
    lines = [
        f"  {c.outcome} ({c.status}) {_quantity(c)} per {_speakers(c) or 'the outlet'}: {c.quote!r}"
        for c in sorted(claims, key=lambda c: c.span)
    ]
    return "\n".join(lines) or "  nothing"


def _agreement(story: Story, entry: Entry, claim: Claim) -> int:
    return sum(_agrees(key, entry[key], _READ[key](story, claim)) for key in _READ if key in entry and key not in _NAMED)


def _agrees(key: str, wanted: Any, got: Any) -> bool:
    if key == "said_by":
        return len(wanted) == len(got) and all(_alike(a, b) for a, b in zip(wanted, got, strict=True))
    if key in ("where", "group"):
        return got is not None and _alike(wanted, got)
    if key == "quantity" and wanted[1] is None:
        return (wanted[0], wanted[2]) == (got[0], got[2])
    return bool(wanted == got)


def _alike(a: str, b: str) -> bool:
    """The same name, article and capitals aside, or one inside the other as whole words."""
    x, y = (" ".join(re.findall(r"\w+", re.sub(r"^(the|an?) ", "", s.casefold()))) for s in (a, b))
    return bool(x and y) and (f" {x} " in f" {y} " or f" {y} " in f" {x} ")


def _same_numbers(entry: Entry, claim: Claim) -> bool:
    low, best, high = _numbers(entry)
    if "stated" in entry and not entry["stated"]:
        return bool(not claim.quantity or not claim.quantity.stated or low == best == high == claim.quantity.best)
    wanted = set(entry.get("stated", ())) or {n for n in (low, best, high) if n is not None}
    quantity = claim.quantity
    got = {*quantity.stated, *(n for n in (quantity.low, quantity.best, quantity.high) if n is not None)} if quantity else set()
    return bool(wanted & got) if wanted else not got


def _numbers(entry: Entry) -> tuple[int | None, int | None, int | None]:
    if "exact" in entry:
        return entry["exact"], entry["exact"], entry["exact"]
    return entry.get("low"), entry.get("best"), entry.get("high")


def _quantity(claim: Claim) -> tuple[int | None, int | None, int | None]:
    q = claim.quantity
    return (q.low, q.best, q.high) if q else (None, None, None)


def _speakers(claim: Claim) -> list[str]:
    return [s.name for s in claim.said_by if s.kind != "outlet"]


def _whole(story: Story, claim: Claim) -> str:
    by_id = {c.id: name for name, c in pairs(story).items()}
    return by_id.get(claim.part_of, "a claim that is not in the story") if claim.part_of else "nothing"


def _earlier(story: Story, claim: Claim) -> str:
    by_id = {c.id: name for name, c in pairs(story).items()}
    return by_id.get(claim.revises, "a claim that is not in the story") if claim.revises else "nothing"


_NAMED = ("part_of", "revises")
"""Fields that name another claim of the story."""

_READ: dict[str, Any] = {
    "status": lambda _, c: "happened" if c.status == "ongoing" else c.status,
    "stance": lambda _, c: c.said_by[0].stance,
    "certainty": lambda _, c: list(c.said_by[0].certainty or ()),
    "passed_on": lambda _, c: list(c.said_by[-1].certainty or ()),
    "said": lambda _, c: [c.said_by[0].said.first, c.said_by[0].said.last] if c.said_by[0].said else [],
    "kind": lambda _, c: c.said_by[0].kind,
    "party": lambda _, c: c.said_by[0].party,
    "affiliation": lambda _, c: c.said_by[0].affiliation,
    "stated": lambda _, c: list(c.quantity.stated) if c.quantity else [],
    "said_by": lambda _, c: _speakers(c),
    "first": lambda _, c: c.when.first if c.when else None,
    "last": lambda _, c: c.when.last if c.when else None,
    "where": lambda _, c: f"{c.where.text} {c.where.name or ''}" if c.where else None,
    "nation": lambda _, c: (c.group.nation if c.group else None) or "nothing",
    "role": lambda _, c: c.group.role if c.group else None,
    "scope": lambda _, c: c.scope,
    "cause": lambda _, c: (c.cause.text if c.cause else None) or "nothing",
    "part_of": _whole,
    "revises": _earlier,
}
