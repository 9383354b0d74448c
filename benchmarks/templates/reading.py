"""The fillers that are read in a document: candidates and types under their judges, victims with effect and number."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from benchmarks.templates.candidates import KINDS, Candidate, candidates
from benchmarks.templates.documents import Seen
from benchmarks.templates.fillers import Guess
from benchmarks.templates.judge import Judge, judge_of
from benchmarks.templates.known import Known
from benchmarks.templates.types import PATTERNS, signs
from benchmarks.templates.victims import effect_of, number_of

FITTED: Final = Path(__file__).with_name("fitted.json")
JUDGES: Final = ("incident", *KINDS, *PATTERNS)
"""Whether an incident is told of at all, then one judge a slot and one a type."""


def judges() -> dict[str, Judge]:
    """The judges as they were fitted on the train part."""
    told = json.loads(FITTED.read_text(encoding="utf-8"))["judges"]
    return {name: judge_of(told[name]) for name in JUDGES}


def fitted_with() -> str:
    """The digest of the weights that the judges were fitted with."""
    return str(json.loads(FITTED.read_text(encoding="utf-8"))["weights"])


def guesses_of(document: Seen, known: Known, judged: Mapping[str, Judge]) -> dict[str, list[Guess]]:
    """What is read for each slot; nothing where no incident is read."""
    incident = judged["incident"].odds(document.signs)
    if not judged["incident"].takes(document.signs):
        return {}
    found: dict[str, list[Guess]] = {
        "type": [Guess(value=name) for name, some in signs(document, incident).items() if judged[name].takes(some)]
    }
    for slot in KINDS:
        taken = chosen(candidates(document, slot, known, incident), slot, known, judged[slot])
        found[slot] = [Guess(words=document.words(one.first, one.after)) for one in taken]
        if slot == "victim":
            effects = [(one, effect_of(document, one)) for one in taken]
            found["effect"] = [Guess(words=document.words(one.first, one.after), value=e) for one, e in effects if e]
            found["number"] = [
                Guess(words=document.words(one.first, one.after), value=number_of(document, one)) for one in taken
            ]
    return found


def chosen(put: Iterable[Candidate], slot: str, known: Known, judge: Judge) -> list[Candidate]:
    """The candidates that a judge takes, surest first, without other names of one that is taken already."""
    found: list[Candidate] = []
    for one in sorted(put, key=lambda one: -judge.odds(one.numbers)):
        if judge.takes(one.numbers) and not any(known.same(slot, one.head, other.head) for other in found):
            found.append(one)
    return found
