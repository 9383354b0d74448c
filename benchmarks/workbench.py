"""Time the workbench on a large workspace: each page and call, many readers at once, and the first paint.

usage: python benchmarks/workbench.py [--reports N] [--check] [--no-browser]
       python benchmarks/speed.py workbench

The workspace (benchmarks/large.py) is made once and kept in the temporary folder. The server is `rashomon serve` in a
process of its own, asked over HTTP. Times are those that a reader waits; beside them stands how long the server's
processors worked for one answer, which says more on a machine that does other things too.

- First, how long the first start takes, which lays out the catalogue, and the next one.
- Then each kind of address with varied parameters, one after the other: the median, the 95th of a hundred, the size.
  The size is that of the largest answer, of pages without the map.
- Then twenty readers at once. What each gets must be what a lone reader got.
- Then the first paint in Chromium, where it is installed, of some pages.
"""

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.floors import options_of
from benchmarks.large import REPORTS, large_workspace
from benchmarks.served import Answer, Server, ask, at_once
from benchmarks.visited import HEADERS, STEP, addresses_of

REPEATS = 24
"""Answers of each kind of address."""
READERS, EACH = 20, 40
MEDIAN_MS, P95_MS, PAGE_KB, PAINT_MS = 200.0, 500.0, 500.0, 1_000.0
"""The goals: what a page may take and weigh."""
PAINTED = ("incidents", "incident, the largest", "report")
LOADS = 5
OK, NOT_MODIFIED = 200, 304
MAP = re.compile(rb'<section id="map".*?</section>', re.DOTALL)
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one kind of address takes: milliseconds that a reader waits, of the server's work, and kilobytes."""

    kind: str
    median: float
    p95: float
    work: float
    size: float

    @property
    def missed(self) -> bool:
        """Whether it is over a goal. What a program gets may be as large as it is, and files that are taken out have no goal."""
        if self.kind.startswith("take out"):
            return False
        page = not self.kind.startswith("/api")
        return self.median > MEDIAN_MS or self.p95 > P95_MS or (page and self.size > PAGE_KB)


def figures_of(kind: str, answers: Sequence[Answer], work: float) -> Figures:
    """The figures of some answers, for which the server worked so many seconds in all."""
    times = sorted(answer.seconds * 1000 for answer in answers)
    return Figures(
        kind=kind,
        median=middle(times, 0.5),
        p95=middle(times, 0.95),
        work=work * 1000 / len(answers),
        size=max(len(MAP.sub(b"", answer.body)) for answer in answers) / 1000,
    )


def middle(times: Sequence[float], share: float) -> float:
    """The value under which a share of sorted times lies."""
    return times[min(len(times) - 1, round(share * (len(times) - 1)))]


def lone(server: Server, addresses: Mapping[str, Sequence[str]], *, repeats: int = REPEATS) -> list[Figures]:
    """The figures of every kind of address, asked one after the other, and of pages that a browser has already."""
    found = []
    for kind, asked in addresses.items():
        begun = server.work()
        answers = [ask(server, asked[n % len(asked)], HEADERS.get(kind, {})) for n in range(repeats)]
        found.append(figures_of(kind, answers, server.work() - begun))
        if wrong := [answer for answer in answers if answer.status != OK]:
            raise SystemExit(f"{wrong[0].address} answered {wrong[0].status}.")
    return [*found, unchanged(server, [addresses[kind][0] for kind in PAINTED])]


def unchanged(server: Server, addresses: Sequence[str]) -> Figures:
    """The figures of asking again for what has not changed since."""
    tags = {address: ask(server, address).tag for address in addresses}
    begun = server.work()
    answers = [
        ask(server, address, {"If-None-Match": tag or ""}) for _ in range(REPEATS) for address, tag in tags.items()
    ]
    if any(answer.status != NOT_MODIFIED for answer in answers):
        raise SystemExit("What has not changed was sent again.")
    return figures_of("a page that has not changed", answers, server.work() - begun)


