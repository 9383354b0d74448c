"""Time what a day's reports cost as a workspace grows: a run that adds a few reports to many that are held and linked.

usage: python benchmarks/speed.py adding [--large]

Each size runs in processes of its own: one fills a workspace with synthetic readings and computes its ledger, a second
one opens it, as a run of the next day does, puts in the new reports with their readings and computes the ledger again.
Reading reports is left out, and so is loading the codebook: both cost the same whatever the workspace holds. Readings are
those of benchmarks/stories.py, told by as many voices as those of the samples. Seconds are those that the processor spent.
"""

import gc
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# The readings are made by a module beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.stories import Told, told_readings
from rashomon import laying
from rashomon.codebook.actors import load_actors
from rashomon.config import ReaderName
from rashomon.model import Attribution, Capture, Claimant, Mention
from rashomon.read import annotators, reader_version
from rashomon.store import Store, open_store

SIZES, LARGE = (1_000, 5_000), 10_000
READER: ReaderName = "rules"
PARTS = ("joining", "comparing", "writing")
"""What of such a run is timed by itself; the rest is opening and looking up."""
WARM = 60
Value = TypeVar("Value")
ADDED = 20
"""Reports that come in at once."""
VOICES = 9
"""Statements of a report, as in the readings of the samples."""
SPEAKERS = ("government", "military", "armed_group", "state")


def voiced(told: Told, version: str) -> Told:
    """A report with its reading, as if each of its sentences but the first were somebody's statement."""
    report, reading = told
    rng = random.Random(report.id)
    people = sorted(id for id, actor in load_actors().by_id.items() if actor.kind in SPEAKERS)
    book = load_actors().by_id
    attributions, mentions = [], list(reading.mentions)
    for number, sentence in enumerate(reading.sentences[:VOICES]):
        said = report.text.rfind(" said", sentence.start, sentence.end)
        place = said if said >= 0 else report.text.rfind(" ", sentence.start, sentence.end)
        actor = rng.choice(people)
        content, cue = report.span(sentence.start, place), report.span(place + 1, sentence.end)
        claimant = Claimant(name=book[actor].name, actor=actor)
        attributions.append(
            Attribution(
                id=f"a{number}", source=(cue,), cue=(cue,), content=(content,), stance="asserts", claimant=claimant,
                confidence=0.8, rule="synthetic", reason="The sentence says so.",
            )
        )  # fmt: skip
        mentions.append(Mention(span=cue, kind="actor", ref=actor, reason="The sentence says so."))
    first = attributions[0]
    figures = tuple(
        replace(figure, attribution=first.id, claimant=first.claimant)
        if figure.span.end <= first.cue[0].end
        else figure
        for figure in reading.figures
    )
    events = tuple(mention for incident in reading.incidents for mention in incident.mentions)
    return report, replace(
        reading,
        reader=version,
        attributions=tuple(attributions),
        mentions=tuple(mentions),
        figures=figures,
        events=events,
    )


def put(store: Store, told: Iterable[Told]) -> None:
    """Put reports with their readings into a store."""
    with store.writing(every=1_000):
        for report, reading in told:
            store.add(Capture(report=report, original=f"{report.name}\n{report.text}".encode()))
            store.put_reading(reading)


def version() -> str:
    """Whose readings they are given out for: those of the rules, which need no weights."""
    return reader_version(annotators(READER))


def fill(count: int, path: Path) -> dict[str, float]:
    """A workspace of so many reports, with its ledger; seconds that the ledger took."""
    with open_store(path) as store:
        put(store, (voiced(told, version()) for told in told_readings(count)))
        begun = time.process_time()
        ledger = laying.current_ledger(store, READER)
        return {"from nothing": time.process_time() - begun, "incidents": len(ledger.incidents)}


def add(count: int, path: Path) -> dict[str, float]:
    """What a run costs that finds so many reports in its workspace and adds a few: seconds of each part, and peak MB."""
    warm(path.with_name("warm.db"))
    more = [voiced(told, version()) for told in islice(told_readings(count + ADDED), count, None)]
    gc.collect()
    seconds = dict.fromkeys(PARTS, 0.0)
    with open_store(path) as store, ExitStack() as clocks:
        put(store, more)
        for part, (where, name) in zip(
            PARTS, ((laying, "link"), (laying, "reconcile"), (store, "put_ledger")), strict=True
        ):
            clocks.enter_context(patch.object(where, name, _clocked(getattr(where, name), part, seconds)))
        begun = time.process_time()
        laying.current_ledger(store, READER)
        seconds["all"] = time.process_time() - begun
    seconds["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds


def warm(path: Path) -> None:
    """Load the codebook and the encoder."""
    with open_store(path) as store:
        put(store, (voiced(told, version()) for told in told_readings(WARM, seed=2)))
        laying.current_ledger(store, READER)


def _clocked(action: Callable[..., Value], part: str, seconds: dict[str, float]) -> Callable[..., Value]:
    def clocked(*given: Any, **named: Any) -> Value:
        begun = time.process_time()
        try:
            return action(*given, **named)
        finally:
            seconds[part] += time.process_time() - begun

    return clocked


def adding(*, large: bool) -> Table:
    """The table, one row a size."""
    columns = ("reports held", "incidents", "from nothing, s", f"{ADDED} more, s", "growth")
    table = Table(*columns, *(f"{part}, s" for part in PARTS), "peak MB", title=f"A run that adds {ADDED} reports")
    first = 0.0
    for count in (*SIZES, LARGE) if large else SIZES:
        with tempfile.TemporaryDirectory() as name:
            path = str(Path(name) / "day.db")
            held, day = (_in_own_process(what, str(count), path) for what in ("fill", "add"))
        first = first or day["all"]
        row = (f"{held['from nothing']:.1f}", f"{day['all']:.2f}", f"{day['all'] / first:.2f}")
        parts = (f"{day[part]:.2f}" for part in PARTS)
        table.add_row(f"{count:,}", f"{held['incidents']:,.0f}", *row, *parts, f"{day['peak MB']:,.0f}")
    return table


def _in_own_process(*given: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, str(Path(__file__)), *given], check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    figures = {"fill": fill, "add": add}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
    sys.stdout.write(json.dumps(figures))
