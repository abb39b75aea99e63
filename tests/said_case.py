"""A fictional case of who said what when: three reports of one mine, read by hand, in which a ministry comes to confirm."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import sayso.desk
from sayso import runs
from sayso.model import Attribution, Claim, Document, Outcome, Quantity, Reading, Statement, When
from sayso.schema import content_id, make_document

WIRE = make_document(
    name="wire-1",
    outlet="Orlan Wire",
    published="2031-05-02T09:00:00Z",
    text="Five miners were killed at Orlan, Radio Vell reported on Thursday. Rain fell, it said.",
)
GAZETTE = make_document(
    name="gazette-2",
    outlet="Northern Gazette",
    published="2031-05-04",
    text="The Ministry of Mines confirmed that miners were killed at Orlan. “We grieve,” it said.",
)
LETTER = make_document(name="letter-3", outlet="Vell Letter", text="The mine is haunted, a lamplighter says.")
DOCUMENTS = (WIRE, GAZETTE, LETTER)
RADIO = Attribution(name="Radio Vell", kind="media", source="s-radio", certainty=(0.8, 0.95))
MINISTRY = Attribution(name="Ministry of Mines", kind="government", source="s-ministry", certainty=(0.95, 0.99))
LAMP = Attribution(name="lamplighter", kind="witness", unnamed=True)
THURSDAY = When(first=date(2031, 5, 1), last=date(2031, 5, 1), text="Thursday")


def statement(document: Document, words: str, speaker: Attribution, cue: str = "said") -> Statement:
    """Give the statement of a speaker that these words of the document are; its cue is the last such word."""
    at, mark = document.text.index(words), document.text.rindex(cue)
    span = (at, at + len(words))
    return Statement(
        id=content_id("st", document.id, words, speaker.stance),
        document=document.id,
        span=span,
        quote=words,
        said_by=(speaker, Attribution(name=document.outlet or "", kind="outlet", stance="publishes")),
        cue=((mark, mark + len(cue)),),
        content=(span,),
    )


def claim(of: Statement, words: str, outcome: Outcome, quantity: Quantity | None) -> Claim:
    """Give the claim that these words of a statement make."""
    at = of.span[0] + of.quote.index(words)
    return Claim(
        id=content_id("c", of.id, words),
        document=of.document,
        span=(at, at + len(words)),
        quote=words,
        said_by=of.said_by,
        outcome=outcome,
        quantity=quantity,
        statement=of.id,
    )


FIVE = statement(WIRE, "Five miners were killed at Orlan", replace(RADIO, stance="reports", said=THURSDAY), "reported")
RAIN = statement(WIRE, "Rain fell", RADIO)
CONFIRMED = statement(GAZETTE, "that miners were killed at Orlan", replace(MINISTRY, stance="confirms"), "confirmed")
GRIEF = statement(GAZETTE, "“We grieve,”", MINISTRY)
HAUNTED = statement(LETTER, "The mine is haunted", LAMP, "says")
STATEMENTS = (FIVE, RAIN, CONFIRMED, GRIEF, HAUNTED)
"""In the order of time: 1 May (spoken), 2 May and twice 4 May (published), day unknown."""
CLAIMS = (
    claim(FIVE, "Five miners were killed", "killed", Quantity(low=5, best=5, high=5, stated=(5,))),
    claim(CONFIRMED, "miners were killed", "killed", Quantity(low=2, wording="plural")),
)


def said_ledger(path: Path, documents: tuple[Document, ...] = DOCUMENTS) -> Path:
    """Make a ledger of the three reports, read by hand and not yet linked."""
    with sayso.desk.open(path) as desk:
        desk.add(documents)
        desk.ledger.put_readings([reading(d) for d in documents], runs.current("all"))
    return path


def reading(document: Document) -> Reading:
    """Give what one of the three reports says."""
    return Reading(
        document=document.id,
        statements=tuple(s for s in STATEMENTS if s.document == document.id),
        claims=tuple(c for c in CLAIMS if c.document == document.id),
    )
