"""A report as its reader hands it over, before its own words are searched for headings."""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.config import Limits
from rashomon.errors import InputTooLarge
from rashomon.ingest.page import Clue
from rashomon.model import OffsetPiece


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text with what the container told about it (fields of a page, a mail, a JSON row); `remarks` are for the user.

    `offset_map` leads from the text to the decoded original, as far as that is known.
    """

    text: str
    media_type: str
    clues: tuple[Clue, ...] = ()
    offset_map: tuple[OffsetPiece, ...] = ()
    remarks: tuple[str, ...] = ()


Reader = Callable[[bytes, Limits], Draft]
"""Reads one kind of input; raises `InputSkipped` where it can't."""


def check_length(text: str, limits: Limits) -> str:
    """The text, unless it is longer than the limit.

    Raises `InputTooLarge`.
    """
    if len(text) > limits.text_characters:
        raise InputTooLarge(
            f"It has {len(text):,} characters; the limit for one report is {limits.text_characters:,}.",
            "Split it into single reports.",
        )
    return text


def same_text(text: str, origin: int = 0) -> tuple[OffsetPiece, ...]:
    """The map of a text that stands unchanged in its original, from the code point `origin` on."""
    return (OffsetPiece(start=0, end=len(text), origin=origin),) if text else ()
