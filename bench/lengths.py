"""What is one article's length? Reports of one length, joined from the paragraphs of consecutive ones, to compare corpora by."""

from collections.abc import Iterable, Iterator

from bench.reports import Row

WORDS = 600
"""Words of an article, by which rates are told. Source: the length that the aims for a second and a core are set for."""


def joined(rows: Iterable[Row], words: int = WORDS) -> Iterator[Row]:
    """Reports of at least so many words, and of no paragraph more: those of the given ones in a row, none twice in one report.

    Each has the day of the first of them, and an id of its own; what is left at the end is no report.
    """
    head: Row | None = None
    paragraphs: dict[str, None] = {}
    size = made = 0
    for row in rows:
        for line in row["text"].splitlines():
            paragraph = line.strip()
            if not paragraph or paragraph in paragraphs:
                continue
            head = head or row
            paragraphs[paragraph] = None
            size += len(paragraph.split())
            if size >= words:
                made += 1
                day = {"published": head["published"]} if head.get("published") else {}
                yield {"id": f"{head['id']}+{made}", "text": "\n\n".join(paragraphs)} | day
                head, paragraphs, size = None, {}, 0
