"""Rows for the table by which incidents are joined across reports: pairs of reported incidents, and whether they are one.

Each reported incident is laid beside the labels of its report: it is the labelled incident that most of its mentions
speak of. A key that two reports share makes a pair that is one. Labelled reports are few and far between, and a workspace
is not: so they are compared twice, as they are and with the days of their stories moved into one week, where the same day,
doer and kind are no news.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from rashomon.config import Config
from rashomon.link.barriers import is_forbidden
from rashomon.link.blocks import Pair, told_of
from rashomon.link.comparison import observed
from rashomon.link.sightings import Sighting, sightings
from rashomon.model import Member, Reading, Report, ReportedIncident, Skipped, TimeInterval
from rashomon.pipeline import read_inputs
from rashomon.vectors import Vectors

Labels = Mapping[str, Mapping[str, Any]]
"""The labels of reports, by report id."""
Read = tuple[Report, Reading]
Row = list[tuple[str, str]]
CROWDED = date(2020, 6, 1)
"""The first day of the week that stories are moved into; which one it is does not matter."""
WEEK = 7


def read_labelled(path: Path) -> tuple[list[Read], Labels]:
    """The reports of a file of labelled JSON lines as the shipped reader reads them, and their labels."""
    rows = {row["text"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    pairs = [item for item in read_inputs([str(path)], Config()) if not isinstance(item, Skipped)]
    return pairs, {report.id: rows[report.text] for report, _ in pairs if report.text in rows}


def linking_rows(pairs: Sequence[Read], labels: Labels, vectors: Vectors | None) -> tuple[list[Row], list[bool]]:
    """What the features see of each pair of sightings that is compared, and whether the labels make them one."""
    keys = dict(labelled_members(pairs, labels))
    rows: list[Row] = []
    right: list[bool] = []
    for told in (pairs, crowded(pairs, labels)):
        known = {
            s.member: s for s in sightings({report.id: report for report, _ in told}, [r for _, r in told], vectors)
        }
        for one, other in _compared({member: s for member, s in known.items() if member in keys}):
            rows.append(observed(known[one], known[other]))
            right.append(keys[one] == keys[other])
    return rows, right


def _compared(known: Mapping[Member, Sighting]) -> Iterator[Pair]:
    """Pairs of two reports that share more than a country, and that nothing keeps apart."""
    told = {member: told_of(sighting) - sighting.countries for member, sighting in known.items()}
    for one, other in combinations(sorted(known), 2):
        share = one.report != other.report and not told[one].isdisjoint(told[other])
        if share and not is_forbidden(known[one], known[other]):
            yield one, other


def crowded(pairs: Sequence[Read], labels: Labels) -> list[Read]:
    """The reports with every story moved into one week, by whole weeks, so that days of the week stay true.

    A story is all reports that share incidents, directly or by way of others.
    """
    story = stories(labels)
    first: dict[str, date] = {}
    for report, reading in pairs:
        day = report.published.start or min((i.date.start for i in reading.incidents if i.date.start), default=None)
        if day is not None and report.id in story:
            first[story[report.id]] = min(first.get(story[report.id], day), day)
    weeks = {name: (CROWDED - day).days // WEEK for name, day in first.items()}
    return [_moved(*pair, weeks=weeks.get(story.get(pair[0].id, ""), 0)) for pair in pairs]


def stories(labels: Labels) -> dict[str, str]:
    """The story of each report, by the least of its reports."""
    reports = defaultdict(list)
    for report in sorted(labels):
        for incident in labels[report]["incidents"]:
            reports[incident["key"]].append(report)
    story = {report: report for report in sorted(labels)}
    for together in reports.values():
        names = {story[report] for report in together}
        story = {report: min(names) if name in names else name for report, name in story.items()}
    return story


def _moved(report: Report, reading: Reading, *, weeks: int) -> Read:
    incidents = tuple(replace(incident, date=_later(incident.date, weeks)) for incident in reading.incidents)
    return replace(report, published=_later(report.published, weeks)), replace(reading, incidents=incidents)


def _later(when: TimeInterval, weeks: int) -> TimeInterval:
    step = timedelta(days=weeks * WEEK)
    return replace(when, start=when.start and when.start + step, end=when.end and when.end + step)


def labelled_members(pairs: Iterable[Read], labels: Labels) -> Iterator[tuple[Member, str]]:
    """The reported incidents that are laid beside a labelled one, each with its key."""
    for report, reading in pairs:
        row = labels.get(report.id)
        if row is None:
            continue
        named = {incident["id"]: incident["key"] for incident in row["incidents"]}
        for incident in reading.incidents:
            found = _label_of(incident, row["mentions"])
            if found is not None:
                yield Member(report.id, incident.id), named[found]


def _label_of(incident: ReportedIncident, labelled: Sequence[Mapping[str, Any]]) -> str | None:
    votes: Counter[str | None] = Counter()
    for mention in incident.mentions:
        start, end = mention.trigger[0].start, mention.trigger[-1].end
        votes.update(
            [row["incident"] for row in labelled if max(start, row["trigger"][0][0]) < min(end, row["trigger"][-1][1])][
                :1
            ]
        )
    return min(votes, key=lambda key: (-votes[key], str(key))) if votes else None
