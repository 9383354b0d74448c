"""How reports count people: number words, hedges, nouns for people, and what befell them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, TypeAlias

from rashomon.codebook.phrases import Phrases, phrases, plural_of
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import Outcome

Bound: TypeAlias = Literal["floor", "above", "ceiling", "below", "about", "exact"]
Form: TypeAlias = Literal["active", "past", "intransitive", "adjective"]
"""How a word tells an outcome: "killing 5", "killed" (either voice), "died", "dead"."""

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "missing", "captured")
BOUNDS: tuple[Bound, ...] = ("floor", "above", "ceiling", "below", "about", "exact")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells an outcome, and its form."""

    outcome: Outcome
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The closed classes of English that the grammar of figures steers by, one set of words each."""

    stops: frozenset[str]
    gravely: frozenset[str]
    fillers: frozenset[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    owners: frozenset[str]
    months: frozenset[str]
    before_label: frozenset[str]
    before_year: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    adverbs: frozenset[str]
    days: frozenset[str]
    after_passive: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    walls: frozenset[str]
    joints: frozenset[str]
    relatives: frozenset[str]
    counts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyWords:
    """The file `casualties.toml`, indexed for look-up.

    `people` leads from a noun in any form to the short word that a figure shows; `singular` holds the forms that can
    follow "a". `heads` leads from a counted noun or adjective to its outcome ("30 dead", "16 fatalities"). `openers` are
    all the words but numbers in digits that a count of people can begin with.
    """

    grammar: Grammar
    openers: frozenset[str]
    units: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague: Phrases[str]
    zero: Phrases[str]
    nobody: Phrases[str]
    zero_outcome: frozenset[str]
    negations: frozenset[str]
    before: Phrases[Bound]
    after: Phrases[Bound]
    people: Mapping[str, str]
    singular: frozenset[str]
    generic: frozenset[str]
    demonyms: frozenset[str]
    things: frozenset[str]
    times: frozenset[str]
    only_one: frozenset[str]
    after_outcome: frozenset[str]
    heads: Phrases[Outcome]
    adjectives: frozenset[str]
    triggers: Phrases[Trigger]
    nominals: Phrases[Outcome]
    tolls: Phrases[Outcome]
    toll_links: frozenset[str]
    toll_echoes: Phrases[str]
    part_before: Phrases[str]
    part_after: Phrases[str]
    part_of: frozenset[str]
    unreal: frozenset[str]
    intentions: frozenset[str]
    doubt_words: frozenset[str]
    doubt_lacks: frozenset[str]
    doubt_checks: frozenset[str]
    doubt_pointers: frozenset[str]
    own_counts: frozenset[str]
    revisions: frozenset[str]
    recounts: frozenset[str]
    overtaken: Phrases[str]
    period_since: frozenset[str]
    period: Phrases[str]


@cache
def casualty_words() -> CasualtyWords:
    """The casualty words of the codebook; raises `CodebookInvalid` where the file breaks its shape."""
    table = read_table("casualties")
    try:
        grammar = Grammar(**{field.name: _set(table["grammar"][field.name]) for field in fields(Grammar)})
        counting = _counting(table)
        return CasualtyWords(
            grammar=grammar,
            openers=_openers(grammar, counting),
            **counting,
            **_nouns(table),
            **_outcomes(table),
            **_contexts(table),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CodebookInvalid(f"The codebook file casualties.toml lacks or breaks an entry: {error}.") from error


def _counting(table: Mapping[str, Any]) -> dict[str, Any]:
    numbers, hedges = table["numbers"], table["hedges"]
    return {
        "units": _units(numbers),
        "multipliers": {word: int(count) for word, count in numbers["multipliers"].items()},
        "vague": _same(numbers["vague"]),
        "zero": _same(numbers["zero"]),
        "nobody": _same(numbers["nobody"]),
        "zero_outcome": frozenset(numbers["zero_outcome"]),
        "negations": _set(numbers["negations"]),
        "before": phrases((text, bound) for bound in BOUNDS for text in hedges["before"].get(bound, ())),
        "after": phrases((text, bound) for bound in BOUNDS for text in hedges["after"].get(bound, ())),
    }


def _openers(grammar: Grammar, counting: Mapping[str, Any]) -> frozenset[str]:
    tables = (counting[name].by_first for name in ("vague", "zero", "nobody", "before"))
    single = {"another", "between", "both", "half", "half-dozen"}
    words = (counting["units"], counting["zero_outcome"], grammar.articles, grammar.owners, single)
    return frozenset().union(*tables, *words)


def _nouns(table: Mapping[str, Any]) -> dict[str, Any]:
    people, singular = _people(table)
    return {
        "people": people,
        "singular": singular,
        "generic": _set(table["generic"]["words"]),
        "demonyms": _set(table["demonyms"]["words"]),
        "things": _set(table["things"]["words"]) | _set(table["things"]["times"]),
        "times": _set(table["things"]["times"]),
        "only_one": _set(table["one"]["words"]),
        "after_outcome": _set(table["things"]["after_outcome"]),
    }


def _outcomes(table: Mapping[str, Any]) -> dict[str, Any]:
    def listed(*keys: str) -> list[tuple[str, Outcome]]:
        return [(text, outcome) for outcome in OUTCOMES for key in keys for text in table[outcome][key]]

    return {
        "heads": phrases(listed("nouns", "adjectives")),
        "adjectives": frozenset(text for text, _ in listed("adjectives")),
        "triggers": phrases(_triggers(table)),
        "nominals": phrases(listed("nominals")),
        "tolls": phrases(listed("tolls")),
        "toll_links": _set(table["toll"]["links"]),
        "toll_echoes": _same(table["toll"]["echoes"]),
    }


def _contexts(table: Mapping[str, Any]) -> dict[str, Any]:
    doubt, period = table["doubt"], table["period"]
    return {
        "part_before": _same(table["parts"]["before"]),
        "part_after": _same(table["parts"]["after"]),
        "part_of": _set(table["parts"]["of"]),
        "unreal": _set(table["unreal"]["auxiliaries"]),
        "intentions": _set(table["unreal"]["intentions"]),
        "doubt_words": _set(doubt["words"]),
        "doubt_lacks": _set(doubt["lacks"]),
        "doubt_checks": _set(doubt["checks"]),
        "doubt_pointers": _set(doubt["pointers"]),
        "own_counts": _set(table["own"]["counts"]),
        "revisions": _set(table["revised"]["changes"]),
        "recounts": _set(table["revised"]["counts"]),
        "overtaken": _same(table["revised"]["before"]),
        "period_since": _set(period["since"]),
        "period": _same(period["phrases"]),
    }


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _same(texts: Iterable[str]) -> Phrases[str]:
    return phrases((text, text) for text in texts)


def _units(numbers: Mapping[str, Any]) -> dict[str, int]:
    """Number words below a hundred, "twenty-three" among them."""
    units = {word: value for value, word in enumerate(numbers["units"].split())}
    tens = {word: 10 * (value + 2) for value, word in enumerate(numbers["tens"].split())}
    joined = {f"{ten}-{unit}": high + low for ten, high in tens.items() for unit, low in units.items() if 1 <= low <= 9}
    return units | tens | joined


def _people(table: Mapping[str, Any]) -> tuple[dict[str, str], frozenset[str]]:
    plurals: Mapping[str, str] = table["irregular"]["plurals"]
    people: dict[str, str] = {}
    singular = set()
    for who, text in table["people"].items():
        for word in text.split():
            singular.add(word)
            people[word] = people[plurals.get(word) or plural_of(word)] = who
    for who, text in table["collective"].items():
        people |= dict.fromkeys(text.split(), who)
    return people, frozenset(singular)


def _triggers(table: Mapping[str, Any]) -> Iterable[tuple[str, Trigger]]:
    for outcome in OUTCOMES:
        words = table[outcome]
        for row in words["transitive"]:
            base, third, past, participle, gerund = row.split()
            for text in (past, participle):
                yield text, Trigger(outcome, "past")
            for text in (base, third, gerund):
                yield text, Trigger(outcome, "active")
        for text in words["past"]:
            yield text, Trigger(outcome, "past")
        for text in words["active"]:
            yield text, Trigger(outcome, "active")
        for text in words["intransitive"]:
            yield text, Trigger(outcome, "intransitive")
        for text in words["adjectives"]:
            yield text, Trigger(outcome, "adjective")
