"""What could fill a slot: stretches of words that the encoder tags, one a head noun, with what speaks for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.templates.documents import Seen, log_odds
from benchmarks.templates.fillers import head_of
from benchmarks.templates.known import Known
from rashomon.model import Spans

KINDS: Final[Mapping[str, str]] = {
    "organisation": "organisation",
    "weapon": "instrument",
    "target": "object",
    "victim": "victim",
}
"""The encoder's kind of filler for each slot."""
LEAST: Final = 0.05
"""How likely a word must be a filler to be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The surest stretch `[first, after)` of the words with one head noun, and the numbers that a judge weighs."""

    head: str
    first: int
    after: int
    numbers: tuple[float, ...]


def candidates(document: Seen, slot: str, known: Known, incident: float) -> list[Candidate]:
    """What could fill a slot of a document, in the order of first mention.

    The numbers: how likely the surest word is a filler of the kind (in capitals, and in lower case) and of another kind;
    `incident`, the log-odds that the document tells of an incident; what is `known` of the noun; and whether the
    reading's incidents or figures name it in that part.
    """
    stretches: dict[str, list[tuple[int, int]]] = {}
    for first, after in _stretches(document, KINDS[slot]):
        head = head_of(document.words(first, after))
        if head:
            stretches.setdefault(head, []).append((first, after))
    upper, lower = document.inside[KINDS[slot]]
    either = np.maximum(upper, lower)
    others = np.stack([(a + b) / 2 for kind, (a, b) in document.inside.items() if kind != KINDS[slot]]).max(0)
    named = _named(document, slot)
    found = []
    for head, runs in stretches.items():
        first, after = max(runs, key=lambda run: float(either[slice(*run)].max()))
        best = (max(float(some[slice(*run)].max()) for run in runs) for some in (upper, lower, others))
        numbers = (*map(log_odds, best), incident, known.worth(slot, head), float(head in named))
        found.append(Candidate(head=head, first=first, after=after, numbers=numbers))
    return found


def _stretches(document: Seen, kind: str) -> Iterator[tuple[int, int]]:
    """Neighbouring words that could belong to a filler, with nothing but space between them; one that rather begins a
    filler begins a stretch, save after a broken line, where the encoder begins anew."""
    upper, lower = document.inside[kind]
    begins = document.begins(kind)
    run: tuple[int, int] | None = None
    for word in np.flatnonzero(np.maximum(upper, lower) >= LEAST).tolist():
        if run is not None and run[1] == word:
            gap = document.text[document.ends[word - 1] : document.starts[word]]
            if not gap.strip() and ("\n" in gap or not begins[word]):
                run = run[0], word + 1
                continue
        if run is not None:
            yield run
        run = word, word + 1
    if run is not None:
        yield run


def _named(document: Seen, slot: str) -> set[str]:
    """The head nouns that the reading gives in the part of the slot."""
    spans: list[Spans] = []
    for event in document.reading.events:
        if slot == "organisation":
            spans.append(event.initiator)
        elif slot == "weapon":
            spans.append(event.weapon)
        else:
            spans.append(event.target)
    if slot == "victim":
        spans += [(figure.span,) for figure in document.reading.figures]
    return {head_of(span.text) for some in spans for span in some} - {""}
