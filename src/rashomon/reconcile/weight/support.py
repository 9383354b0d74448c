"""How many independent sources say the same as an account, and how many stand behind what contradicts it.

A source is a body that speaks, through its offices and spokespeople or by itself; sources are independent where each can be
given an origin of its own. So three outlets that heard one spokesman are one source, and so are three bodies that one
report alone quotes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Account, Answered
from rashomon.reconcile.accounts import Keyed
from rashomon.reconcile.counts import alike
from rashomon.reconcile.numbers import comparable
from rashomon.reconcile.origins import Origins, groups
from rashomon.reconcile.weight.bodies import body_of, chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Independent sources for and against one account, and how many origins and bodies say the same as it."""

    sources: int
    origins: int
    bodies: int
    against: int


def supports(
    entry: QuestionEntry, answered: Answered, accounts: Sequence[Keyed], origins: Origins
) -> Mapping[str, Support]:
    """The support of each account that nobody rejected, by its id."""
    standing = {keyed.account.id: keyed for keyed in accounts if not keyed.account.rejected}
    opposed: dict[str, list[str]] = defaultdict(list)
    for one, other in answered.between:
        opposed[one].append(other)
        opposed[other].append(one)
    alike = _alike(entry, list(standing.values()))
    counted: dict[tuple[str, ...], tuple[int, int, int]] = {}

    def count(ids: Iterable[str]) -> tuple[int, int, int]:
        # Whoever says the same has the same support: it is counted once for all of them.
        chosen = tuple(sorted(id for id in ids if id in standing))
        if chosen not in counted:
            counted[chosen] = independent([standing[id] for id in chosen], origins)
        return counted[chosen]

    found = {}
    for id in standing:
        sources, behind, bodies = count(alike[id])
        found[id] = Support(sources=sources, origins=behind, bodies=bodies, against=count(opposed[id])[0])
    return found


def independent(accounts: Sequence[Keyed], origins: Origins) -> tuple[int, int, int]:
    """How many independent sources some accounts have, how many origins, and how many bodies."""
    behind = [(_body(keyed), origins.behind(keyed.answers)) for keyed in accounts]
    group = groups(origin for _, found in behind for origin in found)
    heard: dict[str, set[str]] = defaultdict(set)
    for body, found in behind:
        heard[body] |= {group[key] for origin in found for key in origin}
    return _matched(heard), len(set(group.values())), len(heard)


def _body(keyed: Keyed) -> str:
    """The top of the chain of bodies that an account is of, else its claimant."""
    body = body_of(keyed.account.claimant)
    return chain(body)[-1] if body is not None else keyed.claimant


def _matched(heard: Mapping[str, set[str]]) -> int:
    """How many bodies can each be given an origin of its own: the largest matching, by augmenting paths."""
    taken: dict[str, str] = {}

    def place(body: str, tried: set[str]) -> bool:
        for origin in sorted(heard[body] - tried):
            tried.add(origin)
            if origin not in taken or place(taken[origin], tried):
                taken[origin] = body
                return True
        return False

    return sum(place(body, set()) for body in sorted(heard))


def _alike(entry: QuestionEntry, accounts: Sequence[Keyed]) -> Mapping[str, Sequence[str]]:
    """The accounts that say the same as each, itself among them; only those with something in common are compared."""
    shelves: dict[object, list[Keyed]] = defaultdict(list)
    for keyed in accounts:
        for label in _labels(entry, keyed):
            shelves[label].append(keyed)
    return {
        keyed.account.id: list(
            dict.fromkeys(
                other.account.id
                for label in _labels(entry, keyed)
                for other in shelves[label]
                if other is keyed or _say_the_same(entry, keyed.account, other.account)
            )
        )
        for keyed in accounts
    }


def _labels(entry: QuestionEntry, keyed: Keyed) -> Iterable[object]:
    """What accounts that say the same have in common: the figure, or one of the things that they are compared by."""
    if entry.question.kind in ("number", "count"):
        return ((keyed.account.low, keyed.account.high),)
    return sorted(keyed.keys)


def _say_the_same(entry: QuestionEntry, one: Account, other: Account) -> bool:
    """Whether two accounts that have something in common speak of the same things."""
    if entry.question.kind == "number":
        return comparable(one, other)
    return entry.question.kind != "count" or alike(entry, one, other)
