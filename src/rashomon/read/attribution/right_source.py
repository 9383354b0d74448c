"""The noun phrase that speaks, to the right of its verb: "said *Pentagon spokesman John Kirby* on Saturday"."""

from rashomon.read.attribution.adjuncts import time_phrase
from rashomon.read.attribution.left_source import LONGEST
from rashomon.read.attribution.line import QUOTES, Line, Range

RELATIVE = ("who", "which", "whose", "that", "where")


def subject_right(line: Line, start: int) -> Range | None:
    """The noun phrase that begins at `start`, with its apposition; None where none can begin there."""
    if (line.has(start, "times") and not line.capital(start + 1)) or line.adverb(start) or not line.is_word(start):
        return None
    if any(line.has(start, name) for name in ("prepositions", "openers", "negations")):
        return None
    if line.has(start, "pronouns") and not line.has(start + 1, "openers"):
        return start, start + 1
    end = _end(line, start)
    while end > start and not line.is_word(end - 1) and line.at(end - 1) != ")":
        end -= 1
    return (start, end) if end > start and line.can_speak(start, end) else None


def _end(line: Line, start: int) -> int:
    position = start
    while position < len(line) and position - start < LONGEST:
        after = _over(line, position)
        if after is not None:
            position = after
            continue
        word = line.at(position)
        if line.stop(position) or word in (",", "'") or word in QUOTES or not line.same_quotation(start, position):
            break
        if position > start and _leaves(line, position):
            break
        position += 1
    return position


def _over(line: Line, position: int) -> int | None:
    """Where an apposition after a comma, or what stands in brackets, ends."""
    if line.at(position) == ",":
        return _apposition_end(line, position)
    if line.at(position) == "(":
        return next((i + 1 for i in range(position, len(line)) if line.at(i) == ")"), None)
    return None


def _leaves(line: Line, position: int) -> bool:
    """Whether a word can't belong to the noun phrase before it."""
    word = line.at(position)
    if word in ("who", "whose"):
        return False
    if line.has(position, "openers") or line.adverb(position) or word == "to":
        return True
    if time_phrase(line, position) is not None:
        return True
    if line.has(position, "prepositions"):
        return _medium_or_time(line, position)
    inside = any(line.at(i) in ("who", "which") for i in range(max(0, position - 6), position))
    return line.auxiliary(position) and not inside


def _medium_or_time(line: Line, position: int) -> bool:
    """Whether the preposition opens "in a statement", "on Friday", "after the raid", "during the talks"."""
    word = line.at(position)
    if line.has(position, "leaving_prepositions"):
        return True
    if word in ("of", "for", "from"):
        return line.at(position + 1).endswith("ing")
    for here in range(position + 1, min(position + 6, len(line))):
        if not line.is_word(here):
            return False
        if line.has(here, "media") or line.has(here, "times"):
            return True
        if line.capital(here):
            return word == "on" and not line.capital(position - 1)
    return word in ("on", "to")


def _apposition_end(line: Line, comma: int) -> int | None:
    """Where the apposition after a comma ends (a comma or the end), or None where something else follows."""
    start = comma + 1
    if not _may_be_apposition(line, start):
        return None
    relative, here = line.at(start) in ("who", "which", "whose"), start
    while here < len(line) and line.at(here) != "," and not line.stop(here) and line.same_quotation(here, comma):
        if _clause_at(line, start, here, relative=relative):
            return None
        if here > start and not relative and _leaves(line, here):
            break
        here += 1
    return here if here >= len(line) or line.same_quotation(here, comma) else None


def _may_be_apposition(line: Line, start: int) -> bool:
    if not line.is_word(start) or line.gerund(start) or line.adverb(start) or line.has(start, "not_appositions"):
        return False
    if line.has(start, "subjects") and line.at(start) != "who":
        return False
    if line.at(start)[0].isdigit() and line.is_word(start + 1):
        return False
    return time_phrase(line, start) is None and not line.at(start).endswith("ing")


def _clause_at(line: Line, start: int, here: int, *, relative: bool) -> bool:
    """Whether a word shows that what follows the comma is a clause, or ascribes something itself."""
    if relative:
        return line.at(start) != "whose" and here <= start + 3 and line.speech(here)
    if here > start and line.at(here) != "who" and (line.auxiliary(here) or line.has(here, "subjects")):
        return True
    if here <= start + 1 or not line.verb(here) or line.has(here, "modifiers"):
        return False
    return not any(line.at(i) in RELATIVE for i in range(start, here))
