"""The noun phrase that speaks, to the left of its verb, with its apposition; and the sentence's main subject."""

from rashomon.read.attribution.adjuncts import time_phrase
from rashomon.read.attribution.line import QUOTES, Line, Range

LONGEST = 45
"""Tokens that a noun phrase with all that hangs on it can reach back."""


def verb_group_start(line: Line, position: int) -> int:
    """The first position of the verb group that ends in the verb at `position`: auxiliaries, adverbs, "to"."""
    while position > 0:
        before = position - 1
        helper = line.auxiliary(before) or line.adverb(before) or line.at(before) in ("not", "to")
        if not helper or line.contraction(before) or not line.same_quotation(before, position):
            break
        position = before
    return position


def main_subject(line: Line, before: int) -> Range | None:
    """The subject of the sentence's first verb, for participles: "X launched strikes, *saying* that ..."."""
    for position in range(1, before):
        if line.verb(position) and line.quotation(position) is None:
            found = subject_left(line, verb_group_start(line, position))
            if found is not None:
                return found
    return None


def subject_left(line: Line, end: int) -> Range | None:
    """The subject that ends just before position `end` (where the verb group begins), with its apposition."""
    last = _without_time(line, end)
    if last > 0 and line.at(last - 1) == "," and line.same_quotation(last - 1, end):
        return _across_parenthesis(line, last - 1)
    if last > 0 and line.has(last - 1, "relatives") and line.at(last - 1) != "that":
        return last - 1, last
    found = _trimmed(line, _region_start(line, last), last)
    return _with_list(line, found) if found is not None else None


def _without_time(line: Line, end: int) -> int:
    """Leave out a time phrase between subject and verb ("Kirby on Monday said")."""
    for start in range(end - 1, max(0, end - 5), -1):
        if line.has(start, "time_openers") and time_phrase(line, start) == end:
            return start
    return end - 1 if end > 1 and line.has(end - 1, "weekdays") else end


def _region_start(line: Line, end: int) -> int:
    """How far left a noun phrase that ends before `end` can reach."""
    position = end
    while position > 0 and end - position < LONGEST:
        before = position - 1
        opening = line.back_to("(", before) if line.at(before) == ")" else None
        if opening:
            position = opening
        elif _bounds(line, before, end):
            break
        else:
            position = before
    return position


def _bounds(line: Line, before: int, end: int) -> bool:
    """Whether no noun phrase that ends before `end` reaches back over a position."""
    word = line.at(before)
    if line.stop(before) or word == "," or word in QUOTES or not line.same_quotation(before, end - 1):
        return True
    if word == "who" and line.at(before - 1) != ",":
        return False
    if word == "that" and before == 0:
        return False
    if word == "than" and line.at(before - 1) in ("more", "fewer", "less", "other"):
        return False
    if word == "because" and _inside_who(line, before):
        return False
    if line.has(before, "openers") or line.has(before, "relatives"):
        return not (word == "that" and _restricts(line, before))
    if _inside_who(line, before):
        return False
    if word in ("and", "or", "but", "nor") and _starts_clause(line, before):
        return True
    return before < end - 1 and (line.auxiliary(before) or line.speech(before))


def _restricts(line: Line, position: int) -> bool:
    """Whether "that" begins a relative clause inside a subject: "the coalition that fights IS said"."""
    before, after = line.at(position - 1), position + 1
    noun = line.is_word(position - 1) and not line.adverb(position - 1) and not line.has(position - 1, "prepositions")
    return noun and before not in line.cues.verbs and line.verb(after) and not line.speech(after)


def _inside_who(line: Line, position: int) -> bool:
    """Whether a restrictive "who" stands a few words back: "a worker who asked not to be named told"."""
    for here in range(position - 1, max(-1, position - 10), -1):
        if line.at(here) == "who":
            return line.at(here - 1) != "," and here > 0
        if line.at(here) == "," or line.stop(here) or line.at(here) in QUOTES:
            return False
    return False


def _starts_clause(line: Line, position: int) -> bool:
    """Whether the "and" at a position joins clauses: a verb stands before it, back to the last stop."""
    here = position - 1
    while here >= 0 and not line.stop(here) and line.at(here) not in QUOTES:
        if line.verb(here):
            return True
        if line.at(here) == "," and here < position - 1:
            return False
        here -= 1
    return False


