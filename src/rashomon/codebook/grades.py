"""How grades are proposed and tolls are estimated; the rows stand in `data/grades.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, cast, get_args

from rashomon.codebook.checks import check_keys, check_text, check_words, complain, whole_words
from rashomon.codebook.tables import read_table
from rashomon.model import SourceKind

FILE = "grades"
SECTIONS = frozenset({"admiralty", "airwars", "estimates"})
Against: TypeAlias = Literal["none", "fewer", "as many", "more"]
Condition: TypeAlias = Literal["accepted", "fighters_alone", "several_named", "several_sources", "one_source"]
Order: TypeAlias = Literal["support", "latest", "kind", "lowest", "highest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRule:
    """When information has a number of the Admiralty scale; None asks nothing."""

    number: str
    sources: int = 0
    against: Against | None = None
    open: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Admiralty:
    """The scale: what letters and numbers mean, and the rules that propose a number, the first that fits first."""

    letters: Mapping[str, str]
    numbers: Mapping[str, str]
    rules: tuple[NumberRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmGrade:
    """A grade of harm to civilians, in words, and the condition under which it is proposed."""

    grade: str
    when: Condition
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Airwars:
    """The grades, the first that fits first, and the words for who was harmed."""

    civilians: re.Pattern[str]
    fighters: re.Pattern[str]
    grades: tuple[HarmGrade, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateRule:
    """Which figure is the best one; `sources` are kinds of source, best first."""

    name: str
    words: str
    best: tuple[Order, ...]
    leave_out: frozenset[str] = frozenset()
    sources: tuple[SourceKind, ...] = ()
    default: bool = False


@cache
def admiralty() -> Admiralty:
    """The Admiralty scale. Raises `CodebookInvalid` where the data file breaks its schema."""
    keys = frozenset({"source", "letters", "numbers", "rules"})
    row = _section("admiralty", keys)
    for name in ("letters", "numbers"):
        check_keys(FILE, name, row[name], frozenset(row[name]), frozenset())
        for key, words in row[name].items():
            check_text(FILE, f"{name}.{key}", words, key)
    rules = tuple(_number_rule(rule, row["numbers"]) for rule in row["rules"])
    return Admiralty(letters=row["letters"], numbers=row["numbers"], rules=rules)


@cache
def airwars() -> Airwars:
    """Airwars' grades. Raises `CodebookInvalid` where the data file breaks its schema."""
    row = _section("airwars", frozenset({"source", "civilians", "fighters", "grades"}))
    keys = frozenset({"grade", "when", "words"})
    grades = []
    for given in row["grades"]:
        check_keys(FILE, "airwars.grades", given, keys, keys)
        check_text(FILE, str(given["grade"]), given["words"], "words")
        if given["when"] not in get_args(Condition):
            raise complain(FILE, given["grade"], f"unknown condition {given['when']!r}", _known(Condition))
        grades.append(HarmGrade(**given))
    for name in ("civilians", "fighters"):
        check_text(FILE, name, row[name], name)
    return Airwars(
        civilians=whole_words(FILE, "civilians", [row["civilians"]]),
        fighters=whole_words(FILE, "fighters", [row["fighters"]]),
        grades=tuple(grades),
    )


@cache
def estimate_rules() -> Mapping[str, EstimateRule]:
    """The rules by name, the default first. Raises `CodebookInvalid` where the data file breaks its schema."""
    rows = _table()["estimates"]
    check_keys(FILE, "estimates", rows, frozenset(rows), frozenset())
    rules = [_estimate_rule(name, row) for name, row in rows.items()]
    if sum(rule.default for rule in rules) != 1:
        raise complain(FILE, "estimates", "one rule must be the default", "Write default = true in one of them.")
    return {rule.name: rule for rule in sorted(rules, key=lambda rule: not rule.default)}


def _table() -> dict[str, Any]:
    table = read_table(FILE)
    check_keys(FILE, "the file", table, SECTIONS, SECTIONS)
    return table


def _section(name: str, keys: frozenset[str]) -> dict[str, Any]:
    row: dict[str, Any] = _table()[name]
    check_keys(FILE, name, row, keys, keys)
    return row


def _number_rule(row: Any, numbers: Mapping[str, str]) -> NumberRule:
    check_keys(FILE, "admiralty.rules", row, frozenset({"number", "sources", "against", "open"}), frozenset({"number"}))
    name = str(row["number"])
    if name not in numbers:
        raise complain(FILE, name, "it is no number of the scale", f"Numbers: {', '.join(numbers)}.")
    if row.get("against") not in (None, *get_args(Against)):
        raise complain(FILE, name, f"unknown 'against' {row['against']!r}", _known(Against))
    if type(row.get("sources", 0)) is not int or type(row.get("open", False)) is not bool:
        raise complain(FILE, name, "'sources' is a whole number and 'open' true or false")
    return NumberRule(**row)


def _estimate_rule(name: str, row: Any) -> EstimateRule:
    needed = frozenset({"words", "best"})
    check_keys(FILE, name, row, needed | {"leave_out", "sources", "default"}, needed)
    check_text(FILE, name, row["words"], "words")
    best, kinds = (check_words(FILE, name, row.get(key, [])) for key in ("best", "sources"))
    if not best or (unknown := sorted(set(best) - set(get_args(Order)))):
        raise complain(FILE, name, f"unknown order {unknown[0]!r}" if best else "'best' is empty", _known(Order))
    if unknown := sorted(set(kinds) - set(get_args(SourceKind))):
        raise complain(FILE, name, f"unknown kind of source {unknown[0]!r}", _known(SourceKind))
    return EstimateRule(
        name=name,
        words=row["words"],
        best=cast(tuple[Order, ...], best),
        leave_out=frozenset(check_words(FILE, name, row.get("leave_out", []))),
        sources=cast(tuple[SourceKind, ...], kinds),
        default=row.get("default", False) is True,
    )


def _known(kind: Any) -> str:
    return f"Known: {', '.join(get_args(kind))}."
