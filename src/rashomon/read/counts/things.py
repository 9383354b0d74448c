"""Counted things: a quantity with the noun phrase that it counts ("at least 30 Katyusha rockets", "21 of them")."""

from dataclasses import dataclass, replace

from rashomon.codebook.counted import CountedWords
from rashomon.read.figures.line import DASHES, Line
from rashomon.read.figures.numerals import YEAR, is_dated
from rashomon.read.figures.people import all_people
from rashomon.read.figures.quantity import Quantity, hedged_after, read_quantity

WINDOW = 7
"""How many words a noun phrase may have behind its number."""
INNER = frozenset(("the", "its", "their", "these", "those", "his", "our"))
UNCLEAR = frozenset(("most", "some", "many", "various"))
"""Words that count so vaguely that with things they mean "certain ones"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A quantity with its noun over the tokens `[start, end)`.

    `kind` is the codebook's kind of the noun, or empty where no noun stands there ("21 were brought down"); `what` is
    the noun in the plural. `part` marks a share of things counted before.
    """

    quantity: Quantity
    start: int
    end: int
    kind: str = ""
    what: str = ""
    part: bool = False


def all_things(line: Line, words: CountedWords) -> list[Thing]:
    """Every counted group of the sentence that can be things, from left to right, none inside another."""
    found: list[Thing] = []
    free = 0
    for position, word in enumerate(line.words):
        opens = position >= free and (word in line.book.openers or word[0].isdigit())
        thing = _read_thing(line, words, position) if opens else None
        if thing is not None:
            found.append(thing)
            free = thing.end
    return found


def displaced_people(line: Line) -> list[Thing]:
    """Every counted group of people, for whom being driven from home is the one outcome that is read here."""
    groups = [group for group in all_people(line) if group.kind in ("people", "bare") and not group.own]
    return [
        Thing(
            quantity=group.quantity,
            start=group.start,
            end=group.end,
            kind="people",
            what=_noun(line, group.end - 1),
            part=group.part and group.quantity.sort == "number",
        )
        for group in groups
        if group.quantity.sort != "single"
    ]


def _noun(line: Line, position: int) -> str:
    """The noun for people at a token, as the text has it ("families"), or "people" where it counts without one."""
    word = line.word(position)
    return word if word in line.book.people and word not in line.book.singular else "people"


def _read_thing(line: Line, words: CountedWords, start: int) -> Thing | None:
    quantity = read_quantity(line, start)
    if quantity is None or quantity.hedge in UNCLEAR or is_dated(line, quantity.start, quantity.end):
        return None
    years = quantity.low != quantity.high and all(YEAR.fullmatch(str(n)) for n in (quantity.low, quantity.high))
    if years or line.word(start - 1) in words.labels or _is_measure(line, words, quantity.end):
        return None
    position = line.past(quantity.end, line.grammar.fillers)
    if line.word(position) != "of":
        return _closed(line, _phrase(line, words, quantity, position))
    if line.word(position + 1) in line.grammar.pronouns | {"which"}:
        return Thing(quantity=quantity, start=start, end=position + 2, part=True)
    # "Two of the 12 homes" is a share of them, "dozens of homes" is not.
    inner = line.past(position + 1, INNER)
    whole = read_quantity(line, inner) if inner > position + 1 else None
    found = _phrase(line, words, quantity, whole.end if whole else inner)
    if found is None or not found.kind:
        return None
    return _closed(line, replace(found, part=quantity.sort == "number"))


def _is_measure(line: Line, words: CountedWords, end: int) -> bool:
    """Whether the number measures ("155 mm shells", "2,000-pound bombs")."""
    place = end + (line.word(end) in DASHES)
    return line.word(place) in words.measures


def _phrase(line: Line, words: CountedWords, quantity: Quantity, position: int) -> Thing | None:
    """The noun at or behind a token; a thing with no noun where none of this sentence can be one; None for others."""
    one, first = quantity.high == 1 and quantity.low == 1, position
    base = Thing(quantity=quantity, start=quantity.start, end=max(position, quantity.end))
    while position - first < WINDOW:
        word = line.word(position)
        kind = (words.singulars if one else words.plurals).get(word)
        if kind is None and quantity.sort == "none":
            kind = words.singulars.get(word)
        if kind is not None and not _goes_on(line, words, position):
            trapped = line.word(position - 1) in words.traps or word in words.measures
            return None if trapped else replace(base, end=position + 1, kind=kind, what=words.names[word])
        if (
            not word
            or (word in line.grammar.stops and not _is_hyphen(line, position))
            or _is_other(line, words, position)
        ):
            break
        position += 1
    return base if position == first and quantity.sort in ("number", "vague") else None


def _is_other(line: Line, words: CountedWords, position: int) -> bool:
    """Whether a token is no modifier of a thing: people in the plural, or a verb ("two militant camps" may stand)."""
    people = line.word(position) in line.book.people and line.word(position) not in line.book.singular
    verb = line.word(position) not in words.names and words.telling.at(line.words, position) is not None
    return (people and not line.capital(position)) or verb


def _goes_on(line: Line, words: CountedWords, position: int) -> bool:
    """Whether the noun only says of which kind another one is ("two aircraft hangars", "one rocket launcher")."""
    after = line.word(position + 1)
    return after in words.plurals or after in words.singulars or after in line.book.people


def _is_hyphen(line: Line, position: int) -> bool:
    """Whether a dash joins two words of a modifier ("2,000-pound")."""
    return line.word(position) in DASHES and line.joined(position) and line.joined(position + 1)


def _closed(line: Line, thing: Thing | None) -> Thing | None:
    """The thing with a hedge that follows it ("eight rockets or more")."""
    if thing is None:
        return None
    trailing = hedged_after(line, replace(thing.quantity, end=thing.end))
    return replace(thing, quantity=replace(trailing, end=thing.quantity.end), end=max(trailing.end, thing.end))