def _trimmed(line: Line, start: int, end: int) -> Range | None:
    """A noun phrase without what leads in ("On Monday", "In a statement", "Meanwhile")."""
    while start < end and (not line.is_word(start) or line.adverb(start) or line.has(start, "conjunctions")):
        start += 1
    after = time_phrase(line, start) if start < end else None
    if after is not None and after < end and not line.at(start).endswith("'s"):
        return _trimmed(line, after, end)
    if start < end and line.has(start, "prepositions") and not _counts(line, start):
        start = _after_preposition(line, start, end)
    while end > start and (line.at(end - 1) in (",", "and") or line.adverb(end - 1)):
        end -= 1
    return (start, end) if start < end and line.can_speak(start, end) else None


def _counts(line: Line, start: int) -> bool:
    """Whether a small word belongs to a number: "about half of the voters", "over 50 witnesses"."""
    following = line.at(start + 1)
    number = following[:1].isdigit() or line.has(start + 1, "determiners") or following in ("half", "two-thirds")
    return number and line.at(start) in ("about", "around", "over", "between")


def _after_preposition(line: Line, start: int, end: int) -> int:
    """In "In a tweet the ministry", the last noun phrase that no preposition governs."""
    for position in range(end - 1, start, -1):
        before = line.at(position - 1)
        if line.has(position - 1, "prepositions") or line.has(position - 1, "determiners") or before.endswith("'s"):
            continue
        if line.has(position, "determiners") or line.has(position, "subjects"):
            return position
        if line.capital(position) and not line.capital(position - 1) and before not in ("and", "of"):
            return position
        if line.capital(position - 1) and not line.capital(position) and line.has(position, "persons"):
            return position
    return end


def _with_list(line: Line, found: Range) -> Range:
    """Take in the earlier members of "A, B and C"."""
    start, end = found
    if line.at(start - 1) != "," or not any(line.at(i) in ("and", "or") for i in range(start, end)):
        return found
    here = start
    while here > 1 and line.at(here - 1) == ",":
        previous = _region_start(line, here - 1)
        if line.has_verb(previous, here - 1) or line.has(previous, "prepositions") or line.adverb(previous):
            break
        if here - 1 - previous > 8 or time_phrase(line, previous):
            break
        here = previous
    return here, end


def _across_parenthesis(line: Line, comma: int) -> Range | None:
    """The subject before ", the spokesman," or ", who leads it,"; the apposition belongs to it."""
    opening = _opening_comma(line, comma)
    head = _head_before(line, opening)
    nearest = line.back_to(",", comma)
    if head is None and nearest is not None and nearest != opening:
        opening, head = nearest, _head_before(line, nearest)
        head = head if head is not None and line.capital(head[1] - 1) else None
    if head is None or opening is None:
        return None
    ascribes = line.at(opening + 1) == "which" and _cue_within(line, opening + 2, comma)
    return head if ascribes or _aside(line, opening + 1, comma) else (head[0], comma + 1)


def _head_before(line: Line, opening: int | None) -> Range | None:
    """The noun phrase that a parenthesis opening at a comma belongs to."""
    if not opening or line.at(opening - 1) == ",":
        return None
    head = subject_left(line, opening)
    return None if head is None or (line.has_verb(*head) and not line.capital(head[1] - 1)) else head


def _opening_comma(line: Line, comma: int) -> int | None:
    """The comma that opens the parenthesis which this one closes; a list's own commas lie inside it."""
    for here in range(comma - 1, max(0, comma - LONGEST), -1):
        if line.at(here) in (";", ":", "\u2014", "\u2013") or not line.same_quotation(here, comma):
            return None
        if line.at(here) == ",":
            inner = line.at(here + 1) in ("and", "or", "which", "who", "where")
            age = line.at(here - 1).isdigit() and line.at(here - 2) == ","
            return (_opening_comma(line, here) if inner or age else None) or here
    return None


def _cue_within(line: Line, start: int, end: int) -> bool:
    """Whether a relative clause ascribes something itself: "Russia, which denies it, offered no comment"."""
    return any(line.speech(here) or line.reports(here) for here in range(start, min(start + 3, end)))


def _aside(line: Line, start: int, end: int) -> bool:
    """Whether a parenthesis tells when, where or how it was said, not who said it."""
    if time_phrase(line, start) == end or line.adverb(start) or line.has(start, "asides"):
        return True
    return end - start == 1 and not line.capital(start)
