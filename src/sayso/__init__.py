"""How many, and on whose say-so? Reports that contradict each other: read, linked, traced and weighed.

The names below are loaded when they are first used, so that `import sayso` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.annotation import annotate
    from sayso.desk import Desk, open  # noqa: A004  the verb of the house: sayso.open
    from sayso.errors import SaysoError
    from sayso.ingest import files
    from sayso.model import Claim, Document, Estimate, Event, Line, Reading, Refusal, Review, Source, Statement
    from sayso.weighing.confirmations import Confirmation
    from sayso.weighing.tables import estimate_table

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Confirmation",
    "Desk",
    "Document",
    "Estimate",
    "Event",
    "Line",
    "Reading",
    "Refusal",
    "Review",
    "SaysoError",
    "Source",
    "Statement",
    "__version__",
    "annotate",
    "estimate_table",
    "files",
    "open",
]

_HOMES = {
    "Confirmation": "weighing.confirmations",
    "Desk": "desk",
    "SaysoError": "errors",
    "annotate": "annotation",
    "estimate_table": "weighing.tables",
    "files": "ingest",
    "open": "desk",
}
"""Where a public name lives; those that are not listed are nouns and live in `model`."""


def __getattr__(name: str) -> Any:
    """Load a public name from the module where it lives (PEP 562)."""
    if name not in __all__:
        message = f"module 'sayso' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"sayso.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
