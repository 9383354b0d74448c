"""Which kind of input some bytes are: what they hold decides, and the file's ending only among kinds of text."""

import json
import re
from typing import Literal

from rashomon.errors import InputDamaged, InputUnsupported

Kind = Literal["text", "markdown", "html", "pdf", "docx", "mail", "rows", "json"]
ENDINGS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx", ".eml": "mail", ".jsonl": "rows", ".ndjson": "rows", ".json": "json",
}  # fmt: skip
PROBE = 65_536
SAVE = "Save it as .txt, .html, .pdf or .docx and try again."
REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc)"), (b"{\\rtf", "a rich text file (.rtf)"), (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!\x1a", "a RAR archive"),
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF89a", "a picture"), (b"GIF87a", "a picture"), (b"II*\x00", "a picture"),
    (b"\x7fELF", "a program"), (b"SQLite format 3\x00", "a database"), (b"%!PS-Adobe", "a PostScript file"),
)  # fmt: skip
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,50}){2,}", re.DOTALL)
MAIL_FIELD = re.compile(
    rb"^(?:received|message-id|mime-version|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)


def kind_of(head: bytes, ending: str) -> Kind:
    """The kind of an input from its first bytes (up to `PROBE`) and its ending, lower case with the dot, or "".

    Raises `InputUnsupported` for files of a known kind that can't be read, `InputDamaged` where the ending promises
    what the bytes do not hold.
    """
    for magic, name in REFUSED:
        if head.startswith(magic):
            raise InputUnsupported(f"It is {name}.", SAVE)
    if b"%PDF-" in head[:1024] and (head.lstrip().startswith(b"%PDF-") or b" obj" in head):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    promised = ENDINGS.get(ending)
    if promised == "docx" or (promised == "pdf" and b"\x00" in head):
        raise InputDamaged(f"It is named {ending} but holds no such document.", "Export it again and try again.")
    stripped = head.removeprefix(b"\xef\xbb\xbf")
    if promised != "markdown" and HTML.match(stripped):
        return "html"
    if promised in ("text", "markdown", "html", "mail", "rows"):
        return promised
    return _kind_by_content(stripped, whole=len(head) < PROBE, ending=ending)


def _kind_by_content(head: bytes, *, whole: bool, ending: str) -> Kind:
    if re.match(rb"\s*\{\s*\"", head):
        first, newline, rest = head.lstrip().partition(b"\n")
        if (newline and rest.strip() and _is_object(first)) or (not newline and not whole):
            return "rows"
        return "json"
    if ending == ".json" or re.match(rb"\s*\[\s*\{\s*\"", head):
        return "json"
    fields = MAIL.match(head)
    if fields is not None and MAIL_FIELD.search(fields.group()):
        return "mail"
    return "text"


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
