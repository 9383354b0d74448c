"""The trained reader of a process: one session, and the scores of the documents that are being read."""

from functools import cache
from threading import Lock
from weakref import finalize

from rashomon.errors import WeightsUnusable
from rashomon.read.document import Document
from rashomon.read.neural.scores import Scores
from rashomon.read.neural.session import Session
from rashomon.read.neural.weights import NEXT_STEP, Weights, weights


class NeuralReader:
    """Scores documents, each once; several annotators ask for the same one, and other threads may ask ahead.

    Scores are kept as long as their document is, however far ahead it was asked for.
    """

    def __init__(self, made: Weights) -> None:
        self.weights = made
        self._scores: dict[int, Scores] = {}
        try:
            self.session = Session(made.encoder, made.tokenizer)
        except Exception as error:  # onnxruntime and tokenizers raise plain exceptions for a file they can't use
            raise WeightsUnusable(f"The reader's weights can't be loaded: {error}", NEXT_STEP) from error

    @property
    def kept(self) -> int:
        """How many documents' scores are kept."""
        return len(self._scores)

    def scores(self, document: Document) -> Scores:
        """What the encoder says of a document."""
        found = self._scores.get(id(document))
        if found is None:
            found = self.session.scores(self.session.pieces(document.text, document.paragraphs))
            self._scores[id(document)] = found
            finalize(document, self._scores.pop, id(document), None)
        return found

    def forget(self) -> None:
        """Score every document anew, as a measure of speed must."""
        self._scores.clear()


_LOADING = Lock()


def neural_reader() -> NeuralReader:
    """The reader of this process, loaded once, at its first use. Raises `WeightsUnusable`."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> NeuralReader:
    return NeuralReader(weights())
