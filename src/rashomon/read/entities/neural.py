"""The annotator `entities.neural.1`: persons, bodies, places, weapons, times and numbers, by the trained reader."""

from dataclasses import replace

from rashomon.model import Entity, Reading
from rashomon.read.document import Document
from rashomon.read.neural.annotator import NeuralAnnotator
from rashomon.read.neural.entities import entities_of
from rashomon.read.neural.labels import ENTITIES


class EntityNeural(NeuralAnnotator):
    """Marks entities; what they stand for is the business of the mentions and of the resolve stage."""

    @property
    def name(self) -> str:
        """Layer, method and version."""
        return "entities.neural.1"

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with its entities in reading order."""
        scores, calibration = self.reader.scores(document), self.reader.weights.calibration
        found = []
        for one in entities_of(scores):
            start, end = scores.pieces.characters(*one.run)
            confidence = calibration.confidence("entity", one.sure)
            found.append(Entity(span=document.span(start, end), type=ENTITIES[one.type], confidence=confidence))
        return replace(reading, entities=tuple(found))
