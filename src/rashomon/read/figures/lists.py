"""Groups that share a verb: "142 students, three policemen and a soldier", "four in Aleppo and three others in Idlib"."""

from rashomon.read.figures.line import DASHES
from rashomon.read.figures.linking import Linking


def link_lists(linking: Linking) -> None:
    """Carry links along lists: to the right from whatever is linked, to the left from subjects."""
    for number in range(1, len(linking.people)):
        _link_next(linking, number)
    for number in range(len(linking.people) - 2, -1, -1):
        _link_previous(linking, number)
    _link_contrasts(linking)
    _drop_owned(linking)


def _link_contrasts(linking: Linking) -> None:
    """A number that another stands against has its outcome: "the dead were 33 and not seven", "five died, not 90"."""
    for number in range(1, len(linking.people)):
        group, link = linking.people[number], linking.links.get(number - 1)
        if link is None or number in linking.links or group.own or group.kind not in ("bare", "people"):
            continue
        against = linking.gap(number - 1)[-2:] in ((",", "not"), ("and", "not"), ("but", "not"), ("rather", "than"))
        if against and group.quantity.sort == "number" and not linking.is_walled(linking.gap(number - 1)):
            linking.put(number, link, "contrasted")


def _link_next(linking: Linking, number: int) -> None:
    link, group = linking.links.get(number - 1), linking.people[number]
    if link is None or number in linking.links or group.kind != "people" or linking.begins_clause(number):
        return
    if _goes_on(linking, number - 1):
        linking.put(number, link, "coordinated", part=link.part and link.rule in ("among", "listed"))
    elif _opens_list(linking, linking.gap(number - 1)):
        linking.put(number, link, "listed", part=True)


def _goes_on(linking: Linking, number: int) -> bool:
    """Whether the next group goes on the list that this one is in."""
    gap, grammar = linking.gap(number), linking.line.grammar
    if _is_elliptic(linking, number):
        return True
    if number + 1 in linking.parts or not linking.ends_in_joint(gap) or not linking.is_plain(number):
        return False
    if linking.people[number + 1].quantity.sort == "single":
        return gap[-1] in ("and", "or") or _is_owned_between(linking, number + 1)
    return gap == (",",) or gap[-1] != "," or gap[0] in grammar.prepositions


def _is_owned_between(linking: Linking, number: int) -> bool:
    """Whether one person told by an owner stands inside a list: "a mother, her baby and four neighbours"."""
    before = linking.gap(number - 1) == (",",) and _is_owned(linking, number)
    return before and number + 1 < len(linking.people) and linking.gap(number) in (("and",), (",",), (",", "and"))


def _is_elliptic(linking: Linking, number: int) -> bool:
    """Whether the verb is left out the second time: "four were killed in Aleppo and three others in Idlib"."""
    first, group, gap = linking.people[number], linking.people[number + 1], linking.gap(number)
    between = [p for p in linking.predicates if first.end <= p.start < group.start]
    if gap[-1:] != ("and",) or len(gap) > 10 or len(between) != 1 or between[0].voice != "passive":
        return False
    rest = linking.line.words[between[0].end : group.start]
    return not linking.is_walled(rest) and linking.line.word(group.end) in ("in", "at", "near", "on", ".", "")


def _opens_list(linking: Linking, gap: tuple[str, ...]) -> bool:
    """Whether a colon or a dash opens a list of those counted before it."""
    if not gap or (gap[0] != ":" and gap[0] not in DASHES):
        return False
    joined = gap[-1] in linking.line.grammar.joints and not linking.is_walled(gap[1:])
    return len(gap) == 1 or (len(gap) <= 8 and joined)


def _link_previous(linking: Linking, number: int) -> None:
    link, group = linking.links.get(number + 1), linking.people[number]
    if link is None or number in linking.links or group.part or number in linking.parts:
        return
    joints = {"subject": ("and", "or"), "among": ("and", "or"), "coordinated subject": ("and", "or", ",", *DASHES)}
    if _leads(linking, number, joints.get(link.rule, ())):
        linking.put(number, link, "coordinated subject", part=link.part)


def _leads(linking: Linking, number: int, joints: tuple[str, ...]) -> bool:
    """Whether the group is joined to the subject behind it by one of these."""
    gap, group = linking.gap(number), linking.people[number]
    if not gap or gap[-1] not in joints or not linking.is_plain(number) or (group.kind == "bare" and len(gap) > 1):
        return False
    if gap == (",", "and") and linking.people[number + 1].kind == "bare":
        return False
    return linking.line.word(group.start - 1) == "with" or not linking.after_preposition(number)


def _drop_owned(linking: Linking) -> None:
    """ "His wife" counts only beside others ("his wife and two children"); alone it is mostly a name's epithet."""
    owned = [number for number in range(len(linking.people)) if _is_owned(linking, number)]
    for number in owned:
        beside = [n for n in (number - 1, number + 1) if n in linking.links and n not in owned]
        if not any(linking.gap(min(n, number))[-1:] in (("and",), (",",)) for n in beside):
            linking.links.pop(number, None)


def _is_owned(linking: Linking, number: int) -> bool:
    group = linking.people[number]
    return group.quantity.sort == "single" and linking.line.word(group.start) in linking.line.grammar.owners
