"""Learned numbers as data: a language's graphs, labels and vocabulary, read once and kept."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from sayso.text.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was learned of the spans of attributions: a weight by trait for each part, and by trait of all three for the whole.

    `least` and `least_unsourced` are the probabilities from which an attribution is taken, with a source and without.
    """

    cue: tuple[float, ...]
    source: tuple[float, ...]
    content: tuple[float, ...]
    whole: tuple[float, ...]
    least: float
    least_unsourced: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The reader's two graphs with what their numbers mean, and what chooses among the spans that they offer.

    `encode` takes word-piece ids, shapes and quote states, and per word its first piece and its sentence; `tag` the words'
    vectors and the cues.
    """

    reader: Any
    roles: Any
    labels: "Mapping[str, Sequence[str]]"
    pieces: Pieces
    choice: Choice

    def encode(self, **inputs: "np.ndarray[Any, Any]") -> "list[np.ndarray[Any, Any]]":
        """Word vectors, statement tags, and the ids of xpos, upos, name tag, head and relation, for one unit."""
        out: list[np.ndarray[Any, Any]] = self.reader.run(None, inputs)
        return out

    def tag(self, **inputs: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        """For each cue the scores of each word's part in it: cues × words × 7."""
        out: np.ndarray[Any, Any] = self.roles.run(None, inputs)[0]
        return out


@cache
def load(language: str = "en") -> Model:
    """The model of a language, on one thread; the same numbers on every run and for any number of processes."""
    import onnxruntime as ort  # noqa: PLC0415  slow to import, and only reading needs it

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    folder = files(__package__) / language

    def session(name: str) -> Any:
        with as_file(folder / name) as path:
            return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    vocabulary = {w: i for i, w in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")) if w}
    return Model(
        reader=session("reader.int8.onnx"),
        roles=session("roles.int8.onnx"),
        labels=json.loads((folder / "labels.json").read_text(encoding="utf-8")),
        pieces=Pieces(vocabulary),
        choice=_choice(json.loads((folder / "choice.json").read_text(encoding="utf-8"))),
    )


def _choice(kept: "Mapping[str, Any]") -> Choice:
    parts = {part: tuple(kept[part].values()) for part in ("cue", "source", "content", "whole")}
    return Choice(**parts, least=kept["least"], least_unsourced=kept["least_unsourced"])


@cache
def digest(language: str = "en") -> str:
    """SHA-256, in hex, over the names and bytes of a language's weights."""
    whole = hashlib.sha256()
    for path in sorted((files(__package__) / language).iterdir(), key=lambda p: p.name):
        if path.is_file():
            whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()
