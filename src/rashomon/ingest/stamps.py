"""What the head of a web page states about its dates, without any guess: meta tags, linked data, marked-up times."""

import json
import re
from collections.abc import Iterator
from typing import Any

from rashomon.ingest.dates import find_date, iso_date
from rashomon.ingest.page import Clue
from rashomon.model import FieldName, TimeInterval

PUBLISHED = frozenset(
    "article:published_time og:article:published_time og:published_time datepublished date dc.date dc.date.issued dc.date.created dcterms.created "
    "dcterms.issued dcterms.date pubdate publishdate publish_date publish-date publication_date publication-date parsely-pub-date sailthru.date "
    "article.published originalpublicationdate article:published cxenseparse:recs:publishtime published_time_telegram".split()
)
MODIFIED = frozenset(
    "article:modified_time og:updated_time og:modified_time datemodified dcterms.modified dc.date.modified lastmod modified last-modified".split()
)
IN_SCRIPT = re.compile(r'"(date(?:Published|Modified))"\s*:\s*"([^"\n]{6,40})"')
FURTHEST = "2100-01-01"
"""htmldate refuses days after today if it is not told otherwise, and the result must not depend on the clock."""
NODES_AT_MOST = 5_000


def page_dates(tree: Any, head: str) -> list[Clue]:
    """Clues to `published` and `modified` from the parsed page; `head` is its source up to the body."""
    clues = [clue for clue in (*_meta(tree), *_linked_data(tree), *_marked_times(tree)) if clue is not None]
    if not any(clue.field == "published" for clue in clues):
        clues.extend(_by_htmldate(head))
    return clues


def _clue(field: FieldName, value: str, basis: str) -> Clue | None:
    day = iso_date(value)
    if day is not None:
        return Clue(
            field=field,
            value=value.strip(),
            basis=basis,
            when=TimeInterval(start=day, end=day, basis="stated", words=value.strip()),
        )
    written = find_date(value[:80])
    return Clue(field=field, value=value.strip()[:80], basis=basis, when=written.when) if written else None


def _meta(tree: Any) -> Iterator[Clue | None]:
    for element in tree.iter("meta"):
        name = next(
            (element.get(key) for key in ("property", "name", "itemprop", "http-equiv") if element.get(key)), ""
        ).strip()
        content = element.get("content") or element.get("datetime") or ""
        if name.lower() in PUBLISHED:
            yield _clue("published", content, f"the page's meta tag {name}")
        elif name.lower() in MODIFIED:
            yield _clue("modified", content, f"the page's meta tag {name}")


def _linked_data(tree: Any) -> Iterator[Clue | None]:
    """schema.org data of the page; where it is broken JSON, its dates are still read."""
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json" or not element.text:
            continue
        for key, value in _dated(element.text):
            field: FieldName = "published" if key == "datePublished" else "modified"
            yield _clue(field, value, f"{key} in the page's linked data")


def _dated(source: str) -> Iterator[tuple[str, str]]:
    try:
        waiting: list[Any] = [json.loads(source)]
    except (ValueError, RecursionError):
        yield from IN_SCRIPT.findall(source)
        return
    for _ in range(NODES_AT_MOST):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield from ((key, node[key]) for key in ("datePublished", "dateModified") if isinstance(node.get(key), str))
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _marked_times(tree: Any) -> Iterator[Clue | None]:
    for element in tree.iter("time"):
        marks = f"{element.get('itemprop', '')} {element.get('class', '')} {'pubdate' if element.get('pubdate') is not None else ''}".lower()
        field: FieldName = "modified" if re.search(r"modif|updat", marks) else "published"
        if element.get("datetime") and re.search(r"publi|pubdate|entry-date|modif|updat", marks):
            yield _clue(field, element.get("datetime"), "a marked-up time on the page")


def _by_htmldate(head: str) -> Iterator[Clue]:
    """What htmldate makes of the head, where those digits stand in it: it may choose between dates, never make one."""
    from htmldate import find_date as search

    try:
        found = search(
            f"<html>{head}<body></body></html>", extensive_search=False, original_date=True, max_date=FURTHEST
        )
    except Exception:  # noqa: BLE001 - a hostile page must cost the date, not the report
        return
    if found and any(form in head for form in (found, found.replace("-", "/"), found.replace("-", ""))):
        clue = _clue("published", found, "a date in the head of the page, by htmldate")
        if clue is not None:
            yield clue
