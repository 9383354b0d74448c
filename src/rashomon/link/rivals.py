"""Which other incidents of a ledger one could be, told from the ledger alone, so that few readings have to be looked at."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.link.barriers import WEEK
from rashomon.model import Incident, Ledger, Member

MOST = 40
"""Incidents that are looked at closely."""
OF_EACH = 3
"""Reports of each of them."""


def members_of(incident: Incident, most: int | None = None) -> tuple[Member, ...]:
    """The reported incidents that an incident is, those of reports that are about it first."""
    roles = sorted(incident.reports, key=lambda role: (not role.main, role.id))
    return tuple(Member(role.id, local) for role in roles[:most] for local in role.local)


def worth_comparing(ledger: Ledger, incident: Incident) -> Mapping[str, Sequence[Member]]:
    """The incidents that share the most with one and whose days do not forbid it, with a few of their members."""
    ranked = sorted(
        (
            (-len(_told(other) & _told(incident)), n, other)
            for n, other in enumerate(ledger.incidents)
            if _may_be(incident, other)
        ),
        key=lambda found: found[:2],
    )
    return {other.id: members_of(other, OF_EACH) for shared, _, other in ranked[:MOST] if shared}


def _may_be(incident: Incident, other: Incident) -> bool:
    if other.id == incident.id or other.series != incident.series:
        return False
    one, two = incident.date, other.date
    return not (one.known and two.known) or one.meets(two, slack=WEEK)


def _told(incident: Incident) -> frozenset[str]:
    return frozenset(_words(incident))


def _words(incident: Incident) -> Iterator[str]:
    yield incident.type
    yield from (*incident.places, *incident.initiators, *incident.targets)
    yield from (place.country for place in incident.locations if place.country)
    yield from (role.id for role in incident.reports)
