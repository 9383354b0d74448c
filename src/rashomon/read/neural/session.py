"""The trained reader at work: weights loaded once a process, documents in, scores out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from rashomon.read.neural.pieces import Pieces, cut, id_of
from rashomon.read.neural.scores import OUTPUTS, Floats, Scores, joined
from rashomon.read.neural.windows import Window, windows_of

WINDOW: Final = 254
"""Pieces that the encoder sees at once, besides its two marks."""
OVERLAP: Final = 48
"""Pieces that neighbouring windows share, so that no word is judged from one side alone."""
ROWS: Final = 1
"""Windows that are run together. They are always of one document: int8 scales are those of a whole batch, and what is
read in one report must not depend on the reports beside it."""

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
        """What the encoder says of a document; its windows are of one length, so none is filled up."""
        parts: list[dict[str, Floats]] = []
        for batch in self.batches(pieces):
            parts.extend(dict(zip(OUTPUTS, rows, strict=True)) for rows in zip(*self.run(batch), strict=True))
        return joined(pieces, windows_of(len(pieces), size=WINDOW, overlap=OVERLAP), parts)

    def batches(self, pieces: Pieces) -> Iterator[Inputs]:
        """The windows of a document as inputs of the graph, several in each."""
        for some in chunked(windows_of(len(pieces), size=WINDOW, overlap=OVERLAP)):
            yield self._given(pieces, some)

    def run(self, batch: Inputs) -> list[Floats]:
        """The outputs of the graph for a batch, in the order of `OUTPUTS`."""
        return list(self._session.run(OUTPUTS, batch))

    def _given(self, pieces: Pieces, windows: Sequence[Window]) -> Inputs:
        """The inputs of the graph for windows of one length."""
        size = windows[0].end - windows[0].start + 2
        ids = np.empty((len(windows), size), dtype=np.int32)
        case = np.zeros_like(ids)
        ids[:, 0], ids[:, -1] = self._open, self._close
        for row, window in enumerate(windows):
            ids[row, 1:-1] = pieces.ids[window.start : window.end]
            case[row, 1:-1] = pieces.case[window.start : window.end]
        return {"ids": ids, "case": case, "mask": np.ones_like(ids)}


def chunked(windows: Sequence[Window]) -> list[Sequence[Window]]:
    """The windows in groups of nearly equal size, none larger than `ROWS`."""
    groups = -(-len(windows) // ROWS)
    edges = [round(n * len(windows) / groups) for n in range(groups + 1)] if groups else [0]
    return [windows[start:end] for start, end in pairwise(edges)]
