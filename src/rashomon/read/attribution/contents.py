"""What is said: where it begins and ends, to the right of its cue and to the left of it."""

import re

from rashomon.read.attribution.draft import Piece
from rashomon.read.attribution.line import Line

DATELINE = re.compile(
    r"[^\n]{0,12}?[A-Z][\w .,'\u2019/\-]{1,60}\([A-Za-z .,/&\-]{2,40}\)\s*[\-\u2013\u2014:]+\s*"
    r"|[A-Z][A-Z .,/'\-]{2,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?:, \d{4})?(?: \([^)]{2,40}\))?"
    r"\s*(?:--+|[\u2013\u2014:]|- )\s*"
    r"|[A-Z][\w .]{2,30} / "
)
""" "BAGHDAD (Reuters) -", "GENEVA:", "Shafaq News / " at the head of a paragraph."""
LAST_DATELINE = 8
"""Paragraphs in which a dateline may still come: titles, bylines and captions stand before it."""
DASHES = ("\u2014", "\u2013")
TRAILING = frozenset((".", ",", ";", "!", "?", ":", "and", "but", ")", "-", *DASHES))


def right_content(line: Line, position: int, *, chain: bool) -> Piece | None:
    """The content that begins at a position; `chain` ends it where the next cue shares the subject."""
    while line.at(position) in (",", ":", "that", *DASHES):
        position += 1
    if position >= len(line):
        return None
    end = _right_end(line, position, chain=chain)
    if end <= position:
        return None
    last, stop = line.quotation(end - 1), line.tokens[end - 1].end
    if last is not None and end == len(line) and last.end > stop:
        stop = last.end
    elif line.quotation(position) is None or last is None:
        stop = _without_stop(line, position, end)
    return line.tokens[position].start, stop


def _without_stop(line: Line, position: int, end: int) -> int:
    """The end of the last token that is no mark or conjunction left over from what follows."""
    while end > position + 1 and line.at(end - 1) in TRAILING:
        if line.at(end - 1) == ")" and any(line.at(i) == "(" for i in range(position, end)):
            break
        if line.at(end - 1) == "." and len(line.at(end - 2)) == 1 and end < len(line):
            break
        end -= 1
    return line.tokens[end - 1].end


def _right_end(line: Line, position: int, *, chain: bool) -> int:
    opened_by_quote = line.opens_quotation(position)
    here = position
    while here < len(line):
        quotation = line.quotation(here)
        if quotation is not None:
            while here < len(line) and line.quotation(here) is quotation:
                here += 1
            if opened_by_quote and _speech_over(line, here):
                return here
            continue
        if here > position and _breaks(line, here, chain=chain):
            return here
        here += 1
    return here


def _speech_over(line: Line, here: int) -> bool:
    """After a closing mark with a comma inside, only "and that ..." or another quotation goes on."""
    inner = line.at(here - 2)
    if here >= len(line):
        return True
    if line.at(here) == "," or inner in (",", ".", "?", "!"):
        following = here + (line.at(here) == ",")
        return not (
            line.at(following) in ("and", "but")
            and (line.at(following + 1) == "that" or line.opens_quotation(following + 1))
        )
    return False


def _breaks(line: Line, here: int, *, chain: bool) -> bool:
    """Whether what is said ends before a position: a participial cue, "according to", a chained verb, a dash."""
    word, following = line.at(here), _past_adverbs(line, here + 1)
    if word == ";" or (word == "according" and line.at(here + 1) == "to"):
        return True
    if word == ",":
        if _speech_gerund(line, following) or line.at(following) in ("according", "citing"):
            return True
        if line.at(following) in ("and", "but", "while", "whereas"):
            return chain and (_chained(line, following) or _other_speaker(line, following))
        return chain and _chained(line, here)
    if word in ("and", "but"):
        return chain and (_chained(line, here) or _speech_gerund(line, following))
    return False


def _past_adverbs(line: Line, position: int) -> int:
    while line.adverb(position):
        position += 1
    return position


def _speech_gerund(line: Line, position: int) -> bool:
    forms = line.cues.verbs.get(line.at(position), ())
    return any(form.shape == "gerund" and line.cues.reports(form.cue) for form in forms)


def _chained(line: Line, conjunction: int) -> bool:
    """Whether a conjunction is followed by a verb of reporting in a finite form, without a subject of its own."""
    following = conjunction + 1
    while line.adverb(following) or line.at(following) in ("has", "have", "had"):
        following += 1
    return line.reports(following)


def cut_at_clause_end(line: Line, start: int, content: Piece | None, *, restrictive: bool) -> Piece | None:
    """Content in a relative or leading clause, cut where that clause ends: a comma, or the main verb."""
    if content is None:
        return None
    for here in range(start + 1, len(line)):
        token = line.tokens[here]
        if token.start >= content[1]:
            break
        if line.quotation(here) is not None:
            continue
        if line.at(here) in (",", *DASHES) or (restrictive and line.verb(here)):
            return content[0], line.tokens[here - 1].end
    return content


def _other_speaker(line: Line, conjunction: int) -> bool:
    """Whether ", but its ministry insists" begins another attribution, with a subject of its own."""
    if line.at(conjunction + 1) == "that":
        return False
    for here in range(conjunction + 2, min(conjunction + 9, len(line))):
        if line.quotation(here) is not None or line.at(here) in (",", "that", "which"):
            return False
        if line.reports(here):
            return not line.has(here - 1, "determiners")
        if line.auxiliary(here):
            continue
        if line.verb(here):
            return False
    return False


def left_content(line: Line, end: int) -> Piece | None:
    """What stands before a source or a cue that follows it, up to position `end`; quotations count from their start."""
    while end > 0 and line.at(end - 1) in (",", "-", ";", ":", ".", *DASHES):
        end -= 1
    if end <= 0:
        return None
    opened, first = line.quotation(0), 0
    if opened is not None and opened.start < line.tokens[0].start:
        start = opened.start
    else:
        first = _after_semicolon(line, dateline_end(line), end)
        start = line.tokens[first].start
    last, stop = line.quotation(end - 1), line.tokens[end - 1].end
    if last is not None:
        stop = min(stop, last.end)
    return (start, stop) if start < stop and end > first else None


def _after_semicolon(line: Line, first: int, end: int) -> int:
    """Where the last of several clauses parted by semicolons begins, if it has a verb of its own."""
    for here in range(end - 1, first, -1):
        if line.at(here) == ";" and line.quotation(here) is None:
            return here + 1 if line.has_verb(here + 1, end) else first
    return first


def dateline_end(line: Line) -> int:
    """The position where a sentence begins once its dateline is passed over."""
    sentence, document = line.sentence, line.document
    opens = sentence.start == document.paragraphs[sentence.paragraph][0]
    if not opens or sentence.headline or sentence.paragraph > LAST_DATELINE:
        return 0
    match = DATELINE.match(document.text, sentence.start, sentence.end)
    if match is None:
        return 0
    return next((i for i, token in enumerate(line.tokens) if token.start >= match.end()), 0)
