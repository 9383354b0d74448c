"""ECB+: documents with gold mentions of events, and each mention as the link stage sees a reported incident.

Only mentions in validated sentences count. A mention becomes a reported incident of its own: of open kind, as most events of
the corpus are none that the codebook has a type for, in the places that the reader finds in its sentence. Nothing gold but
where the trigger stands is used: no roles, no places, no times, no clusters of other mentions, no topic.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rashomon.config import Config
from rashomon.link.sightings import Sighting, sightings
from rashomon.model import IncidentMention, Member, PlaceRead, Reading, Report, ReportedIncident, Skipped, Span
from rashomon.pipeline import read_inputs
from rashomon.vectors import Vectors

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "ecb_plus"
EVENTS = ("ACTION_", "NEG_ACTION_")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A gold mention of an event: as the link stage sees it, with its cluster and where the corpus files it."""

    sighting: Sighting
    cluster: str
    text: str
    topic: str
    subtopic: str


def rows(part: str) -> list[Row]:
    """The documents of a part, "dev" or "train"."""
    lines = (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def gold_mentions(documents: Sequence[Row], folder: Path, vectors: Vectors | None) -> list[GoldMention]:
    """All gold mentions of some documents; `folder` is where their plain texts may be written."""
    plain = folder / "plain.jsonl"
    lines = (json.dumps({"id": row["id"], "text": row["text"]}) for row in documents)
    plain.write_text("\n".join(lines) + "\n", encoding="utf-8")
    by_name = {row["id"]: row for row in documents}
    found: list[GoldMention] = []
    for item in read_inputs([str(plain)], Config(threads=2)):
        if not isinstance(item, Skipped):
            report, reading = item
            found += _of_document(by_name[report.name], report, reading, vectors)
    return found


def _of_document(row: Row, report: Report, reading: Reading, vectors: Vectors | None) -> Iterator[GoldMention]:
    scored = list(_scored(row))
    incidents = tuple(_incident(mention, report, reading) for mention in scored)
    seen = sightings({report.id: report}, [replace(reading, incidents=incidents)], vectors)
    for mention, sighting in zip(scored, seen, strict=True):
        name = f"{row['id']} {mention['id']}"
        yield GoldMention(
            # Two events that one report tells are two incidents to the link stage; here one may be told twice.
            sighting=replace(sighting, member=Member(name, mention["id"])),
            cluster=_cluster(row, mention),
            text=mention["text"],
            topic=str(row["meta"]["topic"]),
            subtopic=row["meta"]["subtopic"],
        )


def _scored(row: Row) -> Iterator[Row]:
    validated = {sentence["n"] for sentence in row["sentences"] if sentence["validated"]}
    for mention in row["mentions"]:
        if mention["type"].startswith(EVENTS) and mention["sentence"] in validated:
            yield mention


def _cluster(row: Row, mention: Row) -> str:
    """The name of its cluster; one of a document alone is named with the document, and a mention alone by itself."""
    if not mention.get("cluster"):
        return f"{row['id']} {mention['id']}"
    return str(mention["cluster"] if mention["cluster_scope"] == "cross" else f"{row['id']} {mention['cluster']}")


def _incident(mention: Row, report: Report, reading: Reading) -> ReportedIncident:
    pieces = mention.get("pieces") or [mention]
    trigger = tuple(report.span(piece["start"], piece["end"]) for piece in pieces)
    sentence = next((s for s in reading.sentences if s.covers(trigger[0])), trigger[0])
    told = IncidentMention(id=mention["id"], trigger=trigger, type="other", reality="happened")
    places = tuple(_places(reading, sentence))
    return ReportedIncident(
        id=mention["id"],
        type="other",
        main=False,
        mentions=(told,),
        places=tuple(place.name for place in places),
        locations=places,
    )


def _places(reading: Reading, sentence: Span) -> Iterator[PlaceRead]:
    for toponym in reading.toponyms:
        if toponym.place is not None and sentence.covers(toponym.span):
            yield toponym.place
