"""From groups of mentions to the incidents of one report: which is the main one, what each says, which answers which."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors, side_of
from rashomon.model import (
    UNKNOWN_TIME,
    Attribution,
    Figure,
    Reading,
    Report,
    ReportedIncident,
    TimeInterval,
    content_id,
    within,
)
from rashomon.resolve.answering import answers
from rashomon.resolve.claims import check_claims
from rashomon.resolve.facts import Facts, Party, Resolvers, facts_of
from rashomon.resolve.group import Group
from rashomon.resolve.grouping import group_mentions
from rashomon.resolve.lead import date_from_lead, is_fixed, places_from_lead
from rashomon.resolve.near import Near
from rashomon.resolve.shared import unshared
from rashomon.resolve.wording import Worder

LEAD_CHARACTERS = 400
"""The headline and the first sentences: what stands there names the report's main incident."""
MEDIA = frozenset({"agency", "outlet", "monitor"})
LEAD_SHARE = 0.4
"""A report that speaks of an incident only after so much of its text is not about it."""
NARROW_DAYS = 3


def assemble(reading: Reading, report: Report, resolvers: Resolvers) -> Reading:
    """The reading with its mentions taken together into incidents, and its figures tied to them."""
    facts = facts_in(reading, report, resolvers)
    groups = group_mentions(facts)
    reading = check_claims(reading, facts, groups)
    if not groups:
        return replace(reading, incidents=(), figures=tuple(_cut(figure) for figure in reading.figures))
    ids = {id(group): content_id("i", report.id, group.members[0].start) for group in groups}
    main = _main(groups, reading.figures, report)
    holder = {member.mention.id: group for group in groups for member in group.members}
    claimed = _claimed(reading, groups, main, resolvers)
    answered = answers(groups, report.text)
    incidents = []
    for n, group in enumerate(groups):
        incident = _incident(group, ids[id(group)])
        if group is main:
            incident = _completed(incident, reading, report, resolvers)
        incidents.append(
            replace(
                incident,
                main=group is main,
                initiators=_names(incident.initiators, claimed.get(id(group), ())),
                actors=_actors(incident.actors, claimed.get(id(group), ())),
                response_to=tuple(ids[id(groups[other])] for other in answered.get(n, ())),
            )
        )
    figures = tuple(_tied(figure, holder, main, ids) for figure in reading.figures)
    return replace(reading, incidents=tuple(incidents), figures=figures)


def facts_in(reading: Reading, report: Report, resolvers: Resolvers) -> list[Facts]:
    """The mentions of a reading that may be of an incident, with their words resolved, in reading order."""
    near, worder = Near(reading), Worder(report.text)
    told = (event for event in unshared(reading.events) if event.reality != "background")
    return [facts_of(event, report, near, resolvers, worder) for event in told]


def _completed(incident: ReportedIncident, reading: Reading, report: Report, resolvers: Resolvers) -> ReportedIncident:
    """The main incident with the day and the place that the head of the report gives, where its mentions give none."""
    if incident.date == UNKNOWN_TIME:
        incident = replace(incident, date=date_from_lead(reading, report, resolvers))
    if not is_fixed(incident.locations):
        found = places_from_lead(reading, report, resolvers)
        locations = tuple(dict.fromkeys((*found, *incident.locations)))
        incident = replace(incident, locations=locations, places=tuple(dict.fromkeys(p.name for p in locations)))
    return incident


def _cut(figure: Figure) -> Figure:
    return replace(figure, incident=None)


def _tied(figure: Figure, holder: dict[str, Group], main: Group | None, ids: dict[int, str]) -> Figure:
    group = holder.get(figure.mention or "", main)
    if figure.status == "background" or group is None:
        return _cut(figure)
    return replace(figure, incident=ids[id(group)])


def _main(groups: Sequence[Group], figures: Sequence[Figure], report: Report) -> Group | None:
    """The group that the report is about: spoken of first, most often, and with figures; never a series."""
    candidates = [group for group in groups if group.reality in ("happened", "denied") and not group.series]
    if not candidates:
        return None
    tolls = {figure.mention for figure in figures}
    lead = LEAD_CHARACTERS + max((span.end for span in report.furniture if span.start < LEAD_CHARACTERS), default=0)
    candidates = [g for g in candidates if g.members[0].start < max(lead, LEAD_SHARE * len(report.text))]
    if not candidates:
        return None

    def weight(group: Group) -> float:
        in_lead = sum(2.0 for member in group.members if member.start < lead)
        with_toll = sum(0.5 for member in group.members if member.mention.id in tolls)
        first = 2.0 if group is candidates[0] else 0.0
        return first + in_lead + with_toll + len(group.members)

    return max(candidates, key=lambda group: (weight(group), -group.members[0].start))


def _incident(group: Group, identity: str) -> ReportedIncident:
    places = group.places()
    initiators = _doers(party for member in group.members for party in member.initiators)
    targets = _distinct(party for member in group.members for party in member.targets)
    return ReportedIncident(
        id=identity,
        type="other" if group.series else group.type,
        main=False,
        date=_stretch(group.members) if group.series else _date(group.members),
        places=tuple(dict.fromkeys(place.name for place in places)),
        initiators=tuple(party.name for party in initiators),
        targets=tuple(party.name for party in targets),
        weapons=tuple(dict.fromkeys(piece.text for m in group.members for piece in m.mention.weapon)),
        reality=group.reality,
        series=group.series,
        mentions=tuple(member.mention for member in group.members),
        locations=tuple(places),
        actors=tuple(party.actor for party in initiators if party.actor),
        target_actors=tuple(party.actor for party in targets if party.actor),
    )


