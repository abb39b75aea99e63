"""Short invented reports and what they claim, to link and to trace."""

from datetime import date

from sayso.model import Attribution, Claim, Document, Kind, Outcome, Quantity, Scope, When, Where


def report(name: str, text: str, published: str, outlet: str = "Orlo Courier", title: str | None = None) -> Document:
    """A document whose id is its name."""
    return Document(id=name, name=name, text=text, published=published, outlet=outlet, title=title)


def speaker(name: str, kind: Kind = "government", *, unnamed: bool = False) -> Attribution:
    """Somebody who gives a figure."""
    return Attribution(name=name, kind=kind, unnamed=unnamed)


def says(  # noqa: PLR0913  each field of a claim that a test tells of
    document: Document,
    words: str,
    outcome: Outcome,
    number: int,
    *by: Attribution,
    day: str | None = None,
    place: str | None = None,
    country: str | None = "XY",
    scope: Scope = "event",
) -> Claim:
    """The claim that stands at `words` in a document, by its outlet where nobody is named."""
    start = document.text.index(words)
    return Claim(
        id=f"{document.id}/{words}/{by[0].name if by else ''}",
        document=document.id,
        span=(start, start + len(words)),
        quote=words,
        said_by=(*by, Attribution(name=document.outlet or "", kind="outlet", stance="publishes")),
        outcome=outcome,
        quantity=Quantity(low=number, best=number, high=number, stated=(number,)),
        scope=scope,
        when=When(first=date.fromisoformat(day), last=date.fromisoformat(day)) if day else None,
        where=Where(text=place, name=place, country=country) if place else None,
    )
