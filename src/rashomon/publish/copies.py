"""Which of the reports of an incident are copies of one story: copies are no witnesses of their own."""

from collections.abc import Iterator, Mapping

from rashomon.model import CopyKind, Descent, Incident, Ledger
from rashomon.publish.words import counted, report_words

KINDS: dict[CopyKind, str] = {
    "verbatim": "word for word",
    "cut": "cut",
    "reordered": "in another order",
    "edited": "with words changed",
    "passage": "a passage",
}


def told_in(ledger: Ledger, incident: Incident) -> str:
    """In how many reports an incident is told, and how many stories they are."""
    reports = {role.id for role in incident.reports}
    stories = _stories(ledger, reports)
    return report_words(incident) + (f"; {counted(stories, 'story', 'stories')}" if stories < len(reports) else "")


def _stories(ledger: Ledger, reports: set[str]) -> int:
    """The number of reports where all that are copies of one story count as one."""
    groups: list[set[str]] = []
    for family in ledger.lineage:
        here = {*family.reports} & reports
        met = [group for group in groups if group & here]
        groups = [group for group in groups if not group & here] + [here.union(*met)]
    held = {report for group in groups for report in group}
    return len(reports - held) + sum(bool(group) for group in groups)


def copies_words(ledger: Ledger, incident: Incident) -> Iterator[str]:
    """A line for each story that several of the reports are, with who copies whom; and passages that stories share."""
    here = {role.id for role in incident.reports}
    names = {heading.id: heading.outlet or heading.name for heading in ledger.reports}
    for family in ledger.lineage:
        copies = [report for report in family.reports if report in here]
        if len(copies) > 1:
            told = [_copied(one, names) for one in family.descents if one.copy in here and one.source in here]
            whole = ", ".join(names.get(report, report) for report in copies)
            origin = f" of {family.origin}" if family.origin else ""
            yield f"{'; '.join(told) or whole}: one story{origin}"
    for one in ledger.borrowed:
        if one.copy in here and one.source in here:
            yield _borrowed(one, names)


def _copied(descent: Descent, names: Mapping[str, str]) -> str:
    copy, source = names.get(descent.copy, descent.copy), names.get(descent.source, descent.source)
    if descent.direction == "unknown":
        return f"{copy} and {source} share their text ({KINDS[descent.kind]})"
    return f"{copy} copies {source} ({KINDS[descent.kind]})"


def _borrowed(descent: Descent, names: Mapping[str, str]) -> str:
    copy, source = names.get(descent.copy, descent.copy), names.get(descent.source, descent.source)
    if descent.direction == "unknown":
        return f"{copy} and {source} share a passage"
    return f"{copy} has a passage of {source}"
