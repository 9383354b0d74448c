"""How reports count things: the nouns, and the words that tell what was done with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, get_args

from rashomon.codebook.phrases import Phrases, phrases, plural_of
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import CountOutcome

Side: TypeAlias = Literal["object", "either", "subject"]
"""Where the thing stands: right of the word; on either side ("fired 30 rockets", "30 rockets fired"); left of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A word or phrase that tells an outcome, and on which side of it the counted thing stands."""

    outcome: CountOutcome
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedWords:
    """The file `counted.toml`, indexed for look-up.

    `plurals` and `singulars` lead from a noun's form to its kind; `names` from either form to the plural that a count
    shows. `telling` leads from a phrase to everything that it can tell.
    """

    plurals: Mapping[str, str]
    singulars: Mapping[str, str]
    names: Mapping[str, str]
    traps: frozenset[str]
    measures: frozenset[str]
    labels: frozenset[str]
    unable: frozenset[str]
    adverbs: frozenset[str]
    instruments: frozenset[str]
    instrument_verbs: frozenset[str]
    kinds: Mapping[CountOutcome, frozenset[str]]
    telling: Phrases[tuple[Telling, ...]]
    nouns: Phrases[tuple[CountOutcome, ...]]

    def befalls(self, outcome: CountOutcome, kind: str) -> bool:
        """Whether an outcome can befall things of a kind; that of a thing not named is not known."""
        return not kind or kind in self.kinds[outcome]


@cache
def counted_words() -> CountedWords:
    """The counted things of the codebook; raises `CodebookInvalid` where the file breaks its shape."""
    table = read_table("counted")
    try:
        outcomes: Mapping[CountOutcome, Mapping[str, Any]] = table["outcomes"]
        if set(outcomes) != set(get_args(CountOutcome)):
            raise ValueError(f"its outcomes must be {', '.join(get_args(CountOutcome))}")
        traps, instruments = table["traps"], table["instruments"]
        return CountedWords(
            **_things(table),
            traps=_set(traps["before"]),
            measures=_set(traps["measures"]),
            labels=_set(traps["names"]),
            unable=_set(traps["unable"]),
            adverbs=_set(table["adverbs"]["words"]),
            instruments=_set(instruments["before"]),
            instrument_verbs=_set(instruments["verbs"]),
            kinds={outcome: _set(row["kinds"]) for outcome, row in outcomes.items()},
            telling=_gathered(
                (text, told) for outcome in outcomes for text, told in _telling(outcome, outcomes[outcome])
            ),
            nouns=_gathered((text, outcome) for outcome, row in outcomes.items() for text in row["nouns"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CodebookInvalid(f"The codebook file counted.toml lacks or breaks an entry: {error}.") from error


def _things(table: Mapping[str, Any]) -> dict[str, Mapping[str, str]]:
    irregular: Mapping[str, str] = table["irregular"]["plurals"]
    rows = [(word, kind) for kind, text in table["things"].items() for word in text.split()]
    forms = {word: irregular.get(word) or plural_of(word) for word, _ in rows}
    if len(forms) < len(rows):
        raise ValueError("a noun stands there twice")
    return {
        "singulars": dict(rows),
        "plurals": {forms[word]: kind for word, kind in rows},
        "names": {form: plural for word, plural in forms.items() for form in (word, plural)},
    }


def _telling(outcome: CountOutcome, row: Mapping[str, Any]) -> Iterable[tuple[str, Telling]]:
    either, active = Telling(outcome=outcome, side="either"), Telling(outcome=outcome, side="object")
    for verb in row["verbs"]:
        base, third, past, participle, gerund = verb.split()
        yield from ((text, active) for text in (base, third, gerund) if text not in (past, participle))
        yield from ((text, either) for text in dict.fromkeys((past, participle)))
    yield from ((text, either) for text in row["phrases"])
    yield from ((text, Telling(outcome=outcome, side="subject")) for text in row["subjects"])


def _gathered(pairs: Iterable[tuple[str, Any]]) -> Phrases[tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for text, value in pairs:
        found[text] = (*found.get(text, ()), value)
    return phrases(found.items())


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())
