"""How many stories of our own does each hard kind have, and how much of them is a declared gap?

`python -m gold.rewrite` writes the numbers into tests/stories/README.md and docs/accuracy.md anew.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STORIES = Path(__file__).parent.parent / "tests" / "stories"
README = STORIES / "README.md"
_WORDS = Path(__file__).parent / "words.toml"
_BLOCK = re.compile(r"(<!-- kinds: python -m gold.rewrite -->\n).*(<!-- end of kinds -->)", re.DOTALL)
"""Where the numbers stand in the README."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One hard kind: its stories, the claims that they state, and the gaps, claims and texts that are read wrong today."""

    name: str
    stories: int
    claims: int
    gaps: int


def kinds(folder: Path = STORIES) -> Mapping[int, Kind]:
    """Every hard kind by its number, with what the files of stories in a folder give it."""
    names = tomllib.loads(_WORDS.read_text(encoding="utf-8"))["kinds"]
    out = {}
    for number, name in names.items():
        told = [
            story
            for path in sorted(folder.glob(f"{int(number):02}_*.toml"))
            for story in tomllib.loads(path.read_text(encoding="utf-8"))["story"]
        ]
        claims = [claim for story in told for claim in story.get("claim", ()) if not claim.get("optional")]
        gaps = sum("gap" in entry for entry in (*told, *claims))
        out[int(number)] = Kind(name=name, stories=len(told), claims=len(claims), gaps=gaps)
    return out


def written(text: str, found: Mapping[int, Kind]) -> str:
    """The README with the numbers of its kinds."""
    lines = ["| kind | stories | claims | gaps |", "| --- | --- | --- | --- |"]
    lines += [f"| {n} {k.name} | {k.stories} | {k.claims} | {k.gaps} |" for n, k in sorted(found.items())]
    total = [sum(getattr(k, field) for k in found.values()) for field in ("stories", "claims", "gaps")]
    lines.append("| all | " + " | ".join(map(str, total)) + " |")
    block = "\n" + "\n".join(lines) + "\n\n"
    return _BLOCK.sub(lambda m: m[1] + block + m[2], text)
