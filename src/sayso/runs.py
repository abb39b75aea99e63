"""What makes the derived things? This version, its language pack, its weights and the settings of reading, by digest."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import sayso
from sayso import packs, weights
from sayso.errors import UsageError
from sayso.model import Run
from sayso.schema import content_id


def current(depth: str, language: str = "en", convention: str = "default") -> Run:
    """Give the run that reading to this depth, by this convention of vague words, would be part of now.

    The same ingredients give the same id. Raises: UsageError, when the pack has no such convention.
    """
    known = packs.table("numbers")["vague"]
    if convention not in known:
        raise UsageError(f"There is no convention {convention} for vague words", do=f"Give one of {', '.join(sorted(known))}")
    pack, weight = pack_digest(language), weights.digest(language)
    settings = f"depth={depth}" if convention == "default" else f"depth={depth} convention={convention}"
    return Run(
        id=content_id("run", sayso.__version__, pack, weight, settings),
        version=sayso.__version__,
        pack=pack,
        weights=weight,
        settings=settings,
    )


@cache
def pack_digest(language: str) -> str:
    """SHA-256, in hex, over the paths and bytes of a language's tables."""
    whole = hashlib.sha256()
    for name, content in _tables(files(packs.__name__) / language):
        whole.update(name.encode() + b"\0" + content)
    return whole.hexdigest()


def _tables(folder: Traversable, above: str = "") -> list[tuple[str, bytes]]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda p: p.name):
        path = f"{above}/{entry.name}"
        if entry.is_dir():
            found += _tables(entry, path)
        elif entry.name.endswith(".toml"):
            found.append((path, entry.read_bytes()))
    return found
