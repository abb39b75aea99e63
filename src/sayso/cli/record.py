"""How is the record of a source's past figures printed?"""

from dataclasses import asdict
from typing import TYPE_CHECKING

from sayso.cli.frame import as_json, data, note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.desk import Desk
    from sayso.model import Source
    from sayso.sources.measured import Measured
    from sayso.sources.record import Past


def print_record(desk: "Desk", sources: "Iterable[Source]", *, json_: bool) -> None:
    """Print the figures that each source gave itself beside the estimates without it, the latest event first."""
    from sayso.sources.heard import left_source, record_of  # noqa: PLC0415
    from sayso.sources.measured import measured  # noqa: PLC0415
    from sayso.sources.record import overall  # noqa: PLC0415

    none = True
    for listed in sources:
        source, ids = left_source(desk.ledger, listed.id)
        record = record_of(desk, source, ids, start=0, most=desk.ledger.count_figured_by(ids))
        none = none and not record
        lean = measured(desk, source, ids) if record else None
        if json_:
            for p in record:
                as_json(_row(source, p) | {"measured": None if lean is None else asdict(lean)})
        elif record:
            all_ = overall(record)
            middle = "" if all_.ratio is None else f"; {all_.ratio:.2g} times the others' figure, in the middle"
            data(f"{source.name}: {all_.inside} inside, {all_.above} above, {all_.below} below, {all_.alone} alone{middle}")
            data(f"  {_lean(lean)}")
            for p in record:
                data(f"  {_line(p)}")
    if none:
        note("None of these sources gave a figure of its own.")


def _lean(lean: "Measured | None") -> str:
    """What was measured of a source, on how many figures."""
    if lean is None or lean.bias is None:
        return "" if lean is None else lean.told
    return f"bias {lean.told.rstrip('.')} (measured on {lean.figures} figures)"


def _line(p: "Past") -> str:
    from sayso.exports.words import figure, title  # noqa: PLC0415
    from sayso.wording import persons  # noqa: PLC0415

    q = p.claim.quantity
    gave = "no figure" if q is None else persons(q.low, q.best, q.high)
    ratio = "" if p.ratio is None else f", ratio {p.ratio:.2g}"
    later = ", later replaced" if p.replaced else ""
    stands = f"others {figure(p.others)}: {p.beside}{ratio}{later}"
    return f"{p.day or 'day unknown'}  {gave} {p.claim.outcome}; {stands}  {title(p.event)}"


def _row(source: "Source", p: "Past") -> dict[str, object]:
    q, o = p.claim.quantity, p.others
    return {
        "source": source.name,
        "event": p.event.id,
        "claim": p.claim.id,
        "day": p.day,
        "outcome": p.claim.outcome,
        "figure": None if q is None else [q.low, q.best, q.high],
        "others": [o.low, o.best, o.high],
        "beside": p.beside,
        "ratio": p.ratio,
        "replaced": p.replaced,
    }
