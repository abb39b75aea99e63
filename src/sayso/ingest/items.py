"""What came of one input: a document taken, or a refusal with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sayso.errors import RefusedError
from sayso.model import Document

Reason = Literal[
    "missing", "unreadable", "empty", "binary", "undecodable", "too-large", "not-english", "no-text", "bad-json", "wrong-type",
    "table", "bad-address", "private-address", "unreachable",
]  # fmt: skip
"""Why an input was refused, in one word."""

REMEDIES: dict[str, str] = {
    "missing": "Check its name",
    "unreadable": "Check that it is a file and that you may read it",
    "empty": "Give a file with a report in it",
    "binary": "Save the report as text or HTML",
    "undecodable": "Save it as UTF-8",
    "too-large": "Give the report alone, or several as JSON Lines",
    "not-english": "Give an English report or translation",
    "no-text": "Copy the text of the report and paste it",
    "bad-json": "Mend the line, or give plain text",
    "wrong-type": "Give an object with the keys text, id, title, published, url, outlet and byline",
    "table": "Give reports: text, web pages, or JSON Lines with a text each",
    "bad-address": "Give an address that begins with https://",
    "private-address": "Save the page as a file and add that",
    "unreachable": "Try again later, or save the page as a file and add that",
    "conflict": "Give this version an id of its own",
}
"""What a person can do about each reason."""

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
