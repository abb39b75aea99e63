"""How fast and how heavy are the pages of a ledger? Each is asked for some times, in one process that serves no other."""

import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

from starlette.testclient import TestClient

from sayso.workbench.app import workbench
from sayso.workbench.gate import Keys
from sayso.workbench.serve import warm

TIMES = 15
"""Requests of each page after the first."""
_HOST, _TOKEN = "127.0.0.1:8417", "bench"
PAGES = {
    "events": "/",
    "events, the second page": "/?page=2",
    "events, by words": "/?words=ambush+garrison",
    "events, filtered": "/?words=strike&group=military&order=disputed",
    "events, of a part of the map": "/?box=20,40,40,50",
    "event": "/events/{event}",
    "event, copies counted": "/events/{event}?count_copies=1",
    "event, without the parties": "/events/{event}?drop_parties=1",
    "event, by another rule": "/events/{event}?policy=ucdp",
    "event, as of a day": "/events/{event}?as_of={day}",
    "event, its second page of claims": "/events/{event}?page=2",
    "documents": "/documents",
    "document": "/documents/{document}",
    "review": "/review",
    "sources": "/sources",
    "source": "/sources/{source}",
    "corrections": "/corrections",
    "add": "/add",
    "export": "/export",
}
"""The pages that are measured: of the event with the most reports, its first report, and the source heard most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one page took: milliseconds at first, in the middle and at worst, and kilobytes."""

    first: float
    median: float
    worst: float
    weight: float


def pages(path: str) -> dict[str, float]:
    """Milliseconds and kilobytes of the pages of a ledger; a page that is not there is left out."""
    app = workbench(path, Keys(token=_TOKEN, hosts=(_HOST,)), by="bench")
    found: dict[str, float] = {}
    warm()
    with TestClient(app, base_url=f"http://{_HOST}", raise_server_exceptions=False) as client:
        client.get("/", params={"token": _TOKEN})
        for name, address in _addresses(client).items():
            answered = _asked(client, address)
            if answered is not None:
                found |= {f"{name} {what}": getattr(answered, what) for what in ("first", "median", "worst", "weight")}
    return found


def _addresses(client: TestClient) -> dict[str, str]:
    event = next(_ids(client, "/", "events"), "")
    document = next(_ids(client, f"/events/{event}", "documents"), "")
    source = next(_ids(client, "/sources", "sources"), "")
    days = sorted(re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", client.get(f"/events/{event}").text)) or [""]
    at = {"event": event, "document": document, "source": source, "day": days[len(days) // 2]}
    return {name: address.format(**at) for name, address in PAGES.items()}


def _ids(client: TestClient, address: str, noun: str) -> Iterator[str]:
    return (m[1] for m in re.finditer(rf'href="/{noun}/([^"?#]+)', client.get(address).text))


def _asked(client: TestClient, address: str) -> Answered | None:
    """Ask for a page some times; None where there is none."""
    begun = time.perf_counter()
    first = client.get(address)
    took = [1000 * (time.perf_counter() - begun)]
    if first.status_code != 200:
        return None
    for _ in range(TIMES):
        begun = time.perf_counter()
        client.get(address)
        took.append(1000 * (time.perf_counter() - begun))
    return Answered(first=took[0], median=statistics.median(took), worst=max(took[1:]), weight=len(first.content) / 1000)
