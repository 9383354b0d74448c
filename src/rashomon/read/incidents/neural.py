"""The annotator `incidents.neural.2`: what rules find of incidents, weighed and filled in by the trained reader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from rashomon.model import IncidentMention, IncidentType, Reading, Reality, Span, Spans, content_id
from rashomon.read.document import Document, Sentence
from rashomon.read.incidents.annotator import IncidentRules, lines
from rashomon.read.incidents.answers import link_answers
from rashomon.read.neural.annotator import NeuralAnnotator
from rashomon.read.neural.events import ROLES_OF, Anchor, anchors_of
from rashomon.read.neural.scores import Scores

KEPT: Final = 0.1
"""How sure the trained reader must be of a trigger that rules have found, for it to stay. All were fitted on dev."""
ADDED: Final = 0.8
"""How sure it must be of a trigger that rules have not found."""
FILLED: Final = 0.7
"""How sure it must be of a role that rules leave empty."""
CHANGED: Final = 0.9
"""How sure it must be of a role, to overrule the rules."""
OTHERWISE: Final = 0.6
"""How sure it must be of a reality or a type, to overrule the rules."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A trigger of the trained reader with its place in the text."""

    anchor: Anchor
    span: Span


class IncidentNeural(NeuralAnnotator):
    """Asks the trained reader of each mention that rules find, and for those that they miss.

    Rules know words of violence and grammar, and link what answers what; the trained reader knows what words mean where
    they stand: which "strike" is one of workers, who struck whom, and whether it has happened.
    """

    @property
    def name(self) -> str:
        """Layer, method and version."""
        return "incidents.neural.2"

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with `events`, in reading order."""
        scores = self.reader.scores(document)
        heard = [
            _Heard(anchor, document.span(*scores.pieces.characters(*anchor.run)))
            for anchor in anchors_of(scores, self.reader.weights.settings, "trigger")
        ]
        sentences = lines(document)
        by_rule = IncidentRules().mentions(sentences, document, reading)
        found = [*self._weighed(document, scores, by_rule, heard), *self._added(document, scores, by_rule, heard)]
        found.sort(key=lambda mention: mention.trigger[0].start)
        return replace(reading, events=link_answers(sentences, found))

    def _weighed(
        self, document: Document, scores: Scores, by_rule: Sequence[IncidentMention], heard: Sequence[_Heard]
    ) -> Iterator[IncidentMention]:
        """Mentions of the rules that the trained reader has some belief in, with what it knows better."""
        for mention in by_rule:
            same = [one for one in heard if _overlap(one.span, mention.trigger[0])]
            best = max(same, key=lambda one: one.anchor.sure, default=None)
            if best is not None and best.anchor.sure >= KEPT:
                yield self._filled(document, scores, mention, best.anchor, others=by_rule)

    def _added(
        self, document: Document, scores: Scores, by_rule: Sequence[IncidentMention], heard: Sequence[_Heard]
    ) -> Iterator[IncidentMention]:
        """Mentions that rules have missed, in reports in which they find any: an exercise has all the words of a war."""
        told = {document.sentence_at(mention.trigger[0].start) for mention in by_rule}
        for one in heard if by_rule else ():
            if one.anchor.sure >= ADDED and document.sentence_at(one.span.start) not in told:
                mention = IncidentMention(
                    id=content_id("m", document.report.id, one.span.start, one.span.end),
                    trigger=(one.span,),
                    type=cast("IncidentType", one.anchor.likeliest("type")[0]),
                    reality=cast("Reality", one.anchor.likeliest("reality")[0]),
                    type_basis="near",
                    rule=self.name,
                )
                yield self._filled(document, scores, mention, one.anchor, others=by_rule)

    def _filled(
        self,
        document: Document,
        scores: Scores,
        mention: IncidentMention,
        anchor: Anchor,
        *,
        others: Sequence[IncidentMention],
    ) -> IncidentMention:
        """The mention with the roles that the trained reader fills, and its reality and type where it is sure."""
        sentence = document.sentence_at(mention.trigger[0].start)
        roles: dict[str, Spans] = {}
        for role in ROLES_OF["trigger"]:
            run, sure = anchor.roles.get(role, (None, 0.0))
            by_rule: Spans = getattr(mention, role)
            # When and where are told at most once a sentence, and rules see whom grammar gives them to.
            settled = bool(by_rule) and role in ("time", "place")
            if run is None or settled or sure < (CHANGED if by_rule else FILLED):
                continue
            span = document.span(*scores.pieces.characters(*run))
            taken = [time for other in others for time in other.time] if role == "time" else list(by_rule)
            if not any(_overlap(span, one) for one in taken) and _inside(sentence, span) and _names_something(span):
                roles[role] = (span,)
        told: dict[str, str] = {}
        for name in ("reality", "type"):
            value, sure = anchor.likeliest(name)
            if sure >= OTHERWISE and (name == "reality" or mention.type_basis != "words"):
                told[name] = value
        return replace(mention, **roles, **told)  # type: ignore[arg-type]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _inside(sentence: Sentence | None, span: Span) -> bool:
    return sentence is not None and sentence.start <= span.start and span.end <= sentence.end


def _names_something(span: Span) -> bool:
    """Whether there is more to a stretch than small words: "the" alone is a speck."""
    return any(len(word) > 3 or word[:1].isupper() or word.isdigit() for word in span.text.split())
