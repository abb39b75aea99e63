"""How well does a reader's graph parse and find names: on test sentences, single and one to three joined to a unit.

Run: `python training/measure_reader.py CORPORA [GRAPH.onnx]`, with torch installed; without GRAPH, it measures the package's own.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
import onnxruntime
from reader_data import MOST, PLACES, Lesson, grammar, names, read

from sayso import weights
from sayso.weights import Model

SEED = 0
"""Which sentences are joined."""
OUTSIDE = "O"

Name = tuple[int, int, str]


def reader(graph: Path | None) -> Model:
    """The model, with another reader's graph where one is given."""
    model = weights.load()
    if graph is None:
        return model
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return replace(model, reader=onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"]))


def attached(lessons: Sequence[Lesson], model: Model) -> float:
    """Words that have their head and their relation, in percent of all words, punctuation among them."""
    right = total = 0
    for x in lessons:
        *_, heads, relations = (row[0].tolist() for row in read(x, model))
        true = zip(x.labels["head"], x.labels["rel"], strict=True)
        right += sum(t == f for t, f in zip(true, zip(heads, relations, strict=True), strict=True))
        total += len(x.words)
    return 100 * right / total


def named(tags: Sequence[str]) -> set[Name]:
    """Names in a row of tags: first word, end (exclusive) and kind. A tag that goes on with another kind begins anew."""
    out: set[Name] = set()
    begun, kind = 0, OUTSIDE
    for i, tag in enumerate([*tags, OUTSIDE]):
        if kind != OUTSIDE and tag != f"I-{kind}":
            out.add((begun, i, kind))
            kind = OUTSIDE
        if kind == OUTSIDE and tag != OUTSIDE:
            begun, kind = i, tag[2:]
    return out


def found(lessons: Sequence[Lesson], model: Model) -> float:
    """F1 of names with both edges and the kind right, in percent."""
    labels = model.labels["ner"]
    right = total = 0
    for x in lessons:
        true = named([labels[i] for i in x.labels["ner"]])
        mine = named([labels[i] for i in read(x, model)[4][0]])
        right += len(true & mine)
        total += len(true) + len(mine)
    return 200 * right / total


@click.command()
@click.argument("corpora", type=click.Path(exists=True, path_type=Path))
@click.argument("graph", required=False, type=click.Path(exists=True, path_type=Path))
def main(corpora: Path, graph: Path | None) -> None:
    """Print the marks."""
    model = reader(graph)
    for most, units in ((0, "single"), (MOST, "joined")):
        for bank in ("ewt", "gumclean"):
            rng = random.Random(SEED)  # noqa: S311  seeded, to be done again
            lessons = grammar([corpora / "syntax" / f"{bank}-test.conllu"], model.labels, rng, PLACES, most)
            total = sum(len(x.words) for x in lessons)
            click.echo(f"{bank}, {units}: {attached(lessons, model):.1f} attached, of {total} words")
        rng = random.Random(SEED)  # noqa: S311  as above
        lessons = names([corpora / "names" / "ner-gum-test.bio"], model.labels, rng, PLACES, most)
        click.echo(f"gum, {units}: {found(lessons, model):.1f} F of names, in {sum(len(x.words) for x in lessons)} words")


if __name__ == "__main__":
    main()
