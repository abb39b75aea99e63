"""Which corpora are measured on, and what is asked of each?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gold import attributions, claims, estimates, events, lines, numbers, quantities, recognizers, times, tolls, victims
from gold.annotating import annotated, worked
from gold.counts import Part
from gold.rows import Row, by_id, distinct, load
from gold.score import table

Measured = tuple[list[Part], int, int]
"""Counts, the number of documents (or rows) given, and how many of them were refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Files of the folder of corpora, how a sample is drawn, and how it is scored.

    `step` is for a quick run: every so-manieth document, or incident, is taken.
    """

    name: str
    layer: str
    files: tuple[str, ...]
    score: Callable[[Sequence[Path], int, int], Measured]
    step: int = 1

    def paths(self, folder: Path) -> list[Path]:
        """Where its files are."""
        return [folder / f for f in self.files]

    def key(self, step: int) -> str:
        """The name under which its floors are pinned; a sample has floors of its own."""
        return f"{self.layer}/{self.name}" + (f"/{step}" if step > 1 else "")


def _annotated(
    layer: str, score: Callable[[Sequence[Row], dict[str, Row]], list[Part]], files: Sequence[Path], step: int, processes: int
) -> Measured:
    rows = distinct(row for f in files for row in load(f))[::step]
    found, refused = annotated(rows, layer, processes)
    return score(rows, by_id(found)), len(rows), refused


def _recognized(files: Sequence[Path], step: int, processes: int) -> Measured:
    """Only the cases that are measured are read."""
    rows = distinct(load(files[0]))[::step]
    cases = recognizers.kept(rows)
    found, refused = annotated(cases, "times", processes)
    return recognizers.parts(rows, by_id(found)), len(cases), refused


def _events(files: Sequence[Path], step: int, processes: int) -> Measured:
    """A sample takes whole incidents: half an incident would make linking easier than it is."""
    rows = load(files[0])
    kept = set(sorted({r["incident"] for r in rows})[::step])
    rows = [r for r in rows if r["incident"] in kept]
    case = worked(rows, processes)
    return events.parts(rows, case.events), len(rows), case.refused


def _lines(files: Sequence[Path], _step: int, processes: int) -> Measured:
    rows = load(files[0])
    case = worked(rows, processes)
    return lines.parts(load(files[1]), case.events, case.lines), len(rows), case.refused


def _estimates(files: Sequence[Path], _step: int, _processes: int) -> Measured:
    from sayso.weighing.tables import estimate_table  # noqa: PLC0415  heavy, and one layer alone needs it

    rows = [row | {"question": f"{row['object']}|{row['property']}"} for row in table(files[0])]
    found = estimate_table(rows)
    got = {str(row["question"]): row for row in found.rows}
    return estimates.parts(table(files[1]), got), len(rows), len(found.refused)


def _tolls(name: str, convention: tolls.Convention, step: int = 1) -> Corpus:
    score = partial(_annotated, "tolls", partial(tolls.parts, convention=convention))
    return Corpus(name=name, layer="tolls", files=(f"casualty/{name}.jsonl",), score=score, step=step)


def _table(name: str) -> Corpus:
    files = (f"reconcile/{name}_claims.csv", f"reconcile/{name}_gold.csv")
    return Corpus(name=name, layer="estimates", files=files, score=_estimates)


def _spans(name: str, layer: str, files: tuple[str, ...], step: int = 1) -> Corpus:
    scorers = {"statements": attributions.parts, "times": times.parts, "quantities": quantities.parts, "claims": claims.parts}
    return Corpus(name=name, layer=layer, files=files, score=partial(_annotated, layer, scorers[layer]), step=step)


def _phrases(files: Sequence[Path], step: int, processes: int) -> Measured:
    rows = numbers.phrases(files[0])[::step]
    found, refused = annotated(rows, "quantities", processes)
    return numbers.parts(rows, by_id(found)), len(rows), refused


_NUMBERS = (
    "numbermodel",
    "numbermodelexperimentalmode",
    "numbermodelpercentmode",
    "numberrangemodel",
    "numberrangemodelexperimentalmode",
    "ordinalmodel",
    "ordinalmodelsuppressextendedtypes",
    "percentmodel",
    "percentmodelpercentmode",
)

CORPORA = (
    _spans("polnear_dev", "statements", ("attribution/polnear_dev.jsonl",), 4),
    _spans("timebank_aquaint", "times", ("time/timebank.jsonl", "time/aquaint.jsonl"), 4),
    _spans("wikiwars_train16", "times", ("time/wikiwars_train16.jsonl",), 4),
    Corpus(name="msrec_dates", layer="times", files=("time/msrec_datetime_datetimemodel.jsonl",), score=_recognized),
    _spans("newsquant_dev", "quantities", ("quantity/newsquant_dev.jsonl",)),
    Corpus(
        name="msrec_counts",
        layer="quantities",
        files=tuple(f"quantity/msrec_number_{model}.jsonl" for model in _NUMBERS),
        score=partial(_annotated, "quantities", numbers.parts),
    ),
    Corpus(name="duckling_numeral", layer="quantities", files=("quantity/duckling_numeral_en.jsonl",), score=_phrases),
    _spans("dispatches_dev", "claims", ("dispatches/dev.jsonl",)),
    _tolls("gva_dev", "gva", 10),
    _tolls("isaf_dev", "isaf"),
    _tolls("msa_dev", "msa"),
    Corpus(
        name="muc4_dev",
        layer="tolls",
        files=("casualty/muc4_dev.jsonl",),
        score=partial(_annotated, "claims", victims.parts),
        step=5,
    ),
    Corpus(name="gva_dev", layer="events", files=("casualty/gva_dev.jsonl",), score=_events, step=10),
    Corpus(name="cases_dev", layer="lines", files=("cases/dev_documents.jsonl", "cases/dev_gold.jsonl"), score=_lines),
    _table("td_population"),
    _table("td_populationf"),
    _table("td_emotion"),
)

LAYERS = tuple(dict.fromkeys(c.layer for c in CORPORA))
