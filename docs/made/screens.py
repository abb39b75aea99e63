"""What do the pages look like? Pictures of them on the demonstration's case, taken by a real browser.

Run: `python -m docs.made.screens docs/screens`, where Debian's chromium is installed.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import sayso
import sayso.demo

WIDE, HIGH = 1280, 860


def main(folder: Path) -> None:
    """Take a picture of each page."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        ledger = Path(place) / "demo.sayso"
        with sayso.open(ledger) as desk:
            desk.add(sayso.files(str(sayso.demo.path())))
            desk.run()
            event = desk.events()[0]
            claim = next(c for c in desk.claims(event) if c.quantity is not None and c.quantity.best == 17)
            source = next(s for s in desk.ledger.sources() if s.kind == "medical")
        pages = {
            "events": "/",
            "event": f"/events/{event.id}",
            "document": f"/documents/{claim.document}?claim={claim.id}",
            "review": "/review",
            "source": f"/sources/{source.id}",
        }
        _shoot(ledger, pages, folder)


def _shoot(ledger: Path, pages: dict[str, str], folder: Path) -> None:
    command = [sys.executable, "-m", "sayso", "serve", str(ledger), "--port", "0", "--no-browser", "--by", "Ana Reader"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served, sync_playwright() as playwright:  # noqa: S603  our own command
        address = served.stdout.readline().strip() if served.stdout else ""
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for dark in (False, True):
            page: Page = browser.new_page(viewport={"width": WIDE, "height": HIGH}, color_scheme="dark" if dark else "light")
            page.goto(address)
            for name, path in pages.items():
                if dark and name != "event":
                    continue
                page.goto(address.split("/?")[0] + path)
                page.screenshot(path=folder / f"{name}{'-dark' if dark else ''}.png")
        browser.close()
        served.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
