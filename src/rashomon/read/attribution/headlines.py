"""Headlines that ascribe by a colon or a dash: "Strike kills five: ministry", "Pentagon: single bomber"."""

from collections.abc import Iterator

from rashomon.read.attribution.draft import Draft
from rashomon.read.attribution.line import Line, Range

LONGEST_SPEAKER = 8
DASHES = ("\u2014", "\u2013", "-", "|")


def headline_colon(line: Line) -> Iterator[Draft]:
    """The shorter side of a headline's mark, where it can be a speaker and the other side says something."""
    if not line.sentence.headline:
        return
    for position in range(1, len(line) - 1):
        dash = line.at(position) in DASHES and line.stop(position)
        if not dash and line.at(position) != ":":
            continue
        left, right = (0, position), (position + 1, len(line))
        for side, source, content in (("right", right, left), ("left", left, right)):
            if _speaker(line, source, side) and _longer(content, source):
                yield _draft(line, position, source, content, side=f"dash.{side}" if dash else side)
                return


def _longer(content: Range, source: Range) -> bool:
    return content[1] - content[0] >= max(3, source[1] - source[0])


def _speaker(line: Line, side_range: Range, side: str) -> bool:
    """Whether a side of the mark can be a speaker: short, without numbers and verbs, and no mere topic."""
    start, end = side_range
    if not 0 < end - start <= LONGEST_SPEAKER:
        return False
    for i in range(start, end):
        if line.at(i).isdigit() or line.has(i, "headings") or (side == "left" and line.has(i, "happenings")):
            return False
        if line.auxiliary(i) or (line.verb(i) and not line.has(i, "persons")):
            return False
    return True


def _draft(line: Line, mark: int, source: Range, content: Range, *, side: str) -> Draft:
    construction = f"headline.{side}"
    return Draft(
        sentence=line.sentence.index,
        rule="headline-colon",
        construction=construction,
        cue_entry=None,
        cue=(line.piece((mark, mark + 1)),),
        source=(line.piece(source),),
        content=(line.piece(content),),
        confidence=line.cues.defaults.get(construction, 0.0),
    )
