"""How long does a person wait? Pages of a served ledger in Debian's chromium: until all is there, and until a switch acts."""

import os
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SEEN = ("events", "event", "document", "review", "sources")
"""The pages that are opened."""
TURNED = ("a switch of the event", "the day of the event")
"""What is turned on the page of the event, until the page shows what it does."""
TIMES = 7
"""Times that each is looked at."""
_PATIENCE = 60_000
"""Milliseconds until a page must be there at all."""
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
_TURNED = """([name, value]) => new Promise((done) => {
  const begun = performance.now(), form = document.getElementById("switches");
  const given = form.elements[name] ?? document.getElementById(name);
  if (!given || given.max === "0") done(NaN); // an event of one day has nothing to slide over
  new MutationObserver((_, seen) => {
    if (document.querySelector("#shown[aria-busy]")) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  }).observe(document.getElementById("shown").parentNode, { childList: true });
  if (given.type === "checkbox") given.checked = !given.checked;
  else given.value = value;
  given.dispatchEvent(new Event(given.type === "range" ? "input" : "change", { bubbles: true }));
})"""
"""A promise of the milliseconds from a turn to the frame after the page has what it does."""


def browse(path: str, times: int = TIMES) -> dict[str, float]:
    """Milliseconds of each page and switch, and the peak of memory of what served them; nothing where no browser is."""
    chromium = os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  not every machine has it
    except ImportError:
        return {}
    if chromium is None:
        return {}
    with _served(path) as (address, served), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(_PATIENCE)
        page.goto(address)
        took = _looked(page, address.split("/?", maxsplit=1)[0], times)
        browser.close()
        peak = _peak(served)
    told = {f"{name} median": statistics.median(times) for name, times in took.items()}
    return told | {f"{name} worst": max(times) for name, times in took.items()} | {"peak": peak}


def _looked(page: "Page", home: str, times: int) -> dict[str, list[float]]:
    """Milliseconds of each look."""
    event, document = _first(page, "events"), ""
    page.goto(f"{home}/events/{event}")
    document = _first(page, "documents")
    paths = dict(zip(SEEN, ("/", f"/events/{event}", f"/documents/{document}", "/review", "/sources"), strict=True))
    took: dict[str, list[float]] = {name: [] for name in (*SEEN, *TURNED)}
    for turn in range(times):
        for name, path in paths.items():
            page.goto(home + path, wait_until="load")
            page.wait_for_function(f"{_LOADED} > 0")
            took[name].append(float(page.evaluate(_LOADED)))
        page.goto(home + paths["event"])
        took[TURNED[0]].append(float(page.evaluate(_TURNED, ["count_copies", ""])))
        took[TURNED[1]].append(float(page.evaluate(_TURNED, ["slide", str(turn)])))
    return took


def _first(page: "Page", noun: str) -> str:
    found = re.search(rf'href="/{noun}/([^"?#]+)', page.content())
    return found[1] if found else ""


@contextmanager
def _served(path: str) -> Iterator[tuple[str, int]]:
    """The address of a ledger that is served by a process of its own, token and all, and that process's number."""
    command = [sys.executable, "-m", "sayso", "serve", path, "--port", "0", "--no-browser", "--by", "bench"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:  # noqa: S603  our own command
        assert served.stdout is not None  # noqa: S101  a pipe was asked for
        yield served.stdout.readline().strip(), served.pid
        served.terminate()


def _peak(process: int) -> float:
    """The most memory that a process ever had, in bytes, where the system tells it."""
    status = Path(f"/proc/{process}/status")
    told = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    return 1024.0 * int(told[1]) if told else float("nan")
