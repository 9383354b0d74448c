"""How what is known of copies is written down: prints of reports, overlaps of two, and who has what of whom."""

import json
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from rashomon.link.alignment import Coverage
from rashomon.link.prose import Flags
from rashomon.link.signatures import BANDS, Print
from rashomon.model import Descent
from rashomon.model.rows import as_row, from_row
from rashomon.store.shelf import Drawer, Form, Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What of two reports stands in each other; `pair` is sorted as the reports are, `lengths` are their own words."""

    pair: tuple[str, str]
    left: Coverage
    right: Coverage
    lengths: tuple[int, int]

    @property
    def share(self) -> float:
        """The larger of the two shares."""
        return max(self.left.share, self.right.share)

    @property
    def copied(self) -> bool:
        """Whether the two are one story, not two of which one borrows."""
        less = min(self.left.share, self.right.share)
        return self.share >= WHOLLY or (self.share >= MOSTLY and less >= PART)

    def of(self, report: str) -> Coverage:
        """What of one of the two stands in the other."""
        return self.left if report == self.pair[0] else self.right


MOSTLY = 0.5
"""Share of one report's own words that stand in the other from which they may be one story ..."""
PART = 0.33
"""... where at least this share of the other stands in the one: else a story of its own borrows a passage."""
WHOLLY = 0.85
"""Share of a report that makes it a copy, however little of the other it is."""


def _print_bytes(held: Print | None) -> bytes:
    return b"" if held is None else np.concatenate((held.bands, held.sampled)).astype("<u8").tobytes()


def _print(row: bytes) -> Print | None:
    values = np.frombuffer(row, "<u8").astype(np.uint64)
    return Print(bands=values[:BANDS], sampled=values[BANDS:]) if len(values) else None


def _overlap_bytes(overlap: Overlap | None) -> bytes:
    if overlap is None:
        return b""
    sides = [[c.share, len(c.words), np.packbits(c.words).tobytes().hex()] for c in (overlap.left, overlap.right)]
    return json.dumps([overlap.pair, sides, overlap.lengths]).encode("ascii")


def _overlap(row: bytes) -> Overlap | None:
    if not row:
        return None
    pair, (left, right), lengths = json.loads(row)
    return Overlap(pair=tuple(pair), left=_coverage(*left), right=_coverage(*right), lengths=tuple(lengths))


def _coverage(share: float, count: int, packed: str) -> Coverage:
    words: Flags = np.unpackbits(np.frombuffer(bytes.fromhex(packed), np.uint8), count=count).astype(np.bool_)
    return Coverage(words=words, share=share)


def _json_bytes(data: Any) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode("ascii")


PRINTS: Form[str, Print | None] = Form(kind="link.print", key=str, encode=_print_bytes, decode=_print)
OVERLAPS: Form[str, Overlap | None] = Form(kind="link.overlap", key=str, encode=_overlap_bytes, decode=_overlap)
TOLD: Form[str, tuple[str, ...]] = Form(
    kind="link.told", key=str, encode=_json_bytes, decode=lambda row: tuple(json.loads(row))
)
DESCENTS: Form[str, Descent] = Form(
    kind="link.descent",
    key=str,
    encode=lambda descent: _json_bytes(as_row(descent)),
    decode=lambda row: from_row(Descent, json.loads(row)),
)


@dataclass(frozen=True, slots=True)
class Copied:
    """What is known of copies already: prints by report, overlaps by pair, descents, and the agencies that
    a report names as told."""

    prints: Drawer[str, Print | None]
    overlaps: Drawer[str, Overlap | None]
    descents: Drawer[str, Descent]
    told: Drawer[str, tuple[str, ...]]

    @classmethod
    def on(cls, shelf: Shelf | None = None) -> Self:
        """What is kept on a shelf, or nothing yet."""
        return cls(Drawer(PRINTS, shelf), Drawer(OVERLAPS, shelf), Drawer(DESCENTS, shelf), Drawer(TOLD, shelf))

    @property
    def drawers(self) -> tuple[Drawer[Any, Any], ...]:
        """All of them."""
        return self.prints, self.overlaps, self.descents, self.told
