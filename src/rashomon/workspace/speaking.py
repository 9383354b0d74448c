"""What one actor says over all incidents, and where it stands against others."""

from dataclasses import dataclass

from rashomon.model import Account, Actor, Finding, Office, TimeInterval
from rashomon.workspace.rows import Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An account by the actor; `others` counts the accounts of others that it can't be true beside.

    `account` comes without its evidence. `before` are values that the actor gave on other days, oldest first.
    """

    number: int
    incident: str
    title: str
    date: TimeInterval
    question: str
    finding: Finding
    account: Account
    others: int
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How often an actor and another one answer the same question: saying the same, or what can't both be true.

    `answers` are the questions that both answer; what is neither the same nor against is compatible or not compared.
    """

    speaker: str
    actor: str | None
    name: str
    answers: int
    same: int
    against: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """An incident that the actor is named in, as doing it or as hit by it, and of which no account is its own."""

    number: int
    incident: str
    title: str
    date: TimeInterval
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office with the name of the body that it belongs to."""

    office: Office
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Another actor of the codebook: the body that one belongs to, or one that belongs to it."""

    actor: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """One actor with everything that its page shows. `known` is None for a name that the codebook does not have.

    `roles` are what reports call it, the most often first. `claimed`, `denied` and `revised` count its accounts; a denial
    is an account that was said as one. `silent` are incidents that it is named in and says nothing of.
    """

    speaker: str
    name: str
    known: Actor | None
    offices: tuple[Held, ...]
    above: Named | None
    below: tuple[Named, ...]
    roles: tuple[str, ...]
    claimed: int
    denied: int
    revised: int
    disputed: int
    statements: Listing[Statement]
    standings: tuple[Standing, ...]
    silent: tuple[Silence, ...]
