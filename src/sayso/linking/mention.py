"""What is compared with what: one document's claims about one matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.model import Claim, When, Where

Matter = Literal["incident", "total", "troops", "ahead", "other"]
"""What sort of thing a claim tells of; claims of different sorts are never of one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One document's claims about one matter, with what is needed to compare it with others.

    `main` says that the document is mainly about it; `terms` are its words with unit length, `usual` how alike they are to
    those of the others on average, `published` the day of publication, `sides` the nations of those counted, of who
    says so and of the place.
    """

    id: str
    document: str
    matter: Matter
    main: bool
    claims: tuple[Claim, ...]
    when: When | None
    where: Where | None
    published: date | None
    terms: Mapping[str, float]
    figures: frozenset[tuple[str, int]]
    nations: frozenset[str]
    usual: float = 0.0
    sides: frozenset[str] = frozenset()

    @property
    def order(self) -> tuple[str, str, str]:
        """Where it stands among all: by day of publication, document, claim."""
        return (self.published.isoformat() if self.published else "9999", self.document, self.id)


def place_name(place: Where) -> str:
    """The name by which two places are told to be the same."""
    return (place.name or place.text).casefold()
