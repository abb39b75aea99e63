"""Why are the wrong ones wrong? What a person found who read a sample of them beside their texts."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PATH = Path(__file__).parent / "audited.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason for which a reading is wrong, and whether any reader of the text could have done better."""

    says: str
    unreachable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The wrong ones of one mark, by reason; `seen` units, right ones included, were looked at to find them.

    `whole` says that these were all that there are.
    """

    corpus: str
    of: str
    unit: str
    day: date
    seen: int
    wrong: Mapping[str, Sequence[str]]
    whole: bool = False

    @property
    def drawn(self) -> str:
        """How many were looked at to find them, and how these were chosen."""
        return f"all {self.seen}" if self.whole else f"{self.seen} drawn at random"

    @property
    def total(self) -> int:
        """How many wrong ones were read."""
        return sum(map(len, self.wrong.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Audits:
    """All audits, and the reasons that they name, in the order of the page."""

    reasons: Mapping[str, Reason]
    audits: Sequence[Audit]

    def unreachable(self, audit: Audit) -> int:
        """How many of its wrong ones no reader of the text could have right."""
        return sum(len(ids) for name, ids in audit.wrong.items() if self.reasons[name].unreachable)


def read(path: Path = PATH) -> Audits:
    """The audits of a file."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return Audits(
        reasons={name: Reason(**row) for name, row in rows["reasons"].items()}, audits=[Audit(**row) for row in rows["audits"]]
    )
