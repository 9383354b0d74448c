"""Incident mentions by trigger words and the words around them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.triggers import triggers
from rashomon.model import IncidentMention, IncidentType, Reading, Span, content_id
from rashomon.read.document import Document, Sentence
from rashomon.read.incidents.answers import link_answers
from rashomon.read.incidents.candidates import candidates
from rashomon.read.incidents.kinds import kinds_of
from rashomon.read.incidents.line import Line
from rashomon.read.incidents.names import Names
from rashomon.read.incidents.nouns import noun_roles
from rashomon.read.incidents.reality import reality_of
from rashomon.read.incidents.roles import Draft, RoleName
from rashomon.read.incidents.select import select
from rashomon.read.incidents.series import series_of
from rashomon.read.incidents.settings import setting_roles
from rashomon.read.incidents.times import time_phrases
from rashomon.read.incidents.topics import Topics
from rashomon.read.incidents.verbs import verb_roles

LONGEST_SENTENCE = 400
"""Longer sentences are read in pieces of this many tokens, so that cost grows with length alone."""


class IncidentRules:
    """Finds the places where a report refers to an armed incident, with its type, reality and roles.

    The attributions of the reading are used where there are any; it works without them.
    """

    name = "incidents.rules.5"

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with `events`, in reading order."""
        sentences = lines(document)
        return replace(reading, events=link_answers(sentences, self.mentions(sentences, document, reading)))

    def mentions(self, sentences: Sequence[Line], document: Document, reading: Reading) -> list[IncidentMention]:
        """The mentions in the sentences of a document, in reading order, before it is asked which answers which."""
        return _mentions(_drafts(sentences, Names(document, reading)), document, reading, self.name)


def _drafts(sentences: Sequence[Line], names: Names) -> list[Draft]:
    found: list[Draft] = []
    topics = Topics(sentences)
    for line in sentences:
        likely = [candidate for candidate in candidates(line) if not topics.excludes(candidate)]
        drafts = [Draft(candidate) for candidate in select(line, likely, told=bool(found))]
        busy = frozenset(position for draft in drafts for position in range(*draft.candidate.range))
        for draft in drafts:
            if draft.candidate.noun:
                noun_roles(draft, names)
            else:
                verb_roles(draft)
            setting_roles(draft, busy - set(range(*draft.candidate.range)))
        found += drafts
    return found


def lines(document: Document) -> list[Line]:
    """The sentences of a document with the time phrases inside each."""
    table, times = triggers(), time_phrases(document)
    return [
        Line(document, piece, _inside(piece, times), table)
        for sentence in document.sentences
        for piece in _pieces(sentence)
    ]


def _pieces(sentence: Sentence) -> list[Sentence]:
    """The sentence, or its pieces where no person would call it one: a table, or text without full stops."""
    if len(sentence.tokens) <= LONGEST_SENTENCE:
        return [sentence]
    cuts = range(0, len(sentence.tokens), LONGEST_SENTENCE)
    runs = [sentence.tokens[cut : cut + LONGEST_SENTENCE] for cut in cuts]
    return [replace(sentence, start=run[0].start, end=run[-1].end, tokens=run) for run in runs]


def _inside(sentence: Sentence, times: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    first = bisect_left(times, sentence.start, key=lambda time: time.start)
    last = bisect_left(times, sentence.end, key=lambda time: time.start)
    if first == last:
        return ()
    starts = {token.start: position for position, token in enumerate(sentence.tokens)}
    ends = {token.end: position + 1 for position, token in enumerate(sentence.tokens)}
    return tuple((starts[t.start], ends[t.end]) for t in times[first:last] if t.start in starts and t.end in ends)


def _mentions(drafts: Sequence[Draft], document: Document, reading: Reading, rule: str) -> list[IncidentMention]:
    rows = zip(drafts, kinds_of(drafts), series_of(drafts), strict=True)
    return [
        replace(_mention(draft, kind, document, reading), series=series, type_basis=basis, rule=rule)
        for draft, (kind, basis), series in rows
    ]


def _mention(draft: Draft, kind: IncidentType, document: Document, reading: Reading) -> IncidentMention:
    trigger = draft.line.span(draft.candidate.range)
    if trigger is None:
        raise ValueError("a trigger without words")
    return IncidentMention(
        id=content_id("m", document.report.id, trigger.start, trigger.end),
        trigger=(trigger,),
        type=kind,
        reality=reality_of(draft, reading.attributions),
        initiator=_spans(draft, "initiator"),
        target=_spans(draft, "target"),
        place=_spans(draft, "place"),
        time=_spans(draft, "time"),
        weapon=_spans(draft, "weapon"),
    )


def _spans(draft: Draft, role: RoleName) -> tuple[Span, ...]:
    found = draft.roles.get(role)
    span = draft.line.span(found) if found is not None else None
    return (span,) if span is not None else ()
