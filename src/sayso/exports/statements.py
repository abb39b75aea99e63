"""What does a statement look like on one line, and how is a first confirmation told in a row and in words?"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.exports.rows import Row, claim_row, speaker_row
from sayso.model import Claim, Statement

if TYPE_CHECKING:
    from sayso.weighing.confirmations import Confirmation


def statement_row(
    statement: Statement,
    published: str | None,
    claims: Iterable[Claim],
    firsts: Mapping[str, "Confirmation"],
    names: Mapping[str, str],
) -> Row:
    """A statement: its day and whether that is of speaking or of publication, its speakers nearest first, its words, its claims.

    `published` is the ISO day or datetime of its document, `firsts` are first confirmations by the ids of their claims, and
    `names` are the givers' own ids by the ids of documents.
    """
    nearest = statement.said_by[0]
    said = nearest.said
    given = None if published is None else published[:10]
    return {
        "id": statement.id,
        "document": names.get(statement.document, statement.document),
        "published": published,
        "day": {
            "first": given if said is None else said.first.isoformat(),
            "last": given if said is None else said.last.isoformat(),
            "of": "publication" if said is None else "speaking",
        },
        "said_by": [speaker_row(a) for a in statement.said_by],
        "stance": nearest.stance,
        "certainty": None if nearest.certainty is None else list(nearest.certainty),
        "span": list(statement.span),
        "quote": statement.quote,
        "content": [list(s) for s in statement.content],
        "outermost": statement.outermost,
        "claims": [marked_row(c, firsts, names) for c in claims],
    }


def marked_row(claim: Claim, firsts: Mapping[str, "Confirmation"], names: Mapping[str, str]) -> Row:
    """A claim in the contract's shape and, where it is a first confirmation, by whom, on which day, after which claims."""
    row, first = claim_row(claim, names), firsts.get(claim.id)
    return row if first is None else row | {"first_confirmation": first_row(first)}


def first_row(first: "Confirmation") -> Row:
    """A first confirmation: who, on which day, after which claims, and when it was taken back, if it was."""
    row: Row = {"by": first.name, "source": first.source, "outcome": first.outcome, "day": first.day, "after": list(first.after)}
    return row if first.retracted is None else row | {"retracted": first.retracted, "retracted_on": first.retracted_on}


def first_words(firsts: Iterable["Confirmation"]) -> str:
    """First confirmations in words: `first confirmation by X: killed`, and when one was taken back; empty for none."""
    told: dict[str, list[str]] = {}
    for first in firsts:
        back = f" [retracted on {first.retracted_on}]" if first.retracted_on else ""
        told.setdefault(first.name, []).append(f"{first.outcome}{back}")
    return "; ".join(f"first confirmation by {name}: {', '.join(dict.fromkeys(what))}" for name, what in told.items())
