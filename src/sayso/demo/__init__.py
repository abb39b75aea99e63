"""What does Sayso do with a case that fits on one page? A bundled one, every word of it fictional."""

from importlib.resources import files
from pathlib import Path

REPORTS = "reports.jsonl"


def path() -> Path:
    """Where the twelve fictional reports lie, as JSON Lines."""
    return Path(str(files(__package__) / REPORTS))