def kinds_table(figures: Sequence[Figures], title: str) -> Table:
    """One row a kind of address, those over a goal marked."""
    table = Table("address", "median ms", "95th ms", "work ms", "kB", "", title=title)
    table.add_row("goal", f"{MEDIAN_MS:.0f}", f"{P95_MS:.0f}", "", f"{PAGE_KB:.0f}", "", end_section=True)
    for one in figures:
        cells = (f"{value:.0f}" for value in (one.median, one.p95, one.work, one.size))
        table.add_row(one.kind, *cells, "over" if one.missed else "")
    return table


def together(server: Server, addresses: Mapping[str, Sequence[str]], *, each: int = EACH) -> tuple[Table, bool]:
    """Many readers at once against a lone one; False where an answer failed or was another one."""
    asked = [address for kind, found in addresses.items() if kind != STEP for address in found]
    alone = {address: ask(server, address).body for address in asked}
    begun = server.work()
    answers, seconds = at_once(server, asked, readers=READERS, each=each)
    failed = sum(answer.status != OK for answer in answers)
    other = sum(answer.status == OK and answer.body != alone[answer.address] for answer in answers)
    whole = figures_of("", answers, server.work() - begun)
    table = Table("readers", "answers", "failed", "other than a lone reader's", "answers/s", "median ms", "95th ms", "work ms")  # fmt: skip
    table.title = "Readers at once, each asking for one page after the other without a pause"
    figures = f"{len(answers) / seconds:.0f}", f"{whole.median:.0f}", f"{whole.p95:.0f}", f"{whole.work:.0f}"
    table.add_row(str(READERS), f"{len(answers):,}", str(failed), str(other), *figures)
    return table, not failed and not other


def painted(server: Server, addresses: Mapping[str, Sequence[str]]) -> tuple[Table, bool]:
    """The first paint of some pages in a browser; False where one takes too long."""
    from playwright.sync_api import sync_playwright

    table = Table(
        "page", "first paint, median ms", "longest ms", title=f"First paint in Chromium (goal {PAINT_MS:.0f} ms)"
    )
    well = True
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        for kind in PAINTED:
            times = []
            for load in range(LOADS):
                page = browser.new_context(bypass_csp=True).new_page()  # another browser each time: nothing is kept
                page.goto(server.address + addresses[kind][load % len(addresses[kind])])
                page.wait_for_function(PAINT)
                times.append(float(page.evaluate(f"{PAINT}.startTime")))
                page.context.close()
            times.sort()
            well = well and middle(times, 0.5) <= PAINT_MS
            table.add_row(kind, f"{middle(times, 0.5):.0f}", f"{times[-1]:.0f}")
        browser.close()
    return table, well


def workbench(count: int = REPORTS, *, browser: bool = True) -> bool:
    """Print all tables; False where a goal is missed."""
    console = Console(width=140 if not sys.stdout.isatty() else None)
    path = large_workspace(count)
    for beside in path.parent.glob(f"{path.name}-catalogue*"):
        beside.unlink()
    with Server(path) as first:
        console.print(f"{path}: {path.stat().st_size / 1e6:,.0f} MB")
        console.print(f"First start {first.seconds:.1f} s, {first.work():.1f} s of work.")
    with Server(path) as server:
        console.print(f"Next start {server.seconds:.1f} s, {server.work():.1f} s of work.")
        addresses = addresses_of(path)
        figures = lone(server, addresses)
        console.print(kinds_table(figures, f"{count:,} reports, one reader"))
        told, well = together(server, addresses)
        console.print(told)
        if browser and CHROMIUM is not None:
            told, soon = painted(server, addresses)
            console.print(told)
            well = well and soon
        console.print(f"The server's peak of memory: {server.peak():.0f} MB.")
    return well and not any(one.missed for one in figures)


if __name__ == "__main__":
    options = options_of(__doc__)
    options.add_argument("--reports", type=int, default=REPORTS, metavar="N", help="reports of the workspace")
    options.add_argument("--no-browser", action="store_true", help="leave the first paint out")
    given = options.parse_args()
    met = workbench(given.reports, browser=not given.no_browser)
    sys.exit(given.check and not met)
