"""Language as data: TOML tables, read once and kept.

A pack is a folder a language; in it a folder a topic with `words.toml` (the data) and `examples.toml` (cases that test it).
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(topic: str, name: str = "words", language: str = "en") -> dict[str, Any]:
    """The table `NAME.toml` of a topic of a language's pack; do not change what it returns."""
    path = files(__package__) / language / topic / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def topics(language: str = "en") -> tuple[str, ...]:
    """The topics of a language's pack, in alphabetical order."""
    return tuple(sorted(p.name for p in (files(__package__) / language).iterdir() if p.is_dir() and not p.name.startswith("_")))
