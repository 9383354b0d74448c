"""Fitting the scoring tables on labelled reports: which mentions are one incident, which incident answers which, and which
incidents of two reports are one.

What the reader finds in a report is laid beside its labels, mention by mention; each pair that a table would be asked
about is a row, and logistic regression gives the points. The result is the codebook's `fitted.toml`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from rashomon.codebook.fitted import load_fitted
from rashomon.codebook.tables import read_table
from rashomon.config import Config
from rashomon.ingest import ingest
from rashomon.model import Reading, Report, Spans
from rashomon.read import annotators, read_report
from rashomon.resolve.answering import observed as observed_pair
from rashomon.resolve.answering import pairs
from rashomon.resolve.claimants import resolve_claimants
from rashomon.resolve.facts import Facts
from rashomon.resolve.group import Group
from rashomon.resolve.grouping import excluded, group_mentions, standing_of
from rashomon.resolve.incidents import facts_in
from rashomon.resolve.joining import observed
from rashomon.resolve.mentions import resolve_mentions
from rashomon.resolve.report import resolvers_for
from rashomon.vectors import load_vectors
from training.coreference import at_hand, coreference_rows
from training.linking import Read, linking_rows, read_labelled

Row = list[tuple[str, str]]
PENALTY = 3.0
ROUNDS = 30
DIGITS = 2
ROOT = Path(__file__).resolve().parents[1]
LABELLED = (ROOT.parent / "shared" / "gold" / "world" / "train.jsonl", ROOT / "training" / "reports" / "reports.jsonl")
TABLES = ROOT / "src" / "rashomon" / "codebook" / "data" / "fitted.toml"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report as the reader finds it, before its mentions are taken together, with its labels."""

    text: str
    facts: list[Facts]
    labels: Mapping[str, Any]

    def incident_of(self, facts: Facts) -> str | None:
        """The labelled incident that a mention of the reader's speaks of, if its trigger meets a labelled one."""
        return next(
            (m["incident"] for m in self.labels["mentions"] if _meets(facts.mention.trigger, m["trigger"])), None
        )


def write_tables() -> str:
    """Fit all tables on all labelled reports and write them; says how many rows each had.

    The table of `link` comes last: its rows are what the reader finds with the other two.
    """
    reports = [report for path in LABELLED for report in labelled(path)]
    mentions = joining_rows(reports)
    joining = fitted(*mentions)
    incidents = answering_rows(reports, joining)
    tables = {"joining": joining, "answering": fitted(*incidents)}
    TABLES.write_text(as_toml({**tables, "linking": load_fitted("linking")}), encoding="utf-8")
    for cached in (read_table, load_fitted):
        cached.cache_clear()
    return f"{len(reports)} reports, {len(mentions[0])} pairs of mentions, {len(incidents[0])} of incidents; {write_linking()}"


def write_linking() -> str:
    """Fit the table of `link` alone, on labelled reports and on ECB+, and write it beside the others as they are."""
    if not at_hand():
        raise SystemExit("ECB+ is not beside the checkout (shared/data/ecb_plus), and the table needs its train part.")
    vectors = load_vectors()
    pairs: list[Read] = []
    labels: dict[str, Mapping[str, Any]] = {}
    for path in LABELLED:
        read, told = read_labelled(path)
        pairs += read
        labels.update(told)
    rows, right = linking_rows(pairs, labels, vectors)
    events, same, weights = coreference_rows(vectors)
    table = fitted([*rows, *events], [*right, *same], [*[1.0] * len(rows), *weights])
    others = {name: load_fitted(name) for name in ("joining", "answering")}
    TABLES.write_text(as_toml({**others, "linking": table}), encoding="utf-8")
    for cached in (read_table, load_fitted):
        cached.cache_clear()
    return f"{len(rows)} pairs across reports and {len(events)} of mentions of events: {TABLES.name}"


