"""What a figure hangs on in the layers before it: the statement that holds it and the incident that it belongs to."""

import re
from bisect import bisect_left
from collections import defaultdict

from rashomon.codebook.cues import cues
from rashomon.model import Attribution, IncidentMention, Reading, Span, within
from rashomon.read.document import Sentence

ADDED = re.compile(r",\s(?:\w+\s)?(?:which|where|when|who|whose)\b(?!.*\band that\b)", re.DOTALL)
"""A clause that adds something about the act before its comma, and that nothing said joins on to ("and that ...")."""
WHICH = re.compile(
    r"\w\s(?:(?:that|which)\s(?:\w+\s)?(?:left|killed|wounded|injured|claimed|took|cost)|in which)\b(?!.*\band that\b)",
    re.DOTALL,
)
"""A clause that says which act is owned up to, behind its noun: "the bombing that left 40 dead"."""
NEAR = 4
"""Mentions before a sentence among which the one is looked for that its figures belong to."""
BLOCK = 1024
"""Attributions are looked up by blocks of so many characters, so that a long report costs no more by the page."""


class Anchors:
    """The attributions and incident mentions of a reading, indexed by where they stand."""

    def __init__(self, reading: Reading) -> None:
        self._blocks: defaultdict[int, list[Attribution]] = defaultdict(list)
        for attribution in reading.attributions:
            for piece in attribution.content:
                for block in range(piece.start // BLOCK, (piece.end - 1) // BLOCK + 1):
                    self._blocks[block].append(attribution)
        triggers = [(event.trigger[0], event) for event in reading.events if event.trigger]
        self._answered = {answered for event in reading.events for answered in event.answers}
        self._triggers: list[tuple[Span, IncidentMention]] = sorted(triggers, key=lambda pair: (pair[0], pair[1].id))

    @property
    def any_incident(self) -> bool:
        """Whether the report tells of an incident at all."""
        return bool(self._triggers)

    def attribution(self, span: Span) -> Attribution | None:
        """The innermost attribution that holds the span, or else most of it: the one with the shortest content.

        A doubt of the outlet's own, which names nobody, gives way to a speaker who holds the span further out; so does
        a verb that has lost its subject, but not what is reported by nobody in particular ("he denied reports of ten").
        """
        near = [a for a in self._blocks.get(span.start // BLOCK, ()) if not _beside_the_act(a, span)]
        holding = [a for a in near if within((span,), a.content)] or [a for a in near if _holds_most(a, span)]
        named = [a for a in holding if a.claimant is not None and (a.source or _is_hearsay(a))]
        return min(named or holding, key=lambda a: (sum(len(piece.text) for piece in a.content), a.id), default=None)

    def is_doubted(self, span: Span) -> bool:
        """Whether the outlet itself doubts a statement that holds the span."""
        holding = self._blocks.get(span.start // BLOCK, ())
        return any(a.stance == "doubts" and a.claimant is None and within((span,), a.content) for a in holding)

    def mention(self, span: Span, sentence: Sentence) -> str | None:
        """The id of the incident mention that a figure belongs to.

        The nearest of its sentence, else the last one before it that is told of for itself and not as what another
        answers, else the first of the report.
        """
        first = bisect_left(self._triggers, sentence.start, key=lambda pair: pair[0].start)
        last = bisect_left(self._triggers, sentence.end, key=lambda pair: pair[0].start)
        inside = self._triggers[first:last]
        if inside:
            return min(inside, key=lambda pair: (_distance(pair[0], span), pair[0].start))[1].id
        if not self._triggers:
            return None
        before = (pair for pair in reversed(self._triggers[max(0, first - NEAR) : first]) if self._is_told(pair[1]))
        return next(before, self._triggers[max(0, first - 1)])[1].id

    def _is_told(self, mention: IncidentMention) -> bool:
        return mention.id not in self._answered and mention.reality in ("happened", "denied")


def _holds_most(attribution: Attribution, span: Span) -> bool:
    """Whether a content breaks off behind the number, before the noun that it counts ("left more than 100 | dead")."""
    pieces = (piece for piece in attribution.content if piece.start <= span.start < piece.end)
    return any(2 * (min(piece.end, span.end) - span.start) > len(span.text) for piece in pieces)


def _is_hearsay(attribution: Attribution) -> bool:
    """Whether the cue is one that needs no speaker: "reportedly", "reports that"."""
    words = {word for piece in attribution.cue for word in piece.text.lower().split()}
    return not words.isdisjoint(cues().words["hearsay"] | cues().words["said_nouns"])


def _beside_the_act(attribution: Attribution, span: Span) -> bool:
    """Whether a threat or a claim of an act is followed by what the outlet adds on that act.

    "They claimed the attack on the airport, which killed 13", "... a bombing that left 13 dead": the toll isn't theirs.
    """
    if attribution.stance not in ("threatens", "claims_responsibility"):
        return False
    if not attribution.cue or not attribution.content or attribution.content[0].start < attribution.cue[0].start:
        return False
    piece = next((piece for piece in attribution.content if piece.start <= span.start < piece.end), None)
    before = piece.text[: span.start - piece.start] if piece is not None else ""
    return ADDED.search(before) is not None or WHICH.search(before) is not None


def _distance(trigger: Span, span: Span) -> int:
    return max(0, trigger.start - span.end, span.start - trigger.end)
