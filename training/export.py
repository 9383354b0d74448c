"""The trained reader as an ONNX graph of fused operators, in float and in int8.

The graph is put together operator by operator, which keeps it small and the same on every version of the exporter; a
test holds its output against PyTorch's.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder import HEADS, LAYERS, TINY
from training.heads import Reader

FUSED = "com.microsoft"
OPSET = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
IR_VERSION = 9
HEAD_NODES = ("tags.product", "links.product", "stance.product", "events.product", "classes.product")
"""What stays in floating point: the last layers, which cost little and round badly."""
INNER_LAYERS = {"links": "link_inner", "roles": "role_inner"}
"""The heads that have a layer of their own before them."""


class Graph:
    """An ONNX graph that grows node by node."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, *, turned: bool = False) -> str:
        """A weight of the reader as a constant; `turned` transposes it, as products with rows of vectors want it."""
        key = f"{name}.turned" if turned else name
        if key not in self.constants:
            value = np.ascontiguousarray(self.weights[name].T if turned else self.weights[name])
            self.constants[key] = numpy_helper.from_array(value.astype(np.float32), key)
        return key

    def add(self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        """One node; returns the name of its output."""
        node = helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes)
        self.nodes.append(node)
        return output

    def linear(self, hidden: str, name: str, *, bias: bool = True) -> str:
        """A linear layer of the reader."""
        product = self.add("MatMul", [hidden, self.constant(f"{name}.weight", turned=True)], f"{name}.product")
        return self.add("Add", [product, self.constant(f"{name}.bias")], f"{name}.sum") if bias else product

    def norm(self, hidden: str, skip: str, norm: str, bias: str) -> str:
        """The sum of what a layer adds, its bias and what it was given, normalised."""
        inputs = [hidden, skip, *(self.constant(f"{norm}.{part}") for part in ("weight", "bias")), self.constant(bias)]
        return self.add("SkipLayerNormalization", inputs, f"{norm}.out", domain=FUSED, epsilon=TINY)


def graph_of(reader: Reader) -> onnx.ModelProto:
    """The reader as a graph: `ids`, `case`, `mask` (int32, rows x pieces) to what the heads say (float)."""
    graph = Graph({name: value.detach().cpu().numpy() for name, value in reader.state_dict().items()})
    hidden = encoded(graph)
    outputs = {name: graph.linear(hidden, name) for name in ("tags", "stance", "events", "classes")}
    outputs |= {name: graph.linear(_inner(graph, hidden, inner), name) for name, inner in INNER_LAYERS.items()}
    for name, made in outputs.items():
        graph.add("Identity", [made], name)
    shape = ["rows", "pieces"]
    return _model(graph, shape, outputs, reader)


def _inner(graph: Graph, hidden: str, name: str) -> str:
    """A layer between the encoder and a head."""
    inner = graph.linear(hidden, name, bias=False)
    return graph.add("BiasGelu", [inner, graph.constant(f"{name}.bias")], f"{name}.out", domain=FUSED)


def encoded(graph: Graph) -> str:
    """The encoder itself: pieces, their case and their mask to one vector a piece."""
    hidden = _embedded(graph)
    for number in range(LAYERS):
        hidden = _layer(graph, hidden, f"encoder.layers.{number}")
    return hidden


def _embedded(graph: Graph) -> str:
    tables = [graph.constant(f"encoder.{name}.weight") for name in ("words", "positions", "cases", "norm")]
    node = helper.make_node(
        "EmbedLayerNormalization",
        ["ids", "case", *tables, graph.constant("encoder.norm.bias"), "mask"],
        ["embedded", "lengths"],
        name="embedded",
        domain=FUSED,
        epsilon=TINY,
    )
    graph.nodes.append(node)
    return "embedded"


def _layer(graph: Graph, hidden: str, name: str) -> str:
    inputs = [hidden, graph.constant(f"{name}.qkv.weight", turned=True), graph.constant(f"{name}.qkv.bias"), "mask"]
    mixed = graph.add("Attention", inputs, f"{name}.mixed", domain=FUSED, num_heads=HEADS)
    mixed = graph.norm(graph.linear(mixed, f"{name}.out", bias=False), hidden, f"{name}.first_norm", f"{name}.out.bias")
    up = graph.linear(mixed, f"{name}.up", bias=False)
    up = graph.add("BiasGelu", [up, graph.constant(f"{name}.up.bias")], f"{name}.up.out", domain=FUSED)
    return graph.norm(graph.linear(up, f"{name}.down", bias=False), mixed, f"{name}.second_norm", f"{name}.down.bias")


def _model(graph: Graph, shape: list[str], outputs: Mapping[str, str], reader: Reader) -> onnx.ModelProto:
    sizes = {name: getattr(reader, name).out_features for name in outputs}
    made = helper.make_graph(
        graph.nodes,
        "reader",
        [helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name in ("ids", "case", "mask")],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [*shape, size]) for name, size in sizes.items()],
        list(graph.constants.values()),
    )
    return helper.make_model(made, opset_imports=OPSET, ir_version=IR_VERSION, producer_name="rashomon")


def export(reader: Reader, path: Path, *, int8: bool = True, reduced: bool = True) -> None:
    """Write the reader to `path`.

    With `reduced`, int8 weights keep to 7 bits: products of 8-bit weights overflow the 16-bit sums of processors without
    VNNI, of 7-bit weights they can't.
    """
    save(graph_of(reader), path, int8=int8, reduced=reduced, kept=HEAD_NODES)


def save(model: onnx.ModelProto, path: Path, *, int8: bool, reduced: bool, kept: Sequence[str] = ()) -> None:
    """Write a graph; with `int8`, the nodes named in `kept` alone stay in floating point."""
    if not int8:
        onnx.save_model(model, path)
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / path.name
        onnx.save_model(model, source)
        quantize_dynamic(
            source,
            path,
            per_channel=True,
            reduce_range=reduced,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=list(kept),
            op_types_to_quantize=["MatMul", "Attention", "EmbedLayerNormalization"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
