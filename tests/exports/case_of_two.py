"""A small fictional case that the tests of exports share: two papers, one hospital, one ministry."""

from datetime import date

from sayso.exports.case import Case, case
from sayso.model import Attribution, Claim, Estimate, Event, Ground, Line, Quantity, Relay, Tally, When, Where
from sayso.schema import make_document

DAY = When(first=date(2031, 5, 2), last=date(2031, 5, 2))
TEXT = "The pier in Orlan was hit on Friday. The hospital said that 17 people were killed there. Rain fell."
FIRST = make_document(name="pier-1", text=TEXT, outlet="Orlan Wire", published="2031-05-02T10:00:00Z", title="=Pier hit")
SECOND = make_document(name="pier-2", text=TEXT, outlet="Bay Post", published="2031-05-03")
SPAN = (TEXT.index("17 people"), TEXT.index(" there"))


def claim(number: int, document: str, outlet: str) -> Claim:
    """Give the claim that 17 people were killed, per the hospital, in this outlet."""
    hospital = Attribution(name="Orlan Hospital", kind="medical", source="source-hospital", certainty=(0.8, 0.95))
    return Claim(
        id=f"c-{number}",
        document=document,
        span=SPAN,
        quote=TEXT[slice(*SPAN)],
        said_by=(hospital, Attribution(name=outlet, kind="outlet", stance="publishes")),
        outcome="killed",
        quantity=Quantity(low=17, best=17, high=17, stated=(17,)),
        where=Where(text="Orlan", name="Orlan", country="XX", lat=1.5, lon=-2.0),
    )


CLAIMS = (claim(1, FIRST.id, "Orlan Wire"), claim(2, SECOND.id, "Bay Post"))
EVENT = Event(
    id="e-1",
    title="Pier hit in Orlan",
    claims=("c-2", "c-1"),
    documents=(SECOND.id, FIRST.id),
    main=(FIRST.id,),
    when=DAY,
    where=CLAIMS[0].where,
)
LINE = Line(
    id="l-1",
    event="e-1",
    origin="Orlan Hospital",
    kind="medical",
    documents=(Relay(id=SECOND.id, how="verbatim", of=FIRST.id), Relay(id=FIRST.id)),
    claims=("c-1", "c-2"),
    figures=(Tally(outcome="killed", low=17, best=17, high=17),),
)
GROUND = Ground(line="l-1", origin="Orlan Hospital", low=17, best=17, high=17)
KILLED = Estimate(event="e-1", outcome="killed", low=14, best=17, high=23, lines=1, claims=2, level="one line", grounds=(GROUND,))


def small_case() -> Case:
    """Give the whole case."""
    return case((FIRST, SECOND), CLAIMS, (EVENT,), (LINE,), (KILLED,))
