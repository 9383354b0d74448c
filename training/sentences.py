"""The untouched MiniLM as the encoder of sentences that the package ships beside the reader's weights."""

import json
from pathlib import Path

import onnx
from onnx import TensorProto, helper

from rashomon.shipped import digest_of
from rashomon.vectors.weights import FILES, FORMAT
from training.encoder import WIDTH, Encoder, pretrained, tokenizer
from training.export import IR_VERSION, OPSET, Graph, encoded, save

ROWS = "rows"


def graph_of_sentences(encoder: Encoder) -> onnx.ModelProto:
    """The encoder as a graph: `ids`, `case`, `mask` (int32, rows x pieces) to one `vector` of length one a row.

    The vector is the mean of those of all pieces, marks included, as the model was trained; rows are not filled up, so
    that the mean needs no mask.
    """
    graph = Graph({f"encoder.{name}": value.detach().cpu().numpy() for name, value in encoder.state_dict().items()})
    pooled = graph.add("ReduceMean", [encoded(graph)], "pooled", axes=[1], keepdims=0)
    graph.add("LpNormalization", [pooled], "vector", axis=-1, p=2)
    shape = [ROWS, "pieces"]
    made = helper.make_graph(
        graph.nodes,
        "sentences",
        [helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name in ("ids", "case", "mask")],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [ROWS, WIDTH])],
        list(graph.constants.values()),
    )
    return helper.make_model(made, opset_imports=OPSET, ir_version=IR_VERSION, producer_name="rashomon")


def export_sentences(path: Path, *, int8: bool = True) -> None:
    """Write the untouched MiniLM to `path`."""
    save(graph_of_sentences(pretrained()), path, int8=int8, reduced=True)


def ship_sentences(folder: Path) -> None:
    """Write the encoder and its description into the folder of the weights; the same bytes whenever it is done."""
    folder.mkdir(parents=True, exist_ok=True)
    export_sentences(folder / FILES[0])
    vocabulary = folder / FILES[1]
    if not vocabulary.exists():
        tokenizer().save(str(vocabulary), pretty=False)
    told = {"format": FORMAT, "files": {name: digest_of(folder / name) for name in FILES}}
    (folder / "sentences.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
