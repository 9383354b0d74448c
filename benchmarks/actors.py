"""Score how names are led to actors: a list of variants and traps, and the gold claimants, initiators and targets.

usage: python benchmarks/actors.py [--check] [--wrong]

variants  tests/resolve/variants.toml: a name in a report, and whom it means there. Precision is over all actors told,
          recall over all that should be.
gold      the reports of gold/reports_dev and gold/world/dev. A gold name is covered where it, or what stands in its
          brackets, means one actor of the codebook by itself, without a report around it, and where the words that
          stand in the report hold a name of the codebook too: what pronouns stand for is not asked here, nor
          whose a base or a convoy is. These words are resolved in their report.
          Of an incident with several initiators or targets, all must be covered: its gold does not say which is where. It is the same actor where the ids are equal, a state and its government being
          one, or where one of the two belongs to the other: "US forces" for "United States".

Without the gold standard (a folder `shared` beside the checkout) only the variants are scored.
"""

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

# Run as a script, the folder of the benchmarks is what Python looks in first.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.floors import floors_of, options_of, under_floor
from benchmarks.quality import SCORERS, SHARED, SUITES, Suite, plain_rows
from benchmarks.variants import cases, tally
from rashomon.codebook.actor_names import NameHit, find_actor_names
from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import words_in
from rashomon.config import Config
from rashomon.model import UNKNOWN_TIME, Claimant, Report
from rashomon.pipeline import read_inputs
from rashomon.resolve import ActorContext, actor_context, resolve_actor
from rashomon.resolve.claimants import Claimants
from rashomon.resolve.noun_phrases import take_apart

GOLD = ("dev", "world-dev")
BRACKETED = re.compile(r"(?P<outer>[^()]+?)\s*\((?P<inner>[^()]+)\)$")
ALONE = ActorContext(UNKNOWN_TIME, (), {}, {}, {})
"""The context of no report at all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One gold name in one report: of what kind, how it is called there, whom it should mean and whom it was taken for."""

    kind: str
    report: str
    name: str
    words: str
    expected: frozenset[str]
    found: str | None

    @property
    def right(self) -> bool:
        """Whether it was taken for the actor that it should mean."""
        return self.found is not None and any(is_same(self.found, identity) for identity in self.expected)


@cache
def covered(name: str) -> frozenset[str]:
    """The actors of the codebook that a gold name means by itself; empty where it covers none."""
    named = [part.strip() for part in name.split(";")]
    both = [(match["outer"], match["inner"]) if (match := BRACKETED.match(part)) else (part,) for part in named]
    parts = [part for pair in both for part in pair]
    found = (resolve_actor(part, ALONE).actor for part in parts)
    return frozenset(identity for identity in found if identity is not None)


def is_same(found: str, expected: str) -> bool:
    """Whether two ids are one actor, or one of them belongs to the other."""
    found, expected = _state_of(found), _state_of(expected)
    return expected in _chain(found) or found in _chain(expected)


def _state_of(identity: str) -> str:
    """The state for its government."""
    actor = load_actors().by_id.get(identity)
    return actor.part_of if actor is not None and actor.kind == "government" and actor.part_of else identity


def _chain(identity: str) -> list[str]:
    """An actor and all bodies that it belongs to; a person belongs to those whose offices are of record."""
    by_id, chain = load_actors().by_id, [identity]
    for known in chain:
        actor = by_id.get(known)
        above = [actor.part_of, *(office.of for office in actor.offices)] if actor else []
        chain += [body for body in above if body is not None and body not in chain]
    return chain


def asked(suite: Suite, folder: Path) -> Iterator[Asked]:
    """All gold names of a suite's reports that the codebook covers."""
    rows = (SHARED / suite.gold["world"]).read_text(encoding="utf-8").splitlines()
    gold = {row["id"]: row for row in map(json.loads, filter(None, rows))}
    for item in read_inputs([str(plain_rows(suite, folder))], Config(threads=2)):
        if isinstance(item, tuple):
            yield from _claimants(gold[item[0].name], item[0])
            yield from _roles(gold[item[0].name], item[0])


