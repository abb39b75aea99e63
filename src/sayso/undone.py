"""What is there that no event was made of yet? Reports that nobody has run, or whose readings another version made."""

from dataclasses import dataclass

from sayso.exports.words import count, number
from sayso.ledger import Ledger
from sayso.ledger.store import DROPPED
from sayso.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """How many reports there are, and how many of them are unread; `linked` where events were made of those that are read.

    `dropped` where another version had read them, and this one dropped what it could not use.
    """

    reports: int
    unread: int
    linked: bool
    dropped: bool

    @property
    def told(self) -> str:
        """What is so, in a sentence or two."""
        if self.dropped and not self.linked:
            kept = f"its {count(self.reports, 'report')} and all that people decided are kept"
            return f"This ledger was made by another version of Sayso: {kept}, and what was made of them is to be made again."
        if not self.unread:
            return "The reports are read, and not yet linked into events."
        one = self.unread == 1
        if self.unread == self.reports:
            return f"{count(self.unread, 'report')} {'waits' if one else 'wait'} to be read: until then there are no events."
        return f"{count(self.unread, 'report')} of {number(self.reports)} {'is' if one else 'are'} not read yet."


def undone(ledger: Ledger) -> Undone | None:
    """What a run would do for the reports of a ledger; None where all are read and linked, or there are none."""
    return ledger.kept("undone", lambda: _undone(ledger))


def _undone(ledger: Ledger) -> Undone | None:
    unread = ledger.count_never_read()
    linked = ledger.stamp("link") is not None or ledger.count_listed() > 0
    if linked and not unread:
        return None
    reports = ledger.count(Document)
    return Undone(reports=reports, unread=unread, linked=linked, dropped=ledger.stamp(DROPPED) is not None) if reports else None
