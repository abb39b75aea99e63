"""Reports come in by the page: dropped or pasted, read by a process of its own, refused in words, never lost."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.errors import UnknownIdError, UsageError
from sayso.ingest.items import REMEDIES, Reason
from sayso.workbench.bring import FILES
from sayso.workbench.gate import LIMIT
from sayso.workbench.reader import Brought, done
from sayso.workbench.work import WAITING, Work, Works
from tests.workbench.conftest import works_of

NEWS = "Nine soldiers were killed near Ostrel on Monday, the regional hospital said. Four others were wounded."
PATIENCE = 120.0
"""Seconds until a reading must be over: much, for machines that are busy."""


def _children() -> set[int | None]:
    """The processes that this one started and that still are, by number."""
    return {child.pid for child in active_children()}


def _brought(browser: TestClient, address: str) -> Work:
    return works_of(browser).until(int(address.rsplit("/", 1)[1]), lambda w: w.over, PATIENCE)


def _post(browser: TestClient, *, files: list[tuple[str, bytes]] | None = None, **said: str) -> str:
    given = [("files", (name, raw)) for name, raw in files or []]
    answer = browser.post("/add", data=said, files=given or [("files", ("", b""))], follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_a_pasted_text_is_read_and_its_event_is_linked(browser: TestClient, ledger: Path) -> None:
    address = _post(browser, text=NEWS, published="2031-05-07", outlet="Ostrel Courier")
    work = _brought(browser, address)
    assert work.result is not None
    assert (work.result.documents, work.result.claims, work.result.events) == (1, 2, 1)
    shown = browser.get(address).text
    assert "1 new document, 2 claims, 1 new event" in shown
    assert f'href="/events/{work.result.made[0][0]}"' in shown
    with sayso.open(ledger) as desk:
        document = desk.ledger.document(work.result.new[0][0])
        assert (document.outlet, document.published) == ("Ostrel Courier", "2031-05-07")
        assert [a.origin for a in desk.ledger.additions(document.id)] == ["pasted by Ana Tester"]
        assert json.loads(desk.ledger.raw(document.raw or ""))["text"] == NEWS


def test_files_are_taken_by_their_kind_and_what_is_none_is_refused_with_what_to_do(browser: TestClient, ledger: Path) -> None:
    rows = "\n".join(json.dumps({"id": f"r{n}", "text": NEWS.replace("Nine", word)}) for n, word in enumerate(("Six", "Seven")))
    files = [("C:\\reports\\rows.jsonl", rows.encode()), ("plain.txt", NEWS.encode()), ("picture.png", b"\x89PNG\x00\x00\x00")]
    address = _post(browser, files=files)
    work = _brought(browser, address)
    assert work.result is not None
    assert work.result.documents == 3
    assert [(origin, reason) for origin, reason, _ in work.result.refused] == [("file picture.png", "binary")]
    assert REMEDIES["binary"] in browser.get(address).text
    with sayso.open(ledger) as desk:
        origins = {a.origin for a in desk.ledger.additions()}
        assert {"file rows.jsonl:1", "file rows.jsonl:2", "file plain.txt"} <= origins
        assert [r.origin for r in desk.refusals()] == ["file picture.png"]


def test_adding_twice_is_adding_once(browser: TestClient) -> None:
    _brought(browser, _post(browser, text=NEWS))
    work = _brought(browser, _post(browser, text=NEWS))
    assert work.result is not None
    assert (work.result.documents, len(work.result.known)) == (0, 1)


def test_what_is_hostile_is_shown_as_it_is_written(browser: TestClient) -> None:
    address = _post(browser, files=[('<img src=x onerror="alert(1)">.txt', b"\x00\x00\x00\x00")])
    _brought(browser, address)
    shown = browser.get(address).text
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_a_document_without_a_claim_is_said_to_have_none(browser: TestClient) -> None:
    address = _post(browser, text="The harvest in the valley of Ostrel was good this year, farmers said on Monday.")
    _brought(browser, address)
    assert "No claim was found" in browser.get(address).text


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, "Nothing was given"),
        ({"text": NEWS, "published": "last spring"}, "last spring is no day"),
        ({"title": "Nine killed"}, "but no text"),
    ],
)
def test_what_cannot_be_taken_keeps_what_was_typed(browser: TestClient, said: dict[str, str], wrong: str) -> None:
    answer = browser.post("/add", data=said)
    assert answer.status_code == 400
    assert wrong in answer.text
    assert all(value in answer.text for value in said.values())


def test_too_many_files_are_refused_in_words(browser: TestClient) -> None:
    answer = browser.post("/add", files=[("files", (f"{n}.txt", b"x")) for n in range(FILES + 1)])
    assert answer.status_code == 413
    assert "Nothing was added" in answer.text
    assert "sayso add" in answer.text


def test_a_form_in_pieces_is_told(browser: TestClient) -> None:
    answer = browser.post("/add", content=b"xx", headers={"content-type": "multipart/form-data; boundary=a"})
    assert answer.status_code == 400
    assert "could not be read" in answer.text


def test_too_large_a_text_is_refused_in_words(browser: TestClient) -> None:
    answer = browser.post("/add", data={"text": "a" * 10_100_000}, files=[("files", ("", b""))])
    assert answer.status_code == 413
    assert "Nothing was added" in answer.text


def test_what_grows_beyond_the_limit_unannounced_is_refused(browser: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(LIMIT // 2**20 + 1):
            yield b"a" * 2**20

    answer = browser.post("/add", content=endless(), headers={"content-type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 413
    assert "Nothing was added" in answer.text


def test_the_page_follows_without_scripts_and_for_scripts(browser: TestClient) -> None:
    address = _post(browser, text=NEWS)
    told = browser.get(f"{address}.json").json()
    assert told["state"] in {"waiting", "at work"}
    assert [v["verb"] for v in told["verbs"]] == ["add", "read", "link", "trace", "weigh"]
    assert 'http-equiv="refresh"' in browser.get(address).text
    _brought(browser, address)
    assert browser.get(f"{address}.json").json()["over"] is True
    assert 'http-equiv="refresh"' not in browser.get(address).text


def test_a_work_that_is_none_is_told(browser: TestClient) -> None:
    assert browser.get("/add/99").status_code == 404
    with pytest.raises(UnknownIdError):
        works_of(browser).work(99)


def test_what_is_unread_can_be_read_from_the_page(ledger: Path, browser_of: Callable[[Path], TestClient]) -> None:
    with sayso.open(ledger) as desk:
        desk.add(sayso.files())
        desk.ledger.add(_document(), origin="x", at="2031-05-08T00:00:00+00:00")
    browser = browser_of(ledger)
    assert "1 document of this ledger was never read" in browser.get("/add").text
    answer = browser.post("/add/read", follow_redirects=False)
    _brought(browser, answer.headers["location"])
    assert "never read" not in browser.get("/add").text


def _document() -> "sayso.Document":
    from sayso.schema import make_document  # noqa: PLC0415

    return make_document(text=NEWS, name="ostrel-1", published="2031-05-07")


def test_reading_keeps_to_the_manner_of_the_ledger(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        desk.run(depth="figures")
        done(desk, [Brought(origin="pasted", raw=NEWS.encode())], lambda *_: None)
        assert desk.contents().settings == ("depth=figures",)


def test_a_reading_that_is_ended_says_what_to_do_and_keeps_what_is_stored(ledger: Path) -> None:
    works = Works(ledger)
    work = works.take((Brought(origin="pasted", raw=NEWS.encode()),), by="Ana")
    works.until(work.id, lambda w: w.state == "at work", PATIENCE)
    works.close()
    assert works.work(work.id).state == "failed"
    assert "unread" in works.work(work.id).do


def test_one_process_reads_what_comes_one_after_the_other(ledger: Path) -> None:
    before, works, readers = _children(), Works(ledger), set[int | None]()
    for text in (NEWS, NEWS.replace("4", "5")):
        work = works.take((Brought(origin="pasted", raw=text.encode()),), by="Ana")
        assert works.until(work.id, lambda w: w.over, PATIENCE).state == "done"
        readers |= _children() - before
    works.close()
    assert len(readers) == 1


def test_a_process_that_ended_while_idle_is_replaced(ledger: Path) -> None:
    before, works = _children(), Works(ledger, ahead=True)
    works.expect()
    (idle,) = _children() - before
    os.kill(idle or 0, signal.SIGKILL)
    work = works.take((Brought(origin="pasted", raw=NEWS.encode()),), by="Ana")
    assert works.until(work.id, lambda w: w.over, PATIENCE).state == "done"
    works.close()


def test_nothing_is_started_ahead_unless_it_is_wished(ledger: Path) -> None:
    before, works = _children(), Works(ledger)
    works.expect()
    assert _children() == before
    works.close()


def test_so_much_waits_and_no_more(ledger: Path) -> None:
    works = Works(ledger)
    first = works.take((), by="")
    works.until(first.id, lambda w: w.state == "at work", PATIENCE)
    for _ in range(WAITING):
        works.take((), by="")
    with pytest.raises(UsageError, match="wait"):
        works.take((), by="")
    works.close()


def test_page_and_command_line_add_at_once_and_nothing_is_lost(browser: TestClient, ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    for n in range(6):
        (folder / f"{n}.txt").write_text(
            f"{n + 11} miners were killed in Velin{n} on 4 May 2031, the police said.", encoding="utf-8"
        )
    with subprocess.Popen([sys.executable, "-m", "sayso", "add", str(ledger), str(folder)]) as added:  # noqa: S603  our own command
        address = _post(browser, text=NEWS)
        assert added.wait() == 0
    with subprocess.Popen([sys.executable, "-m", "sayso", "run", str(ledger)]) as ran:  # noqa: S603  the same
        work = _brought(browser, address)
        assert ran.wait() == 0
    assert work.state == "done", work.what
    with sayso.open(ledger) as desk:
        assert desk.contents().unread == 0
        assert not desk.run().made
        home = {c for e in desk.events() for c in e.claims}
        assert {c.id for c in desk.claims() if c.quantity is not None and c.status == "happened"} <= home
        assert desk.verify() == ()


def test_each_reason_has_something_to_do() -> None:
    from typing import get_args  # noqa: PLC0415

    assert set(REMEDIES) == {*get_args(Reason), "conflict"}
