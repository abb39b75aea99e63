"""How does the reader's graph come from its trained weights: written node by node, for one unit a run, its matrices in 8 bits.

Run: `python training/export_reader.py SOURCE GRAPH.onnx` with onnx installed. SOURCE is the trained weights (`.pt`, which needs
torch), or a graph that torch exported and `quantize_dynamic` brought to 8 bits (`.onnx`): its numbers are then kept as they are.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from reader_sizes import EPSILON, HEADS, LAYERS, STATES, WIDTH

Numbers = NDArray[np.float64]
Weights = Mapping[str, Numbers]

FUSED = frozenset({"DynamicQuantizeMatMul", "Gelu", "MultiHeadAttention", "QAttention"})
"""Nodes that onnxruntime knows beyond the standard."""
FAR = 1 << 30
MOST = 63
"""Greatest weight in 8 bits. Processors without VNNI add two products of 8 bits in 16, which 255 × 127 × 2 overflows and
255 × 63 × 2 does not: so the sums are the same on all of them. **Source:** Intel's manual on PMADDUBSW, which saturates."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order in which they run, and the numbers that they hold."""

    nodes: list[Any] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)

    def keep(self, numbers: NDArray[Any] | np.generic) -> str:
        """The name of constant numbers."""
        from onnx import numpy_helper  # noqa: PLC0415  only the export needs it

        self.kept.append(numpy_helper.from_array(np.ascontiguousarray(numbers), f"n{len(self.kept)}"))
        return str(self.kept[-1].name)

    def real(self, numbers: Numbers | float) -> str:
        """The name of constants in 32 bits."""
        return self.keep(np.asarray(numbers, dtype=np.float32))

    def whole(self, *numbers: int) -> str:
        """The name of a row of whole constants."""
        return self.keep(np.array(numbers, dtype=np.int64))

    def several(self, kind: str, inputs: Sequence[str], names: Sequence[str], **settings: Any) -> Sequence[str]:
        """A node with more than one output: their names."""
        from onnx import helper  # noqa: PLC0415  only the export needs it

        domain = "com.microsoft" if kind in FUSED else ""
        self.nodes.append(helper.make_node(kind, list(inputs), list(names), domain=domain, **settings))
        return names

    def node(self, kind: str, *inputs: str, name: str = "", **settings: Any) -> str:
        """A node with one output: its name."""
        return self.several(kind, inputs, [name or f"v{len(self.nodes)}"], **settings)[0]

    def times(self, x: str, matrix: Numbers, bias: Numbers) -> str:
        """`x` × matrix + bias, where the matrix is in 8 bits and `x` is brought to 8 bits by its own range."""
        whole, scale = eight_bits(matrix)
        return self.node("DynamicQuantizeMatMul", x, self.keep(whole), self.keep(scale), "", self.real(bias))

    def linear(self, x: str, weights: Weights, *names: str) -> str:
        """The layers of these names side by side, as one product."""
        return self.times(x, *joined(weights, names))

    def parts(self, x: str, names: Sequence[str], sizes: Sequence[int]) -> Sequence[str]:
        """`x` cut along its last axis."""
        return self.several("Split", [x, self.whole(*sizes)], names, axis=-1)

    def normal(self, weights: Weights, name: str, *addends: str) -> str:
        """The sum of the addends, normalised.

        It is `Sum`, since onnxruntime makes of `Add` before a normalisation one node that is four times slower.
        """
        scale, bias = self.real(weights[name + ".weight"]), self.real(weights[name + ".bias"])
        return self.node("LayerNormalization", self.node("Sum", *addends), scale, bias, axis=-1, epsilon=EPSILON)


def eight_bits(matrix: Numbers) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix as whole numbers from -`MOST` to `MOST`, and the scale of each column."""
    scale = (np.abs(matrix).max(axis=0) / MOST).astype(np.float32)
    # A step below the least normal number is too coarse to divide by: what so small a column holds counts as nothing.
    scale[scale < np.finfo(np.float32).tiny] = 1
    return np.rint(matrix / scale).clip(-MOST, MOST).astype(np.int8), scale


def joined(weights: Weights, names: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The matrices of layers beside each other, inputs × outputs, and their biases."""
    return (
        np.concatenate([weights[n + ".weight"].T for n in names], axis=1),
        np.concatenate([weights[n + ".bias"] for n in names]),
    )


