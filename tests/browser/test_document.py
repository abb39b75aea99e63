"""In a real browser: a figure leads to its sentence, and words that are selected become a claim."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import sayso
from sayso.judging.seen import Seen
from sayso.schema import make_document

SELECT = """([from, to]) => {
  const text = document.getElementById('text'), walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const ends = []; let seen = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (let at = 0, units = 0; at <= Array.from(node.data).length; at++) {
      if (ends.length < 2 && seen + at === [from, to][ends.length]) ends.push([node, units]);
      units += (Array.from(node.data)[at] || '').length;
    }
    seen += Array.from(node.data).length;
  }
  getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
}"""
"""Selects from one code point of the text to another."""


def test_a_figure_leads_to_its_sentence_with_its_chain_beside(page_of: Callable[..., Page], ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        claim = desk.claims(document=desk.ledger.document("southern-1").id)[0]
    page = page_of(f"/documents/southern-1?claim={claim.id}#c-{claim.id}", scripts=False)
    assert page.locator("#text .here").first.is_visible()
    assert page.locator("#claim ol.chain li").count() == len(claim.said_by)
    page.locator("#claim a[rel=next], #claim a[rel=prev]").first.click()
    assert page.locator("#claim-title").inner_text() == "Claim 2 of 2"


def test_selected_words_become_a_claim_counted_in_code_points(page_of: Callable[..., Page], ledger: Path) -> None:
    text = "\U0001f6a2\U0001f6a2 The harbour said.\r\nThe crew of nine did not come back."
    with sayso.open(ledger) as desk:
        desk.add([make_document(name="ship", outlet="Bay Post", text=text)])
    page = page_of("/documents/ship", width=390)
    start = text.index("The crew")
    page.evaluate(SELECT, [start, start + len("The crew of nine")])
    page.locator("#picked button").click()
    assert page.locator("#add blockquote").inner_text() == "The crew of nine"
    assert page.locator("#add input[name=from]").input_value() == str(start)
    page.locator("#add select[name=outcome]").select_option("missing")
    page.locator("#add button.main").click()
    assert page.locator("#claim .state").inner_text() == "added"
    assert page.locator("#text .here").all_inner_texts() == ["The crew of ", "nine"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_words_of_a_later_part_become_a_claim_at_their_place_in_the_whole(page_of: Callable[..., Page], ledger: Path) -> None:
    text = "\n\n".join(
        ["The \U0001f6a2 council of Velin met and spoke of roads. " * 40] * 40 + ["The crew of nine did not come back."]
    )
    with sayso.open(ledger) as desk:
        desk.add([make_document(name="minutes", outlet="Bay Post", text=text)])
    page = page_of("/documents/minutes", width=390)
    while page.get_by_role("link", name="Next").count():
        with page.expect_navigation():  # until the next part is there, scripts and all
            page.get_by_role("link", name="Next").first.press("Enter")
    start = text.index("The crew")
    begins = int(page.locator("#text [data-s]").first.get_attribute("data-s") or "")
    page.evaluate(SELECT, [start - begins, start - begins + len("The crew of nine")])
    page.locator("#picked button").click()
    assert page.locator("#add input[name=from]").input_value() == str(start)
    page.locator("#add select[name=outcome]").select_option("missing")
    page.locator("#add button.main").click()
    assert page.locator("#text .here").all_inner_texts() == ["The crew of ", "nine"]


def test_without_scripts_the_words_are_pasted(page_of: Callable[..., Page]) -> None:
    page = page_of("/documents/southern-1", scripts=False)
    page.locator("#quote").fill("The hospital had earlier spoken of")
    page.locator("#pick button").click()
    assert page.locator("#text .chosen").first.is_visible()
    page.locator("#add select[name=outcome]").select_option("wounded")
    page.locator("#add button.main").click()
    assert "no figure" in page.locator("#claim .figure").inner_text()


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_serious_fault(page_of: Callable[..., Page], ledger: Path, dark: bool) -> None:  # noqa: FBT001  a test's case
    from axe_core_python.sync_playwright import Axe  # noqa: PLC0415  only this test needs it

    with sayso.open(ledger) as desk:
        claim = desk.claims(document=desk.ledger.document("southern-1").id)[0]
        desk.add_claim(claim.document, Seen(span=(0, 12), outcome="missing", low=2), by="Ana")
    page = page_of(f"/documents/southern-1?claim={claim.id}", dark=dark)
    found = Axe().run(page)["violations"]
    page.goto(page.url.replace(f"claim={claim.id}", "quote=The+hospital"))
    found += Axe().run(page)["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found if v["impact"] in {"serious", "critical"}] == []
