"""Mails (.eml): the plain part, else the HTML part; what the header states is stated."""

import re
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from rashomon.codebook.outlets import outlet_named, outlet_of
from rashomon.config import Limits
from rashomon.errors import InputDamaged, InputEmpty, InputSkipped
from rashomon.ingest.align import Trail, align
from rashomon.ingest.draft import Draft, check_length
from rashomon.ingest.encoding import check_text, decode
from rashomon.ingest.page import Clue
from rashomon.ingest.unwrap import unwrap
from rashomon.model import OffsetPiece, TimeInterval

MEDIA_TYPE = "message/rfc822"


def read_mail(data: bytes, limits: Limits) -> Draft:
    """The text of a mail without its attachments; lines that were broken at a width are joined.

    Raises `InputDamaged` for a mail that can't be taken apart, `InputEmpty` where it holds no text.
    """
    try:
        message = message_from_bytes(data, policy=default)
        plain, page = _parts(message)
        clues = tuple(_header(message))
    except InputSkipped:
        raise
    except Exception as error:  # the library stumbles over malformed headers in many ways
        raise InputDamaged("This mail is malformed.", "Save its text as .txt and try again.") from error
    if plain.strip():
        text = unwrap(plain).strip("\n")
    elif page.strip():
        from rashomon.ingest.web import page_draft  # slow to import, and seldom needed

        text = page_draft(page, limits).text
    else:
        raise InputEmpty("This mail holds no text.", "Save its attachments and give those.")
    check_text(text)
    check_length(text, limits)
    return Draft(text=text, media_type=MEDIA_TYPE, clues=clues, offset_map=_map(text, data))


def _parts(message: EmailMessage) -> tuple[str, str]:
    """The plain text and the HTML of a mail, either of them empty where there is none."""
    found = {"plain": "", "html": ""}
    for kind in found:
        part = message.get_body(preferencelist=(kind,))
        if part is not None:
            found[kind] = _content(part)
    return found["plain"], found["html"]


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError, TypeError, AttributeError):  # an unknown charset, broken base64
        payload = part.get_payload(decode=True)
        return decode(payload)[0] if isinstance(payload, bytes) else ""


def _header(message: EmailMessage) -> list[Clue]:
    clues = []
    subject = re.sub(r"\s+", " ", str(message.get("Subject") or "")).strip()
    subject = re.sub(r"\A(?:(?:re|fwd?|aw|wg)\s?:\s*)+", "", subject, flags=re.IGNORECASE)
    if subject:
        clues.append(Clue(field="title", value=subject, basis="the mail's subject"))
    stamp = str(message.get("Date") or "")
    try:
        day = parsedate_to_datetime(stamp).date()
        when = TimeInterval(start=day, end=day, basis="stated", words=stamp)
        clues.append(Clue(field="published", value=stamp, basis="the mail's date", when=when))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    name, address = parseaddr(str(message.get("From") or ""))
    known = outlet_named(name) or outlet_of(address.rpartition("@")[2])
    if known is not None:
        clues.append(Clue(field="outlet", value=known.name, basis="the mail's sender"))
    elif name:
        clues.append(Clue(field="byline", value=name, basis="the mail's sender"))
    return clues


def _map(text: str, data: bytes) -> tuple[OffsetPiece, ...]:
    """Into the mail as text, where the part is not encoded."""
    original = data.decode("utf-8", "replace")
    return align(text, Trail(original).follow([(0, len(original), None)]))
