"""What the map, the timeline and the pages of actors need of an incident, as rows of their tables."""

from collections.abc import Iterator

from rashomon.model import Incident, PlaceRead
from rashomon.publish.words import position_words

Rows = list[tuple[object, ...]]


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
        "against": [
            (account, other, incident.id)
            for answered in incident.questions
            for one, two in answered.between
            for account, other in ((one, two), (two, one))
        ],
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
    return actor or f"name {name}"


def _held(incident: Incident) -> Iterator[tuple[object, ...]]:
    for answered in incident.questions:
        for account in answered.accounts:
            if account.claimant is not None:
                day = account.said.start or account.said.end
                speaker = speaker_of(account.claimant.actor, account.claimant.name)
                yield (
                    account.id, incident.id, answered.question, speaker, position_words(account), account.stance,
                    answered.finding, _text(day),
                )  # fmt: skip


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
