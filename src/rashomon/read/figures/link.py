"""What befell each counted group of a sentence: the rules in the order of their certainty."""

from rashomon.model import Outcome
from rashomon.read.figures.line import Line
from rashomon.read.figures.linking import Link, Linking
from rashomon.read.figures.lists import link_lists
from rashomon.read.figures.nouns import Counted
from rashomon.read.figures.objects import link_nominals, link_objects, link_tolls
from rashomon.read.figures.parts import find_parts, link_parts, mark_shares
from rashomon.read.figures.predicates import Predicate
from rashomon.read.figures.retold import link_retold
from rashomon.read.figures.subjects import link_among, link_subjects


def linked(
    line: Line, people: list[Counted], *, predicates: list[Predicate], earlier: tuple[Outcome, ...]
) -> dict[int, Link]:
    """Links by the group's number from left to right; groups that nothing befell are left out.

    `earlier` is the outcome of the last figure before this sentence.
    """
    linking = Linking(line, people, predicates)
    find_parts(linking)
    _link_counted_outcomes(linking)
    for rule in (link_subjects, link_objects, link_nominals, link_among, link_tolls):
        rule(linking)
    _link_inner_outcomes(linking)
    link_parts(linking, earlier)
    link_lists(linking)
    link_retold(linking, earlier)
    mark_shares(linking)
    return linking.links


def _link_counted_outcomes(linking: Linking) -> None:
    """ "30 dead", "16 fatalities": no verb is needed."""
    for number, group in enumerate(linking.people):
        if group.own and not group.part:
            linking.put(number, group, "counted outcome")


def _link_inner_outcomes(linking: Linking) -> None:
    """ "17 wounded passengers", "six of the dead": what the phrase tells holds where no verb tells otherwise."""
    for number, group in enumerate(linking.people):
        if group.outcomes and number not in linking.links and _makes_figure(linking, group):
            linking.put(number, group, "counted outcome")


def _makes_figure(linking: Linking, group: Counted) -> bool:
    """Whether the outcome in a phrase is a count: not "a wounded woman", "many of the dead", "kin of one of the dead"."""
    if group.own and group.part:
        one = group.quantity.low == group.quantity.high
        governed = linking.line.word(group.start - 1) in ("of", "by", "for")
        return group.quantity.sort == "number" and not (one and governed)
    return group.quantity.sort != "single"
