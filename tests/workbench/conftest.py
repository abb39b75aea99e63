"""A served ledger for the tests of pages: the demonstration's fictional reports."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from sayso.workbench.app import workbench
from sayso.workbench.gate import Keys
from sayso.workbench.serve import hosts
from sayso.workbench.work import Works
from tests.served import ledger, made_ledger

__all__ = ["ledger", "made_ledger"]

TOKEN = "the-token-of-this-launch"  # noqa: S105  a test's own
HOST = "127.0.0.1:8417"
ORIGIN = {"origin": f"http://{HOST}"}
"""What this page's own forms send."""


def works_of(browser: TestClient) -> Works:
    """The works on the ledger that a browser sees."""
    assert isinstance(browser.app, Starlette)
    found: Works = browser.app.state.works
    return found


@pytest.fixture
def browser_of() -> Iterator[Callable[[Path], TestClient]]:
    """Browsers that were let in: one for each call."""
    opened: list[TestClient] = []

    def browser(path: Path) -> TestClient:
        app = workbench(path, Keys(token=TOKEN, hosts=hosts("127.0.0.1", 8417)), by="Ana Tester")
        client = TestClient(app, base_url=f"http://{HOST}", headers=ORIGIN).__enter__()
        opened.append(client)
        client.get("/", params={"token": TOKEN})
        return client

    yield browser
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def browser(ledger: Path, browser_of: Callable[[Path], TestClient]) -> TestClient:
    """A browser that was let in to a ledger of its own."""
    return browser_of(ledger)
