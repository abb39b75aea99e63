"""What came of one input: a document taken, or a refusal with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sayso.errors import RefusedError
from sayso.model import Document

Reason = Literal[
    "missing", "unreadable", "empty", "binary", "undecodable", "too-large", "not-english", "no-text", "bad-json", "wrong-type",
    "bad-address", "private-address", "unreachable",
]  # fmt: skip
"""Why an input was refused, in one word."""

LIMIT = 10_000_000
"""Bytes of one report, at most; more is not a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A document, the bytes it was made from and where they came from ("articles/a.txt", "batch.jsonl:17", an address).

    `remarks` say what of the input could not be used, each with what to do.
    """

    document: Document
    raw: bytes
    origin: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An input that is no report: where it came from, why in one word, what happened, and its bytes as far as they were read."""

    origin: str
    reason: Reason
    detail: str
    raw: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a web address gave: where redirects led, the bytes, and the content type that the server declared."""

    url: str
    body: bytes
    content_type: str = ""


Fetch = Callable[[str], Fetched]
"""Gets an http(s) address. Raises: RefusedError, when it gives no report."""


class InputError(RefusedError):
    """One input is refused for a reason of the list."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason: Reason = reason
