"""People as the object of a verb or noun, and as a toll: "killed five", "the death of two", "put the toll at 17"."""

from rashomon.read.figures.linking import REACH, Linking


def link_objects(linking: Linking) -> None:
    """Link each verb that looks right to its object, or to a group joined to an object that is not counted."""
    grammar = linking.line.grammar
    for predicate in linking.voiced("active"):
        position = linking.line.past(predicate.end, grammar.adverbs | grammar.days)
        # "Killed only one fighter": an adverb may belong to the number.
        started = (linking.starting(place) for place in range(predicate.end, position + 1))
        number = next((found for found in started if found is not None), None)
        if number is not None:
            linking.put(number, predicate, "object")
            continue
        for number, group in enumerate(linking.people):
            if position < group.start <= position + REACH and _joined_object(linking, number, position):
                linking.put(number, predicate, "object joined to a name")
                break


def _joined_object(linking: Linking, number: int, position: int) -> bool:
    """Whether the group is joined by "and" or a comma to an object that is not counted ("killed X and two guards")."""
    group = linking.people[number]
    gap = linking.line.words[position : group.start]
    if linking.is_walled(gap) or any(position <= p.start < group.start for p in linking.predicates):
        return False
    if group.kind != "people" or (group.quantity.sort == "single" and gap[-1:] not in (("and",), ("or",))):
        return False
    return linking.ends_in_joint(gap) and not linking.begins_clause(number)


def link_nominals(linking: Linking) -> None:
    """Link what stands behind "the death of", "injuries to"."""
    for predicate in linking.voiced("nominal"):
        number = linking.starting(predicate.end)
        if number is None:
            number = linking.starting(linking.line.past(predicate.end, frozenset(("the", "all"))))
        if number is not None:
            linking.put(number, predicate, "of a noun")


def link_tolls(linking: Linking) -> None:
    """Link a toll to its number, and to a second one that it came from ("to 22 from 17")."""
    book = linking.line.book
    for predicate in linking.voiced("toll"):
        linked = False
        for number, group in enumerate(linking.people):
            if group.start < predicate.end or number in linking.links:
                continue
            before = linking.line.word(group.start - 1)
            if _is_out_of_reach(linking, predicate.end, group.start) or (linked and before not in ("from", "to")):
                break
            near = before in book.toll_links or group.start == predicate.end
            if near and group.kind != "unknown" and group.quantity.sort != "single":
                linking.put(number, predicate, "toll")
                linked = True


def _is_out_of_reach(linking: Linking, start: int, end: int) -> bool:
    other = any(start <= p.start < end and p.voice in ("active", "toll") for p in linking.predicates)
    return other or end - start > REACH or ";" in linking.line.words[start:end]
