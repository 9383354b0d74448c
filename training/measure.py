"""What a packed reader is worth on dev, head by head, before any rule has touched it."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from rashomon.read.neural.decode import Settings
from rashomon.read.neural.entities import entities_of
from rashomon.read.neural.labels import BODIES, ENTITIES, ROLES, STANCES
from rashomon.read.neural.scores import Scores, softmax
from training.dev import Scored, f1, open_session, relation_scores, scored
from training.example import Example
from training.measure_events import event_figures, filler_f1, place_f1
from training.targets import Targets, targets_of
from training.words import NOT_SAID, words_of

Named = tuple[int, int, str]
COMMON = 10
"""Stances with fewer gold examples are left out of the macro F1, as the scorer leaves them out."""


def measures(folder: Path, settings: Settings, *, events: bool = True) -> dict[str, float]:
    """All figures of a reader, by name; those of incidents and figures only if its heads have learned of `events`."""
    session = open_session(folder)
    corpora = {name: scored(session, name) for name in ("polnear", "world", "ner_worldwide", "re3d")}
    found: dict[str, float] = {}
    for name in ("polnear", "world"):
        for part, value in relation_scores(corpora[name], settings).items():
            found[f"{name} {part} f1"] = value
    found |= {f"polnear exact {role} f1": exact_f1(corpora["polnear"], role) for role in ROLES}
    found |= stance_figures(corpora["world"])
    for name in ("ner_worldwide", "re3d"):
        found |= {f"{name} {kind} f1": value for kind, value in entity_f1(corpora[name]).items()}
    if events:
        found |= {f"world {name}": value for name, value in event_figures(corpora["world"], settings).items()}
        found["event_location place f1"] = place_f1(scored(session, "event_location"), settings)
        found["muc4 filler words f1"] = filler_f1(scored(session, "muc4"))
    return found


def exact_f1(documents: Sequence[Scored], role: str) -> float:
    """F1 of stretches of one role that are the same to the word, from the tags alone, as tagging papers count."""
    right = made = gold = 0
    for document in documents:
        marked = _stretches(_targets(document.example, document.scores).tags[ROLES.index(role)])
        found = _stretches(document.scores.role(role).argmax(-1))
        right, made, gold = right + len(marked & found), made + len(found), gold + len(marked)
    return f1(right, made, gold)


def _targets(example: Example, scores: Scores) -> Targets:
    from training.encoder import tokenizer

    found = targets_of(example, tokenizer())
    assert len(found.pieces) == len(scores.pieces)
    return found


def _stretches(tags: np.ndarray) -> set[tuple[int, int]]:
    """Half-open stretches of words from tags; a later word without a beginning begins one."""
    starts = np.flatnonzero((tags == 1) | ((tags == 2) & (np.concatenate(([0], tags[:-1])) == 0)))
    stops = np.append(np.flatnonzero(tags == 0), len(tags))
    bounds = [*starts.tolist(), len(tags)]
    return {(start, min(after, int(stops[np.searchsorted(stops, start)]))) for start, after in pairwise(bounds)}


def stance_figures(documents: Sequence[Scored]) -> dict[str, float]:
    """Accuracy and macro F1 of the stances of gold cues with gold contents."""
    seen: Counter[tuple[int, int]] = Counter()
    for document in documents:
        own, added = document.scores.stances()
        for link in _targets(document.example, document.scores).links:
            if link.stance != NOT_SAID:
                more = added[link.content].max(0) if len(link.content) else 0
                seen[link.stance, int(softmax(own[link.cue] + more).argmax())] += 1
    by_stance = {}
    for number, name in enumerate(STANCES):
        gold = sum(count for (one, _), count in seen.items() if one == number)
        made = sum(count for (_, other), count in seen.items() if other == number)
        if gold >= COMMON:
            by_stance[name] = f1(seen[number, number], made, gold)
    right = sum(count for (one, other), count in seen.items() if one == other)
    figures = {"stance accuracy": right / max(1, seen.total())}
    figures["stance macro f1"] = sum(by_stance.values()) / max(1, len(by_stance))
    return figures | {f"stance {name} f1": value for name, value in by_stance.items()}


def entity_f1(documents: Sequence[Scored]) -> dict[str, float]:
    """Strict F1 of spans with their types; kinds of bodies count as one, for the corpora know but one.

    "main" is that of persons, bodies and locations together.
    """
    counts: dict[str, list[int]] = {}
    for document in documents:
        gold = gold_entities(document.example)
        found = {span for span in entity_spans(document) if span is not None}
        for place, some in enumerate((gold & found, found, gold)):
            for _, _, kind in some:
                for key in (kind, "all", *(["main"] if kind in ("person", "organisation", "location") else [])):
                    counts.setdefault(key, [0, 0, 0])[place] += 1
    return {kind: f1(*tally) for kind, tally in sorted(counts.items())}


def gold_entities(example: Example) -> set[Named]:
    """The marked entities of a document whose type is told."""
    return {(e.start, e.end, _kind(min(e.types))) for e in example.entities if e.types}


def entity_spans(document: Scored) -> list[Named | None]:
    """The entities found; None for one of a type that the corpus does not mark, or where it says nothing."""
    example, pieces = document.example, document.scores.pieces
    silent = [(e.start, e.end) for e in example.entities if not e.types]
    unsaid = set(words_of(pieces, tuple(silent)).tolist())
    found: list[Named | None] = []
    for one in entities_of(document.scores):
        kind = ENTITIES[one.type]
        hidden = example.hidden or frozenset()
        marked = any(kind in e.types for e in example.entities) or kind not in hidden
        told = marked and not unsaid & set(range(*one.run))
        span = (*pieces.characters(*one.run), _kind(kind))
        found.append(span if told and kind not in hidden - {"time"} else None)
    return found


def _kind(kind: str) -> str:
    return "organisation" if kind in BODIES else kind
