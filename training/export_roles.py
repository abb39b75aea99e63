"""How does the graph of the role head come from its trained weights: all cues of a unit in one run.

Run: `python training/export_roles.py WEIGHTS.pt GRAPH.onnx` with onnx and torch installed.
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np
from export_reader import Graph, Weights, trained
from reader_sizes import FAR, ROLE, ROLE_EPSILON, ROLE_HEADS, ROLE_LAYERS, SMALL, TAGS, WIDTH


def asked(graph: Graph, weights: Weights) -> str:
    """What the head sees of each word for each cue: cues × words × 192."""
    word = graph.linear("w", weights, "role.tok")
    flat = graph.node("MatMul", "flat", graph.real(weights["role.flat.weight"].T))
    quotes = graph.node("Gather", graph.real(weights["role.quo.weight"] + weights["role.flat.bias"]), "wq")
    each = graph.node("Add", graph.node("Add", word, flat), quotes)  # 1 × words × 192, the same for all cues
    cue = graph.node("Gather", graph.node("Squeeze", "w", graph.whole(0)), "anchor", axis=0)
    cue = graph.node("Unsqueeze", graph.linear(cue, weights, "role.cue"), graph.whole(1))
    size = graph.node("Squeeze", graph.node("Shape", "sid", start=1, end=2), graph.whole(0))
    column = graph.node("Unsqueeze", "anchor", graph.whole(1))
    row = graph.node("Unsqueeze", graph.node("Range", graph.keep(np.int64(0)), size, graph.keep(np.int64(1))), graph.whole(0))
    far = graph.node("Sub", row, column)
    far = graph.node("Add", graph.node("Clip", far, graph.keep(np.int64(-FAR)), graph.keep(np.int64(FAR))), graph.whole(FAR))
    far = graph.node("Gather", graph.real(weights["role.dist.weight"]), far)
    sentences = graph.node("Squeeze", "sid", graph.whole(0))
    own = graph.node("Unsqueeze", graph.node("Gather", sentences, "anchor"), graph.whole(1))
    same = graph.node("Cast", graph.node("Equal", own, "sid"), to=7)
    same = graph.node("Gather", graph.real(weights["role.samesent.weight"]), same)
    return graph.node("Sum", each, cue, far, same)


def normal(graph: Graph, weights: Weights, name: str, x: str) -> str:
    """`x` normalised."""
    scale, bias = graph.real(weights[name + ".weight"]), graph.real(weights[name + ".bias"])
    return graph.node("LayerNormalization", x, scale, bias, axis=-1, epsilon=ROLE_EPSILON)


def model(weights: Weights) -> Any:
    """The whole graph, with the inputs and the output that `sayso.weights` names."""
    from onnx import TensorProto, helper  # noqa: PLC0415  only the export needs it

    graph = Graph()
    x = asked(graph, weights)
    for i in range(ROLE_LAYERS):
        layer = f"role.layers.{i}."
        three = graph.parts(
            graph.linear(normal(graph, weights, layer + "n1", x), weights, layer + "qkv"),
            [f"{n}{i}" for n in ("query", "key", "value")],
            [ROLE] * 3,
        )
        seen = graph.node("MultiHeadAttention", *three, num_heads=ROLE_HEADS)
        x = graph.node("Sum", x, graph.linear(seen, weights, layer + "o"))
        wide = graph.node("Gelu", graph.linear(normal(graph, weights, layer + "n2", x), weights, layer + "f1"))
        x = graph.node("Sum", x, graph.linear(wide, weights, layer + "f2"))
    scores = graph.linear(normal(graph, weights, "role.norm", x), weights, "role.out")
    flat = graph.node("Log", graph.node("Add", "flat", graph.real(SMALL)))
    graph.node("Add", scores, graph.node("Mul", flat, graph.real(weights["role.skip"])), name="role")

    def given(name: str, kind: int, *shape: Any) -> Any:
        return helper.make_tensor_value_info(name, kind, list(shape))

    whole, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [given("w", real, 1, "words", WIDTH), given("flat", real, 1, "words", TAGS), given("anchor", whole, "cues")]
    inputs += [given(n, whole, 1, "words") for n in ("sid", "wq")]
    made = helper.make_graph(graph.nodes, "roles", inputs, [given("role", real, "cues", "words", TAGS)], graph.kept)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=8, producer_name="sayso")


def main(source: str, target: str) -> None:
    """Write the graph of the role head of the weights at `source`."""
    import onnx  # noqa: PLC0415  only the export needs it

    onnx.save(model(trained(Path(source))), target)


if __name__ == "__main__":
    main(*sys.argv[1:])
