"""PDF: the text of its pages, lines joined to paragraphs."""

import io
import logging

from pypdf import PdfReader

from rashomon.config import Limits
from rashomon.errors import InputDamaged, InputEmpty, InputTooLarge
from rashomon.ingest.draft import Draft, check_length
from rashomon.ingest.page import Clue
from rashomon.ingest.unwrap import unwrap

TAIL = 4096
"""Bytes at the end in which a whole file has its end mark."""
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings are no reader's concern


def read_pdf(data: bytes, limits: Limits) -> Draft:
    """The text of all pages.

    Raises `InputDamaged` for a file that is cut off, broken or locked by a password, `InputTooLarge` for too many
    pages, `InputEmpty` where the pages hold pictures only.
    """
    if b"%%EOF" not in data[-TAIL:]:
        raise InputDamaged("This PDF is cut off before its end.", "Get the whole file again.")
    try:
        text, title = _read(data, limits)
    except (InputDamaged, InputTooLarge, MemoryError):
        raise
    except Exception as error:  # pypdf raises whatever a broken file makes it stumble over
        raise InputDamaged("This PDF is broken.", "Print it to a new PDF, or save its text.") from error
    if not text.strip():
        raise InputEmpty("This PDF holds no text, only pictures of it.", "Run a text recognition on it first.")
    check_length(text, limits)
    clues = (
        (Clue(field="title", value=title, basis="the title in the PDF's own fields"),)
        if title and title in text
        else ()
    )
    return Draft(text=text, media_type="application/pdf", clues=clues)


def _read(data: bytes, limits: Limits) -> tuple[str, str | None]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputDamaged("This PDF is locked by a password.", "Save a copy without the password.")
    if len(reader.pages) > limits.pdf_pages:
        raise InputTooLarge(
            f"This PDF has {len(reader.pages):,} pages; the limit is {limits.pdf_pages:,}.", "Split it."
        )
    parts, length = [], 0
    for page in reader.pages:
        parts.append(page.extract_text())
        length += len(parts[-1])
        if length > limits.text_characters:
            break
    title = reader.metadata.title if reader.metadata else None
    return unwrap("\n".join(parts)).strip("\n"), str(title).strip() if title else None
