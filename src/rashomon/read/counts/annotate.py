"""The layer of counted things in a reading."""

from dataclasses import dataclass, replace

from rashomon.codebook.casualties import casualty_words
from rashomon.codebook.counted import CountedWords, counted_words
from rashomon.model import Count, Reading, Span, content_id
from rashomon.read.counts.link import linked
from rashomon.read.counts.tellings import Scene, Told
from rashomon.read.counts.things import Thing, all_things, displaced_people
from rashomon.read.document import Document, Sentence
from rashomon.read.figures.anchors import Anchors
from rashomon.read.figures.line import Line, lines_of
from rashomon.read.figures.status import is_of_period

NAME = "counts.rules.1"


@dataclass(frozen=True, slots=True)
class CountRules:
    """Finds counts of munitions, of what they hit, of attacks, and of people driven from home.

    Uses the attributions of the reading for the claimant, and its incident mentions for what a count belongs to.
    """

    name: str = NAME

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with its counts, in reading order."""
        book, words, anchors = casualty_words(), counted_words(), Anchors(reading)
        found: list[Count] = []
        last: Thing | None = None
        for sentence in document.sentences:
            for line in lines_of(sentence, book):
                place = _Place(document, anchors, sentence, line)
                pairs = _things_of(line, words, last)
                found += sorted((place.count(*pair) for pair in pairs), key=lambda count: count.span)
                last = next((thing for thing, _ in reversed(pairs) if thing.kind != "people"), None)
        return replace(reading, counts=tuple(found))


def _things_of(line: Line, words: CountedWords, last: Thing | None) -> list[tuple[Thing, Told]]:
    """The counted things of a line with what befell them; most lines tell of none and cost one look at each word."""
    told = any(words.telling.at(line.words, n) or words.nouns.at(line.words, n) for n in range(len(line.words)))
    acts = any(words.plurals.get(word) == "act" for word in line.words)
    if not told and not acts:
        return []
    pairs = linked(Scene(line, words, all_things(line, words)), last)
    people = Scene(line, words, displaced_people(line)) if told else None
    return pairs + (linked(people, None) if people and people.things else [])


@dataclass(frozen=True, slots=True)
class _Place:
    """A line with its document and what its counts hang on."""

    document: Document
    anchors: Anchors
    sentence: Sentence
    line: Line

    def count(self, thing: Thing, told: Told) -> Count:
        """The count of a thing, with whose word it is, what it belongs to and how it stands."""
        start, end = self.line.tokens[thing.start].start, self.line.tokens[thing.end - 1].end
        span = self.document.span(start, end)
        attribution = self.anchors.attribution(span)
        return Count(
            id=content_id("c", self.document.report.id, start, end, told.outcome),
            incident=None,
            outcome=told.outcome,
            what=thing.what,
            low=thing.quantity.low,
            high=thing.quantity.high,
            partial=thing.part,
            span=span,
            claimant=attribution.claimant if attribution else None,
            attribution=attribution.id if attribution else None,
            status=self._status(span),
            hedge=thing.quantity.hedge,
            mention=self.anchors.mention(span, self.sentence),
            rule=f"{NAME}: {told.rule}",
        )

    def _status(self, span: Span) -> str:
        if is_of_period(self.line) or not self.anchors.any_incident:
            return "background"
        return "unconfirmed" if self.anchors.is_doubted(span) else "stated"
