"""What stands between a cue and what is said: when, where, through which medium, and to whom."""

import re

from rashomon.read.attribution.line import Line

YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")
WIDEST_HEARER, WIDEST_TAIL = 12, 7
"""Tokens of an addressee ("told *the state news agency SANA*") and of what hangs on a medium."""


def skip_adjuncts(line: Line, position: int) -> int:
    """The position after time phrases, "in a statement ...", "to reporters", adverbs and the commas around them."""
    start = position
    while position < len(line):
        after = _adjunct_end(line, position)
        if (
            after is None
            and line.at(position) == ","
            and position > start
            and _adjunct_end(line, position + 1, adverbs=False)
        ):
            after = position + 1
        if after is None:
            break
        position = after
    return position


def _adjunct_end(line: Line, position: int, *, adverbs: bool = True) -> int | None:
    if adverbs and line.adverb(position) and line.quotation(position) is None:
        return position + 1
    return time_phrase(line, position) or _medium(line, position) or _hearer(line, position)


def skip_addressee(line: Line, position: int) -> int:
    """The position after the one who is told ("told *Reuters* that"); `position` itself where nobody is named."""
    if line.has(position, "hearers") or line.has(position, "pronouns"):
        return position + 1
    start = position
    if line.has(position, "determiners") or line.at(position).endswith("'s"):
        position += 1
    while position < len(line) and position - start < WIDEST_HEARER:
        if line.at(position) == "(" and position > start and ")" in line.lower[position : position + 4]:
            position = line.lower.index(")", position) + 1
            continue
        if _addressee_over(line, start, position):
            break
        if line.verb(position):
            return start
        position += 1
    return start if line.has(position - 1, "determiners") else position


def _addressee_over(line: Line, start: int, position: int) -> bool:
    if not line.is_word(position) or line.quotation(position) is not None:
        return True
    if line.has(position, "determiners") or line.has(position, "subjects") or line.at(position) == "there":
        return True
    if position == start:
        return False
    if line.has(position, "content_openers") or time_phrase(line, position) or _medium(line, position):
        return True
    return not line.verb(position) and _changes_to_clause(line, position)


def _changes_to_clause(line: Line, position: int) -> bool:
    """After a capitalised name, a small word that is not part of it begins the clause ("told AFP two people died")."""
    if not line.capital(position - 1) or line.capital(position):
        return False
    if line.at(position).isdigit() and not line.is_word(position + 1):
        return False
    inside = any(line.has(position, name) for name in ("prepositions", "media", "persons", "name_parts"))
    return not inside


def time_phrase(line: Line, position: int) -> int | None:
    """Where the time phrase that begins at a position ends, or None where none begins."""
    start = position
    if line.has(position, "time_openers"):
        position += 1
        while line.has(position, "time_fillers"):
            position += 1
    if not line.has(position, "times"):
        return _date(line, start)
    while line.has(position, "times") or NUMBER.fullmatch(line.at(position)) or _month_stop(line, position):
        position += 1
    return position


def _month_stop(line: Line, position: int) -> bool:
    """The full stop of "Feb." before the day."""
    return line.at(position) == "." and len(line.at(position - 1)) < 5 and line.at(position + 1).isdigit()


def _date(line: Line, position: int) -> int | None:
    """ "on 3 January", "3 January 2024", "in 2019"."""
    start = position
    if line.at(position) in ("on", "in", "since"):
        position += 1
    if line.at(position).isdigit() and line.has(position + 1, "times"):
        return position + (3 if YEAR.fullmatch(line.at(position + 2)) else 2)
    return position + 1 if position > start and YEAR.fullmatch(line.at(position)) else None


def _medium(line: Line, position: int) -> int | None:
    """ "in a statement", "on Twitter", "during an interview with X", "via Telegram"."""
    if not line.has(position, "medium_openers"):
        return None
    for here in range(position + 1, position + 7):
        if not line.is_word(here) or line.quotation(here) is not None or (line.verb(here) and here > position + 1):
            return None
        if line.has(here, "media") and not line.has(here + 1, "media"):
            return _tail(line, here + 1)
    return None


def _tail(line: Line, position: int) -> int:
    """The end of what belongs to the medium: "with CNN", "on its website", "to the agency", "carried by SANA"."""
    while line.has(position, "medium_tails"):
        start = position + 2 if line.at(position + 1) in ("by", "on", "in", "to") else position + 1
        here = start
        while here - start < WIDEST_TAIL and _in_tail(line, here):
            here += 1
        if here == start or line.has(here - 1, "determiners"):
            return position
        position = here
    return position


def _in_tail(line: Line, here: int) -> bool:
    if not line.is_word(here) or line.has(here, "tail_ends") or line.quotation(here) is not None:
        return False
    return not line.verb(here)


def _hearer(line: Line, position: int) -> int | None:
    """ "to reporters", "to the Anadolu news agency"."""
    if line.at(position) != "to":
        return None
    here = position + 1
    if line.has(here, "hearers"):
        return here + 1
    while line.capital(here) or line.has(here, "agency_words"):
        here += 1
    return here if here > position + 1 and line.capital(here - 1) else None
