"""People as the subject of a verb: "two people were killed", "eight tourists, it said, died", "perished 35 people"."""

from rashomon.read.figures.line import DASHES
from rashomon.read.figures.linking import REACH, Link, Linking
from rashomon.read.figures.predicates import Predicate


def link_subjects(linking: Linking) -> None:
    """Link each verb that looks left to its subject, or to what follows it where nothing can be its subject."""
    for predicate in linking.voiced("passive"):
        number = subject_of(linking, predicate)
        if number is not None:
            linking.put(number, predicate, "subject")
        elif not _tells_later_fate(linking, predicate):
            _link_inverted(linking, predicate)


def link_among(linking: Linking) -> None:
    """Link groups that are "among the dead", on either side of the phrase."""
    grammar = linking.line.grammar
    for predicate in linking.voiced("among"):
        number = subject_of(linking, predicate)
        if number is None:
            number = linking.starting(linking.line.past(predicate.end, grammar.be | grammar.adverbs | {":"}))
        if number is not None:
            linking.put(number, predicate, "among", part=True)


def subject_of(linking: Linking, predicate: Predicate) -> int | None:
    """The group that is the predicate's subject; parts of a group only where nothing else can be."""
    for found in (_apposed(linking, predicate), _nearest(linking, predicate, parts=False)):
        if found is not None:
            return found
    return _nearest(linking, predicate, parts=True)


def _apposed(linking: Linking, predicate: Predicate) -> int | None:
    """The head of a list set off by commas: "three relatives, a mother and two sons, were killed"."""
    last = next((n for n, g in enumerate(linking.people) if g.end == predicate.start - 1), None)
    if not last or linking.line.word(predicate.start - 1) != "," or last in linking.parts:
        return None
    first = last
    while first > 0 and linking.is_plain(first - 1) and linking.gap(first - 1)[-1:] in ((",",), ("and",)):
        first -= 1
    group = linking.people[first]
    fits = group.quantity.sort == "number" and group.kind == "people" and first not in linking.links
    return first if first < last and fits and not linking.after_preposition(first) else None


def _nearest(linking: Linking, predicate: Predicate, *, parts: bool) -> int | None:
    for number in range(len(linking.people) - 1, -1, -1):
        group = linking.people[number]
        if group.end > predicate.start or (number in linking.parts and not parts):
            continue
        crossed = any(p.start >= group.end and p.end <= predicate.start for p in linking.predicates)
        if crossed or predicate.start - group.end > REACH:
            return None
        if _reaches(linking, number, linking.line.words[group.end : predicate.start]):
            return number
    return None


def _reaches(linking: Linking, number: int, gap: tuple[str, ...]) -> bool:
    """Whether a group and a verb with these words between them are subject and verb."""
    group, grammar = linking.people[number], linking.line.grammar
    if number in linking.links or linking.inside_previous(number):
        return False
    if grammar.adverbs.issuperset(gap):
        return True
    if gap[0] in grammar.relatives or (gap[0] == "," and gap[1:2] and gap[1] in grammar.relatives):
        return len(gap) <= 12 and ";" not in gap
    if gap[0] == "," and grammar.adverbs.issuperset(gap[1:]):
        return len(gap) > 1 and group.kind == "people"
    vaguely = group.kind in ("bare", "unknown") and (len(gap) > 6 or gap[0] == "(" or gap[0] in DASHES)
    if vaguely or group.part or linking.after_preposition(number):
        return False
    if len(gap) > 2 and gap[0] == gap[-1] == "," and gap.count(",") == 2:
        return True
    if linking.is_walled(gap):
        return False
    if gap[0] == ",":
        return gap[-1] == "," and len(gap) > 1
    if gap[0] in ("and", "or") and gap[-1] == ",":
        return False
    return gap[-1] in grammar.relatives or gap[-1] == "," or gap.count(",") % 2 == 0


def _tells_later_fate(linking: Linking, predicate: Predicate) -> bool:
    """A verb after a shortened clause tells what came of its subject: "a man wounded in the blast died"."""
    index = linking.predicates.index(predicate)
    former = linking.predicates[index - 1] if index else None
    if former is None or not former.bare or former.voice != "passive" or "killed" in former.outcomes:
        return False
    gap = linking.line.words[former.end : predicate.start]
    number = next((n for n, g in enumerate(linking.people) if g.end == former.start and n in linking.links), None)
    between = any(former.end <= group.start < predicate.start for group in linking.people)
    if number is None or between or linking.is_walled(gap) or not {",", "and"}.isdisjoint(gap):
        return False
    linking.links[number] = Link(outcomes=predicate.outcomes, rule="subject", part=linking.links[number].part)
    return True


def _link_inverted(linking: Linking, predicate: Predicate) -> None:
    """A subject behind its verb, as in "there perished 35 people", or a number as in "dead at 44"."""
    position = linking.line.past(predicate.end, linking.line.grammar.adverbs)
    number = linking.starting(linking.line.past(position, linking.line.grammar.be) if predicate.bare else position)
    if number is not None and all(group.end > predicate.start for group in linking.people):
        linking.put(number, predicate, "subject behind its verb")
        return
    told = predicate.bare and linking.line.word(position) in ("at", ":", "now")
    number = linking.starting(position + 1) if told else None
    if number is not None and linking.people[number].kind == "bare":
        linking.put(number, predicate, "toll")
