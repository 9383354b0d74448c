"""Numbers that stand for a toll told before, with no noun and no verb of harm: "he puts it at 12", "up from 28"."""

from rashomon.model import Outcome
from rashomon.read.figures.linking import Link, Linking

COUNTS = ("figure", "count", "tally")
"""Nouns for a number that is known already when they are used; a toll is one at any time."""
CHANGES = (("up", "from"), ("down", "from"))


def link_retold(linking: Linking, earlier: tuple[Outcome, ...]) -> None:
    """Give a bare number that retells a toll the outcome told last; `earlier` is that of the sentences before."""
    for number, group in enumerate(linking.people):
        if number in linking.links or group.kind != "bare" or group.quantity.sort != "number":
            continue
        before = [linking.links[n].outcomes for n in range(number) if n in linking.links]
        outcomes = (before[-1:] or [earlier])[0]
        if outcomes and "captured" not in outcomes and _retells(linking, number, told_here=bool(before)):
            linking.put(number, Link(outcomes=outcomes), "toll told again")


def _retells(linking: Linking, number: int, *, told_here: bool) -> bool:
    group, line = linking.people[number], linking.line
    after = line.word(group.end)
    if after and after not in line.grammar.after_passive:
        return False
    before = line.words[max(0, group.start - 2) : group.start]
    if told_here and before in CHANGES:
        return True
    if len(before) == 2 and before[0] in COUNTS and before[1] in ("of", "to", "is", "was"):
        return True
    return before == ("it", "at") and line.word(group.start - 3) in ("put", "puts", "putting")
