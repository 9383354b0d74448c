"""Why the reported incidents of an incident are one, and which others they might belong to, from as few readings as tell it."""

from collections.abc import Callable, Mapping, Sequence

from rashomon.link.explanation import Evidence, explain, explain_report
from rashomon.link.rivals import LARGEST, members_of, worth_comparing
from rashomon.model import Incident, Joining, Judgement, Ledger, Reading, Report
from rashomon.vectors import Vectors

ReadingsOf = Callable[[Sequence[str]], tuple[Mapping[str, Report], Sequence[Reading]] | None]
"""Gives reports by their ids with their readings; None where some have none."""


def explain_joining(
    ledger: Ledger,
    incident: Incident,
    readings_of: ReadingsOf,
    judgements: Sequence[Judgement],
    report: str | None = None,
    vectors: Vectors | None = None,
) -> Joining | None:
    """Why the reported incidents of an incident are one, and which others they might belong to; or so of one report.

    `vectors` are those by which the ledger was joined. Only the readings of the reports concerned are asked for. None where they are not those that the ledger rests on.
    """
    members = members_of(incident, LARGEST if report is None else None)
    told = {other.id: members_of(other) for other in ledger.incidents if report in {role.id for role in other.reports}}
    others = worth_comparing(ledger, incident) if report is None else told
    wanted = {member.report for held in (members, *others.values()) for member in held}
    found = readings_of(sorted(wanted))
    if found is None:
        return None
    reports, readings = found
    evidence = Evidence.of(reports, readings, ledger.lineage, judgements, vectors)
    if not evidence.known.keys() >= {*members}:
        return None
    if report is None:
        return explain(incident.id, members, others, evidence)
    others = {id: [m for m in held if m.report == report] for id, held in others.items() if id != incident.id}
    return explain_report(incident.id, report, members, others, evidence)
