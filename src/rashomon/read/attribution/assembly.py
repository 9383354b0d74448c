"""From the drafts of all rules to the attributions of a report: once each, in reading order."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from rashomon.codebook.cues import Cues
from rashomon.model import Attribution, Claimant, Spans, Stance, content_id
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.attribution.headlines import headline_colon
from rashomon.read.attribution.line import Line
from rashomon.read.attribution.nouns import noun_cues
from rashomon.read.attribution.orphans import orphan_quotations
from rashomon.read.attribution.parts import split_by_stance
from rashomon.read.attribution.phrases import according_to, citing, in_words_of, without_source
from rashomon.read.attribution.quotations import carried_on, speech_of
from rashomon.read.attribution.relays import relays
from rashomon.read.attribution.speakers import Speakers
from rashomon.read.attribution.stance import stance_of
from rashomon.read.attribution.verbs import VerbRules
from rashomon.read.document import Document

LONGEST_SENTENCE = 600
"""Tokens beyond which a sentence is no prose (a table, a list of names) and is not read."""
RULES = (according_to, in_words_of, citing, without_source, noun_cues, headline_colon)


class Judge(Protocol):
    """Tells what stance the claimant of a draft takes to what is said."""

    def __call__(self, document: Document, draft: Draft, *, claimant: Claimant | None, cues: Cues) -> Stance:
        """The stance."""


def drafts(document: Document, cues: Cues) -> list[Draft]:
    """All drafts of a document that are sure enough, in reading order."""
    found: list[Draft] = []
    for sentence in document.sentences:
        if len(sentence.tokens) > LONGEST_SENTENCE:
            continue
        line = Line(document, sentence, cues)
        here = list(VerbRules(line).drafts())
        for rule in RULES:
            here.extend(rule(line))
        for draft in _distinct(here):
            if draft.confidence >= cues.floor:
                found.append(carried_on(document, replace(draft, relayed_by=relays(line, draft))))
    found.extend(orphan_quotations(document, found, cues.defaults.get("phrase.orphan", 0.0)))
    return sorted(found, key=lambda draft: (draft.order, draft.cue, draft.construction))


def _distinct(found: list[Draft]) -> list[Draft]:
    """One draft for each cue: a fixed phrase ("declined to comment") goes before the verb in it."""
    phrases = [draft for draft in found if draft.cue_entry is None]
    return [
        draft
        for draft in found
        if draft.cue_entry is None or not any(_meet(draft.cue[0], other.cue[0]) for other in phrases)
    ]


def _meet(left: Piece, right: Piece) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def attributions(
    document: Document, drafted: Sequence[Draft], cues: Cues, *, prefix: str, judge: Judge = stance_of
) -> tuple[Attribution, ...]:
    """The attributions of a document from drafts in reading order; `prefix` is the name of the annotator.

    `judge` tells the stance of a draft whose claimant is known.
    """
    speakers = Speakers(document, cues)
    found: list[Attribution] = []
    for draft in drafted:
        if draft.rule == "orphan-quotation":
            claimant, carried = speakers.last(), speakers.last_relays()
        else:
            claimant = speakers.claimant(draft)
            carried = speakers.last_relays() if draft.source else draft.relayed_by
        stance = partial(judge, document, claimant=claimant, cues=cues)
        for part in split_by_stance(document, draft, stance):
            found.append(_attribution(document, part, claimant, carried, stance=stance(part), prefix=prefix))
    headlines = [sentence for sentence in document.sentences if sentence.headline]
    return tuple(
        replace(attribution, claimant=speakers.named(attribution.claimant))
        if any(s.start <= attribution.content[0].start < s.end for s in headlines if attribution.content)
        else attribution
        for attribution in found
    )


def _attribution(
    document: Document,
    draft: Draft,
    claimant: Claimant | None,
    carried: tuple[str, ...],
    *,
    stance: Stance,
    prefix: str,
) -> Attribution:
    report = document.report.id
    pieces = [offset for part in (draft.source, draft.cue, draft.content) for piece in part for offset in piece]
    return Attribution(
        id=content_id("a", report, draft.construction, *pieces),
        source=_spans(document, draft.source),
        cue=_spans(document, draft.cue),
        content=_spans(document, draft.content),
        stance=stance,
        claimant=claimant,
        relayed_by=carried,
        confidence=round(draft.confidence, 2),
        speech=speech_of(document, draft.content),
        rule=f"{prefix}/{draft.rule}",
    )


def _spans(document: Document, pieces: tuple[Piece, ...]) -> Spans:
    return tuple(document.span(start, end) for start, end in sorted(set(pieces)) if start < end)
