"""JSON lines and JSON files: one report a row, each with what the row states about it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rashomon.config import Limits
from rashomon.errors import InputDamaged, InputEmpty, InputSkipped
from rashomon.ingest.dates import iso_date
from rashomon.ingest.draft import Draft, check_length, same_text
from rashomon.ingest.encoding import decode
from rashomon.ingest.page import Clue
from rashomon.model import FieldName, OffsetPiece, TimeInterval

MEDIA_TYPE = "application/json"
FIELDS: tuple[FieldName, ...] = ("title", "outlet", "url")
HALF_CHARACTERS = re.compile(r"[\ud800-\udfff]")
NEXT_STEP = 'Give one JSON object a line: {"text": ..., "title": ..., "outlet": ..., "published": "2024-02-03"}.'


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its bytes, its place in the input ("line 3"), and the object in it."""

    data: bytes
    place: str
    value: Any


def parse_row(data: bytes, place: str) -> Row:
    """The row of one line.

    Raises `InputDamaged` where the line is no JSON, `InputNotText` where it is no text.
    """
    try:
        return Row(data, place, json.loads(decode(data)[0]))
    except (ValueError, RecursionError) as error:
        what = f"It is not valid JSON ({error})." if isinstance(error, ValueError) else "Its JSON is nested too deeply."
        raise InputDamaged(what, NEXT_STEP) from error


def rows_of(data: bytes) -> Iterator[Row | tuple[str, InputSkipped]]:
    """The rows of a whole JSON file: one array, one object, or objects one after the other.

    Where the JSON breaks off, the place and the reason come instead of the rest.
    """
    text, _ = decode(data)
    decoder, position = json.JSONDecoder(), _skip(text, 0, " \t\r\n")
    array = text[position : position + 1] == "["
    position, number = _skip(text, position + array, " \t\r\n"), 0
    while position < len(text) and not (array and text[position] == "]"):
        number += 1
        place = f"item {number}"
        try:
            value, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield place, InputDamaged(f"The JSON breaks off here ({error}).", NEXT_STEP)
            return
        yield Row(text[position:end].encode("utf-8", "surrogatepass"), place, value)
        position = _skip(text, end, " \t\r\n," if array else " \t\r\n")


def read_row(row: Row, limits: Limits) -> tuple[Draft, str | None]:
    """The draft of a row, and the name that its `id` gives it.

    Raises `InputDamaged` for a row without a text, `InputEmpty` for an empty one, `InputTooLarge`.
    """
    if not isinstance(row.value, dict):
        raise InputDamaged("It is no JSON object.", NEXT_STEP)
    text = row.value.get("text")
    if not isinstance(text, str):
        raise InputDamaged('It has no field "text" that holds text.', NEXT_STEP)
    if not text.strip():
        raise InputEmpty('Its field "text" is empty.', "Leave the line out, or fill in the text.")
    check_length(text, limits)
    clues, remarks = _clues(row.value)
    halves = len(HALF_CHARACTERS.findall(text))
    if halves:
        text = HALF_CHARACTERS.sub("\ufffd", text)
        remarks.append(f"Halves of characters without their other half ({halves}) are shown as \ufffd.")
    draft = Draft(
        text=text, media_type=MEDIA_TYPE, clues=tuple(clues), offset_map=_map(row, text), remarks=tuple(remarks)
    )
    identity = row.value.get("id")
    given = isinstance(identity, (str, int)) and not isinstance(identity, bool) and str(identity).strip()
    return draft, _whole(str(identity)) if given else None


def _clues(value: dict[str, Any]) -> tuple[list[Clue], list[str]]:
    clues: list[Clue] = []
    remarks: list[str] = []
    for field in FIELDS:
        given = value.get(field)
        if isinstance(given, str) and given.strip():
            clues.append(Clue(field=field, value=_whole(given.strip()), basis=f"the field {field!r} of the input"))
        elif given not in (None, ""):
            remarks.append(f"The field {field!r} holds no text and was left out.")
    published = value.get("published")
    if published not in (None, ""):
        day = iso_date(published) if isinstance(published, str) else None
        if day is None:
            words = str(published)[:40]
            remarks.append(
                f"Its field 'published' holds {words!r}, no date such as 2024-02-03; the date stays unknown."
            )
        else:
            clues.append(_published(published.strip(), day))
    return clues, remarks


def _published(words: str, day: date) -> Clue:
    when = TimeInterval(start=day, end=day, basis="stated", words=words)
    return Clue(field="published", value=words, basis="the field 'published' of the input", when=when)


def _map(row: Row, text: str) -> tuple[OffsetPiece, ...]:
    """The identity where the text stands in the row without escapes."""
    original = row.data.decode("utf-8", "replace")
    at = original.find(text)
    return same_text(text, at) if at >= 0 else ()


def _whole(words: str) -> str:
    return HALF_CHARACTERS.sub("\ufffd", words)


def _skip(text: str, position: int, characters: str) -> int:
    while position < len(text) and text[position] in characters:
        position += 1
    return position
