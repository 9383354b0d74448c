"""From scores to what is told of incidents: triggers with their roles, and figures with the triggers they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rashomon.read.neural.decode import Run, Settings, buckets, runs_of
from rashomon.read.neural.labels import ANCHORED, EVENT_CLASSES, EVENT_LINK_SIZE, EVENT_ROLES, FARTHEST
from rashomon.read.neural.scores import Floats, Scores

LEAST = 0.05
"""How likely a word must be to begin or go on with a trigger or a figure, for a rule to look at it at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A trigger or a figure in words: how sure it is, the stretch that fills each role best with how sure that is, and
    the probabilities of each of its classes."""

    run: Run
    sure: float
    roles: Mapping[str, tuple[Run, float]]
    classes: Mapping[str, Floats]

    def likeliest(self, name: str) -> tuple[str, float]:
        """The value of a class that is likeliest, with its probability."""
        numbers = self.classes[name]
        best = int(numbers.argmax())
        return EVENT_CLASSES[name][best], float(numbers[best])


CLASSES_OF = {"trigger": ("type", "reality"), "figure": ("outcome", "who", "part")}
ROLES_OF = {"trigger": EVENT_ROLES[:-1], "figure": EVENT_ROLES[-1:]}


def anchors_of(scores: Scores, settings: Settings, name: str) -> list[Anchor]:
    """The triggers or the figures of a document, in reading order, those too that are rather none."""
    if not len(scores.pieces.start):
        return []
    roles = {role: Fillings(scores, role, settings) for role in ROLES_OF[name]}
    inside = 1 - scores.anchors(name)[:, 0]
    found = []
    for run in _runs(scores, name):
        filled = {role: drawn for role, filling in roles.items() if (drawn := filling.drawn(run)) is not None}
        told = {kind: scores.told(kind, run[0]) for kind in CLASSES_OF[name]}
        found.append(Anchor(run=run, sure=float(inside[slice(*run)].max()), roles=filled, classes=told))
    return found


def _runs(scores: Scores, name: str) -> list[Run]:
    """Stretches of words: one begins where a word is likelier first than later, or after one that is outside."""
    assert name in ANCHORED
    outside, first, later = scores.anchors(name).T
    inside = outside <= 1 - LEAST
    paragraph = scores.pieces.paragraph
    runs: list[Run] = []
    for word in np.flatnonzero(inside).tolist():
        goes_on = runs and runs[-1][1] == word and later[word] >= first[word] and paragraph[word] == paragraph[word - 1]
        if goes_on:
            runs[-1] = (runs[-1][0], word + 1)
        else:
            runs.append((word, word + 1))
    return runs


class Fillings:
    """How well the words of a document fill one role of its triggers or figures."""

    def __init__(self, scores: Scores, role: str, settings: Settings) -> None:
        self.scores, self.settings = scores, settings
        self.near = settings.role_distances[EVENT_ROLES.index(role)][buckets()]
        self.views = [view.filling(role) for view in scores.views]

    def odds(self, word: int) -> tuple[int, Floats]:
        """The first word that the window of `word` sees, and the log-odds of all that it sees."""
        number = int(self.scores.owner[word])
        view, (queries, keys, suits) = self.scores.views[number], self.views[number]
        product = keys @ (queries[word - view.start] / np.float32(np.sqrt(EVENT_LINK_SIZE)))
        near = self.near[np.clip(np.arange(view.start, view.end) - word + FARTHEST, 0, 2 * FARTHEST)]
        return view.start, product + suits + near

    def drawn(self, run: Run) -> tuple[Run, float] | None:
        """The stretch that fills the role best, and how sure its surest word is; None where no word does."""
        start, odds = self.odds(run[0])
        runs = runs_of(odds, self.settings)
        if not runs:
            return None
        left, right = max(runs, key=lambda one: float(odds[slice(*one)].clip(min=0).sum()))
        return (left + start, right + start), float(1 / (1 + np.exp(-odds[left:right].max())))
