"""Documents are cited under keys that stay, and what they say is never taken for LaTeX; another program reads it back."""

from dataclasses import replace
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from sayso.exports import case, extract
from sayso.exports.bibtex import entry, key, write_bibtex
from sayso.exports.extract import Head
from sayso.schema import make_document
from tests.exports.case_of_two import FIRST, SECOND, TEXT, small_case
from tests.exports.hostile import FORMULA, LATEX, MARKUP, hostile_case


def read_back(path: Path) -> list[dict[str, str]]:
    """Give the entries of a file as another program reads them, each with its key."""
    library = parse_string(path.read_text(encoding="utf-8"))
    assert not library.failed_blocks
    return [{"key": e.key} | {f.key: str(f.value) for f in e.fields} for e in library.entries]


def plainly(value: str) -> str:
    """Give a field as LaTeX prints it; two commands that the decoder lacks, and one that it prints as an accent, are put in."""
    for command, sign in (("textbraceleft", "‹"), ("textbraceright", "›"), ("textasciicircum", "†")):
        value = value.replace(f"\\{command}{{}}", sign)
    return str(LatexNodes2Text().latex_to_text(value)).translate(str.maketrans("‹›†", "{}^"))


def test_each_document_is_an_entry(tmp_path: Path) -> None:
    (path,) = write_bibtex(extract(small_case()), tmp_path)
    first, second = read_back(path)
    assert (first["howpublished"], first["date"], first["month"]) == ("Orlan Wire", "2031-05-02", "may")
    assert (second["howpublished"], second["year"]) == ("Bay Post", "2031")
    assert "pier-2" in second["note"]


def test_what_looks_like_latex_is_read_back_as_it_was(tmp_path: Path) -> None:
    (path,) = write_bibtex(extract(hostile_case()), tmp_path)
    (found,) = read_back(path)
    plain = {name: plainly(value) for name, value in found.items()}
    assert plain["howpublished"] == LATEX
    assert (plain["title"], plain["author"]) == (FORMULA, MARKUP)
    assert found["url"].strip("{}") == "https://orlan.example/a%7Bb%7D%20c_d"


def test_keys_are_unique_stable_and_plain() -> None:
    other = make_document(name="pier-9", text=TEXT + " And more.", outlet="Orlan Wire", published="2031-05-02")
    odd = make_document(name="pier-8", text=TEXT, outlet="«Дніпро»")
    keys = [key(d) for d in (FIRST, SECOND, other, odd)]
    assert len(set(keys)) == len(keys)
    assert keys[0] == key(replace(FIRST, title="Another title"))
    assert all(k.isascii() and k.replace("-", "").isalnum() for k in keys)


def test_the_day_of_arrival_is_when_it_was_looked_at() -> None:
    assert "urldate = {2031-06-01}" in entry(FIRST, Head(name="pier-1", added="2031-06-01T09:00:00+00:00"))


def test_a_document_without_anything_is_cited_by_its_first_words(tmp_path: Path) -> None:
    bare = make_document(name="bare", text="Seven were hurt at the quay. " * 9)
    (path,) = write_bibtex(extract(case((bare,))), tmp_path)
    (found,) = read_back(path)
    assert found["key"].startswith("reportunda")
    assert found["title"].strip("{}").startswith("Seven were hurt at the quay.")
