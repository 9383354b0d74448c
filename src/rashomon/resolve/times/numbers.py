"""How many: the numbers of time phrases."""

from rashomon.codebook.time_phrases import Piece
from rashomon.resolve.times.phrase import Phrase

COUNTS = frozenset({"count", "tens", "day", "number"})
LENGTHS = {"E": (10, "Y"), "C": (100, "Y"), "N": (1, "D")}
"""Units that TIMEX3 writes as so many of another."""


def amount(phrase: Phrase) -> str | None:
    """A number as TIMEX3 writes it: "3", "X" for an unknown one; None where the phrase tells no number."""
    kinds = {piece.kind for piece in phrase.pieces}
    if "some" in kinds:
        return "X"
    if "couple" in kinds:
        return "2"
    found = _last_number(phrase.pieces)
    if found is not None:
        return str(found)
    return "1" if "article" in kinds or phrase.has("another") else None


def length(number: str, unit: str) -> str:
    """A length of time: "P3D", "PT2H", "PXY"."""
    factor, base = LENGTHS.get(unit, (1, unit))
    if number.isdigit():
        number, unit = str(int(number) * factor), base
    return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"


def _last_number(pieces: tuple[Piece, ...]) -> int | None:
    """The last number before the unit: "between 12 and 18 months" says no more than 18."""
    total: int | None = None
    for piece, before in zip(pieces, (None, *pieces), strict=False):
        if piece.kind in ("unit", "units", "night", "parts"):
            break
        if piece.kind in COUNTS:
            tens = before is not None and before.kind == "tens"
            hyphened = before is not None and before.sign == "-" and total in range(20, 100, 10)
            total = int(piece.worth) + (total or 0 if (tens or hyphened) and piece.kind == "count" else 0)
        elif piece.kind == "large":
            total = (total or 1) * int(piece.worth)
    return total
