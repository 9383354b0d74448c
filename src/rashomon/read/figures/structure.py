"""How figures stand to one another: parts to their whole, a list to its sum, a revised toll to the one before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import Figure, Span, content_id
from rashomon.read.figures.line import Line

LISTED = ("coordinated", "coordinated subject")
"""The rules that find a member of a list beside another one."""
POINTING = ("among", "part of a group", "listed")
"""The rules that find a part of people told of elsewhere."""
BACK = 3
"""How many figures back, in the sentences before, a whole is looked for."""
FAR = 9
"""How many words may stand between "initially" and its number."""


def with_wholes(found: Sequence[Figure], earlier: Sequence[Figure]) -> list[Figure]:
    """The figures of a line with each part led to its whole: in the line, else for people pointed back at, before it."""
    told = [_again(figure, earlier) for figure in found]
    return [
        replace(f, whole=_whole(n, told, earlier)) if f.partial and f.whole is None else f for n, f in enumerate(told)
    ]


def _again(figure: Figure, earlier: Sequence[Figure]) -> Figure:
    """ "The six", where six were told of before as a part: the same part, and no whole."""
    if figure.partial or not figure.span.text.lower().startswith("the "):
        return figure
    counts = (figure.outcome, figure.low, figure.high)
    before = next((f for f in reversed(earlier) if (f.outcome, f.low, f.high) == counts), None)
    return replace(figure, partial=True, whole=before.whole) if before is not None and before.partial else figure


def _whole(number: int, found: Sequence[Figure], earlier: Sequence[Figure]) -> str | None:
    part = found[number]
    if _rule(part) in LISTED:
        candidates = list(reversed(found[:number]))
    elif _rule(part) in POINTING or part.span.text.lower().endswith((" them", " whom")):
        candidates = [*reversed(found[:number]), *found[number + 1 :], *reversed(earlier[-BACK:])]
    else:
        candidates = [*reversed(found[:number]), *found[number + 1 :]]
    return next((whole.id for whole in candidates if _holds(whole, part)), None)


def _holds(whole: Figure, part: Figure) -> bool:
    """Whether one figure can be the whole of the other: the same outcome, and not smaller."""
    if whole.partial or whole.outcome != part.outcome or (whole.low, whole.high) == (0, 0):
        return False
    return whole.high is None or part.low is None or part.low < whole.high


def lists_of(found: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The lists of a line that no whole is told of, members in order: "two women and three children"."""
    run: list[Figure] = []
    for figure in (*found, None):
        if figure is not None and _goes_on(run, figure):
            run.append(figure)
            continue
        if len(run) > 1 and any(_rule(member) in LISTED for member in run):
            yield tuple(run)
        run = [figure] if figure is not None and _is_member(figure) else []


def _is_member(figure: Figure) -> bool:
    counted = (figure.low, figure.high) not in ((None, None), (0, 0))
    return figure.partial and figure.whole is None and counted and _rule(figure) not in POINTING


def _goes_on(run: Sequence[Figure], figure: Figure) -> bool:
    if not run or not _is_member(figure) or figure.outcome != run[-1].outcome:
        return False
    return _rule(figure) in LISTED or _rule(run[-1]) == "coordinated subject"


def added_up(members: Sequence[Figure], span: Span, report: str) -> Figure:
    """The derived figure of a list over its span; a side that one member leaves open is open."""
    first = members[0]
    lows, highs = [member.low for member in members], [member.high for member in members]
    groups = {member.who for member in members}
    return replace(
        first,
        id=content_id("f", report, span.start, span.end, first.outcome, "sum"),
        low=sum(low or 0 for low in lows),
        high=sum(high or 0 for high in highs) if None not in highs else None,
        who=first.who if len(groups) == 1 else "people",
        partial=False,
        span=span,
        status="background" if first.status == "background" else "derived",
        hedge=next((member.hedge for member in members if member.hedge), None),
        rule=f"{first.rule.partition(':')[0]}: sum of a list",
        addends=tuple(member.id for member in members),
    )


def is_overtaken(line: Line, position: int) -> bool:
    """Whether the number at a token was overtaken by another: "up from 17", "initially given as nine"."""
    book = line.book
    for place in range(max(0, position - FAR), position):
        found = book.overtaken.at(line.words, place)
        if found is None:
            continue
        between = line.words[found[0] : position]
        if line.word(found[0] - 1) == "from":
            if not between and not book.revisions.isdisjoint(line.words[max(0, place - FAR) : position]):
                return True
        elif not book.recounts.isdisjoint(between) and not any(w in book.units or w[0].isdigit() for w in between):
            return True
    return False


def is_revision(line: Line) -> bool:
    """Whether the line tells that a toll changed."""
    return not line.book.revisions.isdisjoint(line.words)


def _rule(figure: Figure) -> str:
    return figure.rule.partition(": ")[2]
