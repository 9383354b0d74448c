"""Words that tell what befell people, and which way they look for whom: "were killed", "killing", "the death of"."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rashomon.codebook.casualties import Trigger
from rashomon.model import Outcome
from rashomon.read.figures.line import Line
from rashomon.read.figures.nouns import Counted

Voice: TypeAlias = Literal["passive", "active", "nominal", "among", "toll"]
"""Looks left for a subject; right for an object; right behind "of"; either way for a part; right for a bare number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A word or phrase that tells an outcome over `[start, end)`, its auxiliaries with it.

    `bare` marks a verb with no auxiliary; `either` two outcomes joined by "or" ("killed or wounded").
    """

    start: int
    end: int
    outcomes: tuple[Outcome, ...]
    voice: Voice
    bare: bool = False
    either: bool = False


@dataclass(frozen=True, slots=True)
class _Scan:
    """A line with the places where counted groups begin and end."""

    line: Line
    starts: frozenset[int]
    ends: frozenset[int]
    covered: frozenset[int] = field(default=frozenset())


def all_predicates(line: Line, people: list[Counted]) -> list[Predicate]:
    """Every predicate of the sentence that stands outside the counted groups."""
    covered = frozenset(position for group in people for position in range(group.start, group.end))
    scan = _Scan(line, frozenset(g.start for g in people), frozenset(g.end for g in people), covered)
    found: list[Predicate] = []
    position = 0
    while position < len(line.words):
        predicate = None if position in covered else _predicate(scan, position)
        if predicate is None or not covered.isdisjoint(range(position, predicate.end)):
            position += 1
            continue
        found.append(predicate)
        position = predicate.end
    return found


def _predicate(scan: _Scan, position: int) -> Predicate | None:
    line, book = scan.line, scan.line.book
    among = _among(line, position)
    if among is not None:
        return among
    toll = _toll(line, position)
    nominal = book.nominals.at(line.words, position)
    if nominal is not None and line.word(nominal[0]) in ("of", "to") and not (toll and toll[0] > nominal[0]):
        return Predicate(start=position, end=nominal[0] + 1, outcomes=(nominal[1],), voice="nominal")
    if toll is not None:
        return Predicate(start=position, end=toll[0], outcomes=(toll[1],), voice="toll")
    trigger = book.triggers.at(line.words, position)
    if trigger is None or (trigger[1].form == "active" and _is_unreal(line, position)):
        return None
    return _verb(scan, position, trigger)


def _verb(scan: _Scan, position: int, trigger: tuple[int, Trigger]) -> Predicate:
    end, outcomes = _with_second(scan.line, trigger)
    start, auxiliary = _auxiliaries(scan.line, position)
    voice = _voice(scan, trigger[1], end, begun=start, auxiliary=auxiliary)
    either = len(outcomes) > 1 and "or" in scan.line.words[position:end]
    return Predicate(start=start, end=end, outcomes=outcomes, voice=voice, bare=not auxiliary, either=either)


def _is_unreal(line: Line, position: int) -> bool:
    """Whether the verb tells a plan or a fear: "could kill 20", "threatened to kill 20"."""
    before = line.word(position - 1)
    if before in line.book.unreal:
        return True
    return before == "to" and any(
        line.word(place) in line.book.intentions for place in range(position - 5, position - 1)
    )


def _among(line: Line, position: int) -> Predicate | None:
    """ "Among the dead", which makes a part of whoever is counted beside it."""
    if line.word(position) not in ("among", "amongst") or line.word(position + 1) not in ("the", "those"):
        return None
    head = line.book.heads.at(line.words, position + 2) or line.book.heads.at(line.words, position + 3)
    if head is None:
        return None
    start, _ = _auxiliaries(line, position)
    return Predicate(start=start, end=head[0], outcomes=(head[1],), voice="among")


def _toll(line: Line, position: int) -> tuple[int, Outcome] | None:
    """A noun for a toll: one of the codebook's, or "the number of" with a group and its outcome."""
    if line.word(position) in line.grammar.counts and line.word(position + 1) == "of":
        place = position + 2
        while place < position + 6 and (line.word(place) in ("the", "those") or line.word(place) in line.book.people):
            place += 1
        head = line.book.heads.at(line.words, place)
        other = line.book.heads.at(line.words, head[0] + 1) if head and line.word(head[0]) in ("and", "or") else None
        if head is not None:
            return (other or head)[0], head[1]
    return line.book.tolls.at(line.words, position)


def _with_second(line: Line, trigger: tuple[int, Trigger]) -> tuple[int, tuple[Outcome, ...]]:
    """The end and outcomes of the verb with a second one joined to it: "killed or wounded"."""
    end, outcomes = trigger[0], (trigger[1].outcome,)
    other = line.book.triggers.at(line.words, end + 1) if line.word(end) in ("and", "or") else None
    if other is None or other[1].outcome == outcomes[0]:
        return end, outcomes
    return other[0], (*outcomes, other[1].outcome)


def _auxiliaries(line: Line, position: int) -> tuple[int, str]:
    """Where the verb group begins and the auxiliary that decides its voice: "be", "have" or none."""
    grammar, start, kind = line.grammar, position, ""
    for place in range(position - 1, max(-1, position - 7), -1):
        word = line.word(place)
        if word in grammar.be:
            start, kind = place, "be"
        elif word in grammar.have:
            start, kind = place, kind or "have"
        elif kind and (word == "to" or word in line.book.unreal):
            start = place
        elif word not in grammar.adverbs:
            break
    return start, kind


def _begins_object(line: Line, position: int) -> bool:
    """Whether an object that is not counted begins there: "the mayor", "Mr Smith", "civilians"."""
    word = line.word(position)
    named = line.capital(position) and not line.in_capitals and word not in line.grammar.after_passive
    return word in line.grammar.determiners or word in line.book.people or (named and not line.headline)


def _voice(scan: _Scan, trigger: Trigger, end: int, *, begun: int, auxiliary: str) -> Voice:
    """Which voice a verb is in; "killed" with no auxiliary is told by its neighbours."""
    line, grammar = scan.line, scan.line.grammar
    if trigger.form == "active":
        return "active"
    if trigger.form != "past" or auxiliary == "be":
        return "passive"
    after = line.past(end, grammar.adverbs)
    if line.word(after) in grammar.days and after + 1 in scan.starts:
        after += 1
    closed = line.word(after) in grammar.after_passive or after >= len(line.words)
    if begun in scan.ends and after not in scan.starts:
        return "active" if _begins_object(line, after) else "passive"
    if after in scan.starts or auxiliary == "have":
        return "active"
    return "passive" if closed else "active"
