"""Cues that are no verbs of a speaker: "according to X", "reportedly", "could not be verified", "had no comment"."""

from collections.abc import Iterator

from rashomon.read.attribution.adjuncts import skip_adjuncts
from rashomon.read.attribution.contents import left_content, right_content
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.attribution.left_source import subject_left, verb_group_start
from rashomon.read.attribution.line import Line, Range
from rashomon.read.attribution.right_source import subject_right

RULES = {
    "according": "according-to",
    "words": "in-words-of",
    "citing": "citing",
    "hearsay": "hearsay",
    "doubts": "doubt",
    "declines": "decline",
}
"""What a rule is called for users, by the kind of its phrase."""


def according_to(line: Line) -> Iterator[Draft]:
    """ "According to X, ...", "..., according to X", "..., according to X, ..."."""
    for position in range(len(line) - 2):
        if line.at(position) != "according" or line.at(position + 1) != "to" or line.quotation(position) is not None:
            continue
        source = subject_right(line, position + 2)
        if source is None:
            continue
        content = _around(line, position, source[1])
        if content:
            cue = (line.tokens[position].start, line.tokens[position + 1].end)
            yield _draft(line, "according", cue, source=_piece(line, source), content=content)


def _around(line: Line, position: int, after: int) -> tuple[Piece, ...]:
    """What "according to X" speaks of: all before it, else all after it; both where it stands between commas."""
    after = skip_adjuncts(line, after)
    left = left_content(line, position) if position > 1 else None
    right = None
    if (
        line.at(after) == ","
        and not line.gerund(after + 1)
        and line.at(after + 1) not in ("while", "but", "and", "who", "which")
    ):
        right = right_content(line, after + 1, chain=False)
    elif line.opens_quotation(after) or line.at(after) == ":" or left is None:
        right = right_content(line, after, chain=False)
    return tuple(piece for piece in (left, right) if piece is not None)


def in_words_of(line: Line) -> Iterator[Draft]:
    """ "In his words, ...", "..., by the ministry's count", "in the words of the mayor"."""
    for position in range(len(line) - 2):
        if line.at(position) not in ("in", "by") or line.quotation(position) is not None:
            continue
        found = _owner(line, position + 1)
        if found is None:
            continue
        source, noun, after = found
        content = _around(line, position, after)
        if content:
            cue = (line.tokens[noun].start, line.tokens[noun].end)
            yield _draft(line, "words", cue, source=(source,), content=content)


def _owner(line: Line, start: int) -> tuple[Piece, int, int] | None:
    """Whose words: the piece of the source, the position of "words", and where the phrase ends."""
    if line.at(start) == "the" and line.has(start + 1, "possessed") and line.at(start + 2) == "of":
        source = subject_right(line, start + 3)
        return (_piece(line, source)[0], start + 1, source[1]) if source is not None else None
    for noun in range(start + 1, min(start + 9, len(line))):
        if not line.is_word(noun) or line.verb(noun):
            return None
        if line.has(noun, "possessed"):
            owner = next((i for i in range(noun - 1, start - 1, -1) if line.at(i).endswith(("'s", "s'"))), None)
            if line.has(start, "possessives") and noun <= start + 2:
                owner = start
            if owner is None:
                return None
            end = line.tokens[owner].start + len(line.tokens[owner].text.removesuffix("'s").removesuffix("\u2019s"))
            return (line.tokens[start].start, end), noun, noun + 1
    return None


def citing(line: Line) -> Iterator[Draft]:
    """ "Tass reported, citing the governor": the governor's words, by way of the agency."""
    for position in range(1, len(line) - 1):
        if line.at(position) not in ("citing", "quoting") or line.quotation(position) is not None:
            continue
        source = subject_right(line, position + 1)
        if source is None or not any(line.has(i, "persons") or line.has(i, "roles") for i in range(*source)):
            continue
        if line.at(source[1]) in ("that", "as"):
            right = right_content(line, source[1] + (line.at(source[1]) == "that"), chain=True)
            content: tuple[Piece, ...] = (right,) if right is not None else ()
        else:
            left = left_content(line, position)
            content = (left,) if left is not None else ()
        if content:
            cue = (line.tokens[position].start, line.tokens[position].end)
            yield _draft(line, "citing", cue, source=_piece(line, source), content=content)


def without_source(line: Line) -> Iterator[Draft]:
    """Hearsay ("reportedly", "allegedly") and doubts of the outlet's own ("could not be verified")."""
    for position in range(len(line)):
        if line.quotation(position) is not None:
            continue
        if line.has(position, "hearsay"):
            yield from _hearsay(line, position)
        for name in ("doubts", "declines"):
            end = _phrase(line, name, position)
            if end is not None:
                draft = _doubt(line, position, end) if name == "doubts" else _decline(line, position, end)
                if draft is not None:
                    yield draft


def _hearsay(line: Line, position: int) -> Iterator[Draft]:
    left = left_content(line, position) if position else None
    right = right_content(line, position + 1, chain=False)
    cue = (line.tokens[position].start, line.tokens[position].end)
    content = tuple(piece for piece in (left, right) if piece is not None)
    if content:
        yield _draft(line, "hearsay", cue, content=content)


def _phrase(line: Line, name: str, position: int) -> int | None:
    """Where a phrase of the codebook that begins here ends; adverbs may stand inside it."""
    for phrase in line.cues.phrases[name]:
        here = position
        for word in phrase:
            while here > position and line.adverb(here) and line.at(here) != word:
                here += 1
            if line.at(here) != word:
                break
            here += 1
        else:
            return here
    return None


def _doubt(line: Line, position: int, end: int) -> Draft | None:
    subject = subject_left(line, verb_group_start(line, position))
    cue = (line.tokens[position].start, line.tokens[end - 1].end)
    active = line.at(end - 1) in ("verify", "confirm", "check", "corroborate") and line.at(end) not in (".", ",", "")
    if active:
        content = right_content(line, end, chain=True)
        source = _piece(line, subject) if subject is not None else ()
        return _draft(line, "doubts", cue, source=source, content=(content,) if content else ())
    content_pieces = _piece(line, subject) if subject is not None else ()
    if not content_pieces:
        right = right_content(line, end + (line.at(end) in ("of", "that")), chain=True)
        content_pieces = (right,) if right else ()
    return _draft(line, "doubts", cue, content=content_pieces)


def _decline(line: Line, position: int, end: int) -> Draft | None:
    subject = subject_left(line, verb_group_start(line, position))
    if subject is None:
        return None
    cue = (line.tokens[position].start, line.tokens[end - 1].end)
    return _draft(line, "declines", cue, source=_piece(line, subject))


def _piece(line: Line, found: Range) -> tuple[Piece, ...]:
    return ((line.tokens[found[0]].start, line.tokens[found[1] - 1].end),)


def _draft(
    line: Line, kind: str, cue: Piece, *, source: tuple[Piece, ...] = (), content: tuple[Piece, ...] = ()
) -> Draft:
    construction = f"phrase.{kind}"
    return Draft(
        sentence=line.sentence.index,
        rule=RULES[kind],
        construction=construction,
        cue_entry=None,
        cue=(cue,),
        source=source,
        content=content,
        confidence=line.cues.defaults.get(construction, 0.0),
    )
