"""Who and where: the actors and places of the codebook, as they are resolved."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

ActorKind: TypeAlias = Literal[
    "state", "government", "ministry", "armed_force", "armed_group", "person", "agency", "outlet", "monitor",
    "alliance", "organisation", "office", "party",
]  # fmt: skip

Precision: TypeAlias = Literal["site", "town", "district", "province", "area", "sea", "region", "country", "unknown"]
"""What a name fixes: `region` is a named stretch of land ("the Sahel"), `area` one that is told by another place
("south of Baghdad", "eastern Syria"), `sea` a sea, a gulf or a strait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role that a person holds, with the days it is held; `None` leaves a side open. `of` is an actor id."""

    title: str
    of: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An umbrella that a body stands under for a time; `None` leaves a side open. `of` is an actor id."""

    of: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts or speaks: a state, a ministry, an armed group, a person, an agency.

    `id` is dotted and readable ("irq.pmf"); `part_of` is the id of the body that it belongs to, and `member_of` the
    umbrellas that it joined and left; `owner` says in words whose an outlet is; `mission` marks a mission of the UN;
    `source` says where the facts are of public record.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    part_of: str | None = None
    offices: tuple[Office, ...] = ()
    source: str = ""
    member_of: tuple[Membership, ...] = ()
    owner: str | None = None
    mission: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with the precision that its name supports. `country` is an ISO 3166 alpha-2 code; degrees are WGS 84."""

    id: str
    name: str
    precision: Precision
    country: str | None = None
    province: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """Whoever a statement is ascribed to, as the public contract shows it.

    `name` is canonical where the claimant is known ("John Kirby") and the report's own words where not ("two security
    sources"); `role` is the office held on the day; `plural` tells "sources" from "a source".
    """

    name: str
    actor: str | None = None
    role: str | None = None
    anonymous: bool = False
    plural: bool = False
