"""Where is everything kept? In one SQLite file: given things append-only, derived things that can be rebuilt."""

from sayso.ledger.given import Addition
from sayso.ledger.ledger import Ledger
from sayso.ledger.listed import KINDS, ORDERS, Asked, Figure, Order, Point, Row, Trait
from sayso.ledger.shelf import STATES, Shelved, Sought, State
from sayso.ledger.sources import Word
from sayso.ledger.stakes import Stake
from sayso.ledger.told import Wanted
from sayso.ledger.verify import Finding

__all__ = [
    "KINDS",
    "ORDERS",
    "STATES",
    "Addition",
    "Asked",
    "Figure",
    "Finding",
    "Ledger",
    "Order",
    "Point",
    "Row",
    "Shelved",
    "Sought",
    "Stake",
    "State",
    "Trait",
    "Wanted",
    "Word",
]
