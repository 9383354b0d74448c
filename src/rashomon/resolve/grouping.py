"""Taking mentions together: which mentions of one report are one incident.

Mentions are looked at in reading order. Each joins the group that the table of `joining` gives most points, or opens
a group of its own where none has any.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.codebook.fitted import Table, load_fitted
from rashomon.model import Reality
from rashomon.resolve.facts import Facts
from rashomon.resolve.group import GENERIC, TELLING, Group, sides
from rashomon.resolve.joining import NOWHERE, Row, Standing, day, far_apart, points, separate, weighed

FLOOR = -0.25
"""Points from which a mention belongs to a group: rather two incidents taken for one than one torn in two."""
AHEAD = 0.5
"""By how many points more a group has to belong to a later mention, to be left to it."""
TOLD: tuple[Reality, ...] = ("happened", "denied")
"""A denial speaks of the same incident as the account that it denies; a plan or a threat speaks of another."""


@dataclass(frozen=True, slots=True)
class Tied:
    """Of one mention those that answer it, and those later in the report that answer it or are answered by it."""

    answering: Sequence[Facts]
    ahead: Sequence[Facts]


def group_mentions(mentions: Sequence[Facts], table: Table | None = None) -> list[Group]:
    """Groups of mentions, in the order of their first mention; `table` instead of the one that is shipped."""
    rows = weighed(load_fitted("joining") if table is None else table)
    groups: list[Group] = []
    recent: Group | None = None
    answers, by_id = answers_to(mentions), {facts.mention.id: facts for facts in mentions}
    for facts in mentions:
        answering = answers.get(facts.mention.id, ())
        tied = [*answering, *(by_id[id] for id in facts.mention.answers if id in by_id)]
        ahead = [other for other in tied if other.start > facts.start]
        group = _best(facts, groups, recent, rows, Tied(answering, ahead))
        if group is None:
            group = Group()
            groups.append(group)
        group.add(facts)
        recent = group
    for group in groups:
        _keep_own_kind(group, groups)
    return groups


def answers_to(mentions: Sequence[Facts]) -> dict[str, list[Facts]]:
    """By the id of a mention those that are said to answer it."""
    found: dict[str, list[Facts]] = {}
    for facts in mentions:
        for answered in facts.mention.answers:
            found.setdefault(answered, []).append(facts)
    return found


def _keep_own_kind(group: Group, groups: Sequence[Group]) -> None:
    """Take back a kind that only neighbours told, where those turned out to speak of another incident."""
    kind = group.type
    if kind not in GENERIC and not group.told and any(kind in other.told for other in groups if other is not group):
        group.votes = {"armed_attack": group.votes[kind]}


def standing_of(number: int, groups: Sequence[Group], recent: Group | None) -> Standing:
    """Where one of some groups stands."""
    return Standing(first=number == 0, only=len(groups) == 1, recent=groups[number] is recent)


def excluded(facts: Facts, group: Group, answers: Sequence[Facts] = ()) -> bool:
    """Whether a mention can't be of a group: one answers the other, is a series, never came to pass, was on another day
    in another town, or is said to be another incident. Nor is it where those who answer it, in `answers`, did what the
    group tells."""
    mention = facts.mention
    if mention.series != group.series or (mention.reality in TOLD) != (group.reality in TOLD):
        return True
    if separate(facts, group, NOWHERE) == "opens":
        return True
    if facts.wording.introduced == "another" and day(facts, group, NOWHERE) in ("apart", "night"):
        return True
    if mention.id in group.answered or not group.ids.isdisjoint(mention.answers):
        return True
    if any(_others_did(answer, facts, group) for answer in answers):
        return True
    return far_apart(facts, group)


def _others_did(answer: Facts, facts: Facts, group: Group) -> bool:
    """Whether those who answer a mention, and didn't do it, did what a group tells."""
    named = (answer.wording.doers - facts.wording.doers) & group.words["doers"]
    return bool(named or (sides(answer.initiators) - sides(facts.initiators)) & group.doers)


def _best(facts: Facts, groups: Sequence[Group], recent: Group | None, rows: Sequence[Row], tied: Tied) -> Group | None:
    scored = []
    answered = {id for group in groups if not group.ids.isdisjoint(facts.mention.answers) for id in group.answered}
    for n, group in enumerate(groups):
        # What answers an answer to something is not that itself.
        if excluded(facts, group, tied.answering) or not group.ids.isdisjoint(answered):
            continue
        standing = standing_of(n, groups, recent)
        score = points(facts, group, standing, rows)
        rivals = (points(other, group, standing, rows) for other in tied.ahead if not excluded(other, group))
        if score > FLOOR and not (_may_leave(facts, group) and any(rival > score + AHEAD for rival in rivals)):
            scored.append((score, -n, group))
    return max(scored, key=lambda item: item[:2])[2] if scored else None


def _may_leave(facts: Facts, group: Group) -> bool:
    """Whether a mention leaves a group to one that is tied to it and belongs there more: the two can't share it.

    What answers something leaves no group that does, and none where its own words may mean anything ("the response").
    """
    return not facts.mention.answers or (not group.answered and facts.mention.type_basis in TELLING)
