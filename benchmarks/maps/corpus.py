"""The corpora of toponyms, their reports as the product takes them, and the toponyms that were marked by hand."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.config import Config, ReaderName
from rashomon.ingest import ingest
from rashomon.model import Capture, Reading, Report
from rashomon.pipeline import read_inputs

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
CORPORA = {"lgl": "geo_lgl", "trnews": "geo_trnews"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A toponym marked by hand at `[start, end)`; `point` is None where its place is in no gazetteer.

    `area` tells that it is an administrative area, whose middle is a matter of taste.
    """

    start: int
    end: int
    point: tuple[float, float] | None
    geonames: str
    area: bool


def rows(corpus: str, part: str) -> list[dict[str, Any]]:
    """The documents of a part of a corpus."""
    lines = (DATA / CORPORA[corpus] / f"{part}.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def marked(row: dict[str, Any]) -> list[Marked]:
    """The toponyms of a document."""
    return [
        Marked(
            start=toponym["start"],
            end=toponym["end"],
            point=None if toponym.get("lat") is None else (float(toponym["lat"]), float(toponym["lon"])),
            geonames=str(toponym.get("geonameid") or toponym.get("geonamesID") or ""),
            area=toponym.get("fclass", toponym.get("type")) == "A",
        )
        for toponym in row["toponyms"]
    ]


def readings(documents: list[dict[str, Any]], reader: ReaderName) -> Iterator[tuple[Report, Reading]]:
    """The documents read as `rashomon read` does, from what a user would hand in: text, title and address."""
    for item in read_inputs([_lines(documents)], Config(reader=reader, threads=2)):
        if isinstance(item, tuple):
            yield item


def reports(documents: list[dict[str, Any]]) -> Iterator[Report]:
    """The documents as reports, unread."""
    for item in ingest([_lines(documents)], Config()):
        if isinstance(item, Capture):
            yield item.report


def _lines(documents: list[dict[str, Any]]) -> str:
    folder = Path(tempfile.mkdtemp(prefix="rashomon-toponyms-"))
    path = folder / "reports.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in documents:
            meta = row["meta"]
            told = {"id": row["id"], "text": row["text"], "title": meta.get("title"), "url": meta.get("url")}
            file.write(json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False) + "\n")
    return str(path)
