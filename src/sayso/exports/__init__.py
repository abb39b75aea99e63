"""In which shapes does what the ledger holds leave it? The rows of the contract, written as files of one kind each."""

from collections.abc import Callable
from pathlib import Path

from sayso.exports.bibtex import write_bibtex
from sayso.exports.case import Case, case
from sayso.exports.commas import write_csv
from sayso.exports.extract import Extract, extract
from sayso.exports.geojson import write_geojson
from sayso.exports.jsonl import write_jsonl
from sayso.exports.report import write_report
from sayso.exports.sheets import write_xlsx

SHAPES: dict[str, Callable[[Extract, Path], tuple[Path, ...]]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "geojson": write_geojson,
    "bibtex": write_bibtex,
    "report": write_report,
}
"""How an extract leaves the ledger, by the name of the shape: each writes into a folder, and says which files."""

__all__ = ["SHAPES", "Case", "Extract", "case", "extract", "write_csv", "write_jsonl"]
