"""Which incident answers which, once all reports are heard: no answer comes before what it answers, and none goes both ways."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from rashomon.model import Incident, Reading

Link: TypeAlias = tuple[str, str]
"""The ids of what answers and of what is answered."""
NIGHT = 1
"""Days by which two nights and two time zones can make an answer look earlier than it was."""


def asserted(readings: Mapping[str, Reading], owner: Mapping[tuple[str, str], str]) -> Counter[Link]:
    """How many reports say of which two incidents of the ledger that one answers the other."""
    found: Counter[Link] = Counter()
    for report, reading in readings.items():
        found.update(
            {
                (owner[report, incident.id], owner[report, other])
                for incident in reading.incidents
                for other in incident.response_to
                if (report, incident.id) in owner and (report, other) in owner
            }
        )
    return Counter({link: count for link, count in found.items() if link[0] != link[1]})


def in_order(incidents: tuple[Incident, ...], links: Counter[Link]) -> tuple[Incident, ...]:
    """The incidents with the links that time allows; of two that go both ways the one that more reports give.

    Where as many say the one as the other, the later incident answers; where no day tells, neither link stands.
    """
    known = {incident.id: incident for incident in incidents}
    kept: dict[str, list[str]] = {}
    for link in sorted(links):
        answer, answered = (known[identity] for identity in link)
        if not came_before(answer, answered) and _outweighs(link, links, later=came_before(answered, answer, 0)):
            kept.setdefault(answer.id, []).append(answered.id)
    return tuple(replace(incident, response_to=tuple(kept.get(incident.id, ()))) for incident in incidents)


def _outweighs(link: Link, links: Counter[Link], *, later: bool) -> bool:
    reverse = links[link[1], link[0]]
    return not reverse or links[link] > reverse or (links[link] == reverse and later)


def came_before(one: Incident, other: Incident, slack: int = NIGHT) -> bool:
    """Whether the last day that an incident can have had lies before the first of another."""
    end, start = one.date.end, other.date.start
    return end is not None and start is not None and (start - end).days > slack
