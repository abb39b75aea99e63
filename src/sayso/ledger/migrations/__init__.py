"""How does an older ledger become a newer one? By numbered scripts, each run once, in order, in one transaction.

The tables of nouns are not in the scripts: they are made, and grown, from the nouns' fields before the scripts run.
"""

from functools import cache
from importlib.resources import files


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Number and SQL of each migration, in order."""
    found = sorted(p.name for p in files(__package__).iterdir() if p.name.endswith(".sql"))
    return tuple((int(name[:4]), (files(__package__) / name).read_text(encoding="utf-8")) for name in found)


def latest() -> int:
    """The version that this program writes: the number of the last migration."""
    return migrations()[-1][0]
