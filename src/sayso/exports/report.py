"""How does an extract become a report that can be printed and defended? One HTML file that needs nothing beside it.

It tells each figure with its lines and sentences, the corrections, the method, and every report by number with its hash.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.exports.bibtex import key, sha256
from sayso.exports.chapters import Chapter, chapter
from sayso.exports.extract import Correction, Extract, Head, pages
from sayso.exports.files import whole
from sayso.exports.grounds import LEVELS
from sayso.exports.method import origin, parts, trust
from sayso.exports.words import about, count, days, figure, number, spelt
from sayso.model import OUTCOMES, Document

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event in the list at the head of a report, with each outcome and its figure in words."""

    number: int
    title: str
    days: str
    place: str
    figures: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One report in the list at the end: its number, its key in the BibTeX export, its hash, and when it was added."""

    number: int
    key: str
    document: Document
    sha256: str
    head: Head


def write_report(given: Extract, folder: Path) -> tuple[Path, ...]:
    """Write the events into `folder` as one HTML file that stands alone and prints, and say so.

    Raises: OSError, when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{given.about.stem}-report.html"
    with whole(path) as out:
        out.writelines(report(given))
    return (path,)


def report(given: Extract) -> Iterator[str]:
    """The report, some at a time."""
    numbers = {d.id: n for n, d in enumerate(given.documents, 1)}
    corrections = tuple(given.corrections)
    yield from (
        _environment()
        .get_template("report.html")
        .generate(
            about=given.about,
            origin=list(origin(given.about)),
            summary=_summary(given),
            chapters=_chapters(given, numbers, corrections),
            corrections=corrections,
            parts=parts(),
            levels=LEVELS,
            trust=trust(),
            cited=_cited(given, numbers),
        )
    )


def _summary(given: Extract) -> Iterator[Line]:
    for n, event in enumerate(given.listed, 1):
        told = sorted(given.estimates_of(event.id), key=lambda e: OUTCOMES.index(e.outcome))
        figures = tuple((e.outcome, figure(e), e.lines) for e in told)
        yield Line(number=n, title=about(event), days=days(event.when), place=spelt(event.where), figures=figures)


def _chapters(given: Extract, numbers: dict[str, int], corrections: Sequence[Correction]) -> Iterator[Chapter]:
    said_of: dict[str, list[Correction]] = defaultdict(list)
    for word in corrections:
        if word.of is not None:
            said_of[word.of].append(word)
    for n, event in enumerate(given.listed, 1):
        yield chapter(n, given.case_of(event), numbers, said_of)


def _cited(given: Extract, numbers: dict[str, int]) -> Iterator[Cited]:
    for page in pages(given.documents):
        heads = given.heads([d.id for d in page])
        for d in page:
            yield Cited(number=numbers[d.id], key=key(d), document=d, sha256=sha256(d), head=heads.get(d.id, Head(name=d.name)))


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  not every export needs it

    made = Environment(
        loader=PackageLoader("sayso.exports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(count=count, number=number)
    return made
