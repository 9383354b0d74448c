"""Short reports with marks of which mention tells of which incident, and how many of their answers a reading finds."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.config import Config
from rashomon.model import Reading, Report, ReportedIncident
from rashomon.pipeline import read_inputs

FOLDER = Path(__file__).parent
MARK = re.compile(r"\{([^{}:]+):([a-z]+)\}")
HAPPENED = ("happened", "denied")


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with the incidents that its mentions tell of, by where they stand, and who answers whom."""

    name: str
    text: str
    marks: Mapping[tuple[int, int], str]
    links: frozenset[tuple[str, str]]
    published: str


@dataclass(frozen=True, slots=True)
class Found:
    """Links that are right, all that a reading tells, and all that are marked."""

    right: int
    told: int
    marked: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.told + self.marked)


def marked(name: str) -> list[Marked]:
    """The reports of a file, without their marks in the text."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["report"]
    return [_marked(row) for row in rows]


def _marked(row: Mapping[str, Any]) -> Marked:
    source, marks, length, last = row["text"].strip(), {}, 0, 0
    for match in MARK.finditer(source):
        length += match.start() - last
        marks[length, length + len(match[1])] = match[2]
        length, last = length + len(match[1]), match.end()
    links = frozenset((answer, answered) for answer, answered in row["links"])
    return Marked(row["id"], MARK.sub(r"\1", source), marks, links, row["published"])


def found(reports: Sequence[Marked], folder: Path) -> Found:
    """What is read of some marked reports, each for itself."""
    path = folder / "reports.jsonl"
    rows = [{"id": one.name, "text": one.text, "published": one.published} for one in reports]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    read = {item[0].name: item for item in read_inputs([str(path)], Config()) if isinstance(item, tuple)}
    told = [frozenset(_links(one, *read[one.name])) for one in reports]
    return Found(
        right=sum(len(one.links & links) for one, links in zip(reports, told, strict=True)),
        told=sum(map(len, told)),
        marked=sum(len(one.links) for one in reports),
    )


def _links(one: Marked, report: Report, reading: Reading) -> Iterator[tuple[str, str]]:
    """Who answers whom in a reading, by the marks; an incident that is none of the marked ones keeps its id."""
    assert report.text == one.text
    names = _names(one, reading.incidents)
    for incident in reading.incidents:
        if incident.reality in HAPPENED:
            yield from ((names.get(incident.id, incident.id), names.get(id, id)) for id in incident.response_to)


def _names(one: Marked, incidents: Sequence[ReportedIncident]) -> dict[str, str]:
    """Which marked incident each read one is: that of most of its mentions, each once."""
    shared = Counter(
        (key, incident.id)
        for incident in incidents
        for mention in incident.mentions
        for (start, end), key in one.marks.items()
        if any(span.start < end and start < span.end for span in mention.trigger)
    )
    names: dict[str, str] = {}
    for (key, id), _ in shared.most_common():
        if id not in names and key not in names.values():
            names[id] = key
    return names
