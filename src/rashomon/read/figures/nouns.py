"""The noun phrase that a quantity counts, and what its head tells: people, an outcome, or neither."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from rashomon.model import Outcome
from rashomon.read.figures.line import Line
from rashomon.read.figures.quantity import Quantity, read_quantity

Kind: TypeAlias = Literal["people", "outcome", "bare", "unknown"]
"""A noun for people; a noun or adjective that is itself an outcome ("16 fatalities"); no noun; a noun unknown here."""

WINDOW = 8
"""How many words a noun phrase may have behind its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A quantity with its noun over the tokens `[start, end)`.

    `outcomes` is what the phrase itself tells ("30 dead"), `own` whether that settles it, `either` whether "or" joins
    two ("dozens dead or wounded"); `part` marks a part of a group named before ("three of them").
    """

    quantity: Quantity
    start: int
    end: int
    kind: Kind
    who: str = "people"
    outcomes: tuple[Outcome, ...] = ()
    own: bool = False
    part: bool = False
    either: bool = False


def noun_phrase(line: Line, quantity: Quantity, position: int) -> Counted | None:
    """The noun phrase at a token: modifiers up to a noun for people, an outcome, or something else.

    None where what is counted can't be people ("three rockets", "no casualty figures").
    """
    book, first = line.book, position
    head, base = None, _bare(line, quantity, position)
    while position - first < WINDOW:
        word = line.word(position)
        outcome = book.heads.at(line.words, position)
        if outcome is not None and (head is None or word not in book.adjectives):
            # "No civilian casualties": the noun before the outcome says whose.
            whose = head.who if head is not None else base.who
            return _outcome_phrase(line, replace(base, end=outcome[0], who=whose), outcome[1])
        if word == "and" and head is None and position > first and _joins_modifiers(line, position):
            position += 1
            continue
        if not word or word in book.grammar.stops or outcome or book.triggers.at(line.words, position):
            break
        who = _who(line, position, quantity)
        if who is not None:
            kept = head is not None and head.end == position and word in book.generic
            head = replace(base, end=position + 1, kind="people", who=head.who if kept and head else who)
        elif head is not None and position > head.end:
            break
        elif word in book.things and _who(line, position + 1, quantity) is None:
            return head if head is not None and (word in book.times or _is_plural(line, position - 1)) else None
        position += 1
    if head is not None:
        return None if line.word(quantity.start) == "both" and line.word(head.end) == "and" else head
    return base if position == first else replace(base, end=position, kind="unknown")


def _is_plural(line: Line, position: int) -> bool:
    """Whether the token is a plural for people, which no other noun can follow ("three civilians", not "three police")."""
    word = line.word(position)
    return word in line.book.people and word not in line.book.singular and word.endswith(("s", "men", "children"))


def _bare(line: Line, quantity: Quantity, position: int) -> Counted:
    """The quantity with no noun yet; "others" alone means people."""
    others = line.word(position - 1) == "others" and position > quantity.end
    kind: Kind = "people" if others else "bare"
    return Counted(quantity=quantity, start=quantity.start, end=max(position, quantity.end), kind=kind)


def _who(line: Line, position: int, quantity: Quantity) -> str | None:
    """The short word for a noun for people, if the token is one in the right number."""
    word, book = line.word(position), line.book
    who = book.people.get(word)
    if who is not None:
        return who if quantity.sort != "single" or word in book.singular else None
    if quantity.sort == "single" or position == 0 or not line.capital(position) or word in book.things:
        return None
    named = len(word) > 3 and word.isalpha() and word.endswith("s") and not line.in_capitals
    return "people" if named or word in book.demonyms else None


def _outcome_phrase(line: Line, found: Counted, outcome: Outcome) -> Counted | None:
    """A phrase whose head tells the outcome: "30 dead", "17 wounded passengers", "dozens of dead and wounded"."""
    book, end, either = line.book, found.end, False
    outcomes: tuple[Outcome, ...] = (outcome,)
    several = found.quantity.sort == "number" and found.quantity.high != 1
    if line.word(end) in book.after_outcome or (several and line.word(end - 1) in book.only_one):
        return None
    other = book.heads.at(line.words, end + 1) if line.word(end) in ("and", "or") else None
    if other is not None and other[1] != outcome and _closes(line, other[0]):
        either = line.word(end) == "or"
        end, outcomes = other[0], (outcome, other[1])
    for position in range(end, end + 3):
        if not line.word(position) or line.word(position) in book.grammar.stops or _begins_anew(line, position):
            break
        who = _who(line, position, found.quantity)
        if who is not None:
            return replace(found, end=position + 1, kind="people", who=who, outcomes=outcomes, either=either)
    return replace(found, end=end, kind="outcome", outcomes=outcomes, own=True, either=either)


def _begins_anew(line: Line, position: int) -> bool:
    return line.book.triggers.at(line.words, position) is not None or read_quantity(line, position) is not None


def _closes(line: Line, position: int) -> bool:
    """Whether a joined outcome ends there: "dead and wounded", but not "dead and wounded 40", "bodies and injuries to"."""
    return line.word(position) not in ("of", "to") and read_quantity(line, position) is None


def _joins_modifiers(line: Line, position: int) -> bool:
    """Whether "and" joins two modifiers of one noun: "several US and Iraqi soldiers"."""
    book, after = line.book, position + 1
    if line.word(position - 1) in ("of", "or") or _begins_anew(line, after):
        return False
    for place in range(after, after + 4):
        word = line.word(place)
        if not word or word in book.grammar.stops:
            return False
        if word in book.people or (book.heads.at(line.words, place) and word not in book.adjectives):
            return True
    return False
