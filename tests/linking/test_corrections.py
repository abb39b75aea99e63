"""A correction is of the event of the report that it corrects, and its figure takes the place of the one taken back."""

from dataclasses import replace

from sayso.linking.link import link
from sayso.linking.revisions import heeding, with_revisions
from tests.some_reports import report, says, speaker

COASTGUARD = speaker("Coastguard", "emergency")
FIRST = report("a", "A ferry burned off Orlan on Sunday; 23 people died, the Coastguard said.", "2031-03-03", title="Ferry burns")
TOLD = says(FIRST, "23 people died", "killed", 23, COASTGUARD, day="2031-03-02", place="Orlan")
OTHERS = tuple(
    report(f"x{n}", f"A lorry hit the gate of Tesk{n}; 23 people died, the Coastguard said.", "2031-03-03", outlet=f"Post {n}")
    for n in range(6)
)
ELSEWHERE = tuple(
    says(d, "23 people died", "killed", 23, COASTGUARD, day="2031-03-01", place=f"Tesk{n}") for n, d in enumerate(OTHERS)
)


def corrected(title: str, outlet: str = "Orlo Courier") -> tuple[bool, list[tuple[str, str]]]:
    """Whether a report that takes 23 back and gives 22 is of the ferry's event, and which claim replaces which."""
    text = "In our last edition we wrote, quoting a service, that 23 people died. One was counted twice. The right figure is 22."
    later = report("b", text, "2031-03-05", outlet=outlet, title=title)
    old, right = says(later, "23 people died", "killed", 23, COASTGUARD), says(later, "22", "killed", 22)
    documents = [FIRST, *OTHERS, later]
    claims = [TOLD, *ELSEWHERE, old, right]
    events = with_revisions(link(documents, claims).events, claims, documents)
    home = next(e for e in events if TOLD.id in e.claims)
    return right.id in home.claims, [(c.id, c.revises) for c in heeding(claims, events) if c.revises is not None]


def test_a_correction_goes_to_the_event_of_its_outlets_report_and_replaces_that_figure() -> None:
    together, replaced = corrected("Correction")
    assert together
    assert replaced == [("b/22/", TOLD.id)]


def test_another_outlets_correction_or_a_report_that_corrects_nothing_is_not_drawn_there() -> None:
    assert corrected("Correction", outlet="Bay Post") == (False, [])
    assert corrected("Counting the dead") == (False, [])


def test_a_correction_whose_right_figure_already_names_what_it_replaces_keeps_that() -> None:
    later = report("b", "Correction: 23 people died, we wrote. The right figure is 22.", "2031-03-05")
    old = says(later, "23 people died", "killed", 23, COASTGUARD)
    right = replace(says(later, "22", "killed", 22), revises=old.id)
    documents, claims = [FIRST, later], [TOLD, old, right]
    events = with_revisions(link(documents, claims).events, claims, documents)
    assert [c.revises for c in heeding(claims, events) if c.id == right.id] == [old.id]
