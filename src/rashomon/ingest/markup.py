"""The visible text of HTML by one linear pass, which no page can crash: for the offset map, and where better readers fail."""

import html
import re
from collections.abc import Iterator

TAG = re.compile(
    r"<(?:!--|(?P<raw>script|style|noscript|template|svg|head|title|textarea)\b|(?P<close>/)?(?P<name>[a-zA-Z][\w:-]{0,40})|[!?])",
    re.IGNORECASE,
)
BLOCKS = frozenset(
    "p div br hr h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr td th section article header footer main nav aside figure figcaption "
    "blockquote pre form address body html".split()
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?", re.IGNORECASE)


def visible_runs(source: str) -> Iterator[tuple[int, int, str | None]]:
    """Stretches of the source that are shown: no tags, scripts, comments; an entity comes with what it shows."""
    for start, end, _ in _pieces(source):
        for entity in ENTITY.finditer(source, start, end):
            yield start, entity.start(), None
            yield entity.start(), entity.end(), html.unescape(entity.group())
            start = entity.end()
        yield start, end, None


def visible_text(source: str) -> str:
    """The shown text, one line a block, without any judgement of what is boilerplate."""
    parts: list[str] = []
    for start, end, breaks in _pieces(source):
        if breaks:
            parts.append("\n")
        parts.append(re.sub(r"\s+", " ", html.unescape(source[start:end])))
    lines = (re.sub(r" +", " ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(source: str) -> Iterator[tuple[int, int, bool]]:
    """Text between tags as (start, end, whether a block begins there)."""
    position, breaks = 0, False
    while (tag := TAG.search(source, position)) is not None:
        if tag.start() > position:
            yield position, tag.start(), breaks
            breaks = False
        after = _past(source, tag)
        breaks = breaks or (tag["name"] or tag["raw"] or "").lower() in BLOCKS
        if after < 0:
            return
        position = after
    if position < len(source):
        yield position, len(source), breaks


def _past(source: str, tag: re.Match[str]) -> int:
    """The offset behind a tag, or behind all that a script or a comment hides; -1 where it never ends."""
    if tag.group() == "<!--":
        end = source.find("-->", tag.end())
        return end + 3 if end >= 0 else -1
    if tag["raw"]:
        closing = re.compile(rf"</{tag['raw']}\s{{0,9}}>", re.IGNORECASE).search(source, tag.end())
        if closing is not None:
            return closing.end()
        if tag["raw"].lower() != "head":
            return -1
    end = source.find(">", tag.end())
    return end + 1 if end >= 0 else -1
