"""Rows for the same table out of ECB+: pairs of gold mentions of events that no type of ours names.

They teach what the wording of an event tells; our own labelled reports teach the rest. A topic of the corpus holds two
stories that are much alike, so pairs are made within it.
"""

import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from benchmarks.coreference.corpus import FOLDER, gold_mentions, rows
from rashomon.link.comparison import observed
from rashomon.vectors import Vectors

EACH = 6
"""Of the pairs that are not one, each sixth is taken."""
WEIGHT = 0.02
"""What a pair of mentions counts for, next to a pair of reported incidents: there are four hundred times as many."""
APART = 10.0
"""How many times that a pair that is not one counts: for those not taken, and so that the one threshold suits both."""

Row = list[tuple[str, str]]


def at_hand() -> bool:
    """Whether the corpus lies beside the checkout."""
    return FOLDER.is_dir()


def coreference_rows(vectors: Vectors | None) -> tuple[list[Row], list[bool], list[float]]:
    """What the features see of pairs of mentions of the train part, whether they are one event, and their weights."""
    with tempfile.TemporaryDirectory() as folder:
        mentions = gold_mentions(rows("train"), Path(folder), vectors)
    topics = defaultdict(list)
    for mention in mentions:
        topics[mention.topic].append(mention)
    found: list[Row] = []
    right: list[bool] = []
    number = 0
    for together in topics.values():
        for one, other in combinations(together, 2):
            same = one.cluster == other.cluster
            number += not same
            if same or number % EACH == 0:
                found.append(observed(one.sighting, other.sighting))
                right.append(same)
    return found, right, [WEIGHT if same else WEIGHT * APART for same in right]
