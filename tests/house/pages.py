"""What does a page say to type, and what does it say comes out? Its code blocks, run as a reader would run them."""

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from sayso.cli import cli

ROOT = Path(__file__).parents[2]

FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
"""One fenced block: what stands behind the first three backticks, and its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a page: its language, the file that it is to be saved as, its lines."""

    language: str
    file: str | None
    code: str


def blocks(page: str) -> Iterator[Block]:
    """Give the fenced blocks of a page of the repository, in order."""
    for found in FENCE.finditer((ROOT / page).read_text(encoding="utf-8")):
        language, _, rest = found["info"].partition(" ")
        yield Block(language=language, file=rest.removeprefix("file=") or None, code=found["code"])


def follow(page: str) -> list[str]:
    """Do what a page says in the present folder; give the output of each block that was run.

    What stands in a text block must stand in the output of the block before it, line by line.
    """
    outputs: list[str] = []
    for block in blocks(page):
        if block.file:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.code, encoding="utf-8")
        elif block.language == "sh":
            outputs.append("\n".join(_typed(line) for line in block.code.splitlines() if line))
        elif block.language == "python":
            outputs.append(_python(block.code))
        else:
            for line in block.code.splitlines():
                assert _plain(line) in _plain(outputs[-1]), f"{page}: {line!r} is not in\n{outputs[-1]}"
    return outputs


def _typed(line: str) -> str:
    """Run one line of a terminal; what make does is tested by making."""
    program, *words = shlex.split(line)
    if program == "make":
        assert re.search(rf"^{words[0]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return ""
    assert program == "sayso"
    done = CliRunner(env={"NO_COLOR": "1", "COLUMNS": "100"}).invoke(cli, words)
    assert done.exit_code == 0, f"{line}\n{done.output}"
    return done.output


def _python(code: str) -> str:
    with redirect_stdout(io.StringIO()) as out:
        exec(compile(code, "page", "exec"), {"__name__": "page"})  # noqa: S102  our own page
    return out.getvalue()


def _plain(text: str) -> str:
    return " ".join(text.split())
