"""Claims of responsibility held against who is said to have acted: only a doer claims an act as its own.

The read stage knows words alone: an army that says "the raid hit a depot" may report its own raid or its enemy's. Once
names are resolved, the sides tell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.actors import load_actors, side_of
from rashomon.model import Attribution, Reading, within, words_of
from rashomon.resolve.facts import Facts, is_own_act
from rashomon.resolve.group import Group

EXPLICIT = re.compile(
    r"\b(?:responsib\w+|took credit|(?:is|was|are|were|been) behind|carried out by (?:its|our|their)"
    r"|(?:is|was|are|were|been) (?:its|our|their) own)\b",
    re.IGNORECASE,
)
CLAIMING = re.compile(r"\bclaim(?:s|ed|ing)?\b", re.IGNORECASE)
"""Claims an attack as one's own, or only claims that something is so."""
OWN_OPENING = re.compile(
    r"\W*(?:we|our|its|their|his)\b|\W*(?:it|they)\s+(?:had |has |have )?(?:carried out|conducted|launched|fired|attacked"
    r"|struck|targeted|bombed|shelled|staged|mounted|downed|shot down)\b",
    re.IGNORECASE,
)
VICTIMS = re.compile(r"\b(?:civilians?|children|women|villagers|worshippers|patients)\b", re.IGNORECASE)
"""Whom nobody boasts of having killed: who tells of them tells of another's act, unless it is said whose it was."""
HEAD = 60
"""Characters within which a statement comes to what it is about; an act further back is one that it only mentions."""
OWN_ACT = re.compile(
    r"\W*(?:it|they|we)\s+(?:had |has |have )?(?:carried out|conducted|launched|staged|mounted|ambushed|attacked|bombed"
    r"|shelled|targeted)\b|\W*(?:it|they|we)\s+(?:is|was|are|were|had been) behind\b"
    r"|.*\b(?:is|was|are|were|been) (?:its|our|their) own\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words in which a party owns up to an act, however plainly it is told."""


def check_claims(reading: Reading, facts: list[Facts], groups: Sequence[Group]) -> Reading:
    """The reading with claims of responsibility that do not bear looking at turned into assertions, and the other way.

    A claim stands where its words say so, where the speaker speaks of its own forces, where the doer is of the
    speaker's side, and, as long as nobody else is said to have done it, where what was hit lies in another country.
    An assertion is a claim where a known party says in so many words that an incident was its own act.
    """
    return replace(reading, attributions=tuple(_checked(a, facts, groups) for a in reading.attributions))


def _checked(attribution: Attribution, facts: list[Facts], groups: Sequence[Group]) -> Attribution:
    if attribution.stance == "asserts" and _owns_up(attribution, facts):
        return replace(attribution, stance="claims_responsibility")
    if attribution.stance != "claims_responsibility":
        return attribution
    content = words_of(attribution.content)
    if EXPLICIT.search(words_of(attribution.cue)) or EXPLICIT.search(content) or OWN_OPENING.match(content):
        return attribution
    claimant = attribution.claimant
    own = side_of(claimant.actor) if claimant is not None and claimant.actor is not None else None
    spoken = [f for f in facts if within(f.mention.trigger, attribution.content)]
    beside = [f for group in groups if any(m in spoken for m in group.members) for f in group.members]
    doers = _sides(spoken) or _sides(beside)
    if doers:
        stands = own in doers
    else:
        first = [f for f in spoken if f.start < attribution.content[0].start + HEAD]
        hostile = own is not None and not VICTIMS.search(content[:HEAD]) and _is_abroad(own, first, beside)
        stands = hostile or CLAIMING.search(words_of(attribution.cue)) is not None
    return attribution if stands else replace(attribution, stance="asserts")


def _owns_up(attribution: Attribution, facts: list[Facts]) -> bool:
    claimant = attribution.claimant
    if claimant is None or claimant.actor is None or not OWN_ACT.match(words_of(attribution.content)):
        return False
    spoken = [f for f in facts if within(f.mention.trigger, attribution.content) and f.mention.reality == "happened"]
    doers = _sides(spoken)
    return bool(spoken) and (not doers or side_of(claimant.actor) in doers)


def _sides(told: list[Facts]) -> set[str]:
    """Those who are said by name to have done it."""
    return {party.side for f in told if not is_own_act(f.mention) for party in f.initiators if party.side}


def _is_abroad(own: str, first: list[Facts], beside: list[Facts]) -> bool:
    """Whether what was hit is another side's or lies in another country, as where armies tell of their own strikes."""
    if any(f.mention.type == "suicide_bombing" for f in beside):
        return False
    home = load_actors().by_id[own].country if own in load_actors().by_id else None
    # Its own words tell first, then those of other mentions of the same incident.
    for told in (first, beside):
        sufferers, hit = {party.side for f in told for party in f.targets if party.side}, _countries(told)
        if sufferers:
            return own not in sufferers
        if hit:
            return home not in hit
    return False


def _countries(told: list[Facts]) -> set[str]:
    return {place.country for f in told for place in f.places if place.country}
