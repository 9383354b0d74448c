"""Names as reporters write them, against what the resolver makes of each: precision and recall, and what went wrong."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rashomon.model import Report, TimeInterval, sha256_hex
from rashomon.resolve import ActorMatch, actor_context, resolve_actor
from rashomon.resolve.bare_nouns import only_of_its_kind

FILE = Path(__file__).resolve().parents[1] / "tests" / "resolve" / "variants.toml"
OPEN = ("nobody", "unsure")


@dataclass(frozen=True, slots=True)
class Case:
    """One mention in one report, and whom it means: an actor's id, "nobody" or "unsure"."""

    mention: str
    report: str
    expected: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How the cases came out; `wrong` lists those that did not, each with what was found instead."""

    cases: int
    precision: float
    recall: float
    open_kept: float
    wrong: tuple[tuple[Case, str], ...]


def cases(file: Path = FILE) -> Iterator[Case]:
    """All cases of the list, those added later last."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    for section in ("variants", "traps", "later"):
        for mention, report, expected in table["cases"][section]:
            yield Case(mention, report, expected, *table["reports"][report])


def found_in(case: Case) -> ActorMatch:
    """What the resolver makes of a mention that stands in its report."""
    context = actor_context(_report(case))
    match = resolve_actor(case.mention, context)
    if match.actor is None and not match.rivals:
        return only_of_its_kind(case.mention, context) or match
    return match


def tally(listed: list[Case]) -> Tally:
    """Precision over all actors that were told, recall over all that should be; `open_kept` over the rest."""
    answers = [(case, found_in(case)) for case in listed]
    told = [(case, match) for case, match in answers if match.actor is not None]
    right = sum(case.expected == match.actor for case, match in told)
    wanted = sum(case.expected not in OPEN for case in listed)
    left_open = [(case, match) for case, match in answers if case.expected in OPEN]
    kept = sum(match.actor is None for _, match in left_open)
    return Tally(
        cases=len(listed),
        precision=right / len(told),
        recall=right / wanted,
        open_kept=kept / len(left_open),
        wrong=tuple((case, _words(match)) for case, match in answers if not _fits(case, match)),
    )


def _fits(case: Case, match: ActorMatch) -> bool:
    """Whether the answer is the expected one; an unsure one must name its rivals."""
    if case.expected == "unsure":
        return match.actor is None and bool(match.rivals)
    return (match.actor or "nobody") == case.expected


def _words(match: ActorMatch) -> str:
    return match.actor or ("unsure" if match.rivals else "nobody")


def _report(case: Case) -> Report:
    day = date.fromisoformat(case.day) if case.day else None
    published = TimeInterval(start=day, end=day, basis="stated") if day else TimeInterval()
    dateline = case.text.partition(" - ")[0].title() if " - " in case.text[:30] else None
    text = f"{case.text}\nThe name stood there: {case.mention}."
    return Report(
        id=case.report,
        name=case.report,
        sha256=sha256_hex(text.encode()),
        text=text,
        media_type="text/plain",
        origin=case.report,
        language="en",
        dateline=dateline,
        published=published,
    )
