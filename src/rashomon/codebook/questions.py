"""The questions that every incident is asked; the rows stand in `data/questions.toml`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from rashomon.codebook.checks import check_keys, complain
from rashomon.codebook.counted import counted_words
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import CountOutcome, Outcome, Question, QuestionKind

FILE = "questions"
DOING = frozenset({"denial", "denied", "disowned", "behind"})
"""Patterns of whole words by which claims and denials of a deed are told."""
KEYS: Mapping[QuestionKind, tuple[frozenset[str], frozenset[str]]] = {
    "number": (frozenset({"outcome"}), frozenset()),
    "count": (frozenset({"outcome", "things"}), frozenset({"general"})),
    "place": (frozenset({"apart_km"}), frozenset()),
    "time": (frozenset({"apart_days"}), frozenset()),
    "people": (frozenset({"outcomes", "groups", "opposed", "statements"}), frozenset({"opposed_bare"})),
    "polarity": (frozenset({"concepts"}), frozenset({"opposed", "same_matter"})),
    "description": (
        frozenset({"role"}),
        frozenset({"groups", "opposed", "named_by_type", "statements", "unnamed"}) | DOING,
    ),
}
"""What the row of a question must give besides its words and kind, and what it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Words that answer a question: what they mean as they stand, and what they mean negated.

    With `inner` a negation among the words counts too ("shared no intelligence").
    """

    pattern: re.Pattern[str]
    value: str
    negated: str | None = None
    inner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry:
    """A question with everything that reading and comparing its answers needs.

    `outcome` is that of figures for a number, of counts for a count; `outcomes` are those of figures whose people are
    asked for. `apart` is what must lie between two places, in kilometres, or two times, in days, that can't both be
    true. `statements` are patterns, each with the group that it tells; `opposed_bare` are groups that
    even what does not tell of all people sets against each other. `same_matter` holds values that are opposed only
    where they are said of the same matter. `unnamed` are words for doers of whom only the kind is told. `named_by_type` is for a role that triggers tell too ("a car bombing").
    """

    question: Question
    outcome: Outcome | CountOutcome | None = None
    outcomes: frozenset[str] = frozenset()
    things: str | None = None
    general: frozenset[str] = frozenset()
    concepts: tuple[Concept, ...] = ()
    opposed: frozenset[frozenset[str]] = frozenset()
    opposed_bare: frozenset[frozenset[str]] = frozenset()
    apart: int = 0
    says: Mapping[str, str] = field(default_factory=dict)
    role: str | None = None
    groups: tuple[tuple[str, re.Pattern[str]], ...] = ()
    denial: re.Pattern[str] | None = None
    denied: re.Pattern[str] | None = None
    disowned: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    statements: tuple[tuple[str, re.Pattern[str]], ...] = ()
    same_matter: frozenset[str] = frozenset()
    named_by_type: bool = False
    unnamed: tuple[tuple[str, re.Pattern[str]], ...] = ()


@cache
def questions() -> tuple[QuestionEntry, ...]:
    """The questions in the order of the file.

    Raises `CodebookInvalid` for an unknown kind, outcome or key, a key that is missing, or a pattern that is no
    regular expression.
    """
    return tuple(_entry(name, row) for name, row in read_table(FILE).items())


def _entry(name: str, row: dict[str, Any]) -> QuestionEntry:
    _check(name, row)
    try:
        return QuestionEntry(
            question=Question(id=name, words=str(row["words"]), kind=row["kind"]),
            outcome=row.get("outcome"),
            outcomes=frozenset(row.get("outcomes", ())),
            things=row.get("things"),
            general=frozenset(row.get("general", "").split()),
            concepts=tuple(_concept(concept) for concept in row.get("concepts", ())),
            opposed=frozenset(frozenset(pair) for pair in row.get("opposed", ())),
            opposed_bare=frozenset(frozenset(pair) for pair in row.get("opposed_bare", ())),
            apart=row.get("apart_km", row.get("apart_days", 0)),
            says=_says(name, row.get("says", {})),
            role=row.get("role"),
            **{name: _whole_words(str(row[name])) for name in DOING & row.keys()},
            groups=tuple((group, _whole_words(text)) for group, text in row.get("groups", {}).items()),
            statements=tuple(_statements(row.get("statements", ()), row.get("groups", {}))),
            same_matter=frozenset(row.get("same_matter", ())),
            unnamed=tuple((kind, _whole_words(text)) for kind, text in row.get("unnamed", {}).items()),
            named_by_type=bool(row.get("named_by_type", False)),
        )
    except (KeyError, re.error) as error:
        raise CodebookInvalid(f"questions.toml: {name} is not complete: {error}.") from error


def _check(name: str, row: Any) -> None:
    kind: Any = row.get("kind") if isinstance(row, Mapping) else None
    if kind not in KEYS:
        raise complain(FILE, name, f"the unknown kind {kind!r}", f"Known kinds: {', '.join(KEYS)}.")
    needed, more = (keys | {"words", "kind"} for keys in KEYS[kind])
    check_keys(FILE, name, row, needed | more | {"says"}, needed)
    if any(key in row and (type(row[key]) is not int or row[key] < 0) for key in ("apart_km", "apart_days")):
        raise complain(FILE, name, "how far apart is no whole number", "Write one, as 50.")
    outcomes = {"number": get_args(Outcome), "count": get_args(CountOutcome)}.get(kind)
    if outcomes and row["outcome"] not in outcomes:
        raise complain(FILE, name, f"the unknown outcome {row['outcome']!r}", f"Known: {', '.join(outcomes)}.")
    if not set(row.get("outcomes", ())) <= set(get_args(Outcome)):
        raise complain(FILE, name, "an unknown outcome in 'outcomes'", f"Known: {', '.join(get_args(Outcome))}.")
    if kind == "count" and row["things"] not in set(counted_words().plurals.values()):
        raise complain(FILE, name, f"no counted thing is of the kind {row['things']!r}", "See counted.toml.")


def _says(name: str, row: Any) -> dict[str, str]:
    """How answers are worded. Raises `CodebookInvalid` where a wording is no text or names what no account has."""
    if not isinstance(row, Mapping) or (row and "*" not in row):
        raise complain(FILE, name, "'says' gives no wording for all other answers", 'Add "*".')
    try:
        for words in row.values():
            words.format(value="", who="")
    except (AttributeError, KeyError, IndexError, ValueError) as error:
        raise complain(FILE, name, "a wording of 'says' can't be filled in", "Use {value} and {who} alone.") from error
    return dict(row)


def _concept(row: dict[str, Any]) -> Concept:
    pattern = re.compile(row["pattern"], re.IGNORECASE)
    return Concept(pattern=pattern, value=row["value"], negated=row.get("negated"), inner=row.get("inner", False))


def _statements(patterns: Sequence[str], groups: Mapping[str, str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each pattern once a group, with the words of the group in the place of {group}."""
    for pattern in patterns:
        for group, words in groups.items():
            yield group, re.compile(pattern.replace("{group}", f"(?:{words})"), re.IGNORECASE)


def _whole_words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)
