"""Time reconciling as a workspace grows: the readings of the samples, told again by other outlets, in incidents of all sizes.

usage: python benchmarks/speed.py reconcile

Each size runs in a process of its own. The samples are read and linked once; then their reports are told again under other
names and outlets, and what is told again is joined into incidents as it was in the samples: most incidents are told by a few
rounds of them, a few by very many. Only reconciling is timed.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rashomon.config import Config
from rashomon.link import link
from rashomon.model import Linked, LinkedIncident, Member, Reading, Report, content_id
from rashomon.pipeline import read_inputs
from rashomon.reconcile import reconcile

SAMPLES = ROOT / "samples" / "reports"
SIZES = (1_000, 10_000)
ROUNDS = (1, 1, 1, 2, 2, 3, 4, 6, 12)
"""Rounds of the samples that tell of the same incidents, and are told on."""
MOST_TOLD = 40
"""Rounds of the one incident that everybody tells of."""
LIMIT = 60.0
"""Seconds that ten thousand readings may take."""
Told = tuple[Report, Reading]


def told_again(told: list[Told], linked: Linked, count: int) -> tuple[dict[str, Report], list[Reading], Linked]:
    """So many reports with their readings, and the incidents that they are joined into; the same count makes the same."""
    rng = random.Random(1)
    reports: dict[str, Report] = {}
    readings: list[Reading] = []
    members: dict[str, list[Member]] = {}
    story = 0
    while len(reports) < count:
        for turn in range(MOST_TOLD if not story else rng.choice(ROUNDS)):
            names = dict(_round(told, f"{story}.{turn}", reports, readings))
            for group in linked.incidents:
                again = [Member(names[m.report], m.incident) for m in group.members if m.report in names]
                members.setdefault(content_id("x", story, group.id), []).extend(again)
        story += 1
    incidents = tuple(LinkedIncident(id=id, members=tuple(found)) for id, found in members.items() if found)
    return reports, readings, Linked(incidents=incidents)


def _round(
    told: list[Told], name: str, reports: dict[str, Report], readings: list[Reading]
) -> Iterator[tuple[str, str]]:
    """Tell all reports once again; each as the id that it had and the one that it has now."""
    for report, reading in told:
        id = f"r{content_id('', name, report.id)[:16]}"
        reports[id] = replace(report, id=id, name=f"{report.name} {name}", outlet=f"{report.outlet} {name}")
        readings.append(replace(reading, report=id))
        yield report.id, id


def measure(count: int) -> dict[str, float]:
    """Seconds of one core for one size, how many incidents and accounts that made, and the peak of memory in MB."""
    read = [item for item in read_inputs([str(SAMPLES)], Config(reader="rules")) if isinstance(item, tuple)]
    linked = link({report.id: report for report, _ in read}, [reading for _, reading in read])
    reports, readings, joined = told_again(read, linked, count)
    reconcile(*told_again(read, linked, 1))  # loads the codebook, which is not what is timed
    begun = time.process_time()
    ledger = reconcile(reports, readings, joined)
    seconds = time.process_time() - begun
    accounts = sum(len(answered.accounts) for incident in ledger.incidents for answered in incident.questions)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "readings": len(reports), "incidents": len(ledger.incidents), "accounts": accounts, "seconds": seconds,
        "peak MB": peak,
    }  # fmt: skip


def reconciling() -> Table:
    """The table, one row a size, with the time of a reading against that of the size before."""
    table = Table(
        "readings", "incidents", "accounts", "seconds", "ms a reading", "growth", "peak MB", title="Reconciling"
    )
    before = 0.0
    for count in SIZES:
        done = subprocess.run(
            [sys.executable, str(Path(__file__)), str(count)], check=False, capture_output=True, text=True
        )
        if done.returncode:
            raise SystemExit(done.stderr)
        one: dict[str, float] = json.loads(done.stdout)
        each = one["seconds"] / one["readings"] * 1000
        growth = f"{each / before:.2f}" if before else ""
        counts = [f"{one[name]:,.0f}" for name in ("readings", "incidents", "accounts")]
        table.add_row(*counts, f"{one['seconds']:.1f}", f"{each:.2f}", growth, f"{one['peak MB']:.0f}")
        before = each
    return table


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]))))
