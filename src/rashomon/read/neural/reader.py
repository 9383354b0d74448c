"""The trained reader of a process: one session, and the scores of the documents that are being read."""

from collections import OrderedDict
from functools import cache
from threading import Lock

from rashomon.errors import WeightsUnusable
from rashomon.read.document import Document
from rashomon.read.neural.scores import Scores
from rashomon.read.neural.session import Session
from rashomon.read.neural.weights import NEXT_STEP, Weights, weights

REMEMBERED = 16
"""Documents whose scores are kept: those that other threads have run ahead with, and the one that is being read."""


class NeuralReader:
    """Scores documents, each once; several annotators ask for the same one, and other threads may ask ahead."""

    def __init__(self, made: Weights) -> None:
        self.weights = made
        self._lock = Lock()
        self._scores: OrderedDict[str, Scores] = OrderedDict()
        try:
            self.session = Session(made.encoder, made.tokenizer)
        except Exception as error:  # onnxruntime and tokenizers raise plain exceptions for a file they can't use
            raise WeightsUnusable(f"The reader's weights can't be loaded: {error}", NEXT_STEP) from error

    def scores(self, document: Document) -> Scores:
        """What the encoder says of a document."""
        identity = document.report.id
        with self._lock:
            if identity in self._scores:
                return self._scores[identity]
        found = self.session.scores(self.session.pieces(document.text, document.paragraphs))
        with self._lock:
            self._scores[identity] = found
            while len(self._scores) > REMEMBERED:
                self._scores.popitem(last=False)
        return found

    def forget(self) -> None:
        """Score every document anew, as a measure of speed must."""
        with self._lock:
            self._scores.clear()


@cache
def neural_reader() -> NeuralReader:
    """The reader of this process, loaded at its first use. Raises `WeightsUnusable`."""
    return NeuralReader(weights())
