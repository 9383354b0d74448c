"""Score how two accounts are compared: pairs of short reports, written by hand, through the whole program.

usage: python benchmarks/pairs.py [--check] [--wrong] [--held] [--reader neural|rules]

Each pair (tests/reconcile/pairs.toml) is read, resolved and reconciled as one incident, unless it says that its reports
tell of different ones: those are left to the linking. What the ledger makes of the two answers to the pair's question is
set beside what a person says of them: agree, compatible, contradict or unrelated. A figure that its own claimant
revised counts as compatible. --held scores the 60 pairs that are held back instead.
"""

import json
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, get_args

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# Run as a script, the folder of the benchmarks is what Python looks in first.
sys.path.insert(0, str(ROOT))

from benchmarks.floors import floors_of, options_of, under_floor
from rashomon.config import Config, ReaderName
from rashomon.link import link
from rashomon.model import Account, Answered, Ledger, Linked, LinkedIncident, Member, Reading, Report
from rashomon.pipeline import read_inputs
from rashomon.reconcile import reconcile

FOLDER = ROOT / "tests" / "reconcile"
RELATIONS = ("agree", "compatible", "contradict", "unrelated")
TOGETHER = "x0"


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair with what the ledger makes of it."""

    pair: Mapping[str, Any]
    found: str
    answers: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the ledger says what a person says."""
        return bool(self.found == self.pair["relation"])


def pairs_of(name: str) -> list[dict[str, Any]]:
    """The pairs of one file."""
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
    return found


def judged(pairs: Sequence[Mapping[str, Any]], config: Config) -> Iterator[Judged]:
    """Every pair with the relation that the ledger finds between its two reports."""
    rows = [dict(pair[side], id=f"{pair['id']}/{side}") for pair in pairs for side in ("one", "other")]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pairs.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        read = {item[0].name: item for item in read_inputs([str(path)], config) if isinstance(item, tuple)}
    for pair in pairs:
        one, other = (read[f"{pair['id']}/{side}"] for side in ("one", "other"))
        ledger = _ledger(dict((one, other)), apart=pair.get("different", False))
        asked = [q for q in _shared(ledger, one[0].id, other[0].id) if q.question == pair["question"]]
        found = _relation(asked[0], one[0].id, other[0].id) if asked else "unrelated"
        yield Judged(pair, found, tuple(_told(account) for q in asked for account in q.accounts))


def _ledger(read: Mapping[Report, Reading], *, apart: bool) -> Ledger:
    reports, readings = {report.id: report for report in read}, list(read.values())
    linked = link(reports, readings) if apart else _as_one(readings)
    return reconcile(reports, readings, linked)


def _as_one(readings: Sequence[Reading]) -> Linked:
    """The main incidents of all reports as one incident, every other one alone."""
    members = [(Member(r.report, incident.id), incident.main) for r in readings for incident in r.incidents]
    main = LinkedIncident(id=TOGETHER, members=tuple(member for member, is_main in members if is_main))
    alone = (LinkedIncident(id=m.heads, members=(m,)) for m, is_main in members if not is_main)
    return Linked(incidents=(*([main] if main.members else []), *alone))


def _shared(ledger: Ledger, one: str, other: str) -> Iterator[Answered]:
    """The questions of the incidents that both reports tell of."""
    for incident in ledger.incidents:
        if {one, other} <= {role.id for role in incident.reports}:
            yield from incident.questions


def _relation(asked: Answered, one: str, other: str) -> str:
    sides = [[account for account in asked.accounts if report in account.reports] for report in (one, other)]
    if not all(sides):
        return "unrelated"
    across = list(product(*sides))
    if any({left.id, right.id} == set(pair) for left, right in across for pair in asked.between):
        return "contradict"
    if asked.finding == "agrees" or (asked.finding == "single" and any(left is right for left, right in across)):
        return "agree"
    return "compatible"


def _told(account: Account) -> str:
    figure = account.value or f"{account.low}..{account.high} {account.who}{' (part)' if account.partial else ''}"
    name = account.claimant.name if account.claimant else "(own voice)"
    return f"{name}: {figure}"


def figures(found: Sequence[Judged]) -> dict[str, float]:
    """Accuracy over all pairs, and precision and recall of "contradict"."""
    said = [one for one in found if one.found == "contradict"]
    true = [one for one in found if one.pair["relation"] == "contradict"]
    hits = sum(one.right for one in said)
    return {
        "accuracy": sum(one.right for one in found) / len(found),
        "contradict.precision": hits / len(said) if said else 1.0,
        "contradict.recall": hits / len(true),
    }


def _accuracies(found: Sequence[Judged], by: str) -> Iterator[tuple[str, str]]:
    counts, right = Counter(one.pair[by] for one in found), Counter(one.pair[by] for one in found if one.right)
    for name in RELATIONS if by == "relation" else sorted(counts):
        yield f"{by} {name}", f"{right[name] / counts[name]:.3f} of {counts[name]}"


def main() -> int:
    """Print the figures; the exit code says whether every floor holds."""
    parser = options_of(__doc__)
    parser.add_argument("--wrong", action="store_true", help="list the pairs on which the ledger says otherwise")
    parser.add_argument("--held", action="store_true", help="score the pairs that are held back")
    parser.add_argument("--reader", choices=get_args(ReaderName), default=Config().reader, help="who reads")
    options = parser.parse_args()
    name = "pairs_held" if options.held else "pairs"
    found = list(judged(pairs_of(name), Config(reader=options.reader, threads=2)))
    measured = figures(found)
    console = Console(soft_wrap=True, highlight=False)
    table = Table("what", "figure", title=f"{len(found)} pairs of accounts")
    for what, value in measured.items():
        table.add_row(what, f"{value:.3f}")
    for by in ("relation", "kind", "question"):
        for row in _accuracies(found, by):
            table.add_row(*row)
    console.print(table)
    for one in found if options.wrong else ():
        if not one.right:
            console.print(_explained(one), markup=False)
    low = under_floor(measured, floors_of(name.replace("_", "-")))
    for what in low:
        console.print(f"UNDER its floor: {what}")
    return 1 if low and options.check else 0


def _explained(one: Judged) -> str:
    pair = one.pair
    texts = "".join(f"\n    {pair[side]['text']}" for side in ("one", "other"))
    answers = "".join(f"\n    - {answer}" for answer in one.answers)
    return f"{pair['id']}: {pair['relation']}, found {one.found}. {pair.get('trap', '')}{texts}{answers}"


if __name__ == "__main__":
    sys.exit(main())
