"""Whether the first line of a plain text is its title."""

import re

from rashomon.ingest.page import Clue, Findings, Line, Page

LONGEST, SHORTEST = 160, 12
NO_TITLE = (".", ":", ",", ";", "-", "\u2013", "\u2014")
MARKDOWN = re.compile(r"#{1,6}\s+")
CLOSERS = "\"'\u201d\u00bb\u2019)]"


def find_headline(page: Page, marked: frozenset[int], dateline: Findings) -> Findings:
    """The first line that is no furniture, where it is short, has no dateline and no final full stop, and more follows."""
    opened = {start for start, _ in dateline.marks}
    for index, line in enumerate(page.lines[:6]):
        if index in marked:
            continue
        if line.start in opened:
            return Findings()
        follows = any(later not in marked for later in range(index + 1, len(page.lines)))
        if follows and _looks_like_title(line):
            basis = "the first line, which reads like a headline"
            mark = MARKDOWN.match(line.text)
            start = line.start + (mark.end() if mark else 0)
            value = line.text[mark.end() if mark else 0 :]
            return Findings((Clue(field="title", value=value, basis=basis, start=start, end=line.end),))
        return Findings()
    return Findings()


def _looks_like_title(line: Line) -> bool:
    if not SHORTEST <= len(line.text) <= LONGEST or line.text.rstrip(CLOSERS).endswith(NO_TITLE):
        return False
    return len(re.findall(r"\w+", line.text)) >= 3 and not line.text.startswith(("- ", "* ", "\u2022", "[", "("))
