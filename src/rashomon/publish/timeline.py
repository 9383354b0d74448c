"""The incidents of a ledger in the order of their dates, with their tolls as ranges and what answers what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import Incident, Ledger
from rashomon.model.codec import Json, encode
from rashomon.publish.words import standing

SCHEMA = "rashomon.timeline/1"
TOLLS = ("killed", "wounded", "missing", "captured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """From the smallest to the largest figure that anybody gives for a whole; `open` where one of them is "at least".

    Figures that a person rejected are left out. Nothing is averaged: whether the accounts contradict one another stands in `disputed`.
    """

    question: str
    low: int
    high: int
    open: bool
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One incident of the timeline; `answers` and `answered_by` are numbers of the table."""

    number: int
    incident: Incident
    tolls: tuple[Toll, ...]
    answers: tuple[int, ...]
    answered_by: tuple[int, ...]


def timeline(ledger: Ledger) -> tuple[Moment, ...]:
    """The incidents by their first day; those without a date last, in the order of the table."""
    numbers = {incident.id: number for number, incident in enumerate(ledger.incidents, 1)}
    moments = [
        Moment(
            number=numbers[incident.id],
            incident=incident,
            tolls=tuple(tolls(incident)),
            answers=tuple(sorted(numbers[other] for other in incident.response_to if other in numbers)),
            answered_by=tuple(numbers[other.id] for other in ledger.incidents if incident.id in other.response_to),
        )
        for incident in ledger.incidents
    ]
    return tuple(sorted(moments, key=lambda moment: (not moment.incident.date.known, _day(moment), moment.number)))


def _day(moment: Moment) -> str:
    return str(moment.incident.date.start or moment.incident.date.end or "")


def tolls(incident: Incident) -> Iterator[Toll]:
    """The tolls of one incident."""
    for answered in incident.questions:
        if answered.question not in TOLLS:
            continue
        wholes = [a for a in standing(answered) if not a.partial and (a.low is not None or a.high is not None)]
        contested = {account for pair in answered.between for account in pair}
        # "No civilian was hurt" beside a toll of others is not the toll's lower end.
        wholes = [a for a in wholes if a.high != 0 or a.id in contested] or wholes
        ends = [end for account in wholes for end in (account.low, account.high) if end is not None]
        if ends:
            yield Toll(
                question=answered.question,
                low=min(ends) if all(account.low is not None for account in wholes) else 0,
                high=max(ends),
                open=any(account.high is None for account in wholes),
                disputed=answered.finding == "contradicts",
            )


def timeline_json(moments: Sequence[Moment]) -> dict[str, Json]:
    """The timeline as plain JSON values; `answers` and `answered_by` are numbers of the table."""
    return {"schema": SCHEMA, "incidents": [_json(moment) for moment in moments]}


def _json(moment: Moment) -> dict[str, Json]:
    incident = moment.incident
    return {
        "number": moment.number,
        "incident": incident.id,
        "title": incident.title,
        "type": incident.type,
        "date": encode(incident.date),
        "places": list(incident.places),
        "initiators": list(incident.initiators),
        "targets": list(incident.targets),
        "tolls": {
            toll.question: {"low": toll.low, "high": toll.high, "open": toll.open, "disputed": toll.disputed}
            for toll in moment.tolls
        },
        "answers": list(moment.answers),
        "answered_by": list(moment.answered_by),
    }
