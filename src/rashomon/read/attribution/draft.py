"""An attribution while it is being put together, in character offsets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.codebook.cues import Cue
from rashomon.model import Stance

Piece: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One attribution before its stance and its speaker are known.

    Pieces are half-open character offsets. `construction` names how source, cue and content stand to one another;
    `order` is the offset that later rules sort by; `stances` is how likely each stance is where a model tells it.
    """

    sentence: int
    rule: str
    construction: str
    cue_entry: Cue | None
    cue: tuple[Piece, ...]
    source: tuple[Piece, ...] = ()
    content: tuple[Piece, ...] = ()
    confidence: float = 0.5
    relayed_by: tuple[str, ...] = ()
    negated: bool = False
    stances: Mapping[Stance, float] | None = None

    @property
    def order(self) -> int:
        """Where it begins."""
        return min(start for start, _ in (*self.cue, *self.source, *self.content))
