"""The encoder of sentences at work: one text in, one vector of length one out."""

import re
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidGraph, InvalidProtobuf
from tokenizers import Tokenizer

from rashomon.errors import WeightsUnusable

Vector: TypeAlias = NDArray[np.float32]
WIDTH: Final = 384
LONGEST: Final = 256
"""Pieces that the encoder sees of one text, its two marks included; what comes after is cut off."""
HALF: Final = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which JSON lines can bring in and the tokenizer does not take."""


class Encoder:
    """MiniLM on the CPU, one text a run: the scales of int8 arithmetic are those of a whole run, so a text's vector
    never depends on the texts beside it."""

    def __init__(self, graph: Path, tokenizer: Path) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        try:
            self._session = InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except (Fail, InvalidGraph, InvalidProtobuf) as error:
            raise WeightsUnusable(f"The encoder of sentences can't be loaded: {graph}.", "Install it again.") from error
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()

    def vector(self, text: str) -> Vector:
        """The vector of a text, of shape (`WIDTH`,) and length one."""
        ids = np.array([self._tokenizer.encode(HALF.sub("\ufffd", text)).ids], dtype=np.int32)
        given = {"ids": ids, "case": np.zeros_like(ids), "mask": np.ones_like(ids)}
        (found,) = self._session.run(["vector"], given)
        vector: Vector = found[0]
        return vector
