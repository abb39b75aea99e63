"""A real browser on a served ledger: Debian's chromium, without a window; where there is none, these tests are skipped."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.served import ledger, made_ledger

__all__ = ["ledger", "made_ledger"]

CHROMIUM = os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 15_000
"""Milliseconds until what is waited for must be there: much, for machines that are busy."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    if CHROMIUM is None:
        pytest.skip("no chromium here: install Debian's, or name one in SAYSO_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def address(ledger: Path) -> Iterator[str]:
    """Where `ledger` is served, token and all."""
    command = [sys.executable, "-m", "sayso", "serve", str(ledger), "--port", "0", "--no-browser", "--by", "Ana Tester"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:  # noqa: S603  our own command
        assert served.stdout is not None
        yield served.stdout.readline().strip()
        served.terminate()


@pytest.fixture
def page_of(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the served ledger: `page_of("/review", width=390, dark=True, scripts=False)`; errors in it fail the test."""
    problems: list[str] = []
    contexts = []

    def opened(path: str = "/", *, width: int = 1400, dark: bool = False, scripts: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda e: problems.append(str(e)))
        page.on("console", lambda m: problems.append(m.text) if m.type == "error" and "status of 4" not in m.text else None)
        page.goto(address)
        if path != "/":
            page.goto(address.split("/?", maxsplit=1)[0] + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert problems == []