def labelled(path: Path) -> Iterator[Labelled]:
    """The reports of a file of labelled JSON lines, each read by the shipped reader."""
    rows = {row["text"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for item in ingest([str(path)], Config()):
        report = getattr(item, "report", None)
        if report is not None and report.text in rows:
            yield Labelled(report.text, _facts(report), rows[report.text])


def _facts(report: Report) -> list[Facts]:
    reading: Reading = read_report(report, annotators("neural"))
    named = resolve_claimants(resolve_mentions(reading, report), report)
    return facts_in(named, report, resolvers_for(report, named))


def joining_rows(reports: Iterable[Labelled]) -> tuple[list[Row], list[bool]]:
    """What the features see of each mention and each group before it, and whether the labels put it there.

    Groups are those of the labels, so that one wrong step doesn't spoil what is learned from the next.
    """
    rows: list[Row] = []
    right: list[bool] = []
    for report in reports:
        groups: dict[str, Group] = {}
        recent: Group | None = None
        for facts in report.facts:
            key = report.incident_of(facts)
            if key is None:
                continue
            before = list(groups.values())
            for number, (name, group) in enumerate(groups.items()):
                if not excluded(facts, group):
                    rows.append(observed(facts, group, standing_of(number, before, recent)))
                    right.append(name == key)
            recent = groups.setdefault(key, Group())
            recent.add(facts)
    return rows, right


def answering_rows(
    reports: Iterable[Labelled], joining: Mapping[str, Mapping[str, float]]
) -> tuple[list[Row], list[bool]]:
    """What the features see of each two incidents of a report, and whether the labels say that one answers the other."""
    rows: list[Row] = []
    right: list[bool] = []
    for report in reports:
        groups = group_mentions(report.facts, joining)
        names = _names(report, groups)
        answers = {(i["id"], other) for i in report.labels["incidents"] for other in i.get("answers", ())}
        for later, earlier, context in pairs(groups, report.text):
            rows.append(observed_pair(groups[later], groups[earlier], context))
            right.append((names.get(later), names.get(earlier)) in answers)
    return rows, right


def _names(report: Labelled, groups: Sequence[Group]) -> dict[int, str]:
    """Which labelled incident each group is: the one that most of its mentions speak of, each incident once."""
    votes = Counter(
        (number, key)
        for number, group in enumerate(groups)
        for facts in group.members
        if (key := report.incident_of(facts)) is not None
    )
    found: dict[int, str] = {}
    for (number, key), _ in votes.most_common():
        if number not in found and key not in found.values():
            found[number] = key
    return found


def fitted(
    rows: Sequence[Row], right: Sequence[bool], weights: Sequence[float] | None = None
) -> dict[str, dict[str, float]]:
    """The points of each value of each feature, by logistic regression with a quadratic penalty."""
    names = sorted({cell for row in rows for cell in row})
    place = {name: n for n, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for n, row in enumerate(rows):
        matrix[n, [place[cell] for cell in row]] = 1.0
    points, truth = np.zeros(len(names)), np.asarray(right, float)
    counts = np.ones(len(rows)) if weights is None else np.asarray(weights, float)
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-matrix @ points))
        slope = matrix.T @ (counts * (likely - truth)) + PENALTY * points
        bend = (matrix * (counts * likely * (1 - likely))[:, None]).T @ matrix + PENALTY * np.eye(len(names))
        points -= np.linalg.solve(bend, slope)
    table: dict[str, dict[str, float]] = {}
    for (feature, value), point in zip(names, points, strict=True):
        table.setdefault(feature, {})[value] = round(float(point), DIGITS) + 0.0
    return table


def as_toml(tables: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """The tables as the codebook keeps them."""
    lines = [
        "# Points of the scoring tables of `resolve` and `link`, fitted on labelled reports: `python -m training tables` writes this file."
    ]
    for name, table in tables.items():
        lines += ["", f"[{name}]"]
        for feature, values in table.items():
            cells = ", ".join(f'"{value}" = {points}' for value, points in values.items())
            lines.append(f"{feature} = {{ {cells} }}")
    return "\n".join(lines) + "\n"


def _meets(trigger: Spans, label: Sequence[Sequence[int]]) -> bool:
    return max(trigger[0].start, label[0][0]) < min(trigger[-1].end, label[-1][1])
