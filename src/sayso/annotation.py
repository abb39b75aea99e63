"""What does one document say, layer by layer? Stateless: a line of JSON in, a line of JSON out."""

import json
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sayso.errors import SaysoError, UsageError
from sayso.exports.layers import time_layer, toll_layer
from sayso.exports.rows import claim_row
from sayso.ingest.items import Refused
from sayso.ingest.rows import take_row
from sayso.model import Document, Reading

Layer = Literal["statements", "times", "quantities", "claims", "tolls"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
Depth = Literal["figures", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One line of input, with where it stood ("reports.jsonl:17")."""

    origin: str
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One line of output, or where the input stood and why it was refused; `remarks` say what of it could not be used."""

    line: str | None = None
    refused: str | None = None
    remarks: tuple[str, ...] = ()


def annotate(document: Document, layer: Layer, depth: Depth = "all", convention: str = "default") -> dict[str, Any]:
    """Give one layer of a document as the contract's row; `convention` says what vague words mean.

    Raises: UsageError, for a layer that is not known; ContractError, for a convention that is not.
    """
    if layer not in LAYERS:
        raise UsageError(f"{layer} is not a layer", do=f"Give one of {', '.join(LAYERS)}")
    if layer == "quantities":
        from sayso.reading.layers import quantities_row  # noqa: PLC0415
        from sayso.reading.quantities import quantities  # noqa: PLC0415

        return quantities_row(document.name, quantities.find(document.text, convention), document.text)
    if layer == "statements":
        from sayso.reading.layers import attributions_row  # noqa: PLC0415

        return attributions_row(document.name, _read(document, depth, convention).statements)
    return {"id": document.name, layer: _rows(document, layer, depth, convention)}


def annotate_line(given: Given, layer: Layer, depth: Depth, convention: str = "default") -> Annotated:
    """Annotate one line of JSON; what cannot be read is a refusal that says where it stood.

    Places are counted in the text as given; tolls give no offsets and heed the headline, too.
    """
    taken = take_row(given.raw, given.origin, bare=layer != "tolls")
    if isinstance(taken, Refused):
        return Annotated(refused=f"{given.origin}: {taken.reason}: {taken.detail}")
    try:
        line = json.dumps(annotate(taken.document, layer, depth, convention), ensure_ascii=False)
        return Annotated(line=line, remarks=tuple(f"{given.origin}: {remark}" for remark in taken.remarks))
    except SaysoError as e:
        return Annotated(refused=f"{given.origin}: {e}")
    except Exception as e:  # noqa: BLE001  one odd document must not cost the others; what happened is told
        return Annotated(refused=f"{given.origin}: {type(e).__name__}: {e}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A document that could not be read, by name, and why; it stays unread, and the next run tries again."""

    document: str
    why: str


def read_document(document: Document, depth: Depth, convention: str = "default") -> Reading | Unread:
    """Read one document with the model of its language."""
    from sayso import weights  # noqa: PLC0415
    from sayso.reading.read import read  # noqa: PLC0415

    try:
        return read(document, weights.load(), depth, convention)
    except SaysoError as e:
        return Unread(document=document.name, why=str(e))
    except Exception as e:  # noqa: BLE001  one odd document must not cost the others; what happened is kept and told
        return Unread(document=document.name, why=f"{type(e).__name__}: {e}")


def warm() -> None:
    """Load what reading needs, once in each process that reads."""
    from sayso import weights  # noqa: PLC0415
    from sayso.reading.read import read  # noqa: F401, PLC0415  the rules are loaded here, not within the first document

    weights.load()


def _rows(document: Document, layer: Layer, depth: Depth, convention: str) -> list[dict[str, Any]]:
    if layer == "times":
        from sayso.reading.times import times  # noqa: PLC0415

        return time_layer(times.find(document.text, document.day))
    reading = _read(document, depth, convention)
    if layer == "claims":
        return [claim_row(c, {document.id: document.name}) for c in sorted(reading.claims, key=lambda c: (c.span, c.id))]
    from sayso.reading.claims.tolls import tolls  # noqa: PLC0415

    return toll_layer(tolls(reading.claims))


def _read(document: Document, depth: Depth, convention: str) -> Reading:
    from sayso import weights  # noqa: PLC0415
    from sayso.reading.read import read  # noqa: PLC0415

    return read(document, weights.load(), depth, convention)
