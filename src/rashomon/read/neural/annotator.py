"""What the annotators of the trained reader share: the reader itself, loaded when it is first needed."""

from collections.abc import Callable

from rashomon.read.neural.reader import NeuralReader, neural_reader


class NeuralAnnotator:
    """An annotator that decodes the scores of the trained reader; `load` gives that reader."""

    def __init__(self, load: Callable[[], NeuralReader] = neural_reader) -> None:
        self._load = load

    @property
    def reader(self) -> NeuralReader:
        """The trained reader, loaded when it is first needed."""
        return self._load()