def whole_table(table: Numbers) -> tuple[NDArray[np.uint8], np.float32, np.uint8]:
    """A table as whole numbers from 0 to 255, their scale, and the number that stands for 0."""
    low, high = min(table.min(), 0.0), max(table.max(), 0.0)
    scale = np.float32((np.float32(high) - np.float32(low)) / np.float32(255))
    zero = np.uint8(np.rint(-low / scale))
    return (np.rint(table.astype(np.float32) / scale) + zero).clip(0, 255).astype(np.uint8), scale, zero


def coarse(table: Numbers) -> Numbers:
    """A table as its 8 bits tell it."""
    whole, scale, zero = whole_table(table)
    return (whole.astype(np.float64) - zero) * scale


def embedded(graph: Graph, weights: Weights) -> str:
    """The word pieces as vectors: 1 × pieces × 384, from tables in 8 bits."""
    table, scale, zero = whole_table(weights["enc.embeddings.word_embeddings.weight"])
    piece = graph.node("Gather", graph.keep(table), "ids")
    piece = graph.node("DequantizeLinear", piece, graph.keep(scale), graph.keep(zero))
    forms = coarse(weights["shape.weight"])[:, None] + coarse(weights["quote.weight"])[None]
    forms = forms.reshape(-1, WIDTH) + coarse(weights["enc.embeddings.token_type_embeddings.weight"])[0]
    row = graph.node("Add", graph.node("Mul", "shp", graph.whole(STATES)), "quo")
    places = graph.real(coarse(weights["enc.embeddings.position_embeddings.weight"])[None])
    size = graph.node("Shape", "ids", start=1, end=2)
    place = graph.node("Slice", places, graph.whole(0), size, graph.whole(1))
    return graph.normal(weights, "enc.embeddings.LayerNorm", piece, graph.node("Gather", graph.real(forms), row), place)


def encoded(graph: Graph, weights: Weights) -> str:
    """The mark before the unit and each word's first piece after six layers: 1 × (1 + words) × 384.

    The last layer is computed for these alone; the other pieces only give it their keys and values.
    """
    x = embedded(graph, weights)
    firsts = graph.node("Concat", graph.whole(0), graph.node("Reshape", "idx", graph.whole(-1)), axis=0)
    for i in range(LAYERS):
        layer = f"enc.encoder.layer.{i}."
        query, key, value = (f"{layer}attention.self.{n}" for n in ("query", "key", "value"))
        if i < LAYERS - 1:
            matrix, bias = joined(weights, (query, key, value))
            whole, scale = eight_bits(matrix)
            small, step, zero = graph.several("DynamicQuantizeLinear", [x], [f"{n}{i}" for n in ("small", "step", "zero")])
            inputs = (small, graph.keep(whole), graph.real(bias), step, graph.keep(scale), "", zero)
            seen = graph.node("QAttention", *inputs, num_heads=HEADS)
        else:
            pair = graph.parts(graph.linear(x, weights, key, value), ["keys", "values"], [WIDTH, WIDTH])
            x = graph.node("Gather", x, firsts, axis=1)
            seen = graph.node("MultiHeadAttention", graph.linear(x, weights, query), *pair, num_heads=HEADS)
        seen = graph.linear(seen, weights, layer + "attention.output.dense")
        x = graph.normal(weights, layer + "attention.output.LayerNorm", seen, x)
        wide = graph.node("Gelu", graph.linear(x, weights, layer + "intermediate.dense"))
        x = graph.normal(weights, layer + "output.LayerNorm", graph.linear(wide, weights, layer + "output.dense"), x)
    return x


def tagged(graph: Graph, weights: Weights, x: str) -> None:
    """The outputs of words by themselves: `w`, `flat`, `xpos`, `upos` and `ner`."""
    graph.node("Slice", x, graph.whole(1), graph.whole(FAR), graph.whole(1), name="w")
    names = ("flat", "xpos", "upos", "ner")
    sizes = [len(weights[n + ".bias"]) for n in names]
    _, *scores = graph.parts(graph.linear("w", weights, *names), ["flat", "xposes", "uposes", "ners"], sizes)
    for name, score in zip(names[1:], scores, strict=True):
        graph.node("ArgMax", score, axis=-1, keepdims=0, name=name)


