"""How is what was read in a text written for the layers of quantities and of statements of the contract?"""

from collections.abc import Sequence
from typing import Any

from sayso.model import Span, Statement
from sayso.reading.quantities.figures import Figure

_KINDS = frozenset({"count", "percent", "money", "age", "measure", "fraction"})
_UNSTATED = frozenset({"none", "most", "some", "several", "few", "handful", "many", "numerous"})


def quantities_row(name: str, figures: tuple[Figure, ...], text: str) -> dict[str, Any]:
    """One document's quantities as `sayso annotate --layer quantities` writes them.

    Dates, clock times, ordinals, scores and numbers within names are left out, and so are words that state no number.
    """
    return {"id": name, "quantities": [_row(figure, text) for figure in figures if _belongs(figure)]}


def attributions_row(name: str, statements: Sequence[Statement]) -> dict[str, Any]:
    """One document's attributions as `sayso annotate --layer statements` writes them: outermost only.

    Each word is in at most one cue or content; two attributions may share their source.
    """
    taken: list[Span] = []
    out = []
    for s in sorted((s for s in statements if s.outermost and s.cue), key=lambda s: (s.cue, s.span, s.id)):
        cue = _free(s.cue, taken)
        content = _free(s.content, [*taken, *cue])
        source = _free(s.source, [*cue, *content])
        if not cue or (s.content and not content) or not (content or source):
            continue
        taken += [*cue, *content]
        first = s.said_by[0]
        parts = {"source": source, "cue": cue, "content": content}
        out.append(
            {k: [list(x) for x in v] for k, v in parts.items()}
            | {"stance": first.stance, "certainty": list(first.certainty) if first.certainty else None}
        )
    return {"id": name, "attributions": out}


def _free(pieces: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """The pieces that share nothing with what is taken."""
    return [p for p in pieces if not any(p[0] < e and b < p[1] for b, e in taken)]


def _belongs(figure: Figure) -> bool:
    if figure.wording in _UNSTATED:
        return False
    if figure.kind == "other":
        return figure.unit is not None
    return figure.kind in _KINDS


def _row(figure: Figure, text: str) -> dict[str, Any]:
    value = list(figure.value) if isinstance(figure.value, tuple) else figure.value
    unit = figure.unit
    if figure.kind == "fraction":
        unit = f"% {unit or '-'}"
    return {
        "start": figure.span[0],
        "end": figure.span[1],
        "value": value,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "change": figure.change,
        "unit_norm": unit or "-",
        "noun": text[figure.noun[0] : figure.noun[1]] if figure.noun is not None else None,
    } | ({} if figure.whole is None else {"derived": True})
