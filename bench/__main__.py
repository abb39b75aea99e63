"""How fast is Sayso now? `python -m bench` measures speed and memory, prints the table and writes docs/speed.md."""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import click

from bench.browse import SEEN, TURNED
from bench.lengths import WORDS, joined
from bench.page import PATH, Machine, Measure, page, plain
from bench.pages import PAGES
from bench.reports import HOME, Reports, corpora, reports

_MEGA = 1_000_000
_STARTS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many articles, or claims, each task is given."""

    figures: int = 1000
    all: int = 200
    ratio: int = 3000
    few: int = 1000
    many: int = 4000
    peers: int = 50
    claims: int = 60_000
    shown: int = 100_000
    events: int = 10_000
    giant: int = 6000


QUICK = Sizes(figures=200, all=40, ratio=100, few=200, many=800, peers=10, claims=9000, shown=5000, events=500, giant=600)


@click.command()
@click.option("--quick", is_flag=True, help="Take fewer articles; writes nothing.")
@click.option("--only", multiple=True, metavar="PART", help="Measure these parts alone; writes nothing. A wrong name lists them.")
def main(*, quick: bool, only: tuple[str, ...]) -> None:
    """Measure speed and memory on the corpora at SAYSO_CORPORA, or on the bundled case; writes docs/speed.md."""
    if unknown := [name for name in only if name not in PARTS]:
        raise click.BadParameter(f"{unknown[0]} is not one of {', '.join(PARTS)}", param_hint="--only")
    sizes = QUICK if quick else Sizes()
    machine = this_machine()
    given = reports(sizes.many, corpora())
    about = f"{given.what}, {given.words:.0f} words each on average"
    click.echo(about, err=True)
    measures = []
    for measure in measured(given, sizes, only or tuple(PARTS)):
        click.echo(plain([measure]), err=True)
        measures.append(measure)
    click.echo(plain(measures))
    if not quick and not only:
        PATH.write_text(page(measures, machine, about), encoding="utf-8")


def measured(given: Reports, sizes: Sizes, parts: Sequence[str]) -> Iterator[Measure]:
    """Each measure of some parts as it comes."""
    with tempfile.TemporaryDirectory() as folder:
        for name in parts:
            yield from PARTS[name](given, sizes, Path(folder))


def this_machine() -> Machine:
    """The machine and the day."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return Machine(
        date=datetime.now(UTC).date().isoformat(),
        cpu=names[0] if names else platform.processor() or platform.machine(),
        cores=os.cpu_count() or 1,
        load=os.getloadavg()[0],
        python=platform.python_version(),
    )


