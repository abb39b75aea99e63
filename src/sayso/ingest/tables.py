"""Is this a table rather than reports: a file for a spreadsheet, or one that Sayso itself wrote?"""

from typing import Any

SUFFIXES = (".csv", ".tsv", ".tab")
"""How files of rows and columns end."""
KINDS = ("csv", "tab-separated")
"""What servers call such files."""
ROWS = "a table of rows and columns, no report: give each report as an object of JSON Lines with its text"

_KEYS: dict[str, frozenset[str]] = {
    "claims": frozenset({"document", "span", "quote", "said_by"}),
    "events": frozenset({"title", "documents", "claims", "estimates"}),
    "estimates": frozenset({"event", "outcome", "best", "level"}),
    "sources": frozenset({"id", "name", "kind", "evidence"}),
    "lines": frozenset({"event", "origin", "documents", "figures"}),
    "corrections": frozenset({"at", "by", "verdict", "told"}),
}
"""Keys that every row of an exported table has, by what it holds. Source: `sayso.exports.rows`."""


def exported(row: Any) -> str | None:
    """What a row of JSON Lines that Sayso wrote says it is, where it is no document, with what to give instead."""
    if not isinstance(row, dict) or "text" in row:
        return None
    found = next((noun for noun, keys in _KEYS.items() if keys <= row.keys()), None)
    return found and f"these are the {found} of an export, no reports: give its documents.jsonl"
