"""What does the process do that reads what a person brought? It adds, reads, links, traces, weighs, and tells how far it is."""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sayso.annotation import warm
from sayso.desk import Desk
from sayso.errors import SaysoError
from sayso.exports.words import called, title
from sayso.ingest import Refused, Taken, brought
from sayso.ledger import Ledger
from sayso.model import Document, Event

PATIENCE = 600.0
"""Seconds to wait for another process that writes. Source: set by hand: above the longest weighing of a big ledger."""
IDLE = 900.0
"""Seconds without work after which the process ends and gives its memory back. Source: set by hand: a quarter of an hour."""
MOST = 1.2e9
"""Bytes of memory above which it ends after its work. Source: the bound of reading, which a run of a big ledger goes beyond."""
BEGUN = ("begun",)
"""What is sent before anything else of a work."""
SHOWN = 50
"""Documents and events of which the outcome names each; of more it gives the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Bytes that a person brought: where they came from, and the file name they came under ("" for pasted text)."""

    origin: str
    raw: bytes
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of it: documents (id, what it is called) that are new or known, refusals (origin, reason, detail), and the rest.

    `claims` are those of the new documents, `made` the new events (id, title), `joined` earlier events that speak of a new
    document; each list names the first `SHOWN`. `unread` are documents that could not be read, with the reason; `ran` says what
    the run made in all.
    """

    new: tuple[tuple[str, str], ...] = ()
    documents: int = 0
    known: tuple[tuple[str, str], ...] = ()
    refused: tuple[tuple[str, str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    claims: int = 0
    made: tuple[tuple[str, str], ...] = ()
    events: int = 0
    joined: tuple[tuple[str, str], ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    ran: str = ""


def wait_and_work(path: Path, pipe: Connection) -> None:
    """Do one work after another in a process of its own, for which all is loaded ahead, until none comes for `IDLE` seconds.

    A work is what was brought, and what is sent back a tuple: `begun`; `at`, verb, done, total; and `end`, result, or `failed`,
    what, do.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to answer
    with suppress(EOFError, OSError), pipe:  # the server is gone
        with suppress(Exception):  # what is wrong is told of the work that needs it
            warm()
        while pipe.poll(IDLE):
            given = pipe.recv()
            pipe.send(BEGUN)
            pipe.send(_worked(path, given, lambda *at: pipe.send(("at", *at))))
            if _peak() > MOST:
                return


def _worked(path: Path, given: tuple[Brought, ...], tell: Callable[[str, int, int | None], None]) -> tuple[Any, ...]:
    """What came of one work, as it is sent."""
    try:
        with Desk(Ledger.open(path, patience=PATIENCE)) as desk:
            return ("end", done(desk, given, tell))
    except SaysoError as e:
        return ("failed", e.what, e.do)
    except Exception as e:  # noqa: BLE001  told on the page, where nobody sees a traceback
        return ("failed", f"Something is wrong in Sayso itself ({type(e).__name__}: {e})", "Please report it")


def _peak() -> float:
    """The most memory that this process ever had, in bytes; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415  not every system has it
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(most if sys.platform == "darwin" else most * 1024)


def done(desk: Desk, given: Iterable[Brought], tell: Callable[[str, int, int | None], None]) -> Result:
    """Add what was brought, and run the desk in the manner in which its documents were read before."""
    seen: dict[str, tuple[str, bool]] = {}
    added = desk.add(_watched(desk, given, seen), tell)
    before = {str(key) for (key,) in desk.ledger.ask("SELECT id FROM events")}
    ran = desk.run(progress=tell, **_manner(desk))
    new = [key for key, (_, is_new) in seen.items() if is_new]
    events = {e.id: e for key in new for e in desk.ledger.events_with(key)}
    made = [e for key, e in sorted(events.items()) if key not in before]
    return Result(
        new=tuple((key, seen[key][0]) for key in new[:SHOWN]),
        documents=len(new),
        known=tuple((key, name) for key, (name, is_new) in seen.items() if not is_new)[:SHOWN],
        refused=tuple((r.origin, r.reason, r.detail) for r in added.refused),
        remarks=added.remarks,
        claims=sum(1 for key in new for _ in desk.ledger.claims_in(key)),
        made=_titles(made),
        events=len(made),
        joined=_titles(e for key, e in sorted(events.items()) if key in before),
        unread=tuple((u.document, u.why) for u in ran.failed),
        ran=str(ran),
    )


def _titles(events: Iterable[Event]) -> tuple[tuple[str, str], ...]:
    return tuple((e.id, title(e)) for e in events)[:SHOWN]


def _watched(desk: Desk, given: Iterable[Brought], seen: dict[str, tuple[str, bool]]) -> Iterator[Taken | Refused]:
    """What is taken of each, noting on the way which documents the ledger lacks."""
    for one in given:
        for item in brought(one.raw, one.origin, one.name):
            if isinstance(item, Taken) and item.document.id not in seen:
                document = item.document
                is_new = not desk.ledger.ask("SELECT 1 FROM documents WHERE id = ?", (document.id,))
                seen[document.id] = (_called(document, item.origin), is_new)
            yield item


def _called(document: Document, origin: str) -> str:
    """What a document is called on the page: its title, its giver's name, its file's name or, pasted, how it begins."""
    if document.title or document.name != document.id:
        return document.title or document.name
    return origin if origin.startswith("file ") else called(document)


def _manner(desk: Desk) -> dict[str, Any]:
    """The depth and the convention by which most documents were read: another one would read them all anew."""
    return desk.ledger.manner()
