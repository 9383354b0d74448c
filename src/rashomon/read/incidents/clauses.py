"""Subjects and objects: which noun phrases belong to a verb."""

from collections.abc import Iterator, Sequence

from rashomon.read.incidents.candidates import Candidate
from rashomon.read.incidents.line import Line, Range
from rashomon.read.incidents.phrases import approximate, nominal, phrase_after, phrase_before, verbal


def subject(candidate: Candidate) -> Range | None:
    """Who or what stands as the subject of a verb, passive or active; None where it is not stated nearby."""
    line, left = candidate.line, line_left(candidate)
    if candidate.trigger.form == "gerund" or line.word(left + 1) == "having":
        found = _accused(line, left) or _denier(line, left)
        if found is not None:
            return found
    if line.word(left) == "and" or (line.word(left) == "," and candidate.trigger.form == "gerund"):
        return opening_phrase(line, candidate.first)
    if line.has(left, "relatives"):
        return antecedent(line, left) if left > 0 else (left, left + 1)
    if line.word(left + 1) == "to" or (candidate.trigger.form == "gerund" and line.has(left, "prepositions")):
        found = opening_phrase(line, candidate.first)
        return found if found is not None else head_before(line, left + 1)
    return head_before(line, left + 1)


def _accused(line: Line, preposition: int) -> Range | None:
    """Who is accused in "accused the army of shelling": the object of the verb before "of", "for", "with"."""
    if line.word(preposition) not in ("of", "for", "with"):
        return None
    for position in range(preposition - 1, max(-1, preposition - 14), -1):
        if line.has(position, "accusing"):
            return phrase_after(line, position + 1)
    return None


def _denier(line: Line, verb: int) -> Range | None:
    """Who denies in "the army denied shelling", "admitted bombing"."""
    if not line.has(verb, "denying") and line.word(verb) not in ("admit", "admits", "admitted", "admitting", "to"):
        return None
    return head_before(line, verb) if line.word(verb) != "to" else None


def line_left(candidate: Candidate) -> int:
    """The position left of a verb with its auxiliaries, adverbs and "to"."""
    line, left = candidate.line, candidate.line.left(candidate.first)
    while left >= 0 and (
        line.has(left, "auxiliaries", "negations")
        or line.word(left) == "to"
        or ((line.has(left, "adverbs") or line.word(left).endswith("ly")) and not nominal(line, left))
    ):
        left = line.left(left)
    return left


def antecedent(line: Line, relative: int) -> Range | None:
    """What a relative pronoun stands for: the noun phrase before it, past a comma or a preposition."""
    position = relative
    while line.word(position - 1) in (",", "in", "of", "by", "to", "on", "for") or position - 1 in line.timed:
        position -= 1
    return head_before(line, position)


def head_before(line: Line, end: int) -> Range | None:
    """The noun phrase that ends before `end`, or the one that it hangs on: "gunmen in two cars" is the gunmen."""
    while end > 0 and (end - 1 in line.timed):
        end -= 1
    found = _past_apposition(line, end) if line.word(end - 1) == "," else phrase_before(line, end)
    for _ in range(2):
        if found is None or not line.has(found[0] - 1, "prepositions") or line.word(found[0] - 1) == "by":
            return found
        hung = found[0] - 1
        while line.has(hung - 1, "adverbs"):
            hung -= 1
        further = phrase_before(line, hung)
        if further is None or not _plain(line, further):
            return found
        found = further
    return found


def _plain(line: Line, found: Range) -> bool:
    return not verbal(line, found[1] - 1)


def _past_apposition(line: Line, end: int) -> Range | None:
    """The phrase before a comma; where that is an apposition between commas, the phrase that it explains."""
    for comma in range(end - 2, max(-1, end - 16), -1):
        if line.word(comma) == ",":
            return phrase_before(line, comma) or phrase_before(line, end - 1)
    return phrase_before(line, end - 1)


def opening_phrase(line: Line, position: int) -> Range | None:
    """The first noun phrase of the clause: the subject of whatever follows."""
    start, _ = line.clause(position)
    for place in range(start, position):
        if line.has(place, "prepositions") and place == start:
            return None if not (comma := _comma(line, place, position)) else phrase_after(line, comma + 1)
        if nominal(line, place) or line.has(place, "articles", "subjects"):
            found = phrase_after(line, place)
            return found if found is not None and found[1] <= position else None
    return None


def _comma(line: Line, start: int, end: int) -> int | None:
    return next((position for position in range(start, end) if line.word(position) == ","), None)


def direct_object(candidate: Candidate) -> Range | None:
    """The noun phrase right after a verb."""
    line = candidate.line
    following = line.right(candidate.end)
    closed = line.has(following, "prepositions", "auxiliaries", "conjunctions") and line.tokens[following].text != "US"
    if closed and not approximate(line, following):
        return None
    return phrase_after(line, following)


def led_by(line: Line, start: int, names: Sequence[str], *, end: int | None = None) -> Iterator[tuple[int, Range]]:
    """Prepositional phrases in `[start, end)`: each preposition of the lists with the noun phrase after it."""
    stop = end if end is not None else len(line.tokens)
    position = start
    while position < stop:
        if position not in line.timed and line.has(position, *names):
            found = phrase_after(line, position + 1)
            if found is not None:
                yield position, found
                position = max(position, found[1] - 1)
        position += 1
