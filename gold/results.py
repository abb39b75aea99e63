"""What was measured, and when? Kept beside the floors, so that the page can be written anew without measuring again."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from gold.counts import Mark
from gold.floors import Floor

PATH = Path(__file__).parent / "measured.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The marks of one corpus on one day. `step` says that every so-manieth document was taken; `kinds` are hard kinds of claims.

    `left` says how many units were left out for which reason. `kinds` gives for the number of each kind its claims in the gold
    and the shares of them found and right in everything.
    """

    key: str
    layer: str
    corpus: str
    documents: int
    refused: int
    step: int
    digest: str
    date: str
    marks: tuple[Mark, ...]
    left: tuple[tuple[str, int], ...] = ()
    kinds: tuple[tuple[int, int, float, float], ...] = ()

    @property
    def floor(self) -> Floor:
        """Its marks as floors have them."""
        return Floor(digest=self.digest, marks={m.name: m.value for m in self.marks})


def read(path: Path = PATH) -> dict[str, Result]:
    """The last result of each corpus and step, by key."""
    if not path.exists():
        return {}
    rows = json.loads(path.read_text(encoding="utf-8"))
    out = {}
    for row in rows:
        marks = tuple(Mark(**m) for m in row.pop("marks"))
        kinds = tuple((k, n, found, right) for k, n, found, right in row.pop("kinds"))
        left = tuple((reason, n) for reason, n in row.pop("left", ()))
        out[row["key"]] = Result(**row, marks=marks, left=left, kinds=kinds)
    return out


def write(results: Sequence[Result], path: Path = PATH) -> None:
    """Keep the results, sorted by key."""
    rows = [asdict(r) for r in sorted(results, key=lambda r: r.key)]
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
