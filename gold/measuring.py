"""What are the marks of one corpus now?"""

from datetime import UTC, datetime
from pathlib import Path

from gold.claims import by_kind
from gold.corpora import Corpus
from gold.counts import measure, total
from gold.results import Result
from gold.rows import digest


def measured(corpus: Corpus, folder: Path, *, step: int, processes: int) -> Result:
    """Run and score one corpus."""
    paths = corpus.paths(folder)
    parts, documents, refused = corpus.score(paths, step, processes)
    kinds = by_kind(total(parts[0].counts)) if corpus.layer == "claims" else {}
    return Result(
        key=corpus.key(step),
        layer=corpus.layer,
        corpus=corpus.name,
        documents=documents,
        refused=refused,
        step=step,
        digest=digest(paths),
        date=datetime.now(UTC).date().isoformat(),
        marks=tuple(mark for part in parts for mark in measure(part)),
        left=tuple((reason, n) for part in parts for reason, n in part.left.items()),
        kinds=tuple((kind, *row) for kind, row in kinds.items()),
    )
