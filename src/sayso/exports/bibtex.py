r"""How are documents cited? As BibTeX, one @misc each, under a key that is the same in every export.

UTF-8, which biber, Zotero and today's LaTeX read; only what LaTeX takes for a command is escaped. **Source:** the ten special
characters of LaTeX (Lamport, LaTeX: A Document Preparation System, 1994, 2.1); in `url` none is special but braces and `\`.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from sayso.exports.extract import Extract, Head, pages
from sayso.exports.files import whole
from sayso.model import Document

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22", "\n": "", "\r": "", "\t": ""})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own names of months."""
_NAME, _ID = 24, 12
"""Characters of a key that come of the outlet, and of the document's id. Source: set by hand."""


def write_bibtex(given: Extract, folder: Path) -> tuple[Path, ...]:
    """Write the documents into `folder` as `documents.bib`, and say so.

    Raises: OSError, when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "documents.bib"
    with whole(path) as out:
        for page in pages(given.documents):
            heads = given.heads([d.id for d in page])
            out.writelines(entry(d, heads.get(d.id)) + "\n" for d in page)
    return (path,)


def key(document: Document) -> str:
    """The key of a document: outlet and year, for people, and a part of its id, which makes it the only one."""
    spelled = unicodedata.normalize("NFKD", document.outlet or "report").encode("ascii", "ignore").decode()
    name = "".join(c for c in spelled.lower() if c.isalnum())[:_NAME] or "report"
    return f"{name}{(document.published or 'undated')[:4]}-{document.id.rpartition('-')[2][:_ID]}"


def sha256(document: Document) -> str:
    """The SHA-256 of the bytes that a document came from or, where none were kept, of its text in UTF-8, in hex."""
    return document.raw or hashlib.sha256(document.text.encode()).hexdigest()


def entry(document: Document, head: Head | None = None) -> str:
    """One entry, with its line end."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(document, head))
    return f"@misc{{{key(document)},\n{fields}}}\n"


def _fields(document: Document, head: Head | None) -> Iterator[tuple[str, str]]:
    if document.byline:
        yield "author", f"{{{_text(document.byline)}}}"
    yield "title", f"{{{_text(document.title or _opening(document))}}}"
    if document.outlet:
        yield "howpublished", _text(document.outlet)
    if document.published:
        yield "date", _text(document.published[:10])
        yield "year", _text(document.published[:4])
        if document.published[5:7].isdecimal() and 0 < int(document.published[5:7]) <= len(_MONTHS):
            yield "month", _MONTHS[int(document.published[5:7]) - 1]
    if document.url:
        yield "url", f"{{{document.url.translate(_IN_ADDRESS)}}}"
    if head is not None and head.added:
        yield "urldate", _text(head.added[:10])
    if document.language:
        yield "language", _text(document.language)
    of = "bytes" if document.raw else "text"
    yield "note", _text(f"SHA-256 of its {of}: {sha256(document)}; known as {document.name}")


def _opening(document: Document) -> str:
    """The first words of a text without a title."""
    words = " ".join(document.text.split())
    return words if len(words) <= 80 else words[:80].rpartition(" ")[0] + " …"


def _text(words: str) -> str:
    """Words as a field's value."""
    printed = "".join(c for c in " ".join(words.split()) if unicodedata.category(c) != "Cc")
    return f"{{{printed.translate(_SPECIAL)}}}"
