"""One incident of the ledger out of the reported incidents that are linked: its facts, and its questions."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rashomon.codebook.questions import QuestionEntry, questions
from rashomon.model import (
    UNKNOWN_TIME,
    Answered,
    Incident,
    IncidentType,
    LinkedIncident,
    PlaceRead,
    Precision,
    QuestionKind,
    Report,
    ReportRole,
    TimeInterval,
)
from rashomon.reconcile.accounts import gather
from rashomon.reconcile.answers import Answer, Told
from rashomon.reconcile.counts import read_counts
from rashomon.reconcile.descriptions import read_descriptions
from rashomon.reconcile.findings import compare
from rashomon.reconcile.judged import Asked
from rashomon.reconcile.numbers import read_numbers
from rashomon.reconcile.origins import Origins
from rashomon.reconcile.places import read_places
from rashomon.reconcile.polarity import read_polarity
from rashomon.reconcile.times import read_times
from rashomon.reconcile.victims import read_victims
from rashomon.reconcile.weight import Compared

ORDER: tuple[Precision, ...] = ("site", "town", "district", "province", "area", "sea", "region", "country", "unknown")
EXACT: tuple[Precision, ...] = ("site", "town")
READERS: dict[QuestionKind, Callable[[QuestionEntry, Told], Iterator[Answer]]] = {
    "number": read_numbers,
    "count": read_counts,
    "people": read_victims,
    "place": read_places,
    "time": read_times,
    "polarity": read_polarity,
    "description": read_descriptions,
}
TOLD: frozenset[QuestionKind] = frozenset({"number", "count", "people", "polarity"})
"""Kinds of questions that a statement answers by what it says; places, days and targets stand in nearly every one."""
GENERIC: frozenset[IncidentType] = frozenset({"other", "armed_attack"})
TITLES: dict[IncidentType, str] = {
    "airstrike": "Airstrike",
    "drone_strike": "Drone strike",
    "missile_or_rocket": "Missile or rocket attack",
    "shelling": "Shelling",
    "bombing": "Bombing",
    "suicide_bombing": "Suicide bombing",
    "armed_attack": "Armed attack",
    "ship_attack": "Attack on a ship",
    "other": "Incident",
}


def listed(incidents: Sequence[Incident], said: Mapping[str, int]) -> tuple[Incident, ...]:
    """Incidents by day, undated ones after them, and series last; `said` is how many mentions each has.

    Of those that time doesn't order the ones come first that more reports tell, that answer or are answered, and that
    more is said of.
    """
    tied = {id for incident in incidents for id in (incident.id, *incident.response_to) if incident.response_to}
    return tuple(
        sorted(
            incidents, key=lambda i: (i.series, day_of(i.date), -len(i.reports), i.id not in tied, -said[i.id], i.id)
        )
    )


def answering(found: Iterable[Answered]) -> frozenset[tuple[str, str]]:
    """The attributions that answer a question by what they say, with their reports, and not by a role alone."""
    kinds = {entry.question.id: entry.question.kind for entry in questions()}
    return frozenset(
        (evidence.report, evidence.attribution)
        for answered in found
        if kinds[answered.question] in TOLD
        for account in answered.accounts
        for evidence in account.evidence
        if evidence.attribution is not None
    )


def compared_questions(
    incident: str, answers: Mapping[Asked, Sequence[Answer]], reports: Mapping[str, Report], origins: Origins
) -> Iterator[Compared]:
    for entry in questions():
        found = answers[incident, entry.question.id]
        if found:
            accounts = gather(incident, entry.question.id, found, reports, origins)
            yield Compared(entry, accounts, compare(entry, accounts))


def answers_of(entry: QuestionEntry, told: Sequence[Told]) -> list[Answer]:
    return [answer for one in told for answer in READERS[entry.question.kind](entry, one)]


def unweighed(group: LinkedIncident, told: Sequence[Told]) -> Incident:
    kind = _type(told)
    date = _date(told)
    locations = _locations(told)
    initiators = _ranked(one.incident.initiators for one in told)
    series = all(one.incident.series for one in told)
    return Incident(
        id=group.id,
        title=_title(kind, locations, initiators, series=series),
        type=kind,
        date=date,
        places=tuple(dict.fromkeys(place.name for place in locations)),
        initiators=initiators,
        targets=_ranked(one.incident.targets for one in told),
        response_to=(),
        reports=tuple(_roles(told)),
        series=series,
        locations=locations,
        reasons=group.reasons,
    )


def _roles(told: Sequence[Told]) -> Iterator[ReportRole]:
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one.report.id, []).append(one)
    for report, local in sorted(by_report.items()):
        yield ReportRole(
            id=report, main=any(one.incident.main for one in local), local=tuple(one.incident.id for one in local)
        )


def _type(told: Sequence[Told]) -> IncidentType:
    """The type that most reports give; being the main matter counts double, a generic word little."""
    votes: Counter[IncidentType] = Counter()
    for one in told:
        votes[one.incident.type] += (2 if one.incident.main else 1) * (
            3 if one.incident.type == "armed_attack" else 1 if one.incident.type in GENERIC else 4
        )
    return max(sorted(votes), key=lambda kind: votes[kind])


def _date(told: Sequence[Told]) -> TimeInterval:
    """The date that the most reports support, the narrowest first; stated outweighs relative, relative inferred."""
    dates = [one.incident.date for one in told if one.incident.date.known]
    if not dates:
        partial = [one.incident.date for one in told if one.incident.date != UNKNOWN_TIME]
        return partial[0] if partial else UNKNOWN_TIME
    strength = {"stated": 3, "relative": 2, "inferred": 1, "unknown": 0}

    def support(date: TimeInterval) -> tuple[bool, int, int, int]:
        closed = date.start is not None and date.end is not None
        backing = sum(date.meets(other) for other in dates)
        return closed, backing, strength[date.basis], -(date.days or 9999)

    return max(dates, key=lambda date: (*support(date), str(date.start)))


def _locations(told: Sequence[Told]) -> tuple[PlaceRead, ...]:
    ranked: Counter[PlaceRead] = Counter()
    for one in told:
        for place in one.incident.locations:
            ranked[place] += 2 if one.incident.main else 1
    most = max((ranked[place] for place in ranked if place.precision in EXACT), default=0)

    def rank(place: PlaceRead) -> tuple[bool, int, int, str]:
        # A site that one report of many names is not where all of them say that it was.
        seldom = place.precision in EXACT and ranked[place] * 2 <= most
        return seldom, ORDER.index(place.precision), -ranked[place], place.name

    return tuple(sorted(ranked, key=rank))


def _ranked(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    listed = [name for names in lists for name in names]
    lower = {name.casefold(): name for name in listed if name == name.lower()}
    # "Gunmen" in a headline are the "gunmen" of the text.
    counted = Counter(lower.get(name.casefold(), name) for name in listed)
    # The sort is stable: of names told equally often, the first told stays first (a state before its army).
    return tuple(sorted(counted, key=lambda name: -counted[name]))


def _title(kind: IncidentType, locations: Sequence[PlaceRead], initiators: Sequence[str], *, series: bool) -> str:
    what = "Series of attacks" if series else TITLES[kind]
    where = next((place.name for place in locations), None)
    return what + (f", {where}" if where else "") + (f", by {initiators[0]}" if initiators else "")


def day_of(date: TimeInterval, unknown: str = "9999") -> str:
    day = date.start or date.end
    return day.isoformat() if day else unknown
