"""What the gazetteer costs: the time and memory of its start, look-ups a second, and its share of the time of reading."""

import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

Figures = dict[str, float]
LOOK_UPS = 20_000
START = """
import re, time
from pathlib import Path
begun = time.perf_counter()
from rashomon.codebook.places import load_places
load_places().find("Mosul")
seconds = time.perf_counter() - begun
# What getrusage tells begins with the memory of the process that started this one.
print(seconds, int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""
"""Needs Linux, as the whole of --speed does."""


def start() -> Figures:
    """Seconds until a fresh process has looked its first name up, and the most memory it held in MB."""
    source = str(Path(__file__).resolve().parents[2] / "src")
    runs = []
    for _ in range(3):
        told = subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path.insert(0, {source!r})\n{START}"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        runs.append((float(told[0]), float(told[1])))
    return {"start seconds": min(runs)[0], "peak MB": min(memory for _, memory in runs)}


def look_ups() -> Figures:
    """Look-ups a second on one core, nothing remembered between them: names that exist and names that don't, in turn."""
    from rashomon.codebook.gazetteer import load_gazetteer
    from rashomon.codebook.places import forget, load_places

    keys = load_gazetteer().keys
    names = [keys[n].decode() for n in range(0, len(keys), len(keys) // 5_000)]
    names = [name for pair in zip(names, (f"{name}q" for name in names), strict=True) for name in pair]
    find, begun = load_places().find_all, time.perf_counter()
    for name in islice(cycle(names), LOOK_UPS):
        forget()
        find(name)
    return {"look-ups a second": LOOK_UPS / (time.perf_counter() - begun)}