def _claimants(row: dict[str, Any], report: Report) -> Iterator[Asked]:
    context = actor_context(report)
    for attribution in row["attributions"]:
        name, words = attribution["claimant"], " ".join(report.text[a:b] for a, b in attribution["source"])
        expected = covered(name)
        if expected and not attribution["anonymous"] and _holds_name(words):
            claimant = Claimants(context, {}).resolve(Claimant(name=words))
            yield Asked("claimant", report.name, name, words, expected, claimant.actor if claimant else None)


def _roles(row: dict[str, Any], report: Report) -> Iterator[Asked]:
    context, incidents = actor_context(report), {incident["id"]: incident for incident in row["incidents"]}
    for mention in row["mentions"]:
        incident = incidents.get(mention["incident"])
        for role in ("initiator", "target") if incident else ():
            names = incident[f"{role}s"]  # type: ignore[index]
            means = [covered(name) for name in names]
            expected = frozenset[str]().union(*means) if all(means) else frozenset[str]()
            for start, end in mention[role]:
                words = report.text[start:end]
                if expected and _is_body(words):
                    found = resolve_actor(words, context).actor
                    yield Asked(role, report.name, " / ".join(names), words, expected, found)


def _holds_name(words: str) -> bool:
    """Whether the codebook has a name that stands in the words; a surname by itself, that many bear, is none."""
    return any(not hit.colours and (hit.ids or not _is_surname(hit)) for hit in find_actor_names(words))


def _is_surname(hit: NameHit) -> bool:
    return all(load_actors().by_id[identity].kind == "person" for identity in hit.shared)


def _is_body(words: str) -> bool:
    """Whether the words are the name of a body, and no place or thing of it ("a base of the army", "an army post")."""
    head, lists = take_apart(words).head, load_actor_words()
    hits = [hit for hit in find_actor_names(head) if not hit.colours and hit.ids]
    rest = words_in(head[hits[-1].end :]) if hits else ()
    return bool(hits) and all(word.folded in lists.generic | lists.actions for word in rest)


def figures(listed: list[Asked]) -> dict[str, float]:
    """The share that is right, kind by kind."""
    total, right = Counter(item.kind for item in listed), Counter(item.kind for item in listed if item.right)
    found = {f"gold.{kind}": right[kind] / total[kind] for kind in sorted(total)}
    return found | {"gold.all": right.total() / total.total()} if listed else found


def main() -> int:
    """Print the table; the exit code says whether every floor holds."""
    parser = options_of(__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was not found as it should be")
    options = parser.parse_args()
    console, variants, gold = Console(soft_wrap=True), tally(list(cases())), list[Asked]()
    if SCORERS.is_dir():
        with tempfile.TemporaryDirectory() as folder:
            gold = [item for suite in SUITES if suite.name in GOLD for item in asked(suite, Path(folder))]
    found = {"variants.precision": variants.precision, "variants.recall": variants.recall, **figures(gold)}
    floors = floors_of("actors")
    table = Table("figure", "of", "score", "floor", "", title="Actors")
    sizes = Counter(f"gold.{item.kind}" for item in gold) | Counter({"gold.all": len(gold)})
    for name, score in found.items():
        under = "UNDER" if score < floors[name] else ""
        table.add_row(name, str(sizes.get(name, variants.cases)), f"{score:.3f}", f"{floors[name]:.2f}", under)
    console.print(table)
    if options.wrong:
        for case, answer in variants.wrong:
            console.print(f"{case.report}: {case.mention!r} is {case.expected}, found {answer}", markup=False)
        for item in (item for item in gold if not item.right):
            told = f"{item.kind} {item.words!r} is {item.name} {sorted(item.expected)}, found {item.found}"
            console.print(f"{item.report}: {told}", markup=False)
    return 1 if options.check and under_floor(found, {name: floors[name] for name in found}) else 0


if __name__ == "__main__":
    sys.exit(main())
