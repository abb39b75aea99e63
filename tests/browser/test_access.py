"""Nobody is kept out: a tool that knows what stops screen readers and keyboards finds no serious fault on any page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page

import sayso

PAGES = (
    "/",
    "/events/{event}",
    "/documents",
    "/documents/{document}",
    "/review",
    "/sources",
    "/sources/{source}",
    "/corrections",
    "/add",
)
SERIOUS = {"serious", "critical"}


@pytest.fixture
def addresses(ledger: Path) -> dict[str, str]:
    """The ids that stand in addresses."""
    with sayso.open(ledger) as desk:
        (event, *_) = desk.events()
        return {"event": event.id, "document": event.documents[0], "source": next(iter(desk.ledger.sources())).id}


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (390, True)])
def test_no_page_has_a_serious_fault(
    page_of: Callable[..., Page], addresses: dict[str, str], width: int, dark: bool  # noqa: FBT001  a case of the test
) -> None:  # fmt: skip
    faults = []
    page = page_of("/", width=width, dark=dark)
    home = page.url.rstrip("/")
    for path in PAGES:
        page.goto(home + path.format(**addresses))
        found = Axe().run(page)["violations"]
        faults += [
            (path, f["id"], n["html"][:200], n["failureSummary"][:300])
            for f in found
            if f["impact"] in SERIOUS
            for n in f["nodes"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append((path, "wider than the screen", "", ""))
    assert faults == []
