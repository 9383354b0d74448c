"""What is said stands first: "'We will go,' he said", "Two died, the army said", "..., said the minister"."""

from rashomon.read.attribution.adjuncts import skip_addressee, skip_adjuncts
from rashomon.read.attribution.contents import DASHES, left_content, right_content
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.attribution.line import QUOTES, Line, Range
from rashomon.read.attribution.right_source import subject_right
from rashomon.read.attribution.verb import Verb, ascribe, pieces

NEUTRAL = frozenset("it that this there any no he they".split())
"""Words that begin a clause after "..., said" more often than they are its speaker."""


def said_before(line: Line, before: int, kind: str, start: int) -> bool:
    """Whether what is said ends at the position before the source.

    It is a closed quotation, or a clause and a comma with nothing said after the cue, where the complement `kind`
    would begin at `start`.
    """
    if before < 0:
        return kind == "none" and previous_quotation(line) is not None
    if _quoted(line, before):
        return True
    if line.at(before) not in (",", *DASHES) or before <= 1:
        return False
    return kind == "none" or (kind == "object" and line.has(start, "prepositions") and _clause_before(line, before))


def _quoted(line: Line, before: int) -> bool:
    return line.closes_quotation(before) or (line.at(before) == "," and line.closes_quotation(before - 1))


def previous_quotation(line: Line) -> Piece | None:
    """A quotation that ends the sentence before this one, in the same paragraph."""
    document, sentence = line.document, line.sentence
    if sentence.index == 0:
        return None
    earlier = document.sentences[sentence.index - 1]
    found = document.quotation_at(earlier.end - 1)
    if earlier.paragraph != sentence.paragraph or found is None or found.end != earlier.end:
        return None
    return found.start, found.end


def content_source_cue(verb: Verb, subject: Range | None, before: int) -> Draft | None:
    """ "'...,' he said", with the rest of the speech after it where it goes on."""
    line = verb.line
    left = left_content(line, before + 1) if before >= 0 else previous_quotation(line)
    if left is None or subject is None:
        return None
    quoted = line.document.quotation_at(left[1] - 1) is not None
    return ascribe(verb, "aft", pieces(line, subject), (left, _second_part(verb, quoted=quoted)))


def _second_part(verb: Verb, *, quoted: bool) -> Piece | None:
    """The rest of what is said, after "he said,": only quotations go on where it began as one."""
    line = verb.line
    start = skip_adjuncts(line, verb.after)
    if verb.cue.lemma == "tell":
        start = skip_adjuncts(line, skip_addressee(line, start))
    if line.at(start) in (",", ":") and line.opens_quotation(start + 1):
        return right_content(line, start + 1, chain=True)
    if line.at(start) == ";" and not any(line.reports(i) for i in range(start, len(line))):
        return right_content(line, start + 1, chain=True)
    if line.at(start) != ",":
        return right_content(line, start, chain=True) if line.opens_quotation(start) else None
    if quoted or line.gerund(start + 1) or line.has(start + 1, "not_second_parts"):
        return None
    if line.has(start + 1, "times") and line.at(start + 2) in ("after", "before"):
        return None
    return right_content(line, start + 1, chain=True)


def content_cue_source(verb: Verb) -> Draft | None:
    """ "...," said X; the verb follows a comma or a closed quotation and its subject follows it."""
    line, before = verb.line, verb.group - 1
    if not verb.cue.quotes or verb.group != verb.position or verb.cue.lemma in line.words["told"]:
        return None
    if before >= 0 and not _may_end_speech(line, before):
        return None
    subject = subject_right(line, verb.after) or subject_right(line, skip_adjuncts(line, verb.after))
    if verb.shape == "base" and not _many(line, subject):
        return None
    if subject is None or (line.at(subject[0]) in NEUTRAL and line.at(before) not in QUOTES):
        return None
    quoted = before >= 0 and (line.closes_quotation(before) or line.closes_quotation(before - 1))
    if before >= 0 and not quoted and not (_clause_before(line, before) or line.sentence.headline):
        return _ushered_in(verb, subject)
    if not quoted and not _introduced(line, subject):
        return None
    left = left_content(line, before + 1) if before >= 0 else previous_quotation(line)
    rest = skip_adjuncts(line, subject[1])
    if left is None or not (quoted or _subject_ends(line, rest)):
        return None
    goes_on = line.at(rest) in (",", ":", ".") and line.opens_quotation(rest + 1)
    right = right_content(line, rest + 1, chain=True) if goes_on else None
    return ascribe(verb, "inv", pieces(line, subject), (left, right))


def _ushered_in(verb: Verb, subject: Range) -> Draft | None:
    """ "Not so, said X: the convoy left at noon": what is said follows the colon."""
    line = verb.line
    if line.at(subject[1]) != ":" or not _introduced(line, subject):
        return None
    return ascribe(verb, "inv", pieces(line, subject), (right_content(line, subject[1] + 1, chain=True),))


def _may_end_speech(line: Line, before: int) -> bool:
    return line.at(before) in (",", "?", "!", *DASHES) or line.at(before) in QUOTES or line.closes_quotation(before)


def _introduced(line: Line, subject: Range) -> bool:
    """Whether a subject begins like one: a bare plural after a verb is rather its object ("reported casualties")."""
    start = subject[0]
    begins = any(line.has(start, name) for name in ("determiners", "subjects"))
    return begins or line.capital(start) or line.at(start)[:1].isdigit() or _people(line, subject)


def _people(line: Line, subject: Range) -> bool:
    """Whether the first words of a noun phrase name people or a body: "separatist *authorities*"."""
    first = range(subject[0], min(subject[0] + 3, subject[1]))
    return any(line.has(i, name) for i in first for name in ("persons", "bodies", "unnamed"))


def _many(line: Line, subject: Range | None) -> bool:
    """Whether a noun phrase is a plural that can speak: only then does "say" stand before its subject."""
    if subject is None or not (_people(line, subject) or line.has(subject[0], "determiners")):
        return False
    return any(
        line.at(i).endswith("s") or line.has(i, "plural_words")
        for i in range(subject[0], min(subject[0] + 5, subject[1]))
    )


def _subject_ends(line: Line, rest: int) -> bool:
    """Whether the subject is over here; a verb after it would make it the subject of a clause that is said."""
    if line.at(rest) in (",", ".", "", ";", ":", *DASHES) or line.has(rest, "openers"):
        return True
    return line.at(rest) in ("to", "in", "on", "at", "during", "about", "of")


def _clause_before(line: Line, end: int) -> bool:
    """Whether a verb that is in no relative clause stands before a position."""
    relative = False
    for here in range(end):
        if line.at(here) in ("who", "which", "whose"):
            relative = True
        elif line.at(here) == ",":
            relative = False
        elif not relative and line.verb(here):
            return True
    return False
