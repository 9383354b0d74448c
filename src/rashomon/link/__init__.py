"""From readings to incidents: copies of one story, mentions of one incident, what answers what."""

from collections.abc import Callable, Mapping, Sequence

from rashomon.link.copies import find_copying
from rashomon.link.descent import borrowings, lineages
from rashomon.link.explanation import Evidence, explain, explain_report
from rashomon.link.judged import as_pairs, copies_judged, with_verdicts
from rashomon.link.linker import Linker
from rashomon.link.rivals import members_of, worth_comparing
from rashomon.link.versions import pages
from rashomon.model import Incident, Joining, Judgement, Ledger, Linked, Reading, Report, in_force

ReadingsOf = Callable[[Sequence[str]], tuple[Mapping[str, Report], Sequence[Reading]] | None]
"""Gives reports by their ids with their readings; None where some have none."""
__all__ = ["Linker", "explain_joining", "link"]


def link(reports: Mapping[str, Report], readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Linked:
    """Join reported incidents that are one incident, and find reports that are copies of one story.

    A pure function: the order of the readings does not matter. Two incidents that one report tells apart are never
    joined; a judgement that two are the same, or are not, outweighs every rule.
    """
    standing = in_force(judgements)
    copying = find_copying(reports)
    lineage = copies_judged(lineages(reports, copying), standing)
    pairs, lost = as_pairs(standing, reports, readings)
    linker = Linker()
    linker.add(reports, readings)
    linker.settle(lineage, pairs)
    return Linked(
        incidents=with_verdicts(linker.incidents(), standing, reports, readings),
        lineage=lineage,
        borrowed=borrowings(reports, copying),
        pages=pages(reports),
        unanchored=lost,
    )


def explain_joining(
    ledger: Ledger,
    incident: Incident,
    readings_of: ReadingsOf,
    judgements: Sequence[Judgement],
    report: str | None = None,
) -> Joining | None:
    """Why the reported incidents of an incident are one, and which others they might belong to; or so of one report.

    Only the readings of the reports concerned are asked for. None where they are not those that the ledger rests on.
    """
    members = members_of(incident)
    told = {other.id: members_of(other) for other in ledger.incidents if report in {role.id for role in other.reports}}
    others = worth_comparing(ledger, incident) if report is None else told
    wanted = {member.report for held in (members, *others.values()) for member in held}
    found = readings_of(sorted(wanted))
    if found is None:
        return None
    reports, readings = found
    evidence = Evidence.of(reports, readings, ledger.lineage, judgements)
    if not evidence.known.keys() >= {*members}:
        return None
    if report is None:
        return explain(incident.id, members, others, evidence)
    others = {id: [m for m in held if m.report == report] for id, held in others.items() if id != incident.id}
    return explain_report(incident.id, report, members, others, evidence)
