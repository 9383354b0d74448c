"""Answers that are people: who those were that were killed or wounded."""

import re
from collections.abc import Iterator, Sequence

from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Attribution, Figure, words_of
from rashomon.reconcile.answers import Answer, Told, piece_of
from rashomon.reconcile.numbers import GENERAL, NOBODY

NOT = "not "
UNSORTED = "unsorted"
NEGATION_REACH = 20
"""Characters before the word for people in which "not" turns it round."""
NEGATED = re.compile(r"\bnot\b", re.IGNORECASE)


def read_victims(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """The people whom every figure of the incident counts, and those of whom it is said what they were."""
    yield from _counted(entry, told)
    for attribution in told.attributions():
        if attribution.content and told.about(attribution):
            yield from _described(entry, told, attribution)


def _counted(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    attributions = {a.id: a for a in told.reading.attributions}
    for figure in told.reading.figures:
        if figure.outcome not in entry.outcomes or figure.incident != told.incident.id or figure.id in told.rejected:
            continue
        group = _group(entry, figure)
        if group == UNSORTED and not _tells_who(figure):
            continue
        nobody = figure.high == NOBODY and group != UNSORTED
        attribution = attributions.get(figure.attribution or "")
        yield Answer(
            claimant=figure.claimant,
            stance=attribution.stance if attribution else "asserts",
            evidence=told.evidence(
                figure.span, attribution, figure.rule, attribution.confidence if attribution else 0.7
            ),
            key=NOT + group if nobody else group,
            value=NOT + group if nobody else figure.span.text,
            status=figure.status,
            relayed_by=attribution.relayed_by if attribution else (),
            source=figure.id,
            figure=figure,
        )


def _tells_who(figure: Figure) -> bool:
    """Whether a figure says more than how many: "60 Afghans" and not "60 people"; nobody is nobody."""
    named = any(word[:1].isupper() for word in figure.span.text.split()[1:])
    return figure.high != NOBODY and (named or figure.who not in GENERAL)


def _group(entry: QuestionEntry, figure: Figure) -> str:
    """The group of the people that a figure counts: by its own words, else by the kind of people that they stand for."""
    for words in (figure.span.text, figure.who):
        for name, pattern in entry.groups:
            if pattern.search(words):
                return name
    return UNSORTED


def _described(entry: QuestionEntry, told: Told, attribution: Attribution) -> Iterator[Answer]:
    content, groups = words_of(attribution.content), dict(entry.groups)
    found: dict[str, tuple[str, re.Match[str]]] = {}
    for group, pattern in entry.statements:
        match = pattern.search(content)
        if match is None:
            continue
        word = list(groups[group].finditer(match.group()))[-1]
        negated = NEGATED.search(match.group()[max(0, word.start() - NEGATION_REACH) : word.start()]) is not None
        found.setdefault(NOT + group if negated else group, (word.group(), match))
    for key, (said, match) in found.items():
        place = piece_of(attribution.content, match, told.report)
        yield Answer(
            claimant=attribution.claimant,
            stance=attribution.stance,
            evidence=told.evidence(place, attribution, attribution.rule, attribution.confidence),
            key=key,
            value=NOT + said if key.startswith(NOT) else said,
            partial="part" in match.re.groupindex,
            whole="whole" in match.re.groupindex,
            relayed_by=attribution.relayed_by,
            source=attribution.id,
        )


def other_people(entry: QuestionEntry, left: Sequence[Answer], right: Sequence[Answer]) -> bool:
    """Whether two accounts tell of the same people and call them what nobody can be at once.

    Soldiers and villagers can die in one strike; the same eight men can't be insurgents and farmers.
    """
    if _groups(left) & _groups(right):
        return False
    return any(_clash(entry, one, other) for one in left for other in right)


def _groups(answers: Sequence[Answer]) -> set[str]:
    return {answer.key for answer in answers} - {UNSORTED}


def _clash(entry: QuestionEntry, one: Answer, other: Answer) -> bool:
    if one.key == NOT + other.key or other.key == NOT + one.key:
        return True
    pair = frozenset((one.key, other.key))
    return pair in entry.opposed and _same_people(one, other, bare=pair in entry.opposed_bare)


def _same_people(one: Answer, other: Answer, *, bare: bool) -> bool:
    """Whether two answers tell of the same people: all of them, as many of them, or nobody says how many."""
    left, right = one.figure, other.figure
    if one.partial or other.partial or any(figure is not None and figure.partial for figure in (left, right)):
        return False
    if left is None or right is None:
        return bare or one.whole or other.whole
    same = left.outcome == right.outcome and (left.low, left.high) == (right.low, right.high)
    return same and left.low is not None and left.low > 1
