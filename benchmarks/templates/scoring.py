"""Guesses held against the keys: which are right, and precision, recall and F1 over many documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.templates.fillers import SLOTS, Filler, Guess, matches


@dataclass(slots=True)
class Counts:
    """Guesses that are right, all guesses, and fillers that were to be found (optional ones only where found)."""

    right: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Mapping[str, Sequence[Filler]], guesses: Mapping[str, Sequence[Guess]]) -> None:
        """Count one document."""
        for slot in SLOTS:
            fillers, made = gold.get(slot, ()), guesses.get(slot, ())
            met = matched(fillers, made)
            self.right[slot] += len(met)
            self.made[slot] += len(made)
            self.gold[slot] += sum(n in met or not filler.optional for n, filler in enumerate(fillers))

    def figures(self, slots: Iterable[str]) -> dict[str, float]:
        """Micro precision, recall and F1 over some slots, with the counts that they come from."""
        right, made, gold = (sum(some[slot] for slot in slots) for some in (self.right, self.made, self.gold))
        return {
            "gold": gold,
            "made": made,
            "right": right,
            "precision": right / made if made else 0.0,
            "recall": right / gold if gold else 0.0,
            "f1": 2 * right / (made + gold) if made + gold else 0.0,
        }


def matched(fillers: Sequence[Filler], guesses: Sequence[Guess]) -> dict[int, int]:
    """The guess of each filler that is met: each guess and each filler is used once.

    Of all ways to pair them off, one that meets most fillers that are not optional, and then most fillers.
    """
    taken: dict[int, int] = {}

    def find(filler: int, seen: set[int]) -> bool:
        """Give a filler a guess, moving fillers that have one to others where that is needed."""
        for n, guess in enumerate(guesses):
            if n not in seen and matches(fillers[filler], guess):
                seen.add(n)
                if n not in taken or find(taken[n], seen):
                    taken[n] = filler
                    return True
        return False

    # A filler that is met once stays met, so those that are not optional come first.
    for filler in sorted(range(len(fillers)), key=lambda n: fillers[n].optional):
        find(filler, set())
    return {filler: n for n, filler in taken.items()}
