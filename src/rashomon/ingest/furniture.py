"""Marking page furniture in a text, line by line, by the patterns of the codebook."""

from collections.abc import Iterable

from rashomon.codebook.furniture import FurnitureTable, furniture
from rashomon.ingest.page import Line, Page

LONGEST = 400
TEASER = 160
"""A line of at most this many characters that does not end a sentence can be a teaser's title."""
TEASERS_AT_MOST = 40
ENDING_REACH = 80
Mark = tuple[int, int]


def find_furniture(page: Page) -> tuple[Mark, ...]:
    """The stretches of a page that its own wording shows to be furniture, in order."""
    table, lines = furniture(), page.lines
    marks: list[Mark] = []
    index = 0
    while index < len(lines):
        last = _block_end(table, lines, index)
        if last is not None:
            marks.append((lines[index].start, lines[last - 1].end))
            index = last
            continue
        marks.extend(_line_marks(table, lines[index]))
        index += 1
    return tuple(marks) + _section_labels(table, page)


def joined(text: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in order, with those that touch, overlap or have only white space between them made one."""
    found: list[Mark] = []
    for start, end in sorted(mark for mark in marks if mark[0] < mark[1]):
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip()):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _block_end(table: FurnitureTable, lines: tuple[Line, ...], index: int) -> int | None:
    """The index behind the block that a line opens, or None where it opens none."""
    text = lines[index].text
    if len(text) > TEASER:
        return None
    if table.to_end.fullmatch(text):
        return len(lines) if _nothing_follows(lines, index) else None
    if table.teasers.fullmatch(text):
        return _past_teasers(lines, index + 1, TEASERS_AT_MOST)
    if table.one_teaser.fullmatch(text):
        return _past_teasers(lines, index + 1, 1)
    return None


def _nothing_follows(lines: tuple[Line, ...], index: int) -> bool:
    """Comments close a page: most of the prose must stand above them."""
    above = sum(len(line.text) for line in lines[:index] if line.prose)
    below = sum(len(line.text) for line in lines[index:] if line.prose)
    return above > below


def _past_teasers(lines: tuple[Line, ...], index: int, at_most: int) -> int:
    last = min(len(lines), index + at_most)
    while index < last and _is_teaser(lines[index].text):
        index += 1
    return index


def _is_teaser(text: str) -> bool:
    if text.endswith(("...", "\u2026", "[\u2026]", "[...]")):
        return True
    return len(text) <= TEASER and not text.endswith((".", '."', ".\u201d"))


def _line_marks(table: FurnitureTable, line: Line) -> list[Mark]:
    if len(line.text) <= LONGEST and table.line.fullmatch(line.text):
        return [(line.start, line.end)]
    marks = []
    opening = table.opening.match(line.text)
    if opening is not None:
        marks.append((line.start, line.start + opening.end()))
    ending = table.ending.search(line.text, max(0, len(line.text) - ENDING_REACH))
    if ending is not None:
        marks.append((line.start + ending.start(), line.end))
    return marks


def _section_labels(table: FurnitureTable, page: Page) -> tuple[Mark, ...]:
    """Names of sections that stand above the title: the first lines, where more headings follow."""
    marks = []
    for index in page.head[:3]:
        line = page.lines[index]
        if not table.section.fullmatch(line.text) or index + 1 >= len(page.lines):
            break
        marks.append((line.start, line.end))
    return tuple(marks)
