"""The trained reader at work: weights loaded once a process, documents in, scores out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from rashomon.read.neural.pieces import Pieces, cut, id_of
from rashomon.read.neural.scores import OUTPUTS, Floats, Scores, joined
from rashomon.read.neural.windows import windows_of

WINDOW: Final = 254
"""Pieces that the encoder sees at once, besides its two marks."""
OVERLAP: Final = 48
"""Pieces that neighbouring windows share, so that no word is judged from one side alone."""
Inputs: TypeAlias = dict[str, NDArray[np.int32]]


class Session:
    """An encoder on the CPU. One call uses one thread, and several threads may call at once."""

    def __init__(self, encoder: Path, tokenizer: Path) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = InferenceSession(encoder, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._open, self._close = (id_of(mark, self._tokenizer) for mark in ("[CLS]", "[SEP]"))

    def pieces(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Pieces:
        """The pieces of a text."""
        return cut(text, paragraphs, self._tokenizer)

    def scores(self, pieces: Pieces) -> Scores:
        """What the encoder says of a document."""
        parts = [dict(zip(OUTPUTS, self.run(given), strict=True)) for given in self.inputs(pieces)]
        return joined(pieces, windows_of(len(pieces), size=WINDOW, overlap=OVERLAP), parts)

    def inputs(self, pieces: Pieces) -> Iterator[Inputs]:
        """The windows of a document, each as the inputs of one run.

        On a CPU, windows run together are slower than one by one, since they no longer fit in its caches; and the scales
        of int8 arithmetic are those of a whole run, so what is read in a window never depends on others.
        """
        for window in windows_of(len(pieces), size=WINDOW, overlap=OVERLAP):
            size = window.end - window.start + 2
            ids = np.empty((1, size), dtype=np.int32)
            case = np.zeros_like(ids)
            ids[0, 0], ids[0, -1] = self._open, self._close
            ids[0, 1:-1] = pieces.ids[window.start : window.end]
            case[0, 1:-1] = pieces.case[window.start : window.end]
            yield {"ids": ids, "case": case, "mask": np.ones_like(ids)}

    def run(self, given: Inputs) -> list[Floats]:
        """The outputs of the graph for one window, in the order of `OUTPUTS`; a row a piece."""
        return [output[0] for output in self._session.run(OUTPUTS, given)]