def hung(graph: Graph, weights: Weights, x: str) -> None:
    """The outputs of the parse: `head`, among the words of the sentence and the mark at 0, and `rel` to that head."""
    names = ("ad", "ah", "rd", "rh")
    sizes = [len(weights[n + ".bias"]) for n in names]
    both = graph.node("Gelu", graph.linear(x, weights, *names))
    both = graph.node("Reshape", both, graph.whole(-1, sum(sizes)))
    hanging, holding, hanging_by, holding_by = graph.parts(both, ["hanging", "holding", "hanging_by", "holding_by"], sizes)
    hanging, hanging_by = (graph.node("Slice", v, graph.whole(1), graph.whole(FAR)) for v in (hanging, hanging_by))

    arcs = weights["U"]
    score = graph.node("Gemm", hanging, graph.real(arcs[:-1]), graph.real(arcs[-1]))
    score = graph.node("Gemm", score, holding, transB=1)
    column = graph.node("Reshape", "sid", graph.whole(-1, 1))
    allowed = graph.node("Concat", graph.node("Equal", column, column), graph.node("Equal", column, "sid"), axis=-1)
    score = graph.node("Where", allowed, score, graph.real(-1e4))
    head = graph.node("ArgMax", score, axis=-1, keepdims=0)
    graph.node("Unsqueeze", head, graph.whole(0), name="head")

    table = weights["V"]  # relations × (hanging + 1) × (holding + 1): the last of each is its constant
    kinds, size = len(table), table.shape[1] - 1
    pairs = table[:, :-1, :-1].transpose(1, 0, 2).reshape(size, -1)
    score = graph.times(hanging_by, pairs, table[:, -1, :-1].reshape(-1))
    score = graph.node("Reshape", score, graph.whole(-1, kinds, size))
    chosen = graph.node("Unsqueeze", graph.node("Gather", holding_by, head), graph.whole(2))
    score = graph.node("Reshape", graph.node("MatMul", score, chosen), graph.whole(-1, kinds))
    alone = graph.node("Gemm", hanging_by, graph.real(table[:, :-1, -1].T), graph.real(table[:, -1, -1]))
    best = graph.node("ArgMax", graph.node("Add", score, alone), axis=-1, keepdims=0)
    graph.node("Unsqueeze", best, graph.whole(0), name="rel")


def model(weights: Weights) -> Any:
    """The whole graph, with the inputs and outputs that `sayso.weights` names."""
    from onnx import TensorProto, helper  # noqa: PLC0415  only the export needs it

    graph = Graph()
    x = encoded(graph, weights)
    tagged(graph, weights, x)
    hung(graph, weights, x)

    def row(name: str, size: str) -> Any:
        return helper.make_tensor_value_info(name, TensorProto.INT64, [1, size])

    def vectors(name: str, wide: int) -> Any:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "words", wide])

    inputs = [*(row(n, "pieces") for n in ("ids", "shp", "quo")), *(row(n, "words") for n in ("idx", "sid"))]
    outputs = [vectors("w", WIDTH), vectors("flat", len(weights["flat.bias"]))]
    outputs += [row(n, "words") for n in ("xpos", "upos", "ner", "head", "rel")]
    made = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.kept)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=8, producer_name="sayso")


def trained(path: Path) -> Weights:
    """The weights by name, as training left them."""
    import torch  # noqa: PLC0415  a big package, and not needed to bring over a graph

    kept = torch.load(path, map_location="cpu", weights_only=True)["sd"]
    return {name: numbers.double().numpy() for name, numbers in kept.items()}


def exported(path: Path) -> Weights:
    """The weights by name, as a graph tells them that torch exported and onnxruntime's `quantize_dynamic` brought to 8 bits."""
    import onnx  # noqa: PLC0415  only the export needs it

    graph = onnx.load(path).graph
    kept = {n.name: onnx.numpy_helper.to_array(n).astype(np.float64) for n in graph.initializer}
    weights = {n.removeprefix("n."): v for n, v in kept.items() if n.startswith("n.") and v.ndim and not n.endswith("_quantized")}
    for name, whole in kept.items():
        plain = name.removesuffix("_quantized")
        if plain != name and plain.startswith("n."):
            weights[plain.removeprefix("n.")] = (whole - kept[plain + "_zero_point"]) * kept[plain + "_scale"]
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            plain = node.input[1].removesuffix("_quantized")
            layer = node.name.strip("/").removesuffix("MatMul_quant").replace("/", ".")
            weights[layer + "weight"] = (kept[node.input[1]] * kept[plain + "_scale"]).T
    weights["U"] = weights.pop("weight").T  # the two that are no layer: one product without a name, and one table laid flat
    weights["V"] = next(v for v in kept.values() if v.ndim == 3).transpose(1, 0, 2)
    return weights


def main(source: str, target: str) -> None:
    """Write the graph of the weights at `source`."""
    import onnx  # noqa: PLC0415  only the export needs it

    path = Path(source)
    onnx.save(model(exported(path) if path.suffix == ".onnx" else trained(path)), target)


if __name__ == "__main__":
    main(*sys.argv[1:])
