"""How did the figures of an export come about? In short, for whoever has only the export in hand."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sayso.exports.extract import About
from sayso.exports.grounds import LEVELS
from sayso.exports.switches import OWN
from sayso.exports.words import count
from sayso.model import Kind, Run
from sayso.weighing.sources import noise

TRUSTED: tuple[tuple[str, Kind], ...] = (
    ("hospital, rescue service, monitor", "medical"),
    ("police, local official", "police"),
    ("international body", "international"),
    ("family", "family"),
    ("other media, quoted by name", "media"),
    ("government", "government"),
    ("witness", "witness"),
    ("military", "military"),
    ("intelligence, expert, think tank", "expert"),
    ("a paper's own voice, nobody named", "outlet"),
    ("armed group", "party"),
    ("any other", "other"),
    ("unnamed source", "anonymous"),
)
"""Kinds of sources in the order in which they are trusted, with one kind of each row."""


@cache
def parts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The topics, each with its paragraphs."""
    told = tomllib.loads((files("sayso.exports") / "method.toml").read_text(encoding="utf-8"))
    return tuple((part["topic"], tuple(part["text"])) for part in told["part"])


def trust() -> list[tuple[str, str, str]]:
    """How far each kind of source is trusted: who, the chances that its figure is the very count, and bears on the truth."""
    return [(who, f"{noise(kind, 'third').hit:.0%}", f"{noise(kind, 'third').trust:.0%}") for who, kind in TRUSTED]


def read_by(run: Run) -> str:
    """How documents were read, in words: the version, the settings, and the digests of words and weights."""
    return f"Sayso {run.version}, {run.settings}; language pack {run.pack[:12]}, weights {run.weights[:12]}"


def origin(about: About) -> Iterator[tuple[str, str]]:
    """Where an export comes from: the ledger, what was asked, how new it is and how it was read."""
    yield "Ledger", about.ledger
    if about.counts:
        yield "Holds", ", ".join(count(n, *_noun(noun)) for noun, n in about.counts)
    yield "Filters", "; ".join(f"{name}: {value}" for name, value in about.asked) or "none: everything that the ledger holds"
    yield "Last document added", about.added or "unknown"
    yield "Last correction", about.corrected or "none"
    yield "Weighed by", f"Sayso {about.version}, {'; '.join(about.switches) or OWN}"
    for run in about.runs:
        yield "Read by", read_by(run)


def method(about: About) -> Iterator[tuple[str, str]]:
    """Everything that is to be said of the method, a topic and a text a row."""
    yield from origin(about)
    for topic, texts in parts():
        for text in texts:
            yield topic, text
    for level, meaning in LEVELS.items():
        yield f"Level: {level}", meaning
    for who, very, bears in trust():
        yield f"Trust: {who}", f"the very count {very}, bears on the truth {bears}"


def _noun(plural: str) -> tuple[str, str]:
    return plural.removesuffix("s"), plural
