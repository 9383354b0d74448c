"""Short ways to read figures out of a sentence."""

from rashomon.model import Attribution, Figure, IncidentMention, Reading, Report
from rashomon.read.document import Document
from rashomon.read.figures import FigureRules
from rashomon.read.segment import segment

Told = tuple[str, str, int | None, int | None]
"""A figure's words, outcome, low and high."""


def document_of(text: str) -> Document:
    """A document made of a text."""
    return segment(Report(id="r1", name="one", sha256="0" * 64, text=text, media_type="text/plain", origin="one.txt"))


def figures_of(
    text: str, attributions: tuple[Attribution, ...] = (), events: tuple[IncidentMention, ...] = ()
) -> tuple[Figure, ...]:
    """The figures that the rules find in a text."""
    reading = Reading(report="r1", reader="test", attributions=attributions, events=events)
    return FigureRules().annotate(document_of(text), reading).figures


def told(text: str) -> list[Told]:
    """The figures that a text states as plain tuples, in reading order; sums over a list are left out."""
    stated = (figure for figure in figures_of(text) if not figure.addends)
    return [(figure.span.text, figure.outcome, figure.low, figure.high) for figure in stated]
