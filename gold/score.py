"""How right is this output? `python -m gold.score LAYER GOLD SYSTEM [LINES]` prints everything that a scorer counts, as JSON.

LAYER is statements, times, dates, quantities, numbers, claims, events (GOLD, EVENTS), lines (GOLD, EVENTS, LINES), estimates (two
CSV files), or tolls-gva, tolls-isaf, tolls-msa, tolls-muc4. Any system can be scored whose output has the shapes of the contract.
"""

import csv
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from gold import attributions, claims, estimates, events, lines, numbers, quantities, recognizers, times, tolls, victims
from gold.counts import total
from gold.rows import Row, by_id, load

Scorer = Callable[[Sequence[Path]], Row]


def table(path: Path) -> list[Row]:
    """The rows of a CSV file, by column."""
    with path.open(newline="", encoding="utf-8") as lines_:
        return [dict(row) for row in csv.DictReader(lines_)]


def _toll(convention: tolls.Convention) -> Scorer:
    return lambda f: tolls.report(total(tolls.parts(load(f[0]), by_id(load(f[1])), convention)[0].counts))


def _estimates(files: Sequence[Path]) -> Row:
    rows = {row["question"]: row for row in table(files[1])}
    return estimates.report(total(estimates.parts(table(files[0]), rows)[0].counts))


SCORERS: dict[str, Scorer] = {
    "statements": lambda f: attributions.report(total(attributions.parts(load(f[0]), by_id(load(f[1])))[0].counts)),
    "times": lambda f: times.report(total(times.parts(load(f[0]), by_id(load(f[1])))[0].counts)),
    "quantities": lambda f: quantities.report(total(quantities.parts(load(f[0]), by_id(load(f[1])))[0].counts)),
    "dates": lambda f: recognizers.report(total([c for p in recognizers.parts(load(f[0]), by_id(load(f[1]))) for c in p.counts])),
    "numbers": lambda f: numbers.report(total(numbers.parts(load(f[0]), by_id(load(f[1])))[0].counts)),
    "claims": lambda f: claims.report(total(claims.parts(load(f[0]), by_id(load(f[1])))[0].counts)),
    "events": lambda f: events.report(total(events.parts(load(f[0]), load(f[1]))[0].counts)),
    "lines": lambda f: lines.whole(lines.parts(load(f[0]), load(f[1]), load(f[2]))),
    "estimates": _estimates,
    "tolls-gva": _toll("gva"),
    "tolls-isaf": _toll("isaf"),
    "tolls-msa": _toll("msa"),
    "tolls-muc4": lambda f: victims.report(total(victims.parts(load(f[0]), by_id(load(f[1])))[0].counts)),
}


def main(words: Sequence[str]) -> None:
    """Score the files that the words name."""
    files = 3 if words[:1] == ["lines"] else 2
    if len(words) != files + 1 or words[0] not in SCORERS:
        sys.exit(__doc__)
    click.echo(json.dumps(SCORERS[words[0]]([Path(w) for w in words[1:]]), indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
