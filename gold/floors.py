"""Below which mark must accuracy not fall? Below the pinned floors, each with the digest of its corpus."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).parent / "floors.toml"
FREE = ("mean ", "truth in the ", "of found, ", "phrases: ")
"""How the names of marks begin that have no floor: errors; coverages, which are best at what they promise; shares of
what was found, which fall when harder things are found; and phrases alone, many of which stand in no report."""
STEP = 100
"""Floors are whole hundredths, so that a last digit that differs between processors breaks nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The floors of one corpus by mark, and the SHA-256 of its files."""

    digest: str
    marks: Mapping[str, float]


Floors = dict[str, Floor]


def read(path: Path = PATH) -> Floors:
    """The pinned floors by the key of the corpus; none, where there is no file."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: Floor(digest=t["digest"], marks=t["marks"]) for key, t in tables.items()}


def write(floors: Floors, path: Path = PATH) -> None:
    """Pin the floors, sorted by key and name."""
    out = ["# Written by `python -m gold`: a floor rises by itself and is lowered only with --lower."]
    for key in sorted(floors):
        out += ["", f'["{key}"]', f'digest = "{floors[key].digest}"', "", f'["{key}".marks]']
        out += [f'"{name}" = {value:.2f}' for name, value in sorted(floors[key].marks.items())]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def pinned(measured: Floor) -> Floor:
    """The floors that marks give: rounded down to hundredths, the free ones left out."""
    kept = {k: math.floor(v * STEP + 1e-9) / STEP for k, v in measured.marks.items() if not k.startswith(FREE)}
    return Floor(digest=measured.digest, marks=kept)


def broken(floor: Floor | None, measured: Floor) -> list[str]:
    """What is wrong with marks against their floors, in words; nothing where no floor is pinned yet."""
    if floor is None:
        return []
    if floor.digest != measured.digest:
        return [f"the corpus is another than that of the floors ({measured.digest[:12]}, not {floor.digest[:12]})"]
    out = []
    for name, least in floor.marks.items():
        value = measured.marks.get(name)
        if value is None:
            out.append(f"{name}: is not measured any more, its floor is {least:.2f}")
        elif value < least:
            out.append(f"{name}: {value:.4f} is below its floor of {least:.2f}")
    return out


def raised(floor: Floor | None, measured: Floor, *, lower: bool = False) -> Floor:
    """The floors after a run: each the higher of the old and the new; with `lower`, or where there is none, the new ones."""
    new = pinned(measured)
    if floor is None or lower:
        return new
    if floor.digest != measured.digest:
        return floor
    marks = {k: max(v, new.marks.get(k, v)) for k, v in floor.marks.items()}
    return Floor(digest=floor.digest, marks={**new.marks, **marks})
