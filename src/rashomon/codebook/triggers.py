"""The words that refer to armed incidents, and the words around them that a rule must know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, cast, get_args

from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import IncidentType

Need: TypeAlias = Literal[
    "nothing", "hostile", "weapon", "aim", "armed", "aircraft", "threat", "killing", "force", "answered"
]
Form: TypeAlias = Literal["noun", "base", "third", "past", "gerund"]
"""How a trigger word stands in its row; "past" is both the past and the participle."""
FORMS: tuple[Form, ...] = ("base", "third", "past", "past", "gerund")
SECTIONS = ("sentence", "topics", "people", "names", "grammar", "nominal", "reality", "series", "answers")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word or phrase that may refer to an incident: its words, form, the type it implies, and what it needs."""

    words: tuple[str, ...]
    form: Form
    type: IncidentType | None
    need: Need


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A list of words and phrases: `words` are the single ones, `phrases` the longer ones by their first word.

    `first` are all words that an entry begins with.
    """

    words: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    first: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def length_at(self, words: Sequence[str], position: int) -> int:
        """How many words the longest entry that begins at `position` has; 0 where none does."""
        if not 0 <= position < len(words) or words[position] not in self.first:
            return 0
        for phrase in self.phrases.get(words[position], ()):
            if tuple(words[position : position + len(phrase)]) == phrase:
                return len(phrase)
        return int(words[position] in self.words)

    def ends_at(self, words: Sequence[str], position: int) -> bool:
        """Whether some entry ends just before `position`."""
        return any(self.length_at(words, position - size) == size for size in range(1, min(position, 4) + 1))


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Where a word is no trigger: right before a phrase of `before` ("struck a deal"), right after one of `after`."""

    before: Vocabulary
    after: Vocabulary


@dataclass(frozen=True, slots=True)
class Triggers:
    """The file `triggers.toml`, indexed for look-up: triggers by first word, exceptions by word, lists by name."""

    by_first: Mapping[str, tuple[Trigger, ...]]
    exceptions: Mapping[str, Exceptions]
    lists: Mapping[str, Vocabulary]
    weapons: Mapping[str, IncidentType]

    def at(self, words: Sequence[str], position: int) -> tuple[Trigger, ...]:
        """The triggers that begin at `position`: all readings of the longest phrase that fits there."""
        if words[position] not in self.by_first:
            return ()
        fitting = [
            t for t in self.by_first.get(words[position], ()) if words[position : position + len(t.words)] == t.words
        ]
        longest = max((len(trigger.words) for trigger in fitting), default=0)
        return tuple(trigger for trigger in fitting if len(trigger.words) == longest)


@cache
def triggers() -> Triggers:
    """The trigger table of the codebook. Raises `CodebookInvalid` where the file breaks its schema."""
    table = read_table("triggers")
    try:
        return _triggers(table)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CodebookInvalid(
            f"The codebook file triggers.toml breaks its schema: {error}.",
            "Compare it with the file that Rashomon brings.",
        ) from error


def vocabulary(text: str) -> Vocabulary:
    """A list of words as the data file writes it: parted by white space, "_" for a space in a phrase."""
    entries = [tuple(entry.split("_")) for entry in text.split()]
    if text != text.lower():
        raise ValueError(f"{text[:40]!r} must be lower-case words")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in dict.fromkeys(entries):
        if len(entry) > 1:
            phrases.setdefault(entry[0], []).append(entry)
    return Vocabulary(
        frozenset(entry[0] for entry in entries if len(entry) == 1),
        {first: tuple(sorted(found, key=lambda entry: (-len(entry), entry))) for first, found in phrases.items()},
        frozenset(entry[0] for entry in entries),
    )


def _triggers(table: Mapping[str, Any]) -> Triggers:
    by_first: dict[str, list[Trigger]] = {}
    for trigger in (*_nouns(table["nouns"]), *_verbs(table["verbs"])):
        by_first.setdefault(trigger.words[0], []).append(trigger)
    exceptions: dict[str, Exceptions] = {}
    for row in table["exceptions"]:
        found = Exceptions(vocabulary(row.get("before", "")), vocabulary(row.get("after", "")))
        exceptions |= dict.fromkeys((entry.replace("_", " ") for entry in row["words"].split()), found)
    lists = {name: vocabulary(text) for section in SECTIONS for name, text in table[section].items()}
    weapons = {word: _type(kind) for kind, text in table["weapons"].items() for word in text.split()}
    return Triggers(
        {first: tuple(dict.fromkeys(found)) for first, found in by_first.items()},
        exceptions,
        lists,
        {word.replace("_", " "): kind for word, kind in weapons.items() if kind},
    )


def _nouns(rows: Sequence[Mapping[str, str]]) -> list[Trigger]:
    return [
        Trigger(tuple(entry.split("_")), "noun", _type(row["type"]), _need(row["needs"]))
        for row in rows
        for entry in row["words"].split()
    ]


def _verbs(rows: Sequence[Mapping[str, Any]]) -> list[Trigger]:
    found = []
    for row in rows:
        particle = tuple(row.get("particle", "").split())
        for forms in row["rows"]:
            for form, word in zip(FORMS, forms.split(), strict=True):
                found.append(Trigger((word, *particle), form, _type(row["type"]), _need(row["needs"])))
    return found


def _type(name: str) -> IncidentType | None:
    if name and name not in get_args(IncidentType):
        raise ValueError(f"{name!r} is no incident type")
    return cast(IncidentType, name) if name else None


def _need(name: str) -> Need:
    if name not in get_args(Need):
        raise ValueError(f"{name!r} is no need of a trigger")
    return cast(Need, name)
