"""How fast and how heavy are the pages of a ledger? Each is asked for some times, in one process that serves no other."""

import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

from starlette.testclient import TestClient

from sayso.workbench.app import workbench
from sayso.workbench.gate import Keys

TIMES = 15
"""Requests of each page that are timed, after one that is not."""
_HOST, _TOKEN = "127.0.0.1:8417", "bench"
PAGES = {
    "events": "/",
    "filtered": "/?words=strike&group=military&order=disputed",
    "event": "/events/{event}",
    "document": "/documents/{document}",
    "review": "/review",
    "sources": "/sources",
}
"""The pages that are measured; of the event with the most reports, and its first report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one page took: milliseconds in the middle and at worst, and kilobytes."""

    median: float
    worst: float
    weight: float


def pages(path: str) -> dict[str, float]:
    """Milliseconds and kilobytes of the pages of a ledger; a page that is not there is left out."""
    app = workbench(path, Keys(token=_TOKEN, hosts=(_HOST,)), by="bench")
    found: dict[str, float] = {}
    with TestClient(app, base_url=f"http://{_HOST}", raise_server_exceptions=False) as client:
        client.get("/", params={"token": _TOKEN})
        for name, address in _addresses(client).items():
            answered = _asked(client, address)
            if answered is not None:
                found |= {f"{name} {what}": getattr(answered, what) for what in ("median", "worst", "weight")}
    return found


def _addresses(client: TestClient) -> dict[str, str]:
    event = next(_ids(client, "/", "events"), "")
    document = next(_ids(client, f"/events/{event}", "documents"), "")
    return {name: address.format(event=event, document=document) for name, address in PAGES.items()}


def _ids(client: TestClient, address: str, noun: str) -> Iterator[str]:
    return (m[1] for m in re.finditer(rf'href="/{noun}/([^"?#]+)', client.get(address).text))


def _asked(client: TestClient, address: str) -> Answered | None:
    """Ask for a page some times; None where there is none."""
    first = client.get(address)
    if first.status_code != 200:
        return None
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        client.get(address)
        took.append(1000 * (time.perf_counter() - begun))
    return Answered(median=statistics.median(took), worst=max(took), weight=len(first.content) / 1000)
