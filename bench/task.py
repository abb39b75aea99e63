"""What does one task cost in a process of its own? `python -m bench.task NAME ...` prints one line of JSON.

CPU seconds are those of this process with all its threads; peak memory is the most that the system ever gave it.
"""

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import click

Measured = dict[str, float]
_SEED = 20310101
_QUESTIONS = 9
"""Claims a question in the table that is weighed."""


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """CPU and wall-clock seconds since it was made."""

    cpu: float
    wall: float

    @classmethod
    def start(cls) -> "Stopwatch":
        """Start now."""
        return cls(time.process_time(), time.perf_counter())

    def stop(self) -> Measured:
        """What has passed, and the peak of memory in bytes so far."""
        return {"cpu": time.process_time() - self.cpu, "wall": time.perf_counter() - self.wall, "peak": peak()}


def peak() -> float:
    """The most memory this process has had, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(most if sys.platform == "darwin" else most * 1024)


def read(path: str, depth: str) -> Measured:
    """Read the reports one after the other; loading the model is not counted."""
    from sayso.annotation import Depth, Unread, read_document, warm  # noqa: PLC0415  each task loads what it needs

    warm()
    documents = _documents(path)
    watch = Stopwatch.start()
    readings = [read_document(d, cast("Depth", depth)) for d in documents]
    done = watch.stop()
    good = [r for r in readings if not isinstance(r, Unread)]
    return done | {"n": len(good), "failed": len(readings) - len(good), "claims": sum(len(r.claims) for r in good)}


def processes(path: str, count: str) -> Measured:
    """Read the reports to the depth of figures with so many processes; starting them is counted."""
    from sayso.annotation import read_document, warm  # noqa: PLC0415
    from sayso.engines import Local  # noqa: PLC0415

    documents = _documents(path)
    watch = Stopwatch.start()
    n = sum(1 for _ in Local(int(count)).map(partial(read_document, depth="figures"), documents, setup=warm))
    return watch.stop() | {"n": n}


def ledger(path: str) -> Measured:
    """Add the reports to a ledger and run it to the depth of figures: the peak of memory after reading, and after weighing."""
    import sayso  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder, sayso.open(Path(folder) / "bench.sayso") as desk:
        watch = Stopwatch.start()
        added = desk.add(sayso.files(path))
        adding = watch.stop()["wall"]
        desk.read(depth="figures")
        reading = watch.stop()
        desk.link()
        desk.trace()
        desk.weigh()
        done = watch.stop()
        claims = len(desk.claims())
    after = {"adding": adding, "reading": reading["wall"] - adding, "joining": done["wall"] - reading["wall"]}
    return done | after | {"read_peak": reading["peak"], "n": added.new, "claims": claims}


def figures(path: str) -> Measured:
    """Find quantities and times in the reports, and the CPU of each; loading words and patterns is not counted."""
    from sayso.reading.quantities import quantities  # noqa: PLC0415
    from sayso.reading.times import times  # noqa: PLC0415

    documents = _documents(path)
    for d in documents[:5]:
        quantities.find(d.text)
        times.find(d.text, d.day)
    watch = Stopwatch.start()
    for d in documents:
        quantities.find(d.text)
    half = watch.stop()["cpu"]
    for d in documents:
        times.find(d.text, d.day)
    done = watch.stop()
    return done | {"n": len(documents), "quantities": half, "dates": done["cpu"] - half}


def dateparser(path: str) -> Measured:
    """Find dates in the reports with dateparser, for comparison; n is 0 where it is not installed."""
    try:
        peer = import_module("dateparser.search")
    except ImportError:
        return {"n": 0}
    return _each(path, partial(peer.search_dates, languages=["en"]))


def quantulum3(path: str) -> Measured:
    """Find quantities in the reports with quantulum3, for comparison; n is 0 where it is not installed."""
    try:
        peer = import_module("quantulum3.parser")
    except ImportError:
        return {"n": 0}
    return _each(path, peer.parse)


def table(count: str) -> Measured:
    """Weigh a made-up table of so many claims: questions with nine sources each, of differing bias and care."""
    from sayso.weighing.tables import estimate_table  # noqa: PLC0415

    rows = made_up(int(count))
    estimate_table(rows[: 10 * _QUESTIONS])
    watch = Stopwatch.start()
    found = estimate_table(rows)
    return watch.stop() | {"n": len(rows), "questions": len(found.rows)}


def gazetteer() -> Measured:
    """Load the gazetteer and look one town up; memory is what the process has more than before."""
    from sayso.packs import gazetteer as packed  # noqa: PLC0415

    before = peak()
    watch = Stopwatch.start()
    n = len(packed.towns("Kursk"))
    done = watch.stop()
    disk = sum(path.stat().st_size for path in Path(packed.__file__).parent.rglob("*.gz"))
    return done | {"n": n, "more": done["peak"] - before, "disk": disk}


def large(path: str, claims: str, events: str) -> Measured:
    """Write a large ledger of made-up claims, through the ledger's own verbs."""
    from bench.large import make  # noqa: PLC0415

    watch = Stopwatch.start()
    make(Path(path), claims=int(claims), events=int(events))
    return watch.stop() | {"disk": Path(path).stat().st_size}


def pages(path: str) -> Measured:
    """Ask for the pages of a ledger."""
    from bench.pages import pages  # noqa: PLC0415

    return pages(path) | {"peak": peak()}


def browse(path: str) -> Measured:
    """Look at the pages of a ledger in a browser; nothing where there is none."""
    from bench.browse import browse  # noqa: PLC0415

    return browse(path)


def made_up(count: int) -> list[dict[str, str]]:
    """Rows of a table of figures, the same ones each time."""
    rng = random.Random(_SEED)  # noqa: S311  made-up figures, not secrets
    sources = [(f"s{k}", rng.gauss(0, 0.3), rng.uniform(0.02, 0.4)) for k in range(200)]
    out = []
    for k in range(count):
        if k % _QUESTIONS == 0:
            truth = rng.lognormvariate(4, 1.5)
        name, bias, care = rng.choice(sources)
        value = max(0, round(truth * 2.718 ** (bias + rng.gauss(0, care))))
        out.append({"question": f"q{k // _QUESTIONS:06}", "source": name, "value": str(value)})
    return out


TASKS: dict[str, Callable[..., Measured]] = {
    "read": read,
    "processes": processes,
    "ledger": ledger,
    "figures": figures,
    "dateparser": dateparser,
    "quantulum3": quantulum3,
    "table": table,
    "gazetteer": gazetteer,
    "large": large,
    "pages": pages,
    "browse": browse,
}


def _documents(path: str) -> list[Any]:
    """The documents of a file of reports, by the way that a user's go; refused ones are left out."""
    import sayso  # noqa: PLC0415
    from sayso.ingest.items import Taken  # noqa: PLC0415

    return [item.document for item in sayso.files(path) if isinstance(item, Taken)]


def _each(path: str, find: Callable[[str], object]) -> Measured:
    documents = _documents(path)
    find(documents[0].text)
    watch = Stopwatch.start()
    for d in documents:
        find(d.text)
    return watch.stop() | {"n": len(documents)}


def main(words: Sequence[str]) -> None:
    """Do the task that the words name."""
    name, *rest = words
    click.echo(json.dumps(TASKS[name](*rest)))


if __name__ == "__main__":
    main(sys.argv[1:])
