"""Open claims: statements about one incident that answer no question, set beside those that mean the same or the contrary.

Found by likeness of meaning and by nothing else, and shown as that. Few are compared: only statements of two claimants
that share words which are not said of every attack, and none that stand behind one another as copies.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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
SHARED = 3
"""Stems that two statements must share before their vectors are asked for."""
SHARE = 0.3
"""And what part these must be of the shorter one's."""
MOST_HOLDING = 60
"""Statements that one stem brings together; what more share it is said of every attack."""
MOST = 20
"""Pairs of an incident whose vectors are asked for: those that share the most."""
ALIKE, OPPOSED = 0.75, 0.72
"""Likeness from which two statements are set beside each other, as saying the same or the contrary: of what is shown
on labelled reports next to nothing is amiss, and much is left out."""
UNASKED = frozenset({"declines_to_comment", "threatens", "calls_for"})
"""Stances of statements that say nothing of what happened."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a statement, and the beginnings of those that are not said of every attack."""

    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    turned: bool


@dataclass(frozen=True)
class _Said:
    """A statement of one report as it is compared; what is dear to find out is found out when it is asked for."""

    told: Told
    attribution: Attribution
    words: _Words

    @cached_property
    def about(self) -> bool:
        return self.told.about(self.attribution)

    @cached_property
    def answer(self) -> Answer:
        attribution = self.attribution
        span = covering(attribution.content, self.told.report)
        return Answer(
            claimant=attribution.claimant,
            stance=attribution.stance,
            evidence=self.told.evidence(span, attribution, attribution.rule, attribution.confidence),
            relayed_by=attribution.relayed_by,
        )

    @property
    def claim(self) -> OpenClaim:
        return OpenClaim(claimant=self.answer.claimant, stance=self.answer.stance, evidence=self.answer.evidence)


class OpenClaims:
    """Finds the open claims of the incidents of one ledger."""

    def __init__(self, reports: Mapping[str, Report], origins: Origins, vectors: Vectors) -> None:
        self._reports = reports
        self._origins = origins
        self._vectors = vectors
        self._words: dict[tuple[str, str], _Words] = {}

    def of(self, told: Sequence[Told], answered: frozenset[tuple[str, str]]) -> tuple[OpenPair, ...]:
        """The pairs of one incident, the most alike first; `answered` holds the attributions that answer questions,
        each with its report."""
        said = list(self._statements(told, answered))
        near = sorted(_overlapping(said), key=lambda pair: -len(pair[0].words.stems & pair[1].words.stems))
        pairs = [pair for pair in near if self._comparable(*pair)][:MOST]
        found = [pair for one, other in pairs if (pair := self._compared(one, other)) is not None]
        return tuple(sorted(found, key=lambda pair: (-pair.likeness, pair.id)))

    def _statements(self, told: Sequence[Told], answered: frozenset[tuple[str, str]]) -> Iterator[_Said]:
        for one in sorted(told, key=lambda one: (one.report.id, one.incident.id)):
            for attribution in one.attributions():
                if (one.report.id, attribution.id) not in answered and _is_open(attribution):
                    yield _Said(one, attribution, self._words_of(one.report.id, attribution))

    def _words_of(self, report: str, attribution: Attribution) -> _Words:
        known = self._words.get((report, attribution.id))
        if known is None:
            known = self._words[report, attribution.id] = _read(attribution)
        return known

    def _comparable(self, one: _Said, other: _Said) -> bool:
        """Whether two statements are of the incident, of two claimants, and of two origins."""
        if not (one.about and other.about) or self._claimant(one) == self._claimant(other):
            return False
        if one.told.report.id == other.told.report.id:
            return not one.answer.evidence.span.overlaps(other.answer.evidence.span)
        return not self._origins.keys(one.answer) & self._origins.keys(other.answer)

    def _claimant(self, said: _Said) -> str:
        return claimant_key(said.answer, self._reports)

    def _compared(self, one: _Said, other: _Said) -> OpenPair | None:
        first, second = self._vectors.of((one.words.text, other.words.text))
        near = likeness(first, second)
        relation, reason = _relation(one.words, other.words)
        if near < (OPPOSED if relation == "opposed" else ALIKE):
            return None
        claims = (one.claim, other.claim)
        places = [f"{claim.evidence.report} {claim.evidence.span.start}" for claim in claims]
        return OpenPair(
            id=content_id("o", *places), relation=relation, likeness=min(near, 1.0), reason=reason, claims=claims
        )


def _is_open(attribution: Attribution) -> bool:
    if attribution.claimant is None or attribution.stance in UNASKED:
        return False
    return SHORTEST <= len(words_of(attribution.content).split()) <= LONGEST


def _read(attribution: Attribution) -> _Words:
    opposites, text = load_opposites(), words_of(attribution.content)
    words = words_in_order(text)
    denied = not opposites.denials.isdisjoint(words_in_order(words_of(attribution.cue)))
    return _Words(
        text=" ".join(text.strip("\"'\u201c\u201d ").split()),
        words=tuple(words),
        stems=frozenset(word[:STEM] for word in words if len(word) >= STEM and word not in opposites.common),
        turned=denied != opposites.is_negated(words),
    )


def _overlapping(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Pairs that share enough stems, found by the stems that they share, so that not all are compared with all."""
    holding: dict[str, list[int]] = {}
    for number, one in enumerate(said):
        for stem in sorted(one.words.stems):
            holding.setdefault(stem, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for numbers in holding.values():
        for pair in combinations(numbers[:MOST_HOLDING], 2):
            shared[pair] = shared.get(pair, 0) + 1
    for (first, second), count in sorted(shared.items()):
        one, other = said[first], said[second]
        fewest = min(len(one.words.stems), len(other.words.stems))
        if count >= max(SHARED, SHARE * fewest) and one.words.words != other.words.words:
            yield one, other


def _relation(one: _Words, other: _Words) -> tuple[Relation, str]:
    if one.turned != other.turned:
        return "opposed", "One of the two is negated or denied."
    words = load_opposites().apart(frozenset(one.words), frozenset(other.words))
    if words is not None:
        return "opposed", f"\u201c{words[0]}\u201d stands against \u201c{words[1]}\u201d."
    return "alike", "Neither a negation nor an opposite parts them."
