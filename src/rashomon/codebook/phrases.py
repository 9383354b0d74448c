"""Phrases of the codebook, found word by word in a sentence, and the plurals of English nouns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

Words: TypeAlias = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases with a value each, found word by word; of several that fit the longest wins."""

    by_first: Mapping[str, tuple[tuple[Words, T], ...]]

    def at(self, words: Words, position: int) -> tuple[int, T] | None:
        """Where the phrase that begins at `position` ends, and its value; None where none begins there."""
        if not 0 <= position < len(words):
            return None
        for phrase, value in self.by_first.get(words[position], ()):
            end = position + len(phrase)
            if words[position:end] == phrase:
                return end, value
        return None


def phrases(pairs: Iterable[tuple[str, T]]) -> Phrases[T]:
    """A table of phrases; raises ValueError for one that is not lower-case words."""
    found: dict[str, dict[Words, T]] = {}
    for text, value in pairs:
        words = tuple(text.split())
        if not words or text != text.lower():
            raise ValueError(f"{text!r} must be lower-case words")
        found.setdefault(words[0], {}).setdefault(words, value)
    return Phrases(
        {first: tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0]))) for first, rows in found.items()}
    )


def plural_of(word: str) -> str:
    """The plural of a noun by the rules of English; those that it does not follow are listed as irregular."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x")) else f"{word}s"
