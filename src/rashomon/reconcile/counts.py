"""Answers that count things: how many munitions were used."""

from collections.abc import Iterator

from rashomon.codebook.counted import counted_words
from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Account, Count
from rashomon.reconcile.answers import Answer, Told
from rashomon.reconcile.numbers import is_number, meet


def read_counts(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every count of the question's outcome and kind of things that belongs to the incident.

    Of a series no count is read: it is not known how many of its incidents a count takes in.
    """
    attributions = {a.id: a for a in told.reading.attributions}
    for count in told.reading.counts if not told.incident.series else ():
        if not _answers(entry, told, count):
            continue
        attribution = attributions.get(count.attribution or "")
        confidence = attribution.confidence if attribution else 0.7
        yield Answer(
            claimant=count.claimant,
            stance=attribution.stance if attribution else "asserts",
            evidence=told.evidence(count.span, attribution, count.rule, confidence),
            key=f"{count.low}|{count.high}|{count.hedge}|{count.what}|{count.partial}",
            low=count.low,
            high=count.high,
            who=count.what,
            partial=count.partial,
            hedge=count.hedge,
            status=count.status,
            relayed_by=attribution.relayed_by if attribution else (),
            source=count.id,
        )


def _answers(entry: QuestionEntry, told: Told, count: Count) -> bool:
    if count.incident != told.incident.id or count.outcome != entry.outcome or count.id in told.rejected:
        return False
    if told.is_of_another_day(count.span):
        return False
    return counted_words().plurals.get(count.what) == entry.things


def alike(entry: QuestionEntry, left: Account, right: Account) -> bool:
    """Whether two counts count the same things: wholes of one noun, or of one that may stand for the other."""
    if left.partial or right.partial or not (is_number(left) and is_number(right)):
        return False
    if left.who == right.who:
        return True
    general = left if left.who in entry.general else right if right.who in entry.general else None
    special = right if general is left else left
    # "12 rockets" may be a part of "30 projectiles"; they can't be a part of ten.
    return general is not None and general.high is not None and (special.low or 0) > general.high


def apart(entry: QuestionEntry, left: Account, right: Account) -> bool:
    """Whether two counts of the same things can't both be right."""
    return alike(entry, left, right) and not meet(left, right)
