"""How do gold and outputs come in? As JSON Lines, one object a line."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""One line of JSON: a document with its gold, or what a system says of it."""


def load(path: Path) -> list[Row]:
    """The objects of a file, in its order; blank lines are left out."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def dump(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def by_id(rows: Iterable[Row]) -> dict[str, Row]:
    """The rows by their ids.

    Raises: ValueError, when an id comes twice.
    """
    out: dict[str, Row] = {}
    for row in rows:
        if row["id"] in out:
            raise ValueError(f"The document {row['id']} comes twice")
        out[row["id"]] = row
    return out


def distinct(rows: Iterable[Row]) -> list[Row]:
    """The rows, with a number behind each id that an earlier row has: a corpus may give two documents one id."""
    seen: dict[str, int] = {}
    out = []
    for row in rows:
        n = seen[row["id"]] = seen.get(row["id"], 0) + 1
        out.append(row if n == 1 else row | {"id": f"{row['id']}#{n}"})
    return out


def digest(paths: Iterable[Path]) -> str:
    """SHA-256, in hex, over the bytes of files, one after the other."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()
