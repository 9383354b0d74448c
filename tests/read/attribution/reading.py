"""Reading a text of a few sentences, and its attributions as plain words."""

from dataclasses import dataclass

from rashomon.model import Attribution, Reading, Report, words_of
from rashomon.read.attribution import AttributionRules
from rashomon.read.document import Document
from rashomon.read.segment import segment


@dataclass(frozen=True)
class Found:
    """One attribution in words, beside itself."""

    source: str
    cue: str
    content: str
    attribution: Attribution

    @property
    def claimant(self) -> str | None:
        return self.attribution.claimant.name if self.attribution.claimant else None


def document_of(text: str) -> Document:
    return segment(Report(id="r1", name="test", sha256="", text=text, media_type="text/plain", origin="test.txt"))


def read(text: str) -> tuple[Found, ...]:
    reading = AttributionRules().annotate(document_of(text), Reading(report="r1", reader="test"))
    return tuple(Found(words_of(a.source), words_of(a.cue), words_of(a.content), a) for a in reading.attributions)


def only(text: str) -> Found:
    found = read(text)
    assert len(found) == 1, [(f.source, f.cue, f.content) for f in found]
    return found[0]
