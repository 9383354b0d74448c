"""Fitting the judges on documents of the train part whose nouns no judge knows beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from benchmarks.templates.candidates import KINDS, Candidate, candidates
from benchmarks.templates.documents import Seen
from benchmarks.templates.fillers import SLOTS, Guess
from benchmarks.templates.gold import Gold, gold_of
from benchmarks.templates.judge import Judge, fitted
from benchmarks.templates.known import Known
from benchmarks.templates.reading import chosen, guesses_of
from benchmarks.templates.scoring import Counts
from benchmarks.templates.types import PATTERNS, signs

EVERY: Final = 4
"""Every fourth document of the train part fits the judges, the others tell what is known of nouns."""
FLOORS: Final = tuple(round(float(floor), 2) for floor in np.arange(0.15, 0.61, 0.05))
INCIDENT_FLOORS: Final = tuple(round(float(floor), 2) for floor in np.arange(0.0, 0.51, 0.05))


def parts(rows: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """The documents that fit the judges, and those that tell of nouns."""
    return list(rows[::EVERY]), [row for n, row in enumerate(rows) if n % EVERY]


def judges_of(documents: Sequence[Seen], rows: Sequence[Mapping[str, Any]], known: Known) -> dict[str, Judge]:
    """The judges that suit some documents best; each floor is the one of the best F1 of its slot."""
    gold = [gold_of(row["templates"]) for row in rows]
    incident = fitted([one.signs for one in documents], [bool(row["templates"]) for row in rows])
    # Where no incident is told of is weighed by each judge; so this floor comes last, and is low.
    found = {"incident": replace(incident, floor=INCIDENT_FLOORS[0])}
    told = [(document, incident.odds(document.signs)) for document in documents]
    for slot in KINDS:
        put = [candidates(document, slot, known, odds) for document, odds in told]
        found[slot] = _judge_of_slot(slot, put, gold, known)
    types = [signs(document, odds) for document, odds in told]
    for name in PATTERNS:
        found[name] = _judge_of_type(name, [some[name] for some in types], gold)
    floors = (found | {"incident": replace(incident, floor=floor)} for floor in INCIDENT_FLOORS)
    return max(floors, key=lambda judged: _over_all(documents, gold, known, judged))


def _judge_of_slot(slot: str, put: Sequence[Sequence[Candidate]], gold: Sequence[Gold], known: Known) -> Judge:
    """The judge of what could fill a slot in each document."""
    rows, right = [], []
    for some, fillers in zip(put, gold, strict=True):
        for one in some:
            rows.append(one.numbers)
            right.append(any(one.head in filler.heads for filler in fillers[slot]))
    judge = fitted(rows, right)

    def worth(one: Judge) -> float:
        made = [[Guess(words=each.head) for each in chosen(some, slot, known, one)] for some in put]
        return _f1(slot, made, gold)

    return max((replace(judge, floor=floor) for floor in FLOORS), key=worth)


def _judge_of_type(name: str, put: Sequence[tuple[float, ...]], gold: Sequence[Gold]) -> Judge:
    """The judge of one type of incident in each document."""
    only: list[Gold] = [{"type": [one for one in fillers["type"] if name in one.values]} for fillers in gold]
    judge = fitted(put, [bool(fillers["type"]) for fillers in only])

    def worth(one: Judge) -> float:
        return _f1("type", [[Guess(value=name)] if one.takes(numbers) else [] for numbers in put], only)

    return max((replace(judge, floor=floor) for floor in FLOORS), key=worth)


def _f1(slot: str, made: Sequence[Sequence[Guess]], gold: Sequence[Gold]) -> float:
    counts = Counts()
    for guesses, fillers in zip(made, gold, strict=True):
        counts.add(fillers, {slot: guesses})
    return counts.figures([slot])["f1"]


def _over_all(documents: Sequence[Seen], gold: Sequence[Gold], known: Known, judged: Mapping[str, Judge]) -> float:
    counts = Counts()
    for document, fillers in zip(documents, gold, strict=True):
        counts.add(fillers, guesses_of(document, known, judged))
    return counts.figures(SLOTS)["f1"]
