"""Weapons by the codebook's list, the longest name from each word on."""

from collections.abc import Iterator, Sequence

from rashomon.codebook.names import Word, words_in
from rashomon.codebook.weapons import load_weapons, longest_from
from rashomon.model import Span
from rashomon.read.document import Document


def weapon_spans(document: Document) -> Iterator[Span]:
    """The spans that name a weapon; "mine" and "shell" count only as nouns behind an article, a number or in the plural."""
    weapons = load_weapons()
    for sentence in document.sentences:
        words = words_in(document.text, sentence.start, sentence.end)
        free = 0  # the first word behind the last weapon
        for position in [number for number, word in enumerate(words) if longest_from(word.text)]:
            size = weapons.size_at(words, position) if position >= free else 0
            if size:
                free = position + size
                if not _is_everyday(words, position, size):
                    yield document.span(words[position].start, words[free - 1].end)


def _is_everyday(words: Sequence[Word], position: int, size: int) -> bool:
    """ "Mine" may be a pronoun or a pit, "gold mine"; "shell" a house's; "tornado" a storm."""
    before = words[position - 1].folded if position else ""
    return (
        size == 1
        and words[position].folded in ("mine", "shell", "tornado", "mines")
        and before not in ("land", "sea", "a", "naval")
    )
