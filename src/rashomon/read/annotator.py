"""The small protocol that every annotator of the read stage stands behind."""

from typing import Protocol

from rashomon.model import Reading
from rashomon.read.document import Document


class Annotator(Protocol):
    """Adds one layer to a reading: spans only, nothing guessed.

    Each annotator is named and versioned (`attribution.rules.1`): a changed rule is a new version beside the old one.
    """

    @property
    def name(self) -> str:
        """Layer, method and version, joined by dots."""

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with this annotator's layer added; it may use the layers before it and changes none of them."""
