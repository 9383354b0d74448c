"""Counted people: a quantity with the noun phrase that it counts ("at least 25 militia fighters", "three of them")."""

from dataclasses import replace

from rashomon.read.figures.line import Line
from rashomon.read.figures.nouns import Counted, noun_phrase
from rashomon.read.figures.numerals import is_dated, is_year
from rashomon.read.figures.quantity import Quantity, hedged_after, read_quantity


def all_people(line: Line) -> list[Counted]:
    """Every counted group of the sentence, from left to right, none inside another."""
    found: list[Counted] = []
    free = 0  # the first position behind the last group
    for position in [number for number, word in enumerate(line.words) if _may_open(line, number, word)]:
        counted = read_people(line, position) if position >= free else None
        if counted is not None:
            if not (found and _is_age(line, counted, found[-1])):
                found.append(counted)
            free = max(counted.end, position + 1)
    return found


def _may_open(line: Line, position: int, word: str) -> bool:
    """Whether a group can begin with a word, or at a place of a headline where an article is left out."""
    return word in line.book.openers or word[0].isdigit() or (line.headline and _begins_headline(line, position))


def _begins_headline(line: Line, position: int) -> bool:
    return position == 0 or line.word(position - 1) == ":"


def read_people(line: Line, start: int) -> Counted | None:
    """The counted people that begin at a token; None for other counts, dates, ages and things."""
    quantity = read_quantity(line, start) or _single(line, start)
    found = _phrase(line, quantity) if quantity is not None else None
    if quantity is None or found is None or not _fits(line, found):
        return None
    if quantity.sort == "single":
        return _household(line, found)
    trailing = hedged_after(line, replace(found.quantity, end=found.end))
    return replace(found, quantity=replace(trailing, end=found.quantity.end), end=trailing.end)


def _is_age(line: Line, counted: Counted, before: Counted) -> bool:
    """Whether the number tells how old those counted right before are ("12 teenagers below 16")."""
    hedged = line.word(counted.start) in ("under", "below", "over", "above", "between")
    return hedged and counted.kind == "bare" and before.end == counted.start


def _single(line: Line, start: int) -> Quantity | None:
    """One person told by an article or an owner alone ("a contractor", "his wife", "another member").

    Headlines leave the article out ("Contractor killed in rocket attack").
    """
    word, grammar = line.word(start), line.grammar
    follows = line.word(start + 1)
    if word == "another" and (follows in line.book.adjectives or follows in grammar.be):
        return Quantity(start=start, end=start + 1, low=1, high=1, sort="number")
    if word in grammar.articles or word in grammar.owners or word == "another":
        return Quantity(start=start, end=start + 1, low=1, high=1, sort="single")
    if line.headline and _begins_headline(line, start):
        return Quantity(start=start, end=start, low=1, high=1, sort="single")
    return None


def _household(line: Line, found: Counted) -> Counted:
    """A family with its number ("a family of nine") counts that many, and a couple two."""
    if line.word(found.end - 1) == "couple" and line.word(found.end) != "of":
        return replace(found, quantity=replace(found.quantity, low=2, high=2, sort="number"))
    inner = read_quantity(line, found.end + 1) if line.word(found.end) == "of" else None
    if inner is None or inner.sort != "number" or line.word(found.end - 1) not in ("family", "household"):
        return found
    return replace(found, quantity=replace(inner, start=found.start), end=inner.end)


def _fits(line: Line, found: Counted) -> bool:
    quantity = found.quantity
    if quantity.sort == "single":
        return found.kind == "people" and not found.own
    bounds = quantity.start, quantity.end
    if found.kind in ("bare", "unknown"):
        return not is_year(line, *bounds) and not (found.kind == "unknown" and quantity.low == quantity.high == 1)
    return not (found.outcomes and is_dated(line, *bounds))


def _phrase(line: Line, quantity: Quantity) -> Counted | None:
    position = line.past(quantity.end, line.grammar.fillers)
    if line.words[position : position + 2] in (("so", "far"), ("thus", "far")):
        position += 2
    of_group = line.word(position) == "of" or line.words[position : position + 2] == ("from", "them")
    if not of_group or quantity.sort == "single":
        return noun_phrase(line, quantity, position)
    position += 1
    if line.word(position) in line.grammar.pronouns and not line.capital(position):
        return _of_them(line, quantity, position)
    return _of_group(line, quantity, position)


def _of_them(line: Line, quantity: Quantity, position: int) -> Counted:
    """A part of a group that a pronoun points to: "three of them children", "most of those killed"."""
    outcome = line.book.heads.at(line.words, position + 1)
    base = Counted(quantity=quantity, start=quantity.start, end=position + 1, kind="people", part=True)
    if outcome is not None and line.word(position) in ("those", "these"):
        return replace(base, end=outcome[0], kind="outcome", outcomes=(outcome[1],), own=True)
    told = line.past(position + 1, line.grammar.be)
    if told > position + 1:
        # "Two of them were children" tells who they were behind the verb.
        return replace(base, who=line.book.people.get(line.word(line.past(told, line.grammar.adverbs)), base.who))
    noun = noun_phrase(line, quantity, line.past(position + 1, line.grammar.articles))
    if noun is None or noun.kind != "people":
        return base
    return replace(base, end=noun.end, who=noun.who)


def _of_group(line: Line, quantity: Quantity, position: int) -> Counted | None:
    """A part of a group that a noun names ("six of the dead", "two of his brothers"), or a plain noun ("dozens of")."""
    grammar = line.grammar
    owners = grammar.owners | grammar.gravely | {"the", "our", "own", "a"}
    owned = line.word(position) in owners or line.word(position + 1) == "'s"
    position = line.past(position, owners)
    inner = read_quantity(line, position) if owned and quantity.sort == "number" else None
    noun = noun_phrase(line, quantity, inner.end if inner else position)
    if noun is None or (noun.kind in ("bare", "unknown") and quantity.sort != "vague"):
        return None
    counted = quantity.sort in ("number", "vague")
    of_outcome = owned and noun.kind == "outcome" and counted
    of_number = noun.kind == "people" and (inner is not None or (quantity.sort == "number" and not owned))
    # "Two of the captured workers": of those whom something befell, not of all of a kind.
    of_befallen = owned and noun.kind == "people" and bool(noun.outcomes) and counted
    return replace(noun, part=True) if of_outcome or of_number or of_befallen else noun
