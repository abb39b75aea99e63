"""A fictional case that the tests of desk and command line share: three reports of one ferry, read by hand."""

from collections.abc import Sequence
from pathlib import Path

import sayso.desk
from sayso import runs
from sayso.model import Attribution, Claim, Document, Outcome, Quantity, Reading, Where
from sayso.schema import content_id, make_document

WIRE = make_document(
    name="wire-7",
    title="Shell hits ferry at Orlan",
    outlet="Orlan Wire",
    published="2031-05-02",
    text="A shell hit the ferry at Orlan on Friday. The harbour hospital said that 17 people were killed and 30 wounded.",
)
COPY = make_document(name="post-1", title=WIRE.title, outlet="Bay Post", published="2031-05-03", text=WIRE.text)
MINISTRY = make_document(
    name="gazette-3",
    title="Ministry: 23 killed on Orlan ferry",
    outlet="Northern Gazette",
    published="2031-05-03",
    text="The interior ministry said on Saturday that 23 people were killed when a shell hit the ferry at Orlan on Friday.",
)
DOCUMENTS = (WIRE, COPY, MINISTRY)
HOSPITAL = Attribution(name="harbour hospital", kind="medical", source="s-hospital", certainty=(0.8, 0.95))
OFFICE = Attribution(name="interior ministry", kind="government", source="s-ministry", certainty=(0.8, 0.95))


def claim(document: Document, speaker: Attribution, words: str, outcome: Outcome, n: int) -> Claim:
    """Give the claim that these words of the document make."""
    start = document.text.index(words)
    return Claim(
        id=content_id("c", document.id, words),
        document=document.id,
        span=(start, start + len(words)),
        quote=words,
        said_by=(speaker, Attribution(name=document.outlet or "", kind="outlet", stance="publishes")),
        outcome=outcome,
        quantity=Quantity(low=n, best=n, high=n, stated=(n,)),
        where=Where(text="Orlan", name="Orlan"),
    )


def reading(document: Document) -> Reading:
    """Give what one of the three reports says."""
    if document == MINISTRY:
        return Reading(document=document.id, claims=(claim(document, OFFICE, "23 people were killed", "killed", 23),))
    killed = claim(document, HOSPITAL, "17 people were killed", "killed", 17)
    return Reading(document=document.id, claims=(killed, claim(document, HOSPITAL, "30 wounded", "wounded", 30)))


def read_ledger(path: Path, documents: Sequence[Document] = DOCUMENTS) -> Path:
    """Make a ledger of the three reports, added in this order and read by hand, not yet linked."""
    with sayso.desk.open(path) as desk:
        desk.add(documents)
        desk.ledger.put_readings([reading(d) for d in documents], runs.current("all"))
    return path
