"""How is the reader trained on: more passes over statements, its own grammar and names kept, then averaged with where it began.

Run: `python training/train_reader.py CORPORA START.pt OUT.pt BELOW.npy --seed 1 --passes 4`, with torch installed, while the
graphs of START are in place. CORPORA holds `attribution/`, `syntax/` and `names/`; BELOW keeps what the still layers make of each
unit (0.6 GB in 16 bits), and beside it, as `.json`, the grammar and names that the graphs find. Both are used again where they
are there, so they must be of the same START, documents and lengths.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch
from reader_data import UNSEEN, Lesson, batch, batches, column, grammar, names, news, parted, read
from reader_net import Batch, Reader, sizes
from torch import Tensor
from torch.nn import functional

STILL = 3
"""Lowest layers that are left as they are: what they make of a unit is kept, which saves a third of the time."""
BATCH = 1400
"""Word pieces a step."""
RATE, HEAD_RATE = 1.2e-4, 4e-4
"""Highest learning rates of the encoder and of the heads."""
RISE, LEAST = 150, 0.02
"""Steps until the rates are at their highest, and what share of that they have at the end."""
GRAMMAR, NAMES = 0.10, 0.05
"""Steps on treebanks and on names for each step on statements."""
KEEP, KEPT = 0.34, 0.3
"""Share of the steps on statements that also keep the grammar and names that the first reader gave the same words, and the weight
of that."""
FALSE = 0.15
"""Least probability of a word that is shown to the role head as no cue."""
SHARE = 0.65
"""Share of the trained weights in those that are written; the others are where training began.

