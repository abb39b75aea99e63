"""A report stands alone: figures with their lines and sentences, corrections, the method, and documents with their hashes."""

import re
from pathlib import Path

import sayso
from sayso.exports import case, extract
from sayso.exports.bars import bars
from sayso.exports.bibtex import key, sha256
from sayso.exports.extract import Correction
from sayso.exports.grounds import letter
from sayso.exports.report import report, write_report
from sayso.judging.judged import Judge
from sayso.model import Estimate, Ground
from tests.exports.case_of_two import FIRST, KILLED, SECOND, small_case
from tests.exports.hostile import MARKUP, hostile_case
from tests.served import ledger, made_ledger

__all__ = ["ledger", "made_ledger"]

WORD = Correction(
    at="2031-06-01T10:00:00Z", by="Ana", verdict="reject", noun="line", of="l-1", about="line of Orlan Hospital", note="No."
)


def test_a_figure_stands_with_its_line_its_sentence_and_who_said_it() -> None:
    told = "".join(report(extract(small_case())))
    assert "17 [14–23]" in told
    assert "<mark>17 people were killed</mark>" in told
    assert "Orlan Hospital" in told
    assert "copy of Orlan Wire" in told


def test_every_document_is_cited_with_the_key_and_hash_of_the_other_exports() -> None:
    told = "".join(report(extract(small_case())))
    for document in (FIRST, SECOND):
        assert key(document) in told
        assert sha256(document) in told
    assert re.findall(r'<li id="report-(\d)"', told) == ["1", "2"]
    assert 'href="#report-1">[1]' in told


def test_corrections_stand_in_the_log_and_at_their_event() -> None:
    told = "".join(report(extract(small_case(), [WORD])))
    assert told.count("line of Orlan Hospital") == 2


def test_the_method_is_told_and_nothing_is_loaded_from_elsewhere() -> None:
    told = "".join(report(extract(small_case())))
    assert "How lines were weighed" in told
    assert not re.findall(r"<script|<link|<img|src=|@import|url\(", told)


def test_what_a_report_says_is_never_markup(tmp_path: Path) -> None:
    (path,) = write_report(extract(hostile_case()), tmp_path)
    told = path.read_text(encoding="utf-8")
    assert MARKUP not in told
    assert "&lt;script&gt;" in told


def test_a_case_without_events_says_so() -> None:
    assert "There is no event" in "".join(report(extract(case((FIRST,)))))


def test_an_open_end_is_an_arrow_and_a_line_without_a_number_is_not_drawn() -> None:
    floor, plain = Ground(line="a", origin="Wire", low=101), Ground(line="b", origin="Post")
    drawn = bars(Estimate(event="e", outcome="killed"), [("A", "Wire", floor), ("B", "Post", plain)])
    assert drawn is not None
    assert [(b.letter, b.opens) for b in drawn.bars] == [("A", (False, True))]
    assert bars(KILLED, [("B", "Post", plain)]) is None


def test_a_scale_has_several_numbers_in_order_whatever_its_width() -> None:
    for low, high in ((0, 0), (17, 17), (14, 23), (27, 35), (900, 1100), (1, 60_000), (5_000_000, 5_000_001)):
        drawn = bars(KILLED, [("A", "Wire", Ground(line="a", origin="Wire", low=low, best=low, high=high))])
        assert drawn is not None
        places = [x for x, _ in drawn.ticks]
        assert 2 <= len(places) <= 8
        assert places == sorted(places)


def test_lines_after_the_twenty_sixth_have_two_letters() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


def test_the_chapter_of_an_event_tells_of_a_claim_rejected_before_the_last_run(ledger: Path, tmp_path: Path) -> None:
    with sayso.open(ledger) as desk:
        event = desk.events()[0]
        claim = next(c for c in desk.claims(event) if c.quote == "killed 23 people")
        desk.decide(f"claim:{claim.id}", "reject", Judge(by="Ada"))
        desk.run()
        (path,) = desk.export("report", tmp_path / "out", [desk.events()[0].id])
    told = path.read_text(encoding="utf-8")
    chapter = told[told.index('<section class="event"') : told.index('id="method"')]
    assert "killed 23 people" in chapter
    assert "rejected" in chapter