def task(*words: str) -> dict[str, float]:
    """Do one task in a process of its own, and give what it measured.

    Raises: RuntimeError, when it fails, with what it said.
    """
    done = subprocess.run([sys.executable, "-m", "bench.task", *words], capture_output=True, text=True, check=False, cwd=HOME)  # noqa: S603  our own module
    if done.returncode:
        raise RuntimeError(f"bench.task {' '.join(words)} failed:\n{done.stderr}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _reading(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    for depth, n, aim in (("figures", sizes.figures, "≥ 60"), ("all", sizes.all, "≥ 6")):
        path = given.write(folder / f"{depth}.jsonl", n)
        got = task("read", str(path), depth)
        rate = f"{got['n'] / got['cpu']:.1f} articles a second and a core"
        yield Measure(
            what=f"read, depth {depth}", on=f"{got['n']:,.0f} articles, {got['claims']:,.0f} claims", value=rate, aim=aim
        )


def _long(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    long = Reports(rows=tuple(islice(joined(given.rows), sizes.all // 2)), what=f"joined to {WORDS} words")
    got = task("read", str(long.write(folder / "long.jsonl", len(long.rows))), "all")
    speed = got["n"] * long.words / got["cpu"]
    yield Measure(
        what=f"read, depth all, articles of {WORDS} words",
        on=f"{got['n']:,.0f} articles, {got['claims']:,.0f} claims",
        value=f"{speed / WORDS:.1f} articles, {speed:,.0f} words a second and a core",
        aim="≥ 8",
    )


def _processes(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    path = given.write(folder / "ratio.jsonl", sizes.ratio)
    one, two = ({"wall": 0.0, "n": 0.0} for _ in range(2))
    for _ in range(2):
        for count, into in (("1", one), ("2", two)):
            got = task("processes", str(path), count)
            into["wall"] += got["wall"]
            into["n"] += got["n"]
    yield Measure(
        what="two processes against one",
        on=f"{one['n']:,.0f} articles each, in turns",
        value=f"{one['wall'] / two['wall']:.2f} times",
        aim="≥ 1.8",
    )


def _memory(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    after: dict[int, float] = {}
    for n in (sizes.few, sizes.many):
        got = task("ledger", str(given.write(folder / "ledger.jsonl", n)))
        after[n] = got["read_peak"]
        on = f"{got['n']:,.0f} articles, {got['claims']:,.0f} claims"
        yield Measure(what="peak memory of add and read", on=on, value=_megabytes(got["read_peak"]), aim="< 1,000 MB, flat")
        yield Measure(what="peak memory of add and run", on=on, value=_megabytes(got["peak"]), aim="< 1,000 MB")
        yield Measure(
            what="add / read / link, trace and weigh",
            on=on,
            value=f"{got['adding']:.1f} / {got['reading']:.1f} / {got['joining']:.1f} s",
        )
    yield Measure(
        what="memory of reading, many against few",
        on=f"{sizes.many:,} against {sizes.few:,} articles",
        value=f"{after[sizes.many] / after[sizes.few]:.2f} times",
        aim="1",
    )


def _literal(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    """Quantities and times, also beside peers that find the one or the other, all on the same reports."""
    got = task("figures", str(given.write(folder / "literal.jsonl", sizes.figures)))
    value = f"{got['n'] / got['cpu']:,.0f} articles a second and a core"
    yield Measure(what="quantities and times", on=f"{got['n']:,.0f} articles", value=value, aim="≥ 200")
    path = str(given.write(folder / "peers.jsonl", sizes.peers))
    one = str(given.write(folder / "one.jsonl", 1))
    begun = time.perf_counter()
    task("figures", one)
    value = f"{1000 * (time.perf_counter() - begun):,.0f} ms"
    yield Measure(what="quantities and times, the start and all loading included", on="1 article, twice", value=value)
    ours = task("figures", path)
    for peer, what in (("dateparser", "dates"), ("quantulum3", "quantities")):
        got = task(peer, path)
        if not got["n"]:
            yield Measure(what=f"{peer} ({what} alone)", on="no article", value="not installed, so not measured")
            continue
        value = (
            f"{got['n'] / got['cpu']:,.1f} a second and a core; our {what} alone {got['cpu'] / ours[what]:,.0f} times "
            f"as fast, our quantities and times together {got['cpu'] / ours['cpu']:,.0f} times"
        )
        yield Measure(what=f"{peer} ({what} alone)", on=f"{got['n']:,.0f} articles, the same for ours", value=value)


def _gazetteer(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    del given, sizes, folder
    got = task("gazetteer")
    value = f"{1000 * got['wall']:.0f} ms, {_megabytes(got['more'])} of memory, {_megabytes(got['disk'])} on disk"
    yield Measure(what="load the gazetteer", on="one town looked up", value=value, aim="< 150 ms, < 60 MB")


def _tables(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    del given, folder
    got = task("table", str(sizes.claims))
    value = f"{got['n'] / got['cpu']:,.0f} claims a second and a core, {_megabytes(got['peak'])}"
    on = f"{got['n']:,.0f} claims of {got['questions']:,.0f} questions"
    yield Measure(what="weigh a table of figures", on=on, value=value)


def _workbench(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    """The pages of a large ledger: the time of an answer at the server, its weight, and the memory of what serves."""
    del given
    path = str(folder / "large.sayso")
    made = task("large", path, str(sizes.shown), str(sizes.events))
    on = f"{sizes.shown:,} claims in {sizes.events:,} events"
    yield Measure(what="write a ledger", on=on, value=f"{made['cpu']:.0f} s, {_megabytes(made['disk'])} on disk")
    got = task("pages", path)
    yield from _pages(got, on)
    yield Measure(what="peak memory of serving", on=on, value=_megabytes(got["peak"]), aim="< 400 MB")
    yield from _browser(task("browse", path), on)
    giant = str(folder / "giant.sayso")
    task("large", giant, str(sizes.giant), "1")
    of_one = {k: v for k, v in task("pages", giant).items() if k.startswith("event")}
    yield from _pages(of_one, f"{sizes.giant:,} claims in one event", "< 300 ms, < 300 kB")


def _pages(got: dict[str, float], on: str, aim: str = "< 150 ms, < 300 kB") -> Iterator[Measure]:
    """The pages that were there to be measured."""
    for name in PAGES:
        if f"{name} median" not in got:
            continue
        first, middle, worst, weight = (got[f"{name} {what}"] for what in ("first", "median", "worst", "weight"))
        value = f"{middle:.0f} ms, the first time {first:.0f} ms, at worst {worst:.0f} ms; {weight:.0f} kB"
        yield Measure(what=f"page: {name}", on=on, value=value, aim=aim)


def _browser(got: dict[str, float], on: str) -> Iterator[Measure]:
    """What the pages take in a browser, and the memory of what served them."""
    if not got:
        yield Measure(what="pages in a browser", on=on, value="no chromium or no playwright here, so not measured")
        return
    for name in (*SEEN, *TURNED):
        value = f"{got[f'{name} median']:.0f} ms, at worst {got[f'{name} worst']:.0f} ms"
        yield Measure(what=f"in a browser: {name}", on=on, value=value, aim="< 1,000 ms")
    yield Measure(what="peak memory of `sayso serve`", on=on, value=_megabytes(got["peak"]), aim="< 400 MB")


def _start(given: Reports, sizes: Sizes, folder: Path) -> Iterator[Measure]:
    """The start of the command line against that of the interpreter alone, in turns."""
    del given, sizes, folder
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(_STARTS):
        for words, into in ((["-m", "sayso", "--help"], ours), (["-c", "pass"], bare)):
            begun = time.perf_counter()
            subprocess.run([sys.executable, *words], capture_output=True, check=True)  # noqa: S603  our own module
            into.append(time.perf_counter() - begun)
    value = f"{1000 * statistics.median(ours):.0f} ms, of which the interpreter {1000 * statistics.median(bare):.0f} ms"
    yield Measure(what="sayso --help", on=f"median of {_STARTS}", value=value, aim="< 200 ms")


def _megabytes(number: float) -> str:
    return f"{number / _MEGA:,.0f} MB"


PARTS: dict[str, Callable[[Reports, Sizes, Path], Iterator[Measure]]] = {
    "start": _start,
    "read": _reading,
    "long": _long,
    "processes": _processes,
    "memory": _memory,
    "literal": _literal,
    "gazetteer": _gazetteer,
    "tables": _tables,
    "workbench": _workbench,
}
"""What can be measured by itself, in the order of the page."""


if __name__ == "__main__":
    main()
