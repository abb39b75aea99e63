"""The grounds of a figure say which words gave it, what is earlier or part of another figure, and who it stems from."""

from dataclasses import replace
from datetime import date
from io import StringIO

from rich.console import Console

from sayso.cli.events import Shown, print_events
from sayso.cli.grounds import print_grounds
from sayso.exports import Case, case
from sayso.exports.words import spelt, title
from sayso.model import Attribution, Claim, Document, Estimate, Event, Ground, Line, Quantity, Relay, Tally, When, Where
from sayso.wording import PLURAL, remark

TEXT = "Twelve people were killed in Velm. Six women and two boys were among the dead."
SHELL = Where(text="Janin", name="Janīn")


def printed(found: Case) -> str:
    """Give the grounds as they are printed."""
    out = StringIO()
    print_grounds(found, Console(file=out, width=100, color_system=None, highlight=False, emoji=False, markup=False))
    return out.getvalue()


def claim(key: str, document: Document, words: str, quantity: Quantity, part_of: str | None = None) -> Claim:
    """Give the claim of these words."""
    start = document.text.index(words)
    return Claim(
        id=key,
        document=document.id,
        span=(start, start + len(words)),
        quote=words,
        said_by=(Attribution(name="mayor", kind="local-official"),),
        outcome="killed",
        quantity=quantity,
        part_of=part_of,
    )


def n(count: int) -> Quantity:
    """Give the quantity of so many."""
    return Quantity(low=count, best=count, high=count, stated=(count,))


def told(document: Document, *claims: Claim, origin: str = "mayor", figure: Quantity | None = None) -> Case:
    """Give the case of one line on one document."""
    q = figure or n(12)
    line = Line(
        id="n",
        event="e",
        origin=origin,
        documents=(Relay(id=document.id),),
        claims=tuple(c.id for c in claims),
        figures=(Tally(outcome="killed", low=q.low, best=q.best, high=q.high),),
    )
    ground = Ground(line="n", origin=origin, low=q.low, best=q.best, high=q.high)
    event = Event(id="e", title="Velm: killed", claims=line.claims, documents=(document.id,))
    estimate = Estimate(event="e", outcome="killed", low=q.low, best=q.best, high=q.high, lines=1, claims=1, grounds=(ground,))
    return case((document,), claims, (event,), (line,), (estimate,))


def test_parts_of_a_figure_share_one_sentence_and_say_of_what_they_are_parts() -> None:
    report = Document(id="d", name="wire", text=TEXT, published="2031-05-02")
    parts = (claim("c2", report, "Six women", n(6), "c1"), claim("c3", report, "two boys", n(2), "c1"))
    shown = printed(told(report, claim("c1", report, "Twelve people", n(12)), *parts))
    assert shown.count("among the dead") == 1
    assert "‹Six women› and ‹two boys› were" in shown
    assert "(part of 12, c2, c3)" in shown


def test_a_vague_word_is_shown_as_it_was_said() -> None:
    report = Document(id="d", name="wire", text="Dozens were killed in Velm.")
    vague = Quantity(low=12, wording="dozens")
    assert "· dozens ·" in printed(told(report, claim("c1", report, "Dozens", vague), figure=vague))


def test_a_line_without_a_name_is_called_by_its_report() -> None:
    report = Document(id="d", name="d", text=TEXT)
    found = told(report, claim("c1", report, "Twelve people", n(12)), origin="")
    assert "A. d (other)" in printed(found)
    placed = Case(
        documents=found.documents,
        claims=found.claims,
        events=found.events,
        lines=found.lines,
        estimates=found.estimates,
        places=(("d", "articles/velm.txt"),),
    )
    assert "A. articles/velm.txt (other)" in printed(placed)
    assert "origin: articles/velm.txt, day unknown" in printed(placed)


def test_a_place_is_spelt_as_the_report_spells_it() -> None:
    event = Event(id="e", title="Janīn, 3 May 2031: killed", claims=(), documents=(), where=SHELL)
    assert (spelt(SHELL), title(event)) == ("Janin", "Janin, 3 May 2031: killed")


def test_the_table_explains_its_words_and_says_outcomes_once() -> None:
    when = When(first=date(2031, 5, 3), last=date(2031, 5, 3))
    event = Event(id="e", title="Velm, 3 May 2031: killed", claims=(), documents=(), when=when)
    out = StringIO()
    rows = [
        Shown(row=1, event=event, estimates=(Estimate(event="e", outcome="killed", low=12, lines=1, claims=1, level="open"),))
    ]
    print_events(rows, Console(file=out, width=100, color_system=None), 84)
    assert out.getvalue().count("killed") == 2
    assert "open: only a bound or vague words" in out.getvalue()


def test_a_claim_on_no_line_is_listed_with_the_reason() -> None:
    report = Document(id="d", name="wire", text=TEXT, published="2031-05-02", outlet="Velm Wire")
    later = Document(id="d2", name="later", text="Fourteen people were killed in Velm in May.", outlet="Bay Post")
    first, other = claim("c1", report, "Twelve people", n(12)), claim("c2", later, "Fourteen people", n(14))
    found = told(report, first)
    event = replace(found.events[0], claims=("c1", "c2"), documents=("d", "d2"), main=("d",))
    shown = printed(case((report, later), (first, other), (event,), found.lines, found.estimates))
    assert "not used: told in passing by a report on something else · Bay Post" in shown
    assert "“‹Fourteen people› were killed in Velm in May.”" in shown
    assert "not used" not in printed(found)


def test_a_plural_without_a_number_is_shown_as_no_figure() -> None:
    report = Document(id="d", name="wire", text="Soldiers were killed in Velm.")
    some = Quantity(low=2, wording="plural")
    found = told(report, claim("c1", report, "Soldiers", some), figure=some)
    shown = printed(replace(found, estimates=(replace(found.estimates[0], flags=(PLURAL,)),)))
    assert "killed no figure" in shown
    assert "· no figure: a plural without a number" in shown
    assert "at least 2" not in shown


def test_a_line_that_gives_the_best_figure_holds_it() -> None:
    report = Document(id="d", name="wire", text=TEXT)
    found = told(report, claim("c1", report, "Twelve people", n(12)))
    estimate = found.estimates[0]
    ground = replace(estimate.grounds[0], pull=-0.18, percent=-17.0)
    other = replace(ground, best=11, low=11)
    assert "· holds the figure\n" in printed(replace(found, estimates=(replace(estimate, grounds=(ground,)),)))
    assert "pulls the figure down by 17 %" in printed(replace(found, estimates=(replace(estimate, grounds=(other,)),)))


def test_a_remark_has_one_colon() -> None:
    assert remark("killed", "conflict: a gives 5") == "killed, conflict: a gives 5"
    assert remark("killed", "vague words only") == "killed: vague words only"
