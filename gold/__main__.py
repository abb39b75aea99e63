"""How accurate is Sayso now? `python -m gold` measures every layer, pins the floors and writes docs/accuracy.md."""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from gold import floors, page, results
from gold.corpora import CORPORA, LAYERS, Corpus
from gold.measuring import measured
from gold.results import Result

BELOW = 4
"""The exit status of a run below a floor."""
NAMES = (*LAYERS, *(c.key(1) for c in CORPORA))
"""What a run can be kept to."""
HOME = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be measured, and what is to be done with it."""

    only: tuple[str, ...]
    quick: bool
    check: bool
    lower: bool
    processes: int


@click.command()
@click.option("--only", multiple=True, type=click.Choice(NAMES), help="Measure this layer or corpus alone; may be given again.")
@click.option("--quick", is_flag=True, help="Take a fixed sample of the long corpora.")
@click.option("--check", is_flag=True, help="Compare with the floors and write nothing.")
@click.option(
    "--lower", is_flag=True, help="Pin what is measured, also where it is lower than the floor or the corpus has changed."
)
@click.option("--processes", default=2, show_default=True, help="How many read at once.")
def main(**options: Any) -> None:
    """Measure every layer on the corpora at SAYSO_CORPORA (default ../shared/data).

    Writes docs/accuracy.md, gold/measured.json and gold/floors.toml. Exit status: 0 done, 4 below a floor.
    """
    plan = Plan(**options)
    folder = Path(os.environ.get("SAYSO_CORPORA") or HOME.parent / "shared" / "data")
    if not folder.is_dir():
        click.echo(f"No corpora at {folder}: nothing is measured. SAYSO_CORPORA names their folder.", err=True)
        return
    sys.exit(BELOW if measure_all(plan, folder) else 0)


def measure_all(plan: Plan, folder: Path) -> list[str]:
    """Measure what the plan says, write unless it only checks, and say which floors are broken."""
    pinned, kept, wrong = floors.read(), results.read(), []
    for corpus in CORPORA:
        if plan.only and not {corpus.layer, corpus.key(1)} & {*plan.only}:
            continue
        missing = [f for f in corpus.files if not (folder / f).exists()]
        if missing:
            click.echo(f"{corpus.key(1)}: skipped, {', '.join(missing)} is not there", err=True)
            continue
        result = _measured(corpus, folder, plan)
        found = [] if plan.lower else [f"{result.key}: {w}" for w in floors.broken(pinned.get(result.key), result.floor)]
        for words in found:
            click.echo(f"below: {words}", err=True)
        wrong += found
        kept[result.key] = result
        pinned[result.key] = floors.raised(pinned.get(result.key), result.floor, lower=plan.lower)
        if not plan.check:
            floors.write(pinned)
            results.write(list(kept.values()))
            page.PATH.write_text(page.page(kept, pinned), encoding="utf-8")
    return wrong


def _measured(corpus: Corpus, folder: Path, plan: Plan) -> Result:
    started = time.monotonic()
    result = measured(corpus, folder, step=corpus.step if plan.quick else 1, processes=plan.processes)
    click.echo(f"{result.key}: {result.documents} in {time.monotonic() - started:.0f} s", err=True)
    for mark in result.marks:
        interval = "" if mark.low is None or mark.high is None else f"  [{mark.low:.4f}, {mark.high:.4f}]"
        click.echo(f"  {mark.name:34} {mark.value:.4f}{interval}")
    return result


if __name__ == "__main__":
    main()
