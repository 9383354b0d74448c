"""On whose word an account or a finding stands: kinds of source, sides, grades and estimates, each with its arithmetic."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["initiator", "target", "unclear"]
SourceKind: TypeAlias = Literal["party", "official", "monitor", "medical", "witness", "media", "other", "unnamed"]
Part: TypeAlias = Literal["initiator", "target", "place"]
Scheme: TypeAlias = Literal["admiralty", "airwars"]
GIVEN = re.compile(r"(?=.)([A-Fa-f])?([1-6])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A body that the reports name as having a part in an incident, and which one: it did it, or it was done to it.

    `actor` is the top of the chain of bodies that were named, or an actor that a person placed. `initiating` and
    `targeted` count the reports that name it as either; where as many say the one as the other, the role is unclear.
    `judgement` is the id of the one that placed it.
    """

    actor: str
    name: str
    role: Role
    initiating: int = 0
    targeted: int = 0
    judgement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade that rules propose under a published scheme, and one sentence that shows its arithmetic.

    `value` is what holds, `proposed` what the rules gave, None where they give none. They differ where `judgement` says
    so. Of the Admiralty scheme `value` is the number of the information; `source` is the letter of the source, which
    only a person gives.
    """

    scheme: Scheme
    value: str | None
    proposed: str | None
    why: str
    source: str | None = None
    judgement: str | None = None


def grade_given(value: str) -> tuple[str | None, str | None] | None:
    """The letter of the source and the number of the information that a person writes ("B", "2", "B2"), or None."""
    match = GIVEN.fullmatch(value.strip())
    return (match[1].upper() if match[1] else None, match[2]) if match is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A toll as a lowest, a best and a highest figure by one rule of the codebook; nothing is averaged.

    `who` are the people counted. `high` is None where nobody gives an upper end. `accounts` are the ids of the accounts that
    give the best figure, `why` is one sentence that shows how it was chosen.
    """

    rule: str
    who: str
    low: int
    best: int
    high: int | None
    why: str
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount:
    """How many claimants of a kind answer a question; one claimant can be of several kinds."""

    kind: SourceKind
    claimants: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a finding rests on: reports, independent origins and kinds of source over all accounts that nobody rejected."""

    reports: int
    independent_origins: int
    sources: tuple[SourceCount, ...] = ()
    estimates: tuple[Estimate, ...] = ()
