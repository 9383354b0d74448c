"""Parts of a larger group: "including five children", "two women among them", "three of them children"."""

from rashomon.model import Outcome
from rashomon.read.figures.line import DASHES
from rashomon.read.figures.linking import Link, Linking
from rashomon.read.figures.nouns import Counted


def find_parts(linking: Linking) -> None:
    """Mark the groups that the words around them make parts, and those joined to such a one."""
    people, parts = linking.people, linking.parts
    for number, group in enumerate(people):
        follows = number - 1 in parts and linking.gap(number - 1) in (("and",), (",",), (",", "and"))
        follows = follows and not group.own and not linking.begins_clause(number)
        if _told_before(linking, group) or _told_after(linking, group) or follows:
            parts.add(number)
    for number in range(len(people) - 2, -1, -1):
        if number + 1 in parts and linking.gap(number) == ("and",) and _told_after(linking, people[number + 1]):
            parts.add(number)


def mark_shares(linking: Linking) -> None:
    """Mark as parts the members of a list that share an outcome, and "one more" who died: the toll is larger than each."""
    for number, link in sorted(linking.links.items()):
        group = linking.people[number]
        counts = group.quantity.sort != "none"
        beside = {"coordinated": number - 1, "coordinated subject": number + 1}.get(link.rule)
        if counts and beside in linking.links and linking.links[beside].outcomes == link.outcomes:
            linking.mark_part(number)
            if linking.gap(min(number, beside))[-1] not in DASHES:
                linking.mark_part(beside)
        if link.outcomes[0] == "killed" and _is_further(linking, group):
            linking.mark_part(number)


def _is_further(linking: Linking, group: Counted) -> bool:
    words = linking.line.words[: group.end + 1]
    more = (place for place in range(group.start + 1, group.end) if words[place] == "more")
    return any(words[place - 1] not in ("or", "and") and words[place + 1 : place + 2] != ("than",) for place in more)


def _told_before(linking: Linking, group: Counted) -> bool:
    book, words = linking.line.book, linking.line.words
    for place in range(max(0, group.start - 4), group.start):
        found = book.part_before.at(words, place)
        if found is not None and found[0] == group.start:
            return True
    return False


def _told_after(linking: Linking, group: Counted) -> bool:
    return linking.line.book.part_after.at(linking.line.words, group.end) is not None


def link_parts(linking: Linking, earlier: tuple[Outcome, ...]) -> None:
    """Give a part the outcome of the group that it belongs to: the last one told before it, else the next one.

    `earlier` is the outcome of the last figure before this sentence, for parts that are surely people.
    """
    links = linking.links
    for number, group in enumerate(linking.people):
        gravely = _gravely_hurt(linking, number)
        told_part = group.part or gravely or (number in linking.parts and group.kind != "unknown")
        if number in links or group.own or not told_part:
            continue
        if linking.line.word(group.end) in linking.line.grammar.gravely and not gravely:
            continue
        before = [links[n].outcomes for n in range(number) if n in links]
        told = [predicate.outcomes for predicate in linking.predicates if predicate.end <= group.start]
        after = [links[n].outcomes for n in range(number + 1, len(linking.people)) if n in links]
        known = (after or [earlier])[0] if _is_surely_people(linking, group) else ()
        outcomes = (before[-1:] or told[-1:] or [known])[0]
        if outcomes:
            linking.put(number, Link(outcomes=outcomes), "part of a group", part=True)


def _is_surely_people(linking: Linking, group: Counted) -> bool:
    line, words = linking.line, linking.line.words[group.start : group.end]
    if words[-1] in line.grammar.pronouns and line.word(group.end) in line.grammar.be:
        # "Two of them were children": the verb says who they were, not what befell them.
        return line.word(line.past(group.end + 1, line.grammar.adverbs)) in line.book.people
    return words[-1] in line.book.people and "the" not in words


def _gravely_hurt(linking: Linking, number: int) -> bool:
    """Whether a part is said to be hurt gravely right behind those hurt: "six were injured, two of them seriously"."""
    before, end = linking.links.get(number - 1), linking.people[number].end
    if before is None or "wounded" not in before.outcomes or linking.line.word(end) not in linking.line.grammar.gravely:
        return False
    return linking.people[number].part and linking.line.word(end + 1) in (".", ",", ";", "", "said", "and")
