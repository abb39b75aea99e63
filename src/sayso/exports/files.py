"""How does a file get its new content whole or not at all?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def ready(path: Path) -> Iterator[Path]:
    """Give a place beside a file's own, and move what was written there to the file's at the end; on an error the old file stays.

    Raises: OSError, when the folder cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def whole(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Write a text file beside its place and move it there at the end; on an error the old file stays.

    Raises: OSError, when the folder cannot be written.
    """
    with ready(path) as part, part.open("w", encoding=encoding, newline="") as out:
        yield out
