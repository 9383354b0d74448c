"""What the heads for incidents and figures are worth on dev, before any rule has touched them."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from rashomon.read.neural.decode import Run, Settings
from rashomon.read.neural.events import Anchor, Fillings, anchors_of
from rashomon.read.neural.labels import ANCHORED, EVENT_CLASSES, EVENT_ROLES
from rashomon.read.neural.pieces import Integers
from training.dev import Scored, f1
from training.events import Anchor as Marked
from training.events import event_targets

EVEN = 0.5
"""How sure a trigger or a figure must be to count here."""


def event_figures(documents: Sequence[Scored], settings: Settings) -> dict[str, float]:
    """F1 of triggers and figures by overlap; of those that meet, F1 of roles by overlap and accuracy of classes."""
    counts: Counter[tuple[str, str]] = Counter()
    for document in documents:
        for name in ANCHORED:
            marked = _marked(document, name)
            found = [one for one in anchors_of(document.scores, settings, name) if one.sure >= EVEN]
            met = list(_met(marked, found))
            counts[name, "gold"] += len(marked)
            counts[name, "made"] += len(found)
            counts[name, "right"] += len(met)
            for one, other in met:
                _count(counts, one, other)
    figures = {f"{name} f1": _f1(counts, name) for name in (*ANCHORED, "roles", *EVENT_ROLES)}
    return figures | {
        f"{name} accuracy": counts[name, "right"] / max(1, counts[name, "gold"]) for name in EVENT_CLASSES
    }


def place_f1(documents: Sequence[Scored], settings: Settings) -> float:
    """F1 of the place of a given verb, the same to the word; a verb without a place counts where one is found."""
    right = made = gold = 0
    for document in documents:
        filling = Fillings(document.scores, "place", settings)
        for anchor in event_targets(document.scores.pieces, document.example).anchors:
            wanted = anchor.roles[EVENT_ROLES.index("place")]
            drawn = filling.drawn((anchor.word, anchor.word + 1))
            gold, made = gold + bool(wanted is not None and len(wanted)), made + (drawn is not None)
            right += drawn is not None and wanted is not None and list(range(*drawn[0])) == wanted.tolist()
    return f1(right, made, gold)


def filler_f1(documents: Sequence[Scored]) -> float:
    """F1 of the words that fill templates of MUC-4, with their kind."""
    right = made = gold = 0
    for document in documents:
        wanted = event_targets(document.scores.pieces, document.example).fillers
        if len(wanted):
            kinds, said = (wanted + 1) // 2, (document.scores.fillers().argmax(-1) + 1) // 2
            right += int(((kinds == said) & (kinds > 0)).sum())
            made, gold = made + int((said > 0).sum()), gold + int((kinds > 0).sum())
    return f1(right, made, gold)


def _marked(document: Scored, name: str) -> list[tuple[Run, Marked]]:
    """The marked triggers or figures with their words."""
    targets = event_targets(document.scores.pieces, document.example)
    tags = targets.tags[ANCHORED.index(name)]
    of_trigger = [anchor.roles[EVENT_ROLES.index("incident")] is None for anchor in targets.anchors]
    found = []
    for anchor, trigger in zip(targets.anchors, of_trigger, strict=True):
        if trigger == (name == "trigger"):
            ends = np.flatnonzero(tags[anchor.word + 1 :] != 2)
            found.append(((anchor.word, anchor.word + 1 + int(ends[0]) if len(ends) else len(tags)), anchor))
    return found


def _met(marked: Sequence[tuple[Run, Marked]], found: Sequence[Anchor]) -> Iterator[tuple[Marked, Anchor]]:
    """Pairs that share a word, each used once."""
    free = list(found)
    for (start, end), one in marked:
        other = next((other for other in free if other.run[0] < end and start < other.run[1]), None)
        if other is not None:
            free.remove(other)
            yield one, other


def _count(counts: Counter[tuple[str, str]], one: Marked, other: Anchor) -> None:
    for role, wanted in zip(EVENT_ROLES, one.roles, strict=True):
        if wanted is not None:
            drawn = other.roles.get(role)
            hit = drawn is not None and _shares(wanted, drawn[0])
            for name in (role, *(["roles"] if role != "incident" else [])):
                counts[name, "gold"] += bool(len(wanted))
                counts[name, "made"] += drawn is not None
                counts[name, "right"] += hit
    for name, wanted_class in zip(EVENT_CLASSES, one.classes, strict=True):
        if wanted_class >= 0:
            counts[name, "gold"] += 1
            counts[name, "right"] += int(other.classes[name].argmax()) == wanted_class


def _shares(words: Integers, run: Run) -> bool:
    return bool(((words >= run[0]) & (words < run[1])).any())


def _f1(counts: Counter[tuple[str, str]], name: str) -> float:
    return f1(counts[name, "right"], counts[name, "made"], counts[name, "gold"])
