"""Small invented events to weigh: one place, one night, a few lines."""

from sayso.model import (
    Attribution,
    Cause,
    Claim,
    Estimate,
    Event,
    Group,
    Kind,
    Line,
    Outcome,
    Quantity,
    Relay,
    Stance,
    Status,
    Tally,
)
from sayso.weighing.settings import Settings
from sayso.weighing.weigh import weigh

Figure = int | tuple[int | None, int | None, int | None]
EVENT = Event(id="e1", title="Shelling of Harn, 3 March 2033", claims=(), documents=("d1",))


def tally(figure: Figure, outcome: Outcome = "killed") -> Tally:
    """The tally of n, or of (low, best, high)."""
    low, best, high = (figure, figure, figure) if isinstance(figure, int) else figure
    return Tally(outcome=outcome, low=low, best=best, high=high)


def line(name: str, kind: Kind, *tallies: Tally, party: str | None = None, claims: tuple[str, ...] = (), copies: int = 1) -> Line:
    """A line of reporting of the event."""
    relays = tuple(Relay(id=f"{name}-{n}") for n in range(copies))
    return Line(id=name, event="e1", origin=name, kind=kind, party=party, documents=relays, claims=claims, figures=tallies)


def claim(
    name: str,
    quantity: Quantity | None,
    *,
    status: Status = "happened",
    stance: Stance = "says",
    sides: tuple[str | None, str | None] = (None, None),
) -> Claim:
    """A claim of killed in the event; `sides` are who suffered and who did it."""
    nation, by = sides
    return Claim(
        id=name,
        document="d1",
        span=(0, 4),
        quote="text",
        said_by=(Attribution(name="someone", stance=stance),),
        outcome="killed",
        status=status,
        quantity=quantity,
        group=Group(nation=nation) if nation else None,
        cause=Cause(text="shells", by=by) if by else None,
    )


def exact(n: int) -> Quantity:
    """The quantity n."""
    return Quantity(low=n, best=n, high=n, stated=(n,))


def killed(*lines: Line, claims: tuple[Claim, ...] = (), settings: Settings | None = None) -> Estimate:
    """The estimate of the killed."""
    return next(e for e in weigh([EVENT], lines, claims, settings) if e.outcome == "killed")
