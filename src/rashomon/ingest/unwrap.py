"""Joining the lines that a fixed width broke: in PDF pages and mails, where a line's end is not a paragraph's."""

import re
from statistics import quantiles

WIDEST = 130
"""Lines that are usually longer than this were not broken by a width."""
FULL = 0.72
"""A line is full, so that its end is a break, from this share of the usual width on."""
BULLET = re.compile(r"\s*(?:[-\u2013\u2014*\u2022\u00b7>]\s|\d{1,2}[.)]\s)")


def unwrap(text: str) -> str:
    """The text with the broken lines of each paragraph joined by a space, and hyphenated words put together."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    width = _width(lines)
    if width is None:
        return "\n".join(lines)
    joined: list[str] = []
    open_line = False
    for line in lines:
        if open_line and line.strip() and not BULLET.match(line):
            joined[-1] = _join(joined[-1], line.strip())
        else:
            joined.append(line)
        open_line = len(line.strip()) >= FULL * width
    return "\n".join(joined)


def _width(lines: list[str]) -> int | None:
    """The usual length of a full line, or None where no width is kept to."""
    lengths = [len(line.strip()) for line in lines if line.strip()]
    if len(lengths) < 4:
        return None
    width = round(quantiles(lengths, n=20)[-2])
    return width if 30 <= width <= WIDEST else None


def _join(before: str, line: str) -> str:
    if re.search(r"[a-z]-$", before) and re.match(r"[a-z]", line):
        return before[:-1] + line
    return f"{before} {line}"
