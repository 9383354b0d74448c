"""The words by which a noun phrase tells what part of it acts or speaks."""

from dataclasses import dataclass, fields
from functools import cache

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


@cache
def load_actor_words() -> ActorWords:
    """The word lists. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    names = frozenset(field.name for field in fields(ActorWords))
    check_keys(FILE, "the file", table, names, names)
    return ActorWords(**{name: frozenset(check_words(FILE, name, table[name])) for name in sorted(names)})
