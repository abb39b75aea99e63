"""In which shapes does what the ledger holds leave it? The rows of the contract, written as files of one kind each."""

from sayso.exports.case import Case, case
from sayso.exports.jsonl import write_jsonl
from sayso.exports.tables import write_csv

__all__ = ["Case", "case", "write_csv", "write_jsonl"]
