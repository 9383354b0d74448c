"""What was known about one incident before an instant, told from its own reports alone."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from rashomon.errors import UsageMistaken
from rashomon.model import (
    Incident,
    Judgement,
    Ledger,
    Lineage,
    Linked,
    LinkedIncident,
    Member,
    Page,
    Reading,
    Report,
    in_force,
)
from rashomon.publish.changes import Arrived, Changes, Moment, changes_between

DAY = len("2024-01-05")


def instant_of(since: str) -> str:
    """A day as it is, an instant in UTC; raises `UsageMistaken` for what is neither."""
    # A plus sign that was not escaped comes out of an address as a space.
    text = since.strip().replace(" ", "+")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageMistaken(
            f"{since!r} is no day and no instant.", "Write 2024-01-05 or 2024-01-05T10:00:00Z."
        ) from error
    if len(text) <= DAY:
        return moment.date().isoformat()
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")


def arrived_since(reports: Sequence[str], arrivals: Mapping[str, str], since: str | None) -> Arrived:
    """When some reports came; without `since`, from the last time that some came while others were known."""
    came = Counter(arrivals[id] for id in reports if id in arrivals)
    undated = sum(id not in arrivals for id in reports)
    moments = sorted(came)
    if since is None and moments and (undated or len(moments) > 1):
        since = moments[-1]
    new = frozenset(id for id in reports if since is not None and arrivals.get(id, "") >= since)
    return Arrived(
        since=since,
        moments=tuple(Moment(when=when, reports=came[when]) for when in reversed(moments)),
        new=new,
        known=len(reports) - len(new),
        undated=undated,
    )


def with_judged(arrived: Arrived, judgements: Iterable[Judgement]) -> Arrived:
    """With the moments at which an incident was first judged after some of its reports had come.

    Where its reports all came at once, what is told is what changed since people began to judge.
    """
    came = [moment.when for moment in reversed(arrived.moments)]
    first: dict[int, str] = {}
    for when in sorted(judgement.when for judgement in judgements):
        first.setdefault(bisect_left(came, when), when)
    judged = [Moment(when=when) for when in first.values() if when not in came]
    moments = tuple(sorted((*arrived.moments, *judged), key=lambda moment: moment.when, reverse=True))
    since = arrived.since if arrived.since is not None else min(first.values(), default=None)
    return replace(arrived, moments=moments, since=since)


def judged_about(incident: Incident, before: Incident | None, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that concern an incident as it is or as it was: upon it, its cells, reports or claimants."""
    verdicts, actors = set(), set()
    for one in filter(None, (incident, before)):
        accounts = [account for answered in one.questions for account in answered.accounts]
        verdicts |= {verdict.judgement for verdict in one.verdicts}
        verdicts |= {verdict.judgement for account in accounts for verdict in account.verdicts}
        actors |= {account.claimant.actor for account in accounts if account.claimant and account.claimant.actor}
    reports = {role.id for role in incident.reports}
    concerned: set[str] = set()
    for judgement in judgements:
        met = any(
            (anchor.kind == "report" and anchor.report in reports)
            or (anchor.kind == "actor" and anchor.actor in actors)
            for anchor in judgement.anchors
        )
        if met or judgement.id in verdicts or concerned & set(judgement.subjects):
            concerned.add(judgement.id)
    return tuple(judgement for judgement in judgements if judgement.id in concerned)


def changes_of(
    now: Ledger,
    arrived: Arrived,
    judgements: Sequence[Judgement],
    report: Callable[[str], Report],
    reading: Callable[[str], Reading | None],
    came: Mapping[str, str],
) -> Changes:
    """What has changed about the one incident of a ledger; raises `UsageMistaken` where the reader has changed since."""
    (incident,) = now.incidents
    told = judged_about(incident, None, judgements)
    arrived = with_judged(arrived, told)
    since = arrived.since
    if since is None:
        return Changes(incident=incident, arrived=arrived)
    then = [judgement for judgement in judgements if judgement.when < since]
    held = [heading.id for heading in now.reports if came.get(heading.id, "") < since]
    earlier = _earlier(now, frozenset(held), then, report, reading)
    before = next(iter(earlier.incidents), None)
    told = judged_about(incident, before, judgements)
    return changes_between(earlier, now, arrived, tuple(one for one in told if one.when >= since))


def _earlier(
    now: Ledger,
    held: frozenset[str],
    judgements: Sequence[Judgement],
    report: Callable[[str], Report],
    reading: Callable[[str], Reading | None],
) -> Ledger:
    """The ledger of one incident as it was told by the reports that were there, joined as they are now."""
    from rashomon.link.judged import with_verdicts
    from rashomon.reconcile import reconcile
    from rashomon.resolve.judged import with_actors_joined

    (incident,) = now.incidents
    roles = [role for role in incident.reports if role.id in held]
    if not roles:
        return Ledger()
    reports = {id: report(id) for id in sorted(held)}
    read = {id: found for id in sorted(role.id for role in roles) if (found := reading(id)) is not None}
    readings = with_actors_joined(read, judgements)
    # Ordered as the linker and the store have them: accounts are told in that order.
    members = tuple(sorted(Member(role.id, local) for role in roles for local in role.local))
    known = {(found.report, one.id) for found in readings.values() for one in found.incidents}
    if not known.issuperset((member.report, member.incident) for member in members):
        raise UsageMistaken("The reader has changed since the last run.", "Run `rashomon run INPUT`, then look again.")
    group = LinkedIncident(id=incident.id, members=members)
    linked = Linked(
        incidents=with_verdicts([group], in_force(judgements), reports, readings),
        lineage=tuple(_families(now, held)),
        borrowed=tuple(one for one in now.borrowed if {one.copy, one.source} <= held),
        pages=tuple(_pages(now, held)),
    )
    return reconcile(reports, readings, linked, judgements)


def _families(ledger: Ledger, held: frozenset[str]) -> Iterator[Lineage]:
    """The families of copies as far as their reports were there."""
    for family in ledger.lineage:
        reports = tuple(id for id in family.reports if id in held)
        if len(reports) > 1:
            descents = tuple(one for one in family.descents if {one.copy, one.source} <= held)
            root = family.root if family.root in held else None
            yield Lineage(reports=reports, origin=family.origin, root=root, descents=descents)


def _pages(ledger: Ledger, held: frozenset[str]) -> Iterator[Page]:
    for page in ledger.pages:
        reports = tuple(id for id in page.reports if id in held)
        if len(reports) > 1:
            yield Page(url=page.url, reports=reports)
