"""An extract is what the desk holds: everything, or some events with all that bears on them and nothing else."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso
from sayso.cli import cli
from sayso.cli.export import ORDERS as NAMED_ORDERS
from sayso.cli.export import SHAPES as NAMED
from sayso.exports import SHAPES
from sayso.extracts.extracted import extracted
from sayso.ledger import ORDERS
from sayso.model import Review
from tests.served import ledger, made_ledger

__all__ = ["ledger", "made_ledger"]

AT = "2031-06-01T10:00:00+00:00"


def rejected(target: str) -> Review:
    """Give a word that rejects something."""
    return Review(id=f"v-{target}", target=target, verdict="reject", by="Ana", at=AT, note="Not so.")


def test_an_extract_of_everything_is_what_the_desk_holds(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        desk.review(rejected(f"claim:{desk.claims()[0].id}"))
        found = extracted(desk)
        assert sorted(found.claims, key=lambda c: c.id) == sorted(desk.claims(), key=lambda c: c.id)
        assert {d.id for d in found.documents} == set(desk.names())
        assert {e.id for e in found.events} == {e.id for e in desk.events()}
        assert tuple(found.sources) == desk.sources()
        assert set(found.firsts) == {c.claim for c in desk.confirmations()}


def test_an_extract_of_an_event_has_what_bears_on_it_and_nothing_else(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        _, event = desk.events()
        found, case = extracted(desk, [event.id]), desk.why(event)
        assert [e.id for e in found.events] == [event.id]
        assert {c.id for c in found.claims} == set(event.claims)
        assert {d.id for d in found.documents} == {d.id for d in case.documents}
        assert {n.event for n in found.lines} == {e.event for e in found.estimates} == {event.id}
        heard = {a.source for c in case.claims for a in c.said_by} - {None}
        assert heard <= {s.id for s in found.sources}
        assert len(tuple(found.sources)) < len(desk.sources())


def test_corrections_of_other_events_are_left_out(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        first, second = desk.events()
        desk.review(rejected(f"claim:{first.claims[0]}"))
        desk.review(rejected(f"claim:{second.claims[0]}"))
        desk.set_source(desk.sources()[0].id, by="Ana", party="kelmar")
        assert {c.of for c in extracted(desk, [second.id]).corrections if c.noun == "claim"} == {second.claims[0]}
        assert [(c.noun, c.verdict) for c in extracted(desk).corrections].count(("source", "set")) == 1


def test_a_withdrawn_word_stays_in_the_log_and_holds_no_more(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        word = rejected(f"claim:{desk.claims()[0].id}")
        desk.review(word)
        desk.review(
            Review(id="v-2", target=word.target, verdict="reject", by="Ben", at="2031-06-02T10:00:00Z", withdraws=word.id)
        )
        told = [(c.by, c.verdict, c.holds) for c in extracted(desk).corrections]
        assert told == [("Ana", "reject", False), ("Ben", "withdraw", True)]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_ledger_is_the_same_bytes_in_every_shape(shape: str, ledger: Path, tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        with sayso.open(ledger) as desk:
            written.append([p.read_bytes() for p in desk.export(shape, tmp_path / name)])
    assert written[0] == written[1]
    assert any(written[0])


def test_the_command_knows_the_shapes_and_orders_that_there_are() -> None:
    assert tuple(SHAPES) == NAMED
    assert ORDERS == NAMED_ORDERS


def test_the_command_writes_the_events_that_fit(ledger: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["export", str(ledger), "--to", "jsonl", str(tmp_path), "--near", "Halvern"])
    assert done.exit_code == 0
    (event,) = (json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines())
    assert event["where"]["name"] == "Halvern"


def test_the_command_has_the_filters_of_the_page(ledger: Path, tmp_path: Path) -> None:
    asked = ["--from", "2031-03-15", "--to-day", "2031-03-20", "--outcome", "killed", "--source", "vostria", "--order", "day"]
    done = CliRunner().invoke(cli, ["export", str(ledger), "--to", "report", str(tmp_path / "out"), *asked])
    assert done.exit_code == 0, done.output
    told = next((tmp_path / "out").iterdir()).read_text(encoding="utf-8")
    assert "from: 2031-03-15; to: 2031-03-20" in told.replace("source: vostria; ", "")
    assert (told.count('<section class="event"'), "Halvern" in told) == (1, True)


def test_the_list_of_the_terminal_has_the_same_filters(ledger: Path) -> None:
    found = CliRunner().invoke(cli, ["show", str(ledger), "--json", "--from", "2031-03-15", "--source", "vostria"])
    assert [json.loads(line)["row"] for line in found.stdout.splitlines()] == [2]
    none = CliRunner().invoke(cli, ["show", str(ledger), "--near", "Dravna", "--from", "2031-03-15"])
    assert "No event fits --near and --from" in none.stderr


def test_the_command_says_when_no_event_fits(ledger: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["export", str(ledger), "--to", "report", str(tmp_path / "out"), "--near", "Nowhere"])
    assert done.exit_code == 0
    assert "No event fits" in done.stderr
    assert "near: Nowhere" in next((tmp_path / "out").iterdir()).read_text(encoding="utf-8")


def test_the_method_counts_what_is_in_the_sheets_beside_it(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        desk.review(rejected(f"claim:{desk.claims()[0].id}"))
        desk.set_source(desk.sources()[0].id, by="Ana", party="kelmar")
        found = extracted(desk)
        sheets = {noun: sum(1 for _ in getattr(found, noun)) for noun, _ in found.about.counts}
        assert dict(found.about.counts) == sheets
        assert sheets["corrections"] == 2
