"""A source's later figure replaces its earlier one across reports: derived, shown, and undone with its grounds."""

import json
from io import StringIO
from pathlib import Path

from rich.console import Console

import sayso
import sayso.desk
from sayso.cli.grounds import grounds_row, print_grounds
from sayso.desk import Desk
from sayso.model import Document, Review
from sayso.schema import make_document

TEXTS = {
    "Orlan Wire": (
        "2031-05-02",
        "A shell hit the ferry at Izmail on Friday. Harbour Hospital said that 17 people were killed and 30 wounded.",
    ),
    "Bay Post": (
        "2031-05-03",
        "Harbour Hospital said that 21 people were killed when a shell hit the ferry at Izmail on Friday.",
    ),
    "Delta Echo": (
        "2031-05-04",
        "Some 17 people were killed when a shell hit the ferry at Izmail on Friday, the Harbour Hospital said.",
    ),
}


def reports() -> list[Document]:
    return [make_document(name=o, outlet=o, published=day, text=text) for o, (day, text) in TEXTS.items()]


def revisions(desk: Desk) -> set[tuple[str, int, int]]:
    """Document, later and earlier figure."""
    claims = {c.id: c for c in desk.claims()}
    numbers = {key: c.quantity.stated[0] for key, c in claims.items() if c.quantity is not None}
    names = desk.names()
    return {(names[c.document], numbers[c.id], numbers[c.revises]) for c in claims.values() if c.revises is not None}


def test_a_later_report_replaces_the_figure_and_retelling_the_old_one_does_not_bring_it_back(tmp_path: Path) -> None:
    with sayso.open(tmp_path / "case.sayso") as desk:
        desk.add(reports())
        desk.run()
        assert revisions(desk) == {("Bay Post", 21, 17)}
        (event,) = desk.events()
        killed = desk.estimate(event, "killed")
        assert (killed.best, killed.lines) == (21, 1)
        assert desk.estimate(event, "killed", sayso.desk.settings(as_of="2031-05-02")).best == 17
        shown = {c["quantity"]["stated"][0]: c.get("revises") for c in grounds_row(desk.why(event))["claims"]}
        assert shown[21] is not None
        assert shown[17] is None
        out = StringIO()
        print_grounds(desk.why(event, outcome="killed"), Console(file=out, width=200, color_system=None))
        assert (out.getvalue().count("(earlier figure, "), out.getvalue().count("(replaces 17, ")) == (2, 1)


def test_the_order_of_reports_changes_no_revision_and_exports_tell_them(tmp_path: Path) -> None:
    written = []
    for name in ("forth", "back"):
        with sayso.open(tmp_path / f"{name}.sayso") as desk:
            desk.add(reports() if name == "forth" else reports()[::-1])
            desk.run()
            desk.export("jsonl", tmp_path / name)
            desk.export("csv", tmp_path / name)
        written.append((tmp_path / name / "claims.jsonl").read_bytes())
        assert ",revises," in (tmp_path / name / "claims.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert written[0] == written[1]
    assert sum("revises" in json.loads(row) for row in written[0].splitlines()) == 1


def test_rejecting_the_earlier_claim_undoes_the_revision_and_withdrawing_the_word_restores_it(tmp_path: Path) -> None:
    with sayso.open(tmp_path / "case.sayso") as desk:
        desk.add(reports())
        desk.run()
        before = desk.ledger.digest()
        (later,) = (c for c in desk.claims() if c.revises is not None)
        for n, key in enumerate(c.id for c in desk.claims() if c.quantity is not None and c.quantity.stated == (17,)):
            desk.review(Review(id=f"r{n}", target=f"claim:{key}", verdict="reject", by="Ada", at=f"2031-06-01T00:00:0{n}Z"))
        desk.run()
        assert revisions(desk) == set()
        assert later.id in {c.id for c in desk.claims()}
        for n in range(2):
            back = Review(id=f"w{n}", target="claim:x", verdict="note", by="Ada", at=f"2031-06-02T00:00:0{n}Z", withdraws=f"r{n}")
            desk.review(back)
        desk.run()
        assert desk.ledger.digest() == before
