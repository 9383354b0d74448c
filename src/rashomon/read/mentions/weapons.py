"""Weapons by the codebook's list, the longest name from each word on."""

from collections.abc import Iterator

from rashomon.codebook.names import words_in
from rashomon.codebook.weapons import load_weapons
from rashomon.model import Span
from rashomon.read.document import Document


def weapon_spans(document: Document) -> Iterator[Span]:
    """The spans that name a weapon; "mine" and "shell" count only as nouns behind an article, a number or in the plural."""
    weapons = load_weapons()
    for sentence in document.sentences:
        words = words_in(document.text, sentence.start, sentence.end)
        folded = [word.folded for word in words]
        position = 0
        while position < len(words):
            longest = min(weapons.longest.get(folded[position], 0), len(words) - position)
            sizes = range(longest, 0, -1)
            size = next((n for n in sizes if " ".join(folded[position : position + n]) in weapons.kinds), 0)
            if size and not _is_everyday(folded, position, size):
                yield document.span(words[position].start, words[position + size - 1].end)
            position += size or 1


def _is_everyday(folded: list[str], position: int, size: int) -> bool:
    """ "Mine" may be a pronoun or a pit, "gold mine"; "shell" a house's; "tornado" a storm."""
    before = folded[position - 1] if position else ""
    return (
        size == 1
        and folded[position] in ("mine", "shell", "tornado", "mines")
        and before not in ("land", "sea", "a", "naval")
    )
