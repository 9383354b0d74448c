"""The annotator `attribution.neural.4`: who is quoted saying what, by the trained reader, with rules around it."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.cues import Cue, Cues, cues
from rashomon.model import Claimant, Reading, Stance
from rashomon.read.attribution.assembly import attributions
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.attribution.line import Line
from rashomon.read.attribution.marks import with_marks
from rashomon.read.attribution.nouns import noun_cues
from rashomon.read.attribution.relays import relays
from rashomon.read.attribution.stance import stance_of
from rashomon.read.document import Document
from rashomon.read.neural.annotator import NeuralAnnotator
from rashomon.read.neural.decode import Found, attributions_of
from rashomon.read.neural.labels import STANCES
from rashomon.read.neural.pieces import Pieces

LEAST = 1e-6


class AttributionNeural(NeuralAnnotator):
    """Lets the trained reader find sources, cues and contents; rules mend their edges and find out who speaks."""

    @property
    def name(self) -> str:
        """Layer, method and version."""
        return "attribution.neural.4"

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with its attributions in reading order."""
        drafted = self.drafts(document, cues())
        found = attributions(document, drafted, cues(), prefix=self.name, judge=self.judge)
        return replace(reading, attributions=found)

    def drafts(self, document: Document, table: Cues) -> list[Draft]:
        """What the trained reader finds, as drafts in reading order."""
        scores = self.reader.scores(document)
        lines: dict[int, Line] = {}
        found = []
        read = attributions_of(scores, self.reader.weights.settings)
        cues = [scores.pieces.characters(*one.cue) for one in read]
        for one in read:
            sentence = document.sentence_at(int(scores.pieces.start[one.cue[0]]))
            if sentence is None or not (one.content or one.source):
                continue
            if sentence.index not in lines:
                lines[sentence.index] = Line(document, sentence, table)
            found.append(self._draft(lines[sentence.index], scores.pieces, one, cues))
        nested = [draft for line in lines.values() for draft in noun_cues(line) if _is_nested(draft, found)]
        return sorted((*found, *nested), key=lambda draft: (draft.order, draft.cue))

    def judge(self, document: Document, draft: Draft, *, claimant: Claimant | None, cues: Cues) -> Stance:
        """The likeliest stance, the model's voice and that of the rules taken together."""
        by_rule = stance_of(document, draft, claimant=claimant, cues=cues)
        if draft.stances is None:
            return by_rule
        settings = self.reader.weights.settings
        odds = {
            stance: math.log(max(chance, LEAST)) + settings.leanings.get(stance, 0.0)
            for stance, chance in draft.stances.items()
        }
        odds[by_rule] += settings.rule_weight
        return max(odds, key=lambda stance: odds[stance])

    def _draft(self, line: Line, pieces: Pieces, found: Found, cues: Sequence[Piece]) -> Draft:
        document = line.document
        cue = pieces.characters(*found.cue)
        first = bisect_right(line.tokens, cue[0], key=lambda token: token.end)
        last = bisect_left(line.tokens, cue[1], key=lambda token: token.start)
        draft = Draft(
            sentence=line.sentence.index,
            rule="encoder",
            construction="encoder",
            cue_entry=cue_entry(line, first, last),
            cue=(cue,),
            source=tuple(with_name(line, pieces.characters(*run), cue) for run in found.source),
            content=with_marks(document, tuple(pieces.characters(*run) for run in found.content), cues),
            confidence=self.reader.weights.calibration.confidence("attribution", found.sure),
            negated=any(line.has(i, "negations") for i in range(max(0, first - 3), last)),
            stances=dict(zip(STANCES, found.stances.tolist(), strict=True)),
        )
        return replace(draft, relayed_by=relays(line, draft))


def _is_nested(draft: Draft, found: Sequence[Draft]) -> bool:
    """Whether a noun's statement is one inside another's that the reader took for a single one.

    "Moscow disputed American statements that ten died": the ten are of American statements.
    """
    (start, end), taken = draft.cue[0], {piece for other in found for piece in other.cue}
    if any(start < stop and begin < end for begin, stop in taken):
        return False
    return any(left <= start and end <= right for other in found for left, right in other.content)


def with_name(line: Line, source: Piece, cue: Piece) -> Piece:
    """A source that breaks off after a title or an office, with the name that follows: "Senator" of "Senator Ann Dorr"."""
    place = bisect_left(line.tokens, source[1], key=lambda token: token.end)
    words, text = line.cues.words, line.document.text
    if place >= len(line.tokens) or line.tokens[place].end != source[1] or not line.tokens[place].text[:1].isupper():
        return source
    if line.lower[place] not in words["titles"] | words["roles"]:
        return source
    end = source[1]
    for token in line.tokens[place + 1 :]:
        named = token.text[:1].isupper() and not token.text.isupper() and text[end : token.start] == " "
        if not named or (cue[0] < token.end and token.start < cue[1]):
            break
        end = token.end
    return source[0], end


def cue_entry(line: Line, first: int, last: int) -> Cue | None:
    """The codebook's entry for the words `[first, last)` of a line: that of the last verb with its particles."""
    for position in reversed(range(first, last)):
        for form in line.cues.verbs.get(line.at(position), ()):
            after = position + 1 + len(form.cue.particles)
            if line.lower[position + 1 : after] == form.cue.particles:
                return form.cue
    return None
