"""Which reports is speed measured on? Press articles of the corpora where they are there, or else the bundled case, varied."""

import json
import os
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sayso import demo

Row = dict[str, Any]
HOME = Path(__file__).parent.parent
ARTICLES = "casualty/gva_dev.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """Rows of the contract, and in words what they are."""

    rows: tuple[Row, ...]
    what: str

    @property
    def words(self) -> float:
        """Words a report, on average."""
        return sum(len(row["text"].split()) for row in self.rows) / max(1, len(self.rows))

    def write(self, path: Path, n: int) -> Path:
        """Write the first `n` as JSON Lines, and give the path."""
        with path.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in self.rows[:n])
        return path


def corpora() -> Path:
    """The folder that SAYSO_CORPORA names, or the one beside the checkout."""
    return Path(os.environ.get("SAYSO_CORPORA") or HOME.parent / "shared" / "data")


def reports(n: int, folder: Path) -> Reports:
    """As many as `n` press articles of `folder`; where there are none, `n` of the bundled case."""
    path = folder / ARTICLES
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in islice(lines, n)]
        kept = tuple({k: row[k] for k in ("id", "title", "text", "published", "url") if row.get(k)} for row in rows)
        return Reports(rows=kept, what="press articles (casualty/gva_dev)")
    own = [json.loads(line) for line in demo.path().read_text(encoding="utf-8").splitlines()]
    return Reports(rows=tuple(varied(row, k) for k, row in enumerate(islice(cycle(own), n))), what="the bundled case, varied")


def varied(row: Row, k: int) -> Row:
    """The `k`th of many reports: another id, and a first line that no other has, so that none is a copy to the byte."""
    return row | {"id": f"{row['id']}-{k}", "text": f"Dispatch number {k}.\n\n{row['text']}"}