**Source:** Wortsman et al. 2022, arXiv:2109.01903; of 0, 0.65 and 1, the best on PolNeAR's development
documents, by less than is sure."""

Step = tuple[str, list[Lesson]]


def kept(lessons: Sequence[Lesson], path: Path) -> None:
    """Give each unit the grammar and the names that the present graphs find in it; `path` keeps them."""
    heads = ("xpos", "upos", "ner", "head", "rel")
    if not path.exists():
        found = [dict(zip(heads, (o[0].astype(np.int16).tolist() for o in read(x)[2:]), strict=True)) for x in lessons]
        path.write_text(json.dumps(found))
    for x, labels in zip(lessons, json.loads(path.read_text()), strict=True):
        x.labels = labels


def lowest(net: Reader, lessons: Sequence[Lesson], path: Path) -> tuple[Any, dict[int, int]]:
    """What the still layers make of every unit, kept in 16 bits: pieces × 384; and where each unit begins, by its identity."""
    places: dict[int, int] = {}
    total = 0
    for x in lessons:
        places[id(x)] = total
        total += len(x)
    if not path.exists():
        net.eval()
        table = np.lib.format.open_memmap(path.with_suffix(".part"), "w+", np.float16, (total, 384))
        for some in batches(lessons, 4 * BATCH, random.Random(0)):  # noqa: S311  seeded, to be done again
            for x, vectors in zip(some, net.below(batch(some)).numpy(), strict=True):
                table[places[id(x)] : places[id(x)] + len(x)] = vectors[: len(x)]
        path.with_suffix(".part").rename(path)
    return np.load(path, mmap_mode="r"), places


def recalled(table: Any, places: Mapping[int, int], some: Sequence[Lesson]) -> Tensor:
    """The same for a batch: units × pieces × 384."""
    out = np.zeros((len(some), max(map(len, some)), 384), dtype=np.float32)
    for k, x in enumerate(some):
        out[k, : len(x)] = table[places[id(x)] : places[id(x)] + len(x)]
    return torch.from_numpy(out)


def missed(scores: Tensor, target: Tensor) -> Tensor:
    """Mean cross-entropy over the words that have a label."""
    return functional.cross_entropy(scores.reshape(-1, scores.size(-1)), target.reshape(-1), ignore_index=UNSEEN)


def labelled(net: Reader, mark: Tensor, words: Tensor, lessons: Sequence[Lesson], given: Batch) -> Tensor:
    """The loss of the grammar and the names that the units carry."""
    loss = words.new_zeros(())
    for name, share in (("xpos", 1.0), ("upos", 0.3), ("ner", 1.0)):
        target = column(lessons, [x.labels.get(name) for x in lessons])
        if (target >= 0).any():
            loss = loss + share * missed(getattr(net, name)(words), target)
    heads = column(lessons, [x.labels.get("head") for x in lessons])
    if (heads >= 0).any():
        loss = loss + missed(net.arcs(mark, words, given), heads)
        target = column(lessons, [x.labels.get("rel") for x in lessons])
        loss = loss + functional.cross_entropy(net.relations(mark, words, heads), target[heads >= 0], ignore_index=UNSEEN)
    return loss


def attributed(net: Reader, words: Tensor, lessons: Sequence[Lesson], given: Batch) -> tuple[Tensor, Tensor]:
    """The losses of the flat tags and of the roles."""
    flat = net.flat(words)
    first = missed(flat, column(lessons, [x.flat for x in lessons]))
    likely = flat.detach().softmax(-1)
    rows = [(k, cue, tags) for k, x in enumerate(lessons) for cue, tags in x.cues]
    true = {(k, cue) for k, cue, _ in rows}
    cue = likely[..., 3]
    wrong = sorted(((-float(cue[k, i]), k, i) for k, i in (cue > FALSE).nonzero().tolist() if (k, i) not in true))
    rows += [(k, i, [0] * len(lessons[k].words)) for _, k, i in wrong[: max(2, len(rows) // 2)]]
    if not rows:
        return first, first.detach() * 0
    which, cues = torch.tensor([k for k, _, _ in rows]), torch.tensor([c for _, c, _ in rows])
    target = np.full((len(rows), flat.size(1)), UNSEEN)
    for j, (_, _, tags) in enumerate(rows):
        target[j, : len(tags)] = tags
    return first, missed(net.role(words, likely, given, which, cues), torch.from_numpy(target))


def rate(step: int, total: int) -> float:
    """Up over the first steps, then down by a cosine."""
    return min((step + 1) / RISE, LEAST + (1 - LEAST) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total))))


@dataclass(slots=True, kw_only=True)
class Course:
    """The net on its way: how far it is, and what it missed at each step on statements (flat tags, roles)."""

    net: Reader
    rng: random.Random
    total: int
    table: Any
    places: dict[int, int]
    trained: list[Tensor]
    optimiser: Any
    schedule: Any
    done: int = 0
    seen: int = 0
    losses: list[tuple[float, float]] = field(default_factory=list)
    begin: float = field(default_factory=time.time)

    def learn(self, kind: str, some: Sequence[Lesson]) -> None:
        """One step."""
        given = batch(some)
        below = recalled(self.table, self.places, some) if kind == "statements" else self.net.below(given)
        loss = self.missed(kind, some, below, given)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.done += 1
        self.seen += sum(map(len, some))

    def missed(self, kind: str, some: Sequence[Lesson], below: Tensor, given: Batch) -> Tensor:
        """The loss of a step."""
        mark, words = self.net.encode(below, given)
        if kind != "statements":
            return labelled(self.net, mark, words, some, given)
        flat, role = attributed(self.net, words, some, given)
        self.losses.append((float(flat.detach()), float(role.detach())))
        loss: Tensor = flat + role
        if self.rng.random() < KEEP:
            loss = loss + KEPT * labelled(self.net, mark, words, some, given)
        return loss

    def told(self) -> str:
        """How far it is, in words."""
        last = self.losses[-100:]
        flat, role = (sum(x[i] for x in last) / len(last) for i in (0, 1))
        speed = self.seen / (time.time() - self.begin)
        return f"step {self.done}/{self.total} flat {flat:.4f} role {role:.4f} {speed:.0f} pieces/s"


def course(net: Reader, rng: random.Random, total: int, lowest_layers: tuple[Any, dict[int, int]]) -> Course:
    """A course at its beginning."""
    encoder = [p for n, p in net.named_parameters() if n.startswith("enc.") and p.requires_grad]
    heads = [p for n, p in net.named_parameters() if not n.startswith("enc.") and p.requires_grad]
    groups = [{"params": encoder, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate(step, total))
    table, places = lowest_layers
    return Course(
        net=net,
        rng=rng,
        total=total,
        table=table,
        places=places,
        trained=encoder + heads,
        optimiser=optimiser,
        schedule=schedule,
    )


def one_pass(lessons: Sequence[Lesson], corpora: Path, labels: Mapping[str, Sequence[str]], rng: random.Random) -> list[Step]:
    """The steps of one pass over the statements, with others on grammar and names among them."""
    treebanks = [corpora / "syntax" / f"{n}-train.conllu" for n in ("ewt", "gumclean")]
    named = [corpora / "names" / f"ner-{n}.bio" for n in ("gum-train", "wikigold", "uner-ewt", "re3d")]
    out = [("statements", s) for s in batches(lessons, BATCH, rng)]
    n = len(out)
    out += [("grammar", s) for s in batches(grammar(treebanks, labels, rng), BATCH, rng)[: int(n * GRAMMAR)]]
    out += [("names", s) for s in batches(names(named, labels, rng), BATCH, rng)[: int(n * NAMES)]]
    rng.shuffle(out)
    return out


def averaged(start: Mapping[str, Tensor], trained: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """`SHARE` of the trained weights and the rest of those where training began, each weight by itself."""
    return {name: (1 - SHARE) * first.float() + SHARE * trained[name] for name, first in start.items()}


def asked() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "start", "out", "below"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--passes", type=float, default=4.0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, default=0, help="stop here, to try it out; nothing is averaged then")
    parser.add_argument("--everything", action="store_true", help="learn from the held-out documents, too")
    return parser.parse_args()


def main() -> None:
    """Train, write the weights after each pass, and at the end averaged with those of START."""
    args = asked()
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)  # noqa: S311  seeded, to be done again
    begun = torch.load(args.start, map_location="cpu", weights_only=True)
    labels = begun["labels"]
    net = Reader(sizes(labels), STILL)
    net.load_state_dict({name: numbers.float() for name, numbers in begun["sd"].items()}, strict=True)
    documents = news(args.corpora / "attribution" / "polnear_train.jsonl")
    held_out, others = parted(documents)
    lessons = [x for name in (held_out + others if args.everything else others) for x in documents[name]]
    kept(lessons, args.below.with_suffix(".json"))
    below = lowest(net, lessons, args.below)
    steps = one_pass(lessons, args.corpora, labels, rng)
    way = course(net, rng, int(len(steps) * args.passes), below)
    click.echo(f"{len(lessons)} units, {way.total} steps")
    last = min(way.total, args.steps or way.total)
    while way.done < last:
        net.train()
        for kind, some in steps[: last - way.done]:
            way.learn(kind, some)
            if way.done % 50 == 0:
                click.echo(way.told())
        torch.save({"sd": net.state_dict(), "labels": labels, "done": way.done}, args.out)
        steps = one_pass(lessons, args.corpora, labels, rng) if way.done < last else []
    if way.done == way.total:
        torch.save({"sd": averaged(begun["sd"], net.state_dict()), "labels": labels, "done": way.done}, args.out)


if __name__ == "__main__":
    main()