def _doers(parties: Iterable[Party]) -> list[Party]:
    """Who is said to have done it: the actors that the codebook knows, each with the state that it acts for.

    Where it knows none, armed people without a name ("gunmen") stand for themselves.
    """
    listed = list(parties)
    known = [doer for party in listed for doer in _acting(party)]
    return _distinct(known or [party for party in listed if _is_armed(party.name)])


def _acting(party: Party) -> list[Party]:
    """The state first, then its army or ministry; a person acts for the body that the codebook gives, else for nobody."""
    actor, side = (load_actors().by_id.get(identity or "") for identity in (party.actor, party.side))
    if actor is None or actor.kind in MEDIA:
        return []
    own = [] if actor.kind == "person" else [replace(party, name=actor.name)]
    if side is None or side.kind != "state" or actor.kind == "armed_group" or side.id == actor.id:
        return own
    return [replace(party, name=side.name), *own]


def _is_armed(words: str) -> bool:
    return bool(load_actor_words().undescribed & set(re.findall(r"[a-z]+", words.lower())))


def _distinct(parties: Iterable[Party]) -> list[Party]:
    """Each party once; of "Gunmen" in a headline and "gunmen" in the text, the latter."""
    found: dict[str, Party] = {}
    for party in parties:
        known = found.setdefault(party.name.casefold(), party)
        if party.name != known.name and party.name == party.name.lower():
            found[party.name.casefold()] = party
    return list(found.values())


def _stretch(members: Sequence[Facts]) -> TimeInterval:
    """The longest stretch over which a series is told; a day beside it ("since May, among them one on 3 June") is that of one act."""
    known = [m.date for m in members if m.date.known]
    longest = max(known, key=lambda date: (date.days is None, date.days or 0), default=UNKNOWN_TIME)
    lasts = longest.known and (longest.days is None or longest.days > NARROW_DAYS)
    return longest if lasts else _date(members)


def _date(members: Sequence[Facts]) -> TimeInterval:
    """The first day that a mention gives, with the day beside it where another gives that (a night has two)."""
    dated = [m.date for m in members if m.date.start is not None and m.date.end is not None]
    if not dated:
        # "Since yesterday" dates a series; of one incident it says only that it is no older.
        open_ended = [m.date for m in members if m.date.known and m.mention.series]
        partial = [m.date for m in members if m.date.weekday is not None]
        return next(iter([*open_ended, *partial]), UNKNOWN_TIME)
    best = min(dated, key=lambda date: (date.basis == "inferred", (date.days or 0) > NARROW_DAYS))
    if (best.days or 0) > NARROW_DAYS:
        return best
    near = [d for d in dated if d.basis == best.basis and (d.days or 99) <= 2 and d.meets(best, slack=1)]
    starts = [d.start for d in (best, *near) if d.start]
    ends = [d.end for d in (best, *near) if d.end]
    return replace(best, start=min(starts), end=max(ends))


def _claimed(
    reading: Reading, groups: Sequence[Group], main: Group | None, resolvers: Resolvers
) -> dict[int, tuple[Party, ...]]:
    """Who claims which group as their own act, and who is accused of it."""
    found: dict[int, tuple[Party, ...]] = {}
    for attribution in reading.attributions:
        if attribution.claimant is None or attribution.stance not in ("claims_responsibility", "accuses"):
            continue
        group = _spoken_of(attribution, groups) or main
        parties = (
            _accused(attribution, reading, resolvers)
            if attribution.stance == "accuses"
            else _claiming(attribution, resolvers)
        )
        if group is not None and parties:
            found[id(group)] = (*found.get(id(group), ()), *parties)
    return found


def _claiming(attribution: Attribution, resolvers: Resolvers) -> list[Party]:
    claimant = attribution.claimant
    party = resolvers.actor(claimant.name) if claimant is not None and not claimant.anonymous else None
    return _acting(party) if party is not None else []


def _accused(attribution: Attribution, reading: Reading, resolvers: Resolvers) -> list[Party]:
    """The first actor of another side that an accusation names."""
    claimant = attribution.claimant
    own = side_of(claimant.actor) if claimant is not None and claimant.actor is not None else None
    for mention in reading.mentions:
        if mention.kind == "actor" and mention.ref and within((mention.span,), attribution.content):
            party = resolvers.actor(mention.span.text)
            if party is not None and party.side not in (None, own):
                return _acting(party)
    return []


def _spoken_of(attribution: Attribution, groups: Sequence[Group]) -> Group | None:
    for group in groups:
        if any(within(member.mention.trigger, attribution.content) for member in group.members):
            return group
    return None


def _names(known: tuple[str, ...], parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *(party.name for party in parties))))


def _actors(known: tuple[str, ...], parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *(party.actor for party in parties if party.actor))))
