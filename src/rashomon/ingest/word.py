"""Word files (.docx): paragraphs and tables in their order, after a look at what unpacking would cost."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from rashomon.config import Limits
from rashomon.errors import InputDamaged, InputEmpty, InputTooLarge, InputUnsupported
from rashomon.ingest.draft import Draft, check_length
from rashomon.ingest.page import Clue

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEMBERS_AT_MOST = 10_000
RATIO_AT_MOST = 200
RATIO_FROM = 10 * 1024 * 1024
"""A small document may be packed as tightly as it likes; from this size on, more than the ratio is no document."""


def read_docx(data: bytes, limits: Limits) -> Draft:
    """The text of a Word file; a paragraph in the style "Title" is its title.

    Raises `InputTooLarge` for a file that unpacks to more than the limit, `InputUnsupported` for other archives,
    `InputDamaged`, `InputEmpty`.
    """
    _check_archive(data, limits)
    from docx import Document  # slow to import, and seldom needed

    try:
        paragraphs = list(_paragraphs(Document(io.BytesIO(data))))
    except Exception as error:  # python-docx raises whatever a broken file makes it stumble over
        raise InputDamaged("This Word file is broken.", "Open it in a word processor and save it again.") from error
    text = "\n".join(words for words, _ in paragraphs)
    if not text.strip():
        raise InputEmpty("This Word file holds no text.", "If it holds pictures of text, run a text recognition first.")
    check_length(text, limits)
    return Draft(text=text, media_type=MEDIA_TYPE, clues=tuple(_title(text, paragraphs)))


def _check_archive(data: bytes, limits: Limits) -> None:
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RecursionError) as error:
        raise InputDamaged("This file is cut off or broken.", "Get the whole file again.") from error
    size = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if (
        size > limits.unpacked_bytes
        or len(members) > MEMBERS_AT_MOST
        or (size > RATIO_FROM and size > RATIO_AT_MOST * packed)
    ):
        raise InputTooLarge(
            f"It unpacks to {size:,} bytes from {len(data):,}; the limit is {limits.unpacked_bytes:,}.",
            "Don't open it unless you know where it comes from.",
        )
    names = {member.filename for member in members}
    if "word/document.xml" not in names:
        raise InputUnsupported("It is an archive but no Word file.", "Unpack it and give the files in it.")
    if any(member.flag_bits & 1 for member in members):
        raise InputDamaged("This Word file is locked by a password.", "Save a copy without the password.")


def _paragraphs(document: Any) -> Iterator[tuple[str, str]]:
    """Text and style of each paragraph, those in tables with their cells parted by tabs."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(cell.text.replace("\n", " ") for cell in row.cells), "table"
        else:
            yield block.text, (block.style.name or "") if block.style is not None else ""


def _title(text: str, paragraphs: list[tuple[str, str]]) -> Iterator[Clue]:
    start = 0
    for words, style in paragraphs:
        if style == "Title" and words.strip():
            end = start + len(words)
            yield Clue(
                field="title", value=words.strip(), basis='the paragraph in the style "Title"', start=start, end=end
            )
            return
        start += len(words) + 1
