"""Answers that are yes or no at heart: was the government told, was it lawful."""

import re
from collections.abc import Iterator, Sequence

from rashomon.codebook.questions import Concept, QuestionEntry
from rashomon.model import Attribution, words_of
from rashomon.reconcile.answers import Answer, Told, covering

NEGATION = re.compile(r"\b(?:no|not|never|nor|neither|nobody|none|without|n['\u2019]t)\b|n['\u2019]t\b", re.IGNORECASE)
NEGATION_REACH = 60
"""Characters before the words of a concept in which a negation turns them round."""
STEM = 5
SHARED_STEMS = 4
"""Stems that two statements must share, for what they say of evidence to be said of the same matter."""
DENYING_CUE = re.compile(r"\b(?:den(?:y|ied|ies|ying)|reject\w*|refut\w*|dismiss\w*)\b", re.IGNORECASE)


def read_polarity(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every attribution about the incident whose content holds one of the question's concepts."""
    for attribution in told.attributions():
        if not attribution.content or not told.about(attribution) or _is_left_open(attribution):
            continue
        for value in _values(entry.concepts, attribution):
            span = covering(attribution.content, told.report)
            yield Answer(
                claimant=attribution.claimant,
                stance=attribution.stance,
                evidence=told.evidence(span, attribution, attribution.rule, attribution.confidence),
                key=value,
                value=value,
                relayed_by=attribution.relayed_by,
                source=attribution.id,
            )


def _is_left_open(attribution: Attribution) -> bool:
    """Whether the speaker answers neither yes nor no: "declined to say whether the government had been told"."""
    opening = words_of(attribution.content).lstrip("\"'\u201c ").lower()
    return attribution.stance == "declines_to_comment" or opening.startswith(("whether ", "if "))


def _values(concepts: tuple[Concept, ...], attribution: Attribution) -> list[str]:
    content = words_of(attribution.content)
    denied = DENYING_CUE.search(words_of(attribution.cue)) is not None
    found: dict[str, None] = {}
    for concept in concepts:
        match = concept.pattern.search(content)
        if match is None:
            continue
        value = _turned(concept, content, match, denied=denied)
        if value is not None:
            found.setdefault(value)
    # "was not informed beforehand" also holds the words of "informed beforehand": the negated reading wins.
    return [value for value in found if f"not {value}" not in found]


def _turned(concept: Concept, content: str, match: re.Match[str], *, denied: bool) -> str | None:
    before = content[max(0, match.start() - NEGATION_REACH) : match.start()]
    clause = re.split(r"[.;:]|\bbut\b|\band\b", before)[-1]
    negated = NEGATION.search(clause) is not None and not match.group().lower().startswith(("did", "was", "were"))
    inner = concept.inner and NEGATION.search(match.group()) is not None
    if denied != (negated or inner):
        return concept.negated
    return concept.value


def opposed(entry: QuestionEntry, left: Sequence[Answer], right: Sequence[Answer]) -> bool:
    """Whether two accounts hold a pair of values that can't both be true, of one matter where the question asks it."""
    return any(
        frozenset((one.key, other.key)) in entry.opposed and _of_one_matter(entry, one, other)
        for one in left
        for other in right
    )


def _of_one_matter(entry: QuestionEntry, one: Answer, other: Answer) -> bool:
    if one.key not in entry.same_matter:
        return True
    return len(stems(one.evidence.span.text) & stems(other.evidence.span.text)) >= SHARED_STEMS


def stems(text: str) -> frozenset[str]:
    """The longer words of a text, cut to what their forms have in common."""
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) > STEM - 1)
