"""Score where toponyms of news are put on the map: LGL (local newspapers) and TR-News (international news), dev parts.

usage: python benchmarks/toponyms.py [--part dev|train] [--reader neural|rules] [--check] [--json] [--fit] [--speed]

The reports are read as `rashomon read` does. A marked toponym is found where a toponym of the reading overlaps it; of those
found that have a point, the share put within 161 km of it is the accuracy, and one that is led nowhere is wrong. Beside it
stands the end-to-end exact match: of all marked toponyms that have a point, those found and led to the very place (the same
GeoNames id, a point within 25 km, or the same administrative area). "marked" scores the same resolver on the marked spans,
so that faults of finding and of resolving are told apart. --check exits with 1 where a figure is under its floor
(benchmarks/floors.toml), --fit fits the weights of the resolver on the train parts first, --speed measures the gazetteer.
"""

import json
import re
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# The parts of this benchmark are a package beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.floors import floors_of, options_of, under_floor
from benchmarks.maps.corpus import CORPORA, DATA, marked, readings, rows
from benchmarks.maps.scoring import Tally
from rashomon.codebook import place_weights, tables
from rashomon.config import ReaderName
from rashomon.model import Reading, Report, Toponym
from rashomon.resolve.mentions import report_places
from rashomon.resolve.place_context import forget
from rashomon.resolve.toponyms import resolve_toponyms

WEIGHTS = ROOT / "src" / "rashomon" / "codebook" / "data" / "places_weights.toml"
ROUNDS = 3
Figures = dict[str, float]


def score(corpus: str, part: str, reader: ReaderName) -> dict[str, Figures]:
    """The figures of reading ("read") and of the resolver on marked spans ("marked")."""
    documents = {row["id"]: row for row in rows(corpus, part)}
    read, given = Tally(), Tally()
    for report, reading in readings(list(documents.values()), reader):
        gold = marked(documents[report.name])
        read.add(gold, reading.toponyms)
        spans = tuple(Toponym(span=report.span(one.start, one.end)) for one in gold)
        told = with_marked(report, reading, spans)
        given.add(gold, told.toponyms)
    return {"read": read.figures(), "marked": given.figures()}


def with_marked(report: Report, reading: Reading, spans: tuple[Toponym, ...]) -> Reading:
    """The reading with the marked toponyms, resolved, in place of its own."""
    bare = replace(reading, toponyms=spans, mentions=(), events=())
    return resolve_toponyms(bare, report_places(bare, report))


def fit() -> Figures:
    """Fit the weights on the train parts and write them down; what they suit depends on them, so it takes rounds."""
    from benchmarks.maps.fitting import cases, document_of, fitted

    documents = []
    for corpus in CORPORA:
        known = {row["id"]: row for row in rows(corpus, "train")}
        for report, reading in readings(list(known.values()), "neural"):
            documents.append(document_of(report, reading, known[report.name]))
    found: Figures = {}
    for _ in range(ROUNDS):
        found = fitted(list(cases(documents)), dict(place_weights.load_place_weights()))
        head = re.split(r"(?m)^\[fitted\]\n", WEIGHTS.read_text(encoding="utf-8"))[0]
        lines = "".join(f"{name} = {weight}\n" for name, weight in found.items())
        WEIGHTS.write_text(f"{head}[fitted]\n{lines}", encoding="utf-8")
        tables.read_table.cache_clear()
        place_weights.load_place_weights.cache_clear()
        forget()
    return found


def speed(part: str) -> Figures:
    """What the gazetteer costs, and the share of the whole of resolving in the time of reading."""
    from benchmarks.maps import speed as costs
    from benchmarks.maps.corpus import reports
    from rashomon.read import annotators, load, read_report
    from rashomon.resolve import resolve

    load("neural")
    documents = [report for corpus in CORPORA for report in reports(rows(corpus, part))]
    read_report(documents[0], annotators("neural"))
    seconds = {"reading": 0.0, "toponyms": 0.0, "resolving": 0.0}
    for report in documents:
        begun = time.perf_counter()
        reading = read_report(report, annotators("neural"))
        read = time.perf_counter()
        resolve_toponyms(reading, report_places(reading, report))
        placed = time.perf_counter()
        forget()
        resolve(reading, report)
        seconds["reading"] += read - begun
        seconds["toponyms"] += placed - read
        seconds["resolving"] += time.perf_counter() - placed
    shares = {f"{name} / reading": seconds[name] / seconds["reading"] for name in ("toponyms", "resolving")}
    return costs.start() | costs.look_ups() | seconds | shares


def shown(found: dict[str, dict[str, Figures]], part: str) -> Table:
    """The table."""
    names = list(next(iter(found.values()))["read"])
    table = Table("figure", *(f"{c} {how}" for c in found for how in ("read", "marked")), title=f"Toponyms, {part}")
    for name in names:
        values = (found[corpus][how][name] for corpus in found for how in ("read", "marked"))
        table.add_row(name, *(f"{value:.0f} km" if name.startswith("error") else f"{value:.3f}" for value in values))
    return table


def main() -> int:
    """Print the figures; the exit code says whether every floor holds."""
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=["dev", "train"], default="dev")
    parser.add_argument("--reader", choices=get_args(ReaderName), default="neural", help="who reads")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--fit", action="store_true", help="fit the weights anew on the train parts first")
    parser.add_argument("--speed", action="store_true", help="measure what the gazetteer costs, and nothing else")
    options = parser.parse_args()
    console = Console(soft_wrap=True)
    if not all((DATA / folder).is_dir() for folder in CORPORA.values()):
        console.print("No corpora of toponyms beside the checkout (looked for shared/data): nothing was scored.")
        return 0
    if options.speed:
        console.print_json(json.dumps(speed(options.part)))
        return 0
    if options.fit:
        fit()
    found = {corpus: score(corpus, options.part, options.reader) for corpus in CORPORA}
    if options.json:
        console.print_json(json.dumps(found))
    else:
        console.print(shown(found, options.part))
    under = {suite: under_floor(found[suite]["read"], floors_of(f"{suite}-{options.part}")) for suite in found}
    for suite, name in ((suite, name) for suite, names in under.items() for name in names):
        console.print(f"{suite}-{options.part} {name}: {found[suite]['read'][name]:.3f} is under its floor")
    return 1 if options.check and any(under.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
