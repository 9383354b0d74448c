"""Web pages: the main text without boilerplate, and what the page states about itself."""

import codecs
import logging
import re
from dataclasses import dataclass
from typing import Any

import trafilatura
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from rashomon.codebook.outlets import outlet_named, outlet_of
from rashomon.config import Limits
from rashomon.errors import InputEmpty
from rashomon.ingest.align import Trail, align
from rashomon.ingest.draft import Draft, check_length
from rashomon.ingest.encoding import decode
from rashomon.ingest.markup import visible_runs, visible_text
from rashomon.ingest.page import Clue
from rashomon.ingest.stamps import FURTHEST, page_dates

CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
DATES = {"extensive_search": False, "original_date": True, "max_date": FURTHEST}
for name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(name).addHandler(logging.NullHandler())  # a failure is told in Rashomon's own words


@dataclass(frozen=True, slots=True)
class About:
    """What the page states about itself, with the basis for users."""

    clues: tuple[Clue, ...] = ()
    title: str | None = None


def read_page(data: bytes, limits: Limits) -> Draft:
    """The main text of a page, its title first, with a map into the page's source."""
    source, remark = _decode_page(data)
    draft = page_draft(source, limits)
    return Draft(
        text=draft.text,
        media_type="text/html",
        clues=draft.clues,
        offset_map=draft.offset_map,
        remarks=(remark,) if remark else (),
    )


def page_draft(source: str, limits: Limits) -> Draft:
    """The draft of a page that is decoded already.

    Raises `InputEmpty` where no text is shown on it.
    """
    parseable = ILLEGAL.sub(" ", source)
    tree = _tree(parseable)
    body, about = _main_text(parseable), _about(tree, parseable)
    if not body.strip():
        raise InputEmpty("There is no text on this page.", "Open it in a browser and save the text.")
    text = body
    if about.title and not body.lstrip().startswith(about.title):
        text = f"{about.title}\n\n{body}"
    check_length(text, limits)
    clues = about.clues
    if about.title:
        start = text.index(about.title)
        clues += (
            Clue(field="title", value=about.title, basis="the page's title", start=start, end=start + len(about.title)),
        )
    trail = Trail(source).follow(visible_runs(source))
    return Draft(text=text, media_type="text/html", clues=clues, offset_map=align(text, trail))


def _decode_page(data: bytes) -> tuple[str, str | None]:
    """The page's source, by its own word on its encoding where it is not Unicode."""
    declared = CHARSET.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            encoding = codecs.lookup(declared[1].decode("ascii")).name if declared else ""
        except LookupError:
            encoding = ""
        if encoding and not encoding.startswith("utf") and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode(encoding, "replace"), None
    return decode(data)


def _tree(source: str) -> Any:
    try:
        return load_html(source)
    except Exception:  # noqa: BLE001 - whatever a hostile page does to the parser, its text can still be read
        return None


def _main_text(source: str) -> str:
    try:
        document = trafilatura.bare_extraction(source, include_comments=False, include_tables=True, deduplicate=False)
        text = (document.text or "") if document is not None and not isinstance(document, dict) else ""
    except Exception:  # noqa: BLE001 - see above
        text = ""
    text = text if text.strip() else visible_text(source)
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _about(tree: Any, source: str) -> About:
    if tree is None:
        return About()
    cut = re.search(r"<body\b", source, re.IGNORECASE)
    clues = page_dates(tree, source[: cut.start()] if cut else "")
    try:
        found = extract_metadata(tree, date_config=dict(DATES), extensive=False)
    except Exception:  # noqa: BLE001 - see above
        return About(tuple(clues))
    if found.author:
        clues.append(
            Clue(field="byline", value=found.author.replace("; ", ", "), basis="the author that the page states")
        )
    if found.url:
        clues.append(Clue(field="url", value=found.url, basis="the address that the page states"))
    clues.extend(_outlet(found.sitename, found.url))
    return About(tuple(clues), _title(found.title, found.sitename))


def _outlet(sitename: str | None, url: str | None) -> list[Clue]:
    known = outlet_of(url) if url else None
    if known is not None:
        return [Clue(field="outlet", value=known.name, basis=f"the host of the address {url}")]
    if sitename:
        named = outlet_named(sitename)
        return [Clue(field="outlet", value=named.name if named else sitename, basis="the site's name on the page")]
    return []


def _title(title: str | None, sitename: str | None) -> str | None:
    """The title without the site's name behind it."""
    title = re.sub(r"\s+", " ", title or "").strip()
    if sitename:
        title = re.sub(rf"\s*[|\u2013\u2014\u00b7»-]\s*{re.escape(sitename)}\s*\Z", "", title, flags=re.IGNORECASE)
    return title or None
