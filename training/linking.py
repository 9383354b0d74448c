"""Rows for the table by which incidents are joined across reports: pairs of reported incidents, and whether they are one.

Each reported incident is laid beside the labels of its report: it is the labelled incident that most of its mentions
speak of. A key that two reports share makes a pair that is one.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from rashomon.config import Config
from rashomon.link.barriers import is_forbidden
from rashomon.link.blocks import Pair, told_of
from rashomon.link.comparison import observed
from rashomon.link.sightings import Sighting, sightings
from rashomon.model import UNKNOWN_TIME, Member, Reading, Report, ReportedIncident, Skipped
from rashomon.pipeline import read_inputs

Labels = Mapping[str, Mapping[str, Any]]
"""The labels of reports, by report id."""


def read_labelled(path: Path) -> tuple[list[tuple[Report, Reading]], Labels]:
    """The reports of a file of labelled JSON lines as the shipped reader reads them, and their labels."""
    rows = {row["text"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    pairs = [item for item in read_inputs([str(path)], Config()) if not isinstance(item, Skipped)]
    return pairs, {report.id: rows[report.text] for report, _ in pairs if report.text in rows}


def linking_rows(
    pairs: Sequence[tuple[Report, Reading]], labels: Labels
) -> tuple[list[list[tuple[str, str]]], list[bool]]:
    """What the features see of each pair of sightings that is compared, and whether the labels make them one.

    Labelled reports are few and far between; the variants of a pair stand for the many that give no date.
    """
    keys = dict(_keys(pairs, labels))
    known = {s.member: s for s in sightings({report.id: report for report, _ in pairs}, [r for _, r in pairs])}
    rows, right = [], []
    for one, other in _compared(known):
        if one in keys and other in keys:
            for left, right_ in _variants(known[one], known[other]):
                if not is_forbidden(left, right_):
                    rows.append(observed(left, right_))
                    right.append(keys[one] == keys[other])
    return rows, right


def _compared(known: Mapping[Member, Sighting]) -> Iterator[Pair]:
    """Pairs of two reports that tell something alike, whenever it was: a fuller workspace would have them in one month."""
    told = {member: told_of(sighting) for member, sighting in known.items()}
    for one, other in combinations(sorted(known), 2):
        if one.report != other.report and not told[one].isdisjoint(told[other]):
            yield one, other


def _variants(one: Sighting, other: Sighting) -> Iterator[tuple[Sighting, Sighting]]:
    """A pair as it is, and as a report would tell it that gives no date."""
    yield one, other
    yield _undated(one), other
    yield one, _undated(other)


def _undated(sighting: Sighting) -> Sighting:
    incident = replace(sighting.incident, date=UNKNOWN_TIME)
    return replace(sighting, incident=incident, published=UNKNOWN_TIME)


def _keys(pairs: Sequence[tuple[Report, Reading]], labels: Labels) -> Iterator[tuple[Member, str]]:
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
