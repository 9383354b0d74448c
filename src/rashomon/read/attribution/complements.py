"""What kind of phrase follows a cue: a clause, a quotation, an object, a toll."""

from typing import Literal, TypeAlias

from rashomon.codebook.cues import Cue
from rashomon.read.attribution.adjuncts import skip_addressee, skip_adjuncts
from rashomon.read.attribution.line import QUOTES, Line

Complement: TypeAlias = Literal["that", "quote", "wh", "to", "clause", "as", "ing", "object", "toll", "none"]
WIDEST_SUBJECT = 22
"""Tokens within which the verb of a bare clause must come."""


def complement(line: Line, cue: Cue, after: int) -> tuple[Complement, int]:
    """The kind of phrase that follows a cue, and where it begins, adjuncts and addressees passed over."""
    start = skip_adjuncts(line, after)
    if cue.lemma in line.words["told"] and not cue.particles:
        start = skip_adjuncts(line, skip_addressee(line, start))
    elif line.at(start) == ",":
        inner = skip_adjuncts(line, start + 1)
        if inner > start + 1 and line.at(inner) == ",":
            start = inner
        if not line.opens_quotation(start + 1) and line.at(start + 1) != "that":
            return "none", start
        start += 1
    if line.at(start) == "," and (line.opens_quotation(start + 1) or (start > after and line.at(start + 1) == "that")):
        start += 1
    if cue.lemma in line.words["counting"] and _counts(line, start):
        return "toll", start
    return _kind(line, start), start


def _kind(line: Line, position: int) -> Complement:
    word = line.at(position)
    if not word or word in (".", ",", ";", ")", "?", "!", "\u2014", "\u2013"):
        return "none"
    if word in QUOTES or word in (":", "\u2018") or line.opens_quotation(position):
        return "quote"
    if word == "that":
        return "that"
    if word == "to":
        return "to"
    if word == "as":
        return "as"
    if line.has(position, "question_words"):
        return "wh"
    if word.endswith("ing") and len(word) > 5:
        return "ing"
    clause = line.has(position, "subjects") or line.has(position, "clause_openers") or _bare_clause(line, position)
    return "clause" if clause else "object"


def _bare_clause(line: Line, position: int) -> bool:
    """Whether a finite verb follows before anything that would end a bare clause."""
    for here in range(position + 1, min(position + WIDEST_SUBJECT, len(line))):
        word = line.at(here)
        if line.has(here, "relatives") or line.has(here, "clause_ends") or word in QUOTES:
            return False
        if word == "," and here - position > 8:
            return False
        if line.auxiliary(here) or (line.verb(here) and here > position + 1):
            return True
    return False


def _counts(line: Line, start: int) -> bool:
    """Whether a toll follows: "put the dead at 19", "gave a figure of 40"."""
    named = any(line.has(i, "tolls") for i in range(start, start + 7))
    return named and any(line.at(i)[:1].isdigit() or line.has(i, "numbers") for i in range(start, start + 12))
