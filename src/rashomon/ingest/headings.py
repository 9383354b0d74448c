"""Everything that a text tells about itself, and its furniture: the finders in their order."""

from rashomon.ingest.bylines import find_bylines
from rashomon.ingest.dateline import find_dateline
from rashomon.ingest.furniture import find_furniture, joined
from rashomon.ingest.headline import find_headline
from rashomon.ingest.page import Findings, Page


def read_headings(text: str) -> Findings:
    """Clues in the order of their trust and the furniture of a text, as stretches in order that do not touch."""
    page = Page(text)
    found = find_bylines(page) + Findings((), find_furniture(page))
    marked = _whole_lines(page, found.marks)
    dateline = find_dateline(page, marked)
    found = dateline + found + find_headline(page, marked, dateline)
    return Findings(found.clues, joined(text, found.marks))


def _whole_lines(page: Page, marks: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """Indices of the lines that lie wholly in furniture."""
    covered, index = set(), 0
    for start, end in sorted(marks):
        while index and page.lines[index - 1].start >= start:
            index -= 1
        while index < len(page.lines) and page.lines[index].start < end:
            if start <= page.lines[index].start and page.lines[index].end <= end:
                covered.add(index)
            index += 1
    return frozenset(covered)
