"""Open claims: statements about one incident that answer no question, set beside those that mean the same or the contrary.

Found by likeness of meaning and by nothing else, and shown as that. Few are compared: only statements of two claimants
that share words which are not said of every attack, and none that stand behind one another as copies.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.codebook.opposites import load_opposites, words_in_order
from rashomon.model import Attribution, OpenClaim, OpenPair, Relation, Report, content_id, words_of
from rashomon.reconcile.accounts import claimant_key
from rashomon.reconcile.answers import Answer, Told, covering
from rashomon.reconcile.origins import Origins
from rashomon.vectors import Vectors, likeness

SHORTEST, LONGEST = 6, 60
"""Words of a statement that is compared."""
STEM = 5
"""Letters that the forms of a word have in common; shorter words tell little."""
SHARED = 2
"""Stems that two statements must share before their vectors are asked for."""
SHARE = 0.25
"""And what part these must be of the shorter one's."""
MOST = 40
"""Pairs of an incident whose vectors are asked for: those that share the most."""
ALIKE, OPPOSED = 0.75, 0.72
"""Likeness from which two statements are set beside each other, as saying the same or the contrary: of what is shown
on labelled reports next to nothing is amiss, and much is left out."""
UNASKED = frozenset({"declines_to_comment", "threatens", "calls_for"})
"""Stances of statements that say nothing of what happened."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement as it is compared."""

    claim: OpenClaim
    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    claimant: str
    origins: frozenset[str]
    turned: bool


def open_claims(
    told: Sequence[Told],
    answered: frozenset[tuple[str, str]],
    reports: Mapping[str, Report],
    origins: Origins,
    vectors: Vectors,
) -> tuple[OpenPair, ...]:
    """The pairs of one incident, the most alike first; `answered` holds the attributions that answer questions, with
    their reports."""
    said = sorted(_statements(told, answered, reports, origins), key=lambda one: one.claim.evidence.span.start)
    said.sort(key=lambda one: one.claim.evidence.report)
    pairs = sorted(_candidates(said), key=lambda pair: -len(pair[0].stems & pair[1].stems))[:MOST]
    found = [pair for one, other in pairs if (pair := _compared(one, other, vectors)) is not None]
    return tuple(sorted(found, key=lambda pair: (-pair.likeness, pair.id)))


def _statements(
    told: Sequence[Told], answered: frozenset[tuple[str, str]], reports: Mapping[str, Report], origins: Origins
) -> Iterator[_Said]:
    for one in told:
        for attribution in one.attributions():
            if (one.report.id, attribution.id) in answered or not _is_open(attribution) or not one.about(attribution):
                continue
            yield _said(one, attribution, reports, origins)


def _is_open(attribution: Attribution) -> bool:
    words = len(words_of(attribution.content).split())
    told = attribution.claimant is not None and attribution.stance not in UNASKED
    return told and SHORTEST <= words <= LONGEST


def _said(told: Told, attribution: Attribution, reports: Mapping[str, Report], origins: Origins) -> _Said:
    opposites, text = load_opposites(), words_of(attribution.content)
    words = words_in_order(text)
    span = covering(attribution.content, told.report)
    evidence = told.evidence(span, attribution, attribution.rule, attribution.confidence)
    answer = Answer(
        claimant=attribution.claimant,
        stance=attribution.stance,
        evidence=evidence,
        relayed_by=attribution.relayed_by,
    )
    denied = not opposites.denials.isdisjoint(words_in_order(words_of(attribution.cue)))
    return _Said(
        claim=OpenClaim(claimant=attribution.claimant, stance=attribution.stance, evidence=evidence),
        text=" ".join(text.strip("\"'\u201c\u201d ").split()),
        words=tuple(words),
        stems=frozenset(word[:STEM] for word in words if len(word) >= STEM and word not in opposites.common),
        claimant=claimant_key(answer, reports),
        origins=origins.keys(answer),
        turned=denied != opposites.is_negated(words),
    )


def _candidates(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    for one, other in combinations(said, 2):
        shared = len(one.stems & other.stems)
        if shared < SHARED or shared < SHARE * min(len(one.stems), len(other.stems)):
            continue
        if one.claimant != other.claimant and one.words != other.words and not _stands_behind(one, other):
            yield one, other


def _stands_behind(one: _Said, other: _Said) -> bool:
    """Whether two statements are one: told inside one another, or by two reports of one origin."""
    left, right = one.claim.evidence, other.claim.evidence
    if left.report == right.report:
        return left.span.overlaps(right.span)
    return bool(one.origins & other.origins)


def _compared(one: _Said, other: _Said, vectors: Vectors) -> OpenPair | None:
    first, second = vectors.of((one.text, other.text))
    near = likeness(first, second)
    relation, reason = _relation(one, other)
    if near < (OPPOSED if relation == "opposed" else ALIKE):
        return None
    places = [(c.evidence.report, str(c.evidence.span.start)) for c in (one.claim, other.claim)]
    return OpenPair(
        id=content_id("o", *places[0], *places[1]),
        relation=relation,
        likeness=near,
        reason=reason,
        claims=(one.claim, other.claim),
    )


def _relation(one: _Said, other: _Said) -> tuple[Relation, str]:
    if one.turned != other.turned:
        return "opposed", "One of the two is negated or denied."
    words = load_opposites().apart(frozenset(one.words), frozenset(other.words))
    if words is not None:
        return "opposed", f"“{words[0]}” stands against “{words[1]}”."
    return "alike", "Neither a negation nor an opposite parts them."
