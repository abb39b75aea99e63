"""In a real browser files are dropped and text is pasted, and their reading is watched to its end."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

PATIENCE = 120_000
"""Milliseconds until a reading must be over: much, for machines that are busy."""
NEWS = "Nine soldiers were killed near Ostrel on Monday, the regional hospital said."
DROP = """files => {
  const all = new DataTransfer();
  for (const [name, text] of files) all.items.add(new File([text], name));
  for (const kind of ["dragenter", "dragover", "drop"])
    document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: all, bubbles: true, cancelable: true}));
}"""


def test_files_are_dropped_and_watched_until_they_are_read(page_of: Callable[..., Page]) -> None:
    page = page_of("/add")
    page.evaluate(DROP, [["ostrel.txt", NEWS], ["picture.png", "\0\0\0"]])
    expect(page.locator("#chosen li")).to_have_text(["ostrel.txt1 kB", "picture.png1 kB"])
    page.keyboard.press("Enter")  # the drop left the keys on the button
    page.wait_for_selector("#work")
    page.wait_for_selector("#result", timeout=PATIENCE)
    assert page.locator(".brief").inner_text() == "1 new document, 1 claim, 1 new event"
    assert "Save the report as text or HTML" in page.locator("#refused").inner_text()
    page.locator("#result a[href^='/events/']").click()
    expect(page.locator("h1")).to_contain_text("Ostrel")


def test_without_scripts_the_page_follows_by_itself(page_of: Callable[..., Page]) -> None:
    page = page_of("/add", scripts=False)
    page.get_by_label("Or a text").fill(NEWS)
    page.get_by_label("Day of publication").fill("2031-05-07")
    page.get_by_role("button", name="Add and read").click()
    page.wait_for_selector("#result", timeout=PATIENCE)
    assert "1 new event" in page.locator(".brief").inner_text()


def test_what_is_too_much_is_said_before_it_is_sent(page_of: Callable[..., Page]) -> None:
    page = page_of("/add")
    page.evaluate(DROP, [["large.txt", "a" * (33 * 2**20)]])
    assert not page.locator("#files").evaluate("input => input.checkValidity()")
    assert "at most" in page.locator("#files").evaluate("input => input.validationMessage")
