"""The annotator `attribution.rules.5`: who is quoted saying what, by rules."""

from dataclasses import replace

from rashomon.codebook.cues import cues
from rashomon.model import Reading, Skipped
from rashomon.read.attribution.assembly import LONGEST_SENTENCE, attributions, drafts
from rashomon.read.document import Document


class AttributionRules:
    """Finds attributions by the cue table of the codebook and the order of words around each cue."""

    @property
    def name(self) -> str:
        """Layer, method and version."""
        return "attribution.rules.5"

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with its attributions in reading order, and the sentences too long to be read counted."""
        found = attributions(document, drafts(document, cues()), cues(), prefix=self.name)
        return replace(reading, attributions=found, skipped=(*reading.skipped, *_too_long(document)))


def _too_long(document: Document) -> tuple[Skipped, ...]:
    return tuple(
        Skipped(
            where=f"{document.report.name}, character {sentence.start}",
            reason=f"A sentence of {len(sentence.tokens)} words and marks is too long to look for attributions in.",
            next_step="Give the report with its paragraphs and full stops.",
            kept=True,
        )
        for sentence in document.sentences
        if len(sentence.tokens) > LONGEST_SENTENCE
    )
