"""What came of a verb: what was added, made, refused or left unread?"""

from dataclasses import dataclass

from sayso.annotation import Unread
from sayso.exports.words import count
from sayso.model import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding: documents that are new, documents that were there, what was refused, and what was left unread.

    `remarks` say of documents that were taken, by where they came from, what of them could not be used: the first hundred.
    """

    new: int = 0
    known: int = 0
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a verb did: how many of each noun it made, and the documents that could not be read."""

    made: tuple[tuple[str, int], ...] = ()
    failed: tuple[Unread, ...] = ()

    def __add__(self, other: "Done") -> "Done":
        """Both, in this order."""
        return Done(made=self.made + other.made, failed=self.failed + other.failed)

    def __str__(self) -> str:
        """Name what was made, in one line."""
        return ", ".join(count(n, noun.removesuffix("s")) for noun, n in self.made) or "nothing to do"
