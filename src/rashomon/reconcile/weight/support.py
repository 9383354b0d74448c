"""How many independent sources say the same as an account, and how many stand behind what contradicts it.

A source is a body that speaks, through its offices and spokespeople or by itself; sources are independent where each can be
given an origin of its own. So three outlets that heard one spokesman are one source, and so are three bodies that one
report alone quotes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Answered
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
    opposed: dict[str, list[Keyed]] = defaultdict(list)
    for one, other in answered.between:
        opposed[one].append(standing[other])
        opposed[other].append(standing[one])
    # Accounts that one and the same others contradict are many where a figure is told by many.
    against: dict[frozenset[str], int] = {}
    found = {}
    for held, like in _alike(entry, list(standing.values())):
        sources, behind, bodies = independent(like, origins)
        for keyed in held:
            others = opposed[keyed.account.id]
            key = frozenset(other.account.id for other in others)
            if key not in against:
                against[key] = independent(others, origins)[0]
            found[keyed.account.id] = Support(sources=sources, origins=behind, bodies=bodies, against=against[key])
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


def _alike(entry: QuestionEntry, accounts: Sequence[Keyed]) -> Iterator[tuple[list[Keyed], list[Keyed]]]:
    """Accounts that are compared by the same, with all that say the same as they, themselves among them."""
    shelves: dict[object, list[Keyed]] = defaultdict(list)
    for keyed in accounts:
        shelves[_label(entry, keyed)].append(keyed)
    for held in shelves.values():
        like = [
            keyed
            for other in shelves.values()
            if other is held or _say_the_same(entry, held[0], other[0])
            for keyed in other
        ]
        yield held, like


def _label(entry: QuestionEntry, keyed: Keyed) -> object:
    """What an account is compared by: two of one label say the same of whatever a third says."""
    if entry.question.kind not in ("number", "count"):
        return keyed.keys
    account = keyed.account
    words = frozenset(evidence.span.text for evidence in account.evidence)
    return account.low, account.high, account.who, account.partial, words


def _say_the_same(entry: QuestionEntry, one: Keyed, other: Keyed) -> bool:
    """Whether two accounts give one figure for the same things, or share what they are compared by."""
    left, right = one.account, other.account
    if entry.question.kind not in ("number", "count"):
        return bool(one.keys & other.keys)
    if (left.low, left.high) != (right.low, right.high):
        return False
    return comparable(left, right) if entry.question.kind == "number" else alike(entry, left, right)
