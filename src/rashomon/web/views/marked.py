"""A report's text cut at the ends of everything that was read in it; joined together the pieces are the text, unchanged."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from string import ascii_uppercase

from rashomon.model import Attribution, Claimant, Reading, Report, Span
from rashomon.publish.words import OWN_VOICE
from rashomon.web.views.copied import Shared

CLAIM = "claim"
LOOKS = 8
"""How many looks (colour with a pattern) there are for claimants; the letter tells apart more of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A claimant of a report with the letter and the look that mark its claims."""

    letter: str
    look: int
    name: str
    role: str
    claims: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text: `kind` is its class in the style sheet, `tag` what is written before it, if anything."""

    start: int
    end: int
    kind: str
    tag: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of the text with the marks that it carries; `begins` are those that begin with it and have a tag."""

    text: str
    kinds: str
    begins: tuple[Mark, ...]
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The text as paragraphs of segments, and what its marks mean. `here` tells that a stretch is pointed out."""

    paragraphs: tuple[tuple[Segment, ...], ...]
    speakers: tuple[Speaker, ...]
    here: bool


def marked_report(report: Report, reading: Reading | None, copies: Sequence[Shared], at: tuple[int, int]) -> Marked:
    """The text of a report with its claims, names, figures, copied passages, and the stretch `at`."""
    speakers = _speakers(reading.attributions if reading else ())
    marks = [
        *_of_reading(reading, speakers),
        *(
            Mark(span.start, span.end, "copied", str(one.number), f"copy-{one.number}")
            for one in copies
            if one.taken
            for span in one.spans
        ),
        *(Mark(span.start, span.end, "furniture") for span in report.furniture),
    ]
    start, end = max(0, at[0]), min(at[1], len(report.text))
    if start < end:
        marks.append(Mark(start, end, "here"))
    return Marked(
        paragraphs=tuple(_paragraphs(report.text, marks)),
        speakers=tuple(sorted(speakers.values(), key=lambda speaker: (len(speaker.letter), speaker.letter))),
        here=start < end,
    )


def _key(claimant: Claimant | None) -> str:
    return OWN_VOICE if claimant is None else claimant.actor or claimant.name


def _speakers(attributions: Iterable[Attribution]) -> dict[str, Speaker]:
    """Whoever speaks, lettered in the order in which they are first heard."""
    ordered = sorted(attributions, key=lambda a: a.content[0].start if a.content else 0)
    counts = Counter(_key(attribution.claimant) for attribution in ordered)
    claimants = {_key(attribution.claimant): attribution.claimant for attribution in reversed(ordered)}
    return {
        key: Speaker(
            letter=_letter(place),
            look=place % LOOKS + 1,
            name=claimant.name if (claimant := claimants[key]) else OWN_VOICE,
            role=(claimant.role or "") if claimant else "",
            claims=count,
        )
        for place, (key, count) in enumerate(counts.items())
    }


def _letter(place: int) -> str:
    return (_letter(place // 26 - 1) if place >= 26 else "") + ascii_uppercase[place % 26]


def _of_reading(reading: Reading | None, speakers: dict[str, Speaker]) -> Iterator[Mark]:
    if reading is None:
        return
    for attribution in reading.attributions:
        speaker = speakers[_key(attribution.claimant)]
        for place, span in enumerate(attribution.content):
            yield Mark(
                span.start,
                span.end,
                f"{CLAIM} look{speaker.look}",
                speaker.letter if place == 0 else "",
                f"speaker-{speaker.letter}",
            )
        yield from _plain("source", attribution.source)
        yield from _plain("cue", attribution.cue)
    yield from _plain("figure", (figure.span for figure in reading.figures))
    yield from _plain("figure", (count.span for count in reading.counts))
    yield from _plain("place", (toponym.span for toponym in reading.toponyms))
    yield from _plain("time", (mention.span for mention in reading.mentions if mention.kind == "time"))


def _plain(kind: str, spans: Iterable[Span]) -> Iterator[Mark]:
    return (Mark(span.start, span.end, kind) for span in spans)


def _paragraphs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Segment, ...]]:
    """One tuple for each line that holds more than white space."""
    ends = deque(accumulate(map(len, text.splitlines(keepends=True))))
    line: list[Segment] = []
    for segment in _segments(text, marks, tuple(ends)):
        line.append(segment)
        if segment.start + len(segment.text) == ends[0]:
            ends.popleft()
            if any(not piece.text.isspace() for piece in line):
                yield tuple(line)
            line = []


def _segments(text: str, marks: Sequence[Mark], ends: Sequence[int]) -> Iterator[Segment]:
    """The text cut at the ends of lines and marks, in one walk over all of them: a report may be very long."""
    begun: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        begun[mark.start].append(mark)
    edges = sorted({0, *ends, *begun, *(mark.end for mark in marks)})
    carried: list[Mark] = []
    for start, end in pairwise(edges):
        carried = [*(mark for mark in carried if mark.end > start), *begun[start]]
        yield Segment(
            text=text[start:end],
            kinds=" ".join(dict.fromkeys(mark.kind for mark in _seen(carried))),
            begins=tuple(mark for mark in begun[start] if mark.tag),
            start=start,
        )


def _seen(carried: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that are drawn: of claims within claims the innermost, for two looks on top of each other are none."""
    claims = [mark for mark in carried if mark.kind.startswith(CLAIM)]
    innermost = min(claims, key=lambda mark: (mark.end - mark.start, -mark.start), default=None)
    return (mark for mark in carried if mark is innermost or mark not in claims)
