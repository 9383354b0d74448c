"""The words by which a noun phrase tells what part of it acts or speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from rashomon.codebook.checks import check_keys, check_words
from rashomon.codebook.tables import read_table

FILE = "actors_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWords:
    """Word lists of `actors_words.toml`, all in small letters; the file says what each is for."""

    attributive: frozenset[str]
    prefixes: frozenset[str]
    speakers: frozenset[str]
    leaders: frozenset[str]
    titles: frozenset[str]
    anonymous: frozenset[str]
    plural: frozenset[str]
    undescribed: frozenset[str]
    generic: frozenset[str]
    actions: frozenset[str]
    breaks: frozenset[str]
    leadins: frozenset[str]
    common: frozenset[str]
    civilian: frozenset[str]
    uncapitalised: frozenset[str]
    servants: frozenset[str]
    branches: frozenset[str]
    joining: frozenset[str]
    title_fillers: frozenset[str]
    title_spellings: Mapping[str, str]
    stand_ins: Mapping[str, str]


MAPPINGS = frozenset({"title_spellings", "stand_ins"})


@cache
def load_actor_words() -> ActorWords:
    """The word lists. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    names = frozenset(field.name for field in fields(ActorWords))
    check_keys(FILE, "the file", table, names, names)
    lists = {name: frozenset(check_words(FILE, name, table[name])) for name in sorted(names - MAPPINGS)}
    return ActorWords(
        **lists, title_spellings=_mapping(table, "title_spellings"), stand_ins=_mapping(table, "stand_ins")
    )


def _mapping(table: dict[str, Any], name: str) -> dict[str, str]:
    """Words led to one word each, written as lists under that word."""
    rows = table[name]
    check_keys(FILE, name, rows, frozenset(rows), frozenset())
    return {word: meant for meant, words in rows.items() for word in check_words(FILE, f"{name}.{meant}", words)}
