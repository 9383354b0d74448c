"""The figures layer of a reading."""

from dataclasses import dataclass, replace
from functools import cached_property

from rashomon.codebook.casualties import casualty_words
from rashomon.model import Figure, Outcome, Reading, Span, content_id
from rashomon.read.document import Document, Sentence
from rashomon.read.figures.anchors import Anchors
from rashomon.read.figures.carried import Carried
from rashomon.read.figures.line import Line, lines_of
from rashomon.read.figures.link import linked
from rashomon.read.figures.linking import Link
from rashomon.read.figures.nouns import Counted
from rashomon.read.figures.people import all_people
from rashomon.read.figures.predicates import all_predicates
from rashomon.read.figures.quantity import Quantity
from rashomon.read.figures.status import doubts, is_of_period
from rashomon.read.figures.structure import added_up, is_overtaken, is_revision, lists_of, with_wholes

NAME = "figures.rules.4"
CLOSING = {"\u201c": "\u201d", "\u2018": "\u2019", "\u00ab": "\u00bb", '"': '"'}


@dataclass(frozen=True, slots=True)
class FigureRules:
    """Finds counts of killed, wounded, missing and captured people by a small grammar over tokens.

    Uses the attributions of the reading for the claimant, and its incident mentions for what a figure belongs to.
    """

    name: str = NAME

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with its figures, in reading order."""
        book, scene = casualty_words(), _Scene(document, Anchors(reading), Carried(reading.attributions))
        found: list[Figure] = []
        first = last = 0
        for sentence in document.sentences:
            for line in lines_of(sentence, book):
                figures = scene.figures(_Place(sentence, line), earlier=found)
                if figures:
                    first, last = len(found), sentence.index
                    found += figures
                elif last == sentence.index - 1 and doubts(line):
                    found[first:] = [_unconfirmed(figure) for figure in found[first:]]
        return replace(reading, figures=tuple(found))


@dataclass(frozen=True)
class _Place:
    """A line with its sentence, and what the line as a whole says about its figures."""

    sentence: Sentence
    line: Line

    @cached_property
    def doubted(self) -> bool:
        """Whether the line says that its toll could not be confirmed."""
        return doubts(self.line)

    @cached_property
    def of_period(self) -> bool:
        """Whether the line counts over a war, a year or a disaster."""
        return is_of_period(self.line)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A document and what its figures hang on."""

    document: Document
    anchors: Anchors
    carried: Carried

    def figures(self, place: _Place, *, earlier: list[Figure]) -> list[Figure]:
        """The figures of one line; `earlier` are those before it."""
        line = place.line
        people = all_people(line)
        if not people:
            return self._echo(place, earlier)
        before = (earlier[-1].outcome,) if earlier else ()
        links = linked(line, people, predicates=all_predicates(line, people), earlier=before)
        found: list[Figure] = []
        who = "people"
        for number, link in sorted(links.items()):
            counted = people[number]
            if counted.kind == "people" and counted.who != "people" and not (counted.part or link.part):
                who = counted.who
            told = replace(counted, who=who) if counted.kind == "bare" and not counted.part else counted
            found += self._shown(place, told, link=link)
        return self._structured(with_wholes(found, earlier)) or self._echo(place, earlier)

    def _structured(self, found: list[Figure]) -> list[Figure]:
        """The figures of a line, each list that has no whole followed by its sum, and its members led to that."""
        for members in list(lists_of(found)):
            span = self.document.span(members[0].span.start, members[-1].span.end)
            total = added_up(members, span, self.document.report.id)
            found = [replace(figure, whole=total.id) if figure in members else figure for figure in found]
            found.insert(next(n for n, f in enumerate(found) if f.id == members[-1].id) + 1, total)
        return found

    def _shown(self, place: _Place, counted: Counted, *, link: Link) -> list[Figure]:
        outcomes, hedge = _told(link, counted.quantity)
        figure = self._figure(place, self._span(place.line, counted), rule=link.rule)
        figure = replace(figure, low=counted.quantity.low, high=counted.quantity.high, who=counted.who)
        figure = replace(figure, partial=link.part, hedge=hedge, earlier=is_overtaken(place.line, counted.start))
        if is_revision(place.line):
            figure = replace(figure, as_of=self._day(place.line, counted.end))
        return [replace(figure, outcome=outcome, id=self._id(figure.span, outcome)) for outcome in outcomes]

    def _day(self, line: Line, position: int) -> Span | None:
        """The day named right behind a number of a revised toll ("up from nine on Monday")."""
        position += line.word(position) == "on"
        if line.word(position) not in line.grammar.days:
            return None
        return self.document.span(line.tokens[position].start, line.tokens[position].end)

    def _echo(self, place: _Place, earlier: list[Figure]) -> list[Figure]:
        """ "The same toll": the last toll of the killed over again, in another mouth."""
        line, echoes = place.line, place.line.book.toll_echoes
        if echoes.by_first.keys().isdisjoint(line.words):
            return []
        spot = next(((n, at[0]) for n in range(len(line.words)) if (at := echoes.at(line.words, n))), None)
        whole = (f for f in reversed(earlier) if not f.partial and not f.addends)
        tolls = (f for f in whole if f.outcome == "killed" and (f.low or f.high))
        toll = next(tolls, None) if spot else None
        if spot is None or toll is None:
            return []
        span = self.document.span(line.tokens[spot[0]].start, line.tokens[spot[1] - 1].end)
        figure = self._figure(place, span, rule="the same toll")
        return [replace(figure, low=toll.low, high=toll.high, who=toll.who, status="derived")]

    def _figure(self, place: _Place, span: Span, *, rule: str) -> Figure:
        """A figure of the killed over a span, with whose word it is, what it belongs to and how it stands."""
        attribution = self.anchors.attribution(span) or self.carried.attribution(span, place.sentence, place.line)
        doubted = place.doubted or self.anchors.is_doubted(span)
        of_none = place.of_period or not self.anchors.any_incident
        return Figure(
            id=self._id(span, "killed"),
            incident=None,
            outcome="killed",
            low=None,
            high=None,
            who="people",
            partial=False,
            span=span,
            claimant=attribution.claimant if attribution else None,
            attribution=attribution.id if attribution else None,
            status="background" if of_none else "unconfirmed" if doubted else "stated",
            mention=self.anchors.mention(span, place.sentence),
            rule=f"{NAME}: {rule}",
        )

    def _id(self, span: Span, outcome: Outcome) -> str:
        return content_id("f", self.document.report.id, span.start, span.end, outcome)

    def _span(self, line: Line, counted: Counted) -> Span:
        """The group's span; a quotation mark that closes one inside it is taken in."""
        start, end = line.tokens[counted.start].start, line.tokens[counted.end - 1].end
        text = self.document.text
        opened = next((mark for mark in text[start:end] if mark in CLOSING), None)
        if opened is not None and text[start:end].count(CLOSING[opened]) % 2 == (opened == CLOSING[opened]):
            end += text[end : end + 1] == CLOSING[opened]
        return self.document.span(start, end)


def _unconfirmed(figure: Figure) -> Figure:
    return replace(figure, status="unconfirmed") if figure.status == "stated" else figure


def _told(link: Link, quantity: Quantity) -> tuple[tuple[Outcome, ...], str | None]:
    """The outcomes to show and the hedge: a number of "killed or wounded" is shown as killed, and hedged so."""
    if len(link.outcomes) == 1 or quantity.sort == "none" or (quantity.sort == "vague" and not link.either):
        return link.outcomes, quantity.hedge
    first: Outcome = "killed" if "killed" in link.outcomes else link.outcomes[0]
    joint = " or " if link.either else " and "
    return (first,), " ".join(filter(None, (quantity.hedge, joint.join(link.outcomes))))
