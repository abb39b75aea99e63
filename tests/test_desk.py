"""A desk adds once, works only on what changed, and gives the same case for the same documents."""

from pathlib import Path

import pytest

import sayso
import sayso.desk
from sayso.errors import LedgerError, UnknownIdError, UsageError
from sayso.ingest.items import Taken
from tests.a_case import COPY, DOCUMENTS, MINISTRY, WIRE, read_ledger


def test_adding_twice_is_adding_once(tmp_path: Path) -> None:
    with sayso.open(tmp_path / "case.sayso") as desk:
        assert desk.add(DOCUMENTS).new == 3
        again = desk.add(DOCUMENTS)
        assert (again.new, again.known, again.refused) == (0, 3, ())


def test_a_name_with_other_content_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    other = sayso.Document(id="d-other", name="wire-7", text="Another text under the same name.")
    with sayso.open(tmp_path / "case.sayso") as desk:
        desk.add([WIRE])
        added = desk.add([other, COPY])
        assert added.new == 1
        assert [r.reason for r in added.refused] == ["conflict"]
        assert [r.reason for r in desk.refusals()] == ["conflict"]


def test_one_run_links_traces_and_weighs_and_a_second_has_nothing_to_do(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        first = desk.run()
        assert dict(first.made)["events"] == 1
        assert str(desk.run()) == "nothing to do"


def test_a_copy_adds_no_line(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        (event,) = desk.events(near="orlan")
        killed = desk.estimate(event, "killed")
        assert killed.lines == 2
        assert killed.low is not None
        assert killed.high is not None
        assert killed.low <= 17
        assert killed.high >= 23


def test_counting_copies_changes_what_is_shown_and_not_what_is_stored(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        (event,) = desk.events()
        stored = desk.estimate(event, "killed")
        assert desk.estimate(event, "killed", sayso.desk.settings(count_copies=True)).lines == 3
        assert desk.estimate(event, "killed") == stored


def test_a_line_that_a_person_rejected_stays_set_aside_under_every_switch(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        (event,) = desk.events()
        line = next(n for n in desk.ledger.lines_of(event.id) if n.kind == "government")
        desk.review(sayso.Review(id="r-1", target=f"line:{line.id}", verdict="reject", by="Ada", at="2031-06-01T00:00:00+00:00"))
        switched = desk.estimate(event, "killed", sayso.desk.settings(policy="ucdp"))
        assert switched.lines == 1
        assert [g.why for g in switched.grounds if g.line == line.id] == ["set aside by the reader"]


def test_as_of_a_day_forgets_what_came_later(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        (event,) = desk.events()
        before = desk.estimate(event, "killed", sayso.desk.settings(as_of="2031-05-02"))
        assert (before.best, before.lines) == (17, 1)


def test_what_nobody_speaks_of_has_no_figure(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        missing = desk.estimate(desk.event("1"), "missing")
        assert (missing.level, missing.best) == ("none", None)


def test_an_event_is_found_by_row_id_or_word(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        (event,) = desk.events()
        assert desk.event("1") == desk.event(event.id[:6]) == desk.event("orlan") == event
        with pytest.raises(UnknownIdError):
            desk.event("nowhere")


def test_the_order_of_adding_changes_no_byte_of_an_export(tmp_path: Path) -> None:
    written = []
    for name in ("forth", "back"):
        path = read_ledger(tmp_path / f"{name}.sayso", DOCUMENTS if name == "forth" else DOCUMENTS[::-1])
        with sayso.open(path) as desk:
            desk.run()
            written.append([p.read_bytes() for to in ("jsonl", "csv") for p in desk.export(to, tmp_path / name / to)])
    assert written[0] == written[1]


def test_a_whole_ledger_has_no_faults_and_says_what_it_holds(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        assert desk.verify() == ()
        contents = desk.contents()
        assert dict(contents.counts)["documents"] == 3
        assert (contents.first, contents.last, contents.unread) == ("2031-05-02", "2031-05-03", 0)


def test_why_holds_all_that_a_figure_rests_on(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        why = desk.why(desk.event("1"), outcome="killed")
        assert [d.name for d in why.documents] == ["gazette-3", "post-1", "wire-7"]
        assert [e.outcome for e in why.estimates] == ["killed"]
        assert {g.line for g in why.estimates[0].grounds} <= {n.id for n in why.lines}
        assert MINISTRY.id in {r.id for n in why.lines for r in n.documents}


def test_errors_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="sayso add"):
        sayso.desk.open(tmp_path / "none.sayso", must_exist=True)
    with pytest.raises(UsageError, match="ISO date"):
        sayso.desk.settings(as_of="soon")
    with sayso.open(tmp_path / "case.sayso") as desk, pytest.raises(UsageError, match="jsonl"):
        desk.export("stone", tmp_path)


def test_as_of_a_day_leaves_out_later_reports_claims_and_lines(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        why = desk.why(desk.event("1"), sayso.desk.settings(as_of="2031-05-02"))
        assert [d.name for d in why.documents] == ["wire-7"]
        assert {c.document for c in why.claims} == {WIRE.id}
        assert [r.id for n in why.lines for r in n.documents] == [WIRE.id]
        assert why.events[0].documents == (WIRE.id,)


def test_an_event_of_which_no_report_was_out_is_not_listed(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        assert desk.events(as_of="2031-05-01") == ()
        assert len(desk.events(as_of="2031-05-02")) == 1


def test_a_report_without_an_outlet_is_called_by_where_it_came_from_and_no_export_says_so(tmp_path: Path) -> None:
    bare = sayso.Document(id="d-bare", name="d-bare", text=WIRE.text, published="2031-05-02")
    written = []
    for folder in ("here", "there"):
        taken = Taken(document=bare, raw=WIRE.text.encode(), origin=f"reports/{folder}.txt")
        with sayso.open(tmp_path / f"{folder}.sayso") as desk:
            desk.add([taken])
            desk.run()
            assert dict(desk.why(desk.event("1")).places) == {bare.id: f"{folder}.txt"}
            written.append([p.read_bytes() for to in ("jsonl", "csv") for p in desk.export(to, tmp_path / folder / to)])
    assert written[0] == written[1]


def test_an_event_is_named_without_its_letter_and_by_its_place_and_no_row_is_too_long(tmp_path: Path) -> None:
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        (event,) = desk.events()
        assert desk.event(event.id[2:8]) == desk.event("KILLED, Orlán") == event
        for key in ("9" * 5000, "0", "2", "--", "%", "orlan nowhere"):
            with pytest.raises(UnknownIdError):
                desk.event(key)
