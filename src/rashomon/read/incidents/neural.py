"""The annotator `incidents.neural.3`: what rules find of incidents, weighed and filled in by the trained reader."""

import re
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
BESIDE: Final = 0.6
"""How sure it must be of another word of the sentence that no rule names, for a trigger of the rules to stay."""
CLOSE: Final = 40
"""How many characters may stand between the two."""
PARTED: Final = re.compile(r"[.,;:]|\band\b|\bbut\b")
ADDED: Final = 0.8
"""How sure it must be of a trigger that rules have not found."""
ALONE: Final = 0.95
"""How sure it must be of one in a report in which rules find none: an exercise has all the words of a war."""
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
        return "incidents.neural.3"

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
            if best is None or best.anchor.sure < KEPT:
                best = _beside(document, mention.trigger[0], by_rule, heard)
            if best is not None:
                yield self._filled(document, scores, mention, best.anchor, others=by_rule)

    def _added(
        self, document: Document, scores: Scores, by_rule: Sequence[IncidentMention], heard: Sequence[_Heard]
    ) -> Iterator[IncidentMention]:
        """Mentions that rules have missed; where they find none in the report, the surest that people came to harm by."""
        harmful = () if by_rule else _tells_of_harm(document)
        told = {document.sentence_at(mention.trigger[0].start) for mention in by_rule}
        for one in heard:
            sure = one.anchor.sure >= (ADDED if by_rule else ALONE)
            harms = bool(by_rule) or any(_inside(sentence, one.span) for sentence in harmful)
            if sure and harms and document.sentence_at(one.span.start) not in told:
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
            # What rules give to another mention is not taken from it to change what they give to this one.
            told = role == "time" or (bool(by_rule) and role in ("initiator", "target"))
            taken = [piece for other in others for piece in getattr(other, role)] if told else list(by_rule)
            if not any(_overlap(span, one) for one in taken) and _inside(sentence, span) and _names_something(span):
                roles[role] = (span,)
        certain: dict[str, str] = {}
        for name in ("reality", "type"):
            value, sure = anchor.likeliest(name)
            if sure >= OTHERWISE and (name == "reality" or mention.type_basis != "words"):
                certain[name] = value
        return replace(mention, **roles, **certain)  # type: ignore[arg-type]


def _tells_of_harm(document: Document) -> list[Sentence]:
    """The sentences in which somebody is killed or hurt; none in a report of a drill or of sport."""
    told = [line for line in lines(document) if line.tokens]
    if any(line.any_of(range(len(line.tokens)), "drills", "sport") for line in told):
        return []
    found = (line for line in told if line.any_of(range(len(line.tokens)), "harmed"))
    return [sentence for line in found if (sentence := document.sentence_at(line.tokens[0].start)) is not None]


def _beside(
    document: Document, trigger: Span, by_rule: Sequence[IncidentMention], heard: Sequence[_Heard]
) -> _Heard | None:
    """What the trained reader hears close by in place of what the rules name: "killed" where they say "bomb"."""
    free = [
        one
        for one in heard
        if one.anchor.sure >= BESIDE
        and _is_close(document, trigger, one.span)
        and not any(_overlap(one.span, mention.trigger[0]) for mention in by_rule)
    ]
    return max(free, key=lambda one: one.anchor.sure, default=None)


def _is_close(document: Document, one: Span, other: Span) -> bool:
    """Whether few words and no other clause stand between two stretches of one sentence."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    between = document.report.text[start:end]
    return end - start <= CLOSE and _inside(document.sentence_at(one.start), other) and not PARTED.search(between)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _inside(sentence: Sentence | None, span: Span) -> bool:
    return sentence is not None and sentence.start <= span.start and span.end <= sentence.end


def _names_something(span: Span) -> bool:
    """Whether there is more to a stretch than small words: "the" alone is a speck."""
    return any(len(word) > 3 or word[:1].isupper() or word.isdigit() for word in span.text.split())
