"""What the map, the timeline and the pages of actors need of an incident, as rows of their tables."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon.model import Account, Claimant, Incident, PlaceRead
from rashomon.publish.words import position_words

Rows = list[tuple[object, ...]]
BY_NAME = "name "
"""What the key of a speaker begins with whom the codebook does not have; no id of it holds a space."""


def sketch_rows(incident: Incident) -> dict[str, Rows]:
    """The rows of an incident by their table."""
    date = incident.date
    return {
        "sketch": [(incident.id, incident.title, _text(date.start), _text(date.end), date.basis)],
        "located": [
            (incident.id, p.name, p.precision, p.country, p.latitude, p.longitude, p.radius_km)
            for p in drawn_places(incident.locations)
        ],
        "held": list(_held(incident)),
        "opposed": list(_opposed(incident)),
    }


def drawn_places(locations: tuple[PlaceRead, ...]) -> tuple[PlaceRead, ...]:
    """The places at which an incident is drawn: of those that are known on the map all of the finest precision.

    Locations stand the finest first. Two towns are both drawn, for nothing says which of them it was; the province
    around them is not drawn besides.
    """
    known = [place for place in locations if place.latitude is not None and place.longitude is not None]
    return tuple(place for place in known if place.precision == known[0].precision)


def speaker_of(actor: str | None, name: str) -> str:
    """What somebody who speaks goes by: the id of the codebook, or the name of one that it does not have."""
    return actor or f"{BY_NAME}{name}"


def _held(incident: Incident) -> Iterator[tuple[object, ...]]:
    """Each account with who gives it, what it says, what the same speaker said before, and how many stand against it."""
    for answered in incident.questions:
        against = Counter(account for pair in answered.between for account in pair)
        spoken = [(account, account.claimant) for account in answered.accounts if account.claimant is not None]
        for account, claimant in spoken:
            same = [other for other, voice in spoken if _speaker(voice) == _speaker(claimant)]
            yield (
                account.id, incident.id, answered.question, _speaker(claimant), position_words(account), account.stance,
                answered.finding, json.dumps(_before(account, same)), against[account.id], claimant.role,
            )  # fmt: skip


def _opposed(incident: Incident) -> Iterator[tuple[object, ...]]:
    """Who stands against whom on which question."""
    for answered in incident.questions:
        voices = {account.id: _speaker(account.claimant) for account in answered.accounts if account.claimant}
        pairs = {(voices.get(one), voices.get(two)) for one, two in answered.between}
        for one, two in pairs | {(two, one) for one, two in pairs}:
            if one is not None and two is not None and one != two:
                yield one, two, incident.id, answered.question


def _before(account: Account, same: Sequence[Account]) -> list[str]:
    """What the speaker of an account answered on days before it, the oldest first."""
    day = account.said.start or account.said.end
    dated = ((other.said.start or other.said.end, position_words(other)) for other in same)
    earlier = sorted((then, value) for then, value in dated if day and then and then < day)
    return [value for value in dict.fromkeys(value for _, value in earlier) if value != position_words(account)]


def _speaker(claimant: Claimant) -> str:
    return speaker_of(claimant.actor, claimant.name)


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
