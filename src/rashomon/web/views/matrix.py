"""The ledger of one incident as a matrix: questions down, claimants across, those of one side together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from rashomon.codebook.actors import load_actors, side_of
from rashomon.model import Account, Answered, Claimant, Incident, Role
from rashomon.publish.positions import SIDES, positions
from rashomon.publish.weights import caption
from rashomon.publish.words import OWN_VOICE

OWN: Final = "own voice"
OUTLETS = "The outlets themselves"
DOES, HIT, OTHERS, UNNAMED = "named as doing it", "hit", "Others", "Unnamed sources"
PLACE_OF_OTHERS, PLACE_OF_UNNAMED, PLACE_OF_OWN = 7, 8, 9
Part: TypeAlias = Role | Literal["own voice"] | None
PARTED = ("contradicts", "revised")
MOST_COLUMNS = 7
"""More claimants than this stand beside one another only where they are asked for: elsewhere a column is a side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One claimant; `key` is the actor's id, or the name of one that the codebook does not have."""

    key: str
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Claimants that answer to one body; `part` says what that has to do with the incident."""

    name: str
    part: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An account in its cell, with its letter and speaker.

    `against` marks one that another can't be true beside, `leads` the first of a side that says the same, `new` one
    that none of the reports that were known before tells.
    """

    letter: str
    speaker: str
    account: Account
    against: bool
    leads: bool
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question with what each column answers; an empty cell is one of which nobody reports an answer.

    `cells` are the claimants' one by one; `by_side` are the same with those of a side together, sorted by what they say.
    """

    answered: Answered
    cells: tuple[tuple[Held, ...], ...]
    by_side: tuple[tuple[Held, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The whole; lines stand in the order of the codebook, `unanswered` are questions without an account.

    `captions` are the columns of a table that has one for whoever is said to have done it, one for whoever was hit,
    and one for the others.
    """

    sides: tuple[Side, ...]
    captions: tuple[str, ...]
    lines: tuple[Line, ...]
    unanswered: tuple[str, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns from left to right."""
        return tuple(column for side in self.sides for column in side.columns)

    @property
    def crowded(self) -> bool:
        """Whether the claimants are more than a reader can take in beside one another."""
        return len(self.columns) > MOST_COLUMNS

    @property
    def parted(self) -> tuple[Line, ...]:
        """The lines that a reader looks for first: contradictions, then what somebody revised."""
        told = [line for line in self.lines if line.answered.finding in PARTED]
        return tuple(sorted(told, key=lambda line: PARTED.index(line.answered.finding)))


def matrix_of(incident: Incident, *, only_parted: bool = False, new: frozenset[str] = frozenset()) -> Matrix:
    """The matrix of an incident, or of the questions on which accounts part and those who answer them.

    `new` are the ids of reports that came since a day.
    """
    answered = [question for question in incident.questions if question.accounts]
    if only_parted:
        answered = [question for question in answered if question.finding in PARTED]
    sides = tuple(_sides(incident, [account for question in answered for account in question.accounts]))
    parts = _parts(account for question in answered for account in question.accounts)
    return Matrix(
        sides=sides,
        captions=tuple(OUTLETS if part == OWN else caption(incident, part) for part in parts),
        lines=tuple(_line(question, sides, parts, new) for question in answered),
        unanswered=tuple(question.question for question in incident.questions if not question.accounts),
    )


def _line(answered: Answered, sides: Sequence[Side], parts: Sequence[Part], new: frozenset[str]) -> Line:
    against = {account for pair in answered.between for account in pair}
    names = {column.key: column.name for side in sides for column in side.columns}
    one_by_one: dict[str, list[Held]] = {key: [] for key in names}
    together: dict[Part, list[Held]] = {part: [] for part in parts}
    for position in positions(answered):
        told: set[Part] = set()
        for cell in position.cells:
            account, key, part = cell.account, _key(cell.account.claimant), _part(cell.account)
            held = Held(
                letter=cell.letter,
                speaker=names[key],
                account=account,
                against=account.id in against,
                leads=part not in told,
                new=new.issuperset(account.reports),
            )
            told.add(part)
            one_by_one[key].append(held)
            together[part].append(held)
    return Line(
        answered=answered,
        cells=tuple(map(tuple, one_by_one.values())),
        by_side=tuple(map(tuple, together.values())),
    )


def _parts(accounts: Iterable[Account]) -> tuple[Part, ...]:
    """The parts that claimants have in an incident, in the order in which they stand; the outlets' own voice last."""
    found = {_part(account) for account in accounts}
    return tuple(part for part in (*SIDES, OWN) if part in found)


def _part(account: Account) -> Part:
    return OWN if account.claimant is None else account.side


def _sides(incident: Incident, accounts: Sequence[Account]) -> Iterator[Side]:
    """The sides in their order: whoever is named as doing it, whoever is hit, others, the unnamed, the outlets."""
    weight = Counter(_key(account.claimant) for account in accounts)
    does, hit = _sides_named(incident.initiators), _sides_named(incident.targets) - _sides_named(incident.initiators)
    groups: dict[tuple[int, str, str], dict[str, list[Claimant | None]]] = {}
    for account in accounts:
        group = _group(account.claimant, does, hit)
        groups.setdefault(group, {}).setdefault(_key(account.claimant), []).append(account.claimant)
    heavy = {group: sum(weight[key] for key in members) for group, members in groups.items()}
    for group in sorted(groups, key=lambda group: (group[0], -heavy[group], group[1])):
        members = sorted(groups[group].items(), key=lambda item: (-weight[item[0]], item[0]))
        yield Side(name=group[1], part=group[2], columns=tuple(_column(key, found) for key, found in members))


def _group(claimant: Claimant | None, does: set[str], hit: set[str]) -> tuple[int, str, str]:
    """Where the side of a claimant stands, what it is called, and what it has to do with the incident."""
    if claimant is None:
        return PLACE_OF_OWN, OUTLETS, ""
    if claimant.actor is None:
        return (PLACE_OF_UNNAMED, UNNAMED, "") if claimant.anonymous else (PLACE_OF_OTHERS, OTHERS, "")
    side = side_of(claimant.actor)
    known = load_actors().by_id.get(side)
    if known is None:
        return PLACE_OF_OTHERS, OTHERS, ""
    if side in does:
        return 0, known.name, DOES
    return (1, known.name, HIT) if side in hit else (2, known.name, "")


def _column(key: str, claimants: Sequence[Claimant | None]) -> Column:
    first = claimants[0]
    roles = dict.fromkeys(claimant.role for claimant in claimants if claimant and claimant.role)
    name = first.name if first else OWN_VOICE.partition(",")[0].capitalize()
    return Column(key=key, name=name, roles=tuple(role for role in roles if role.lower() not in name.lower()))


def _key(claimant: Claimant | None) -> str:
    return OWN if claimant is None else claimant.actor or f"name {claimant.name}"


def _sides_named(names: Iterable[str]) -> set[str]:
    return {side_of(id) for name in names if (id := _ids().get(name))}


@cache
def _ids() -> dict[str, str]:
    """The ids of the actors by their names."""
    return {actor.name: id for id, actor in load_actors().by_id.items()}
