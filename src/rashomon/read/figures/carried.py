"""Figures that no statement holds, and that are somebody's all the same: "Its balance: 95 dead"."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Attribution, Span, words_of
from rashomon.read.document import Sentence
from rashomon.read.figures.line import Line

NEAR = 3
"""How many words may stand between "its" and "balance"."""
SHORT = 3
"""Words of a statement that tells of casualties and of nothing else ("reported heavy casualties")."""
AGO = 300
"""How many characters before a sentence the one whose count it gives must have spoken."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The statements of a reading in reading order."""

    attributions: Sequence[Attribution]

    def attribution(self, span: Span, sentence: Sentence, line: Line) -> Attribution | None:
        """The statement that the figure goes back to, or None."""
        before = [token.lower for token in line.tokens if token.end <= span.start]
        return self._of_casualties(span, sentence, line) or (
            self._last_before(sentence) if _gives_a_count(line, before) else None
        )

    def _of_casualties(self, span: Span, sentence: Sentence, line: Line) -> Attribution | None:
        """ "The militia reported casualties, ... the death of one of its fighters": what it reported is counted."""
        for attribution in reversed(self.attributions):
            words = tuple(words_of(attribution.content).lower().split())
            told = attribution.claimant is not None and 0 < len(words) <= SHORT
            inside = (
                told and sentence.start <= attribution.content[0].start and attribution.content[-1].end <= span.start
            )
            if inside and line.book.heads.at(words, len(words) - 1) is not None:
                return attribution
        return None

    def _last_before(self, sentence: Sentence) -> Attribution | None:
        """Who spoke last before a sentence."""
        ended = (
            attribution
            for attribution in self.attributions
            if attribution.claimant is not None
            and sentence.start - AGO <= attribution.content[-1].end <= sentence.start
        )
        return max(ended, key=lambda attribution: (attribution.content[-1].end, attribution.id), default=None)


def _gives_a_count(line: Line, before: Sequence[str]) -> bool:
    """Whether the words before a figure call it somebody's count: "its provisional balance:", "its assessment is that"."""
    for place, word in enumerate(before):
        if word in line.grammar.owners and not line.book.own_counts.isdisjoint(before[place + 1 : place + 1 + NEAR]):
            return True
    return False
