"""How is what was read in a text written for the layer of quantities of the contract?"""

from typing import Any

from sayso.reading.figures import Figure

_KINDS = frozenset({"count", "percent", "money", "age", "measure", "fraction"})
_UNSTATED = frozenset({"none", "some", "several", "few", "handful", "many", "numerous"})


def quantities_row(name: str, figures: tuple[Figure, ...], text: str) -> dict[str, Any]:
    """One document's quantities as `sayso annotate --layer quantities` writes them.

    Dates, clock times, ordinals, scores and numbers within names are left out, and so are words that state no number.
    """
    return {"id": name, "quantities": [_row(figure, text) for figure in figures if _belongs(figure)]}


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
    }
