"""Claims of responsibility held against who is said to have acted: only a doer claims an act as its own.

The read stage knows words alone: an army that says "the raid hit a depot" may report its own raid or its enemy's. Once
names are resolved, the sides tell.
"""

import re
from dataclasses import replace

from rashomon.codebook.actors import side_of
from rashomon.model import Attribution, Reading, Stance, within, words_of
from rashomon.resolve.facts import Facts

EXPLICIT = re.compile(
    r"\b(?:responsib\w+|took credit|was behind|were behind|carried out by (?:its|our|their)|claim(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
OWN_OPENING = re.compile(
    r"\W*(?:we|our|its|their|his)\b|\W*(?:it|they)\s+(?:had |has |have )?(?:carried out|conducted|launched|fired|attacked"
    r"|struck|targeted|bombed|shelled|staged|mounted|downed|shot down)\b",
    re.IGNORECASE,
)


def check_claims(reading: Reading, facts: list[Facts]) -> Reading:
    """The reading with every claim of responsibility that nothing supports turned into what it is.

    A claim stands where its words say so, where the speaker speaks of its own forces, or where the doer is of the
    speaker's side. Otherwise it accuses whoever is named as the doer, or only asserts.
    """
    return replace(reading, attributions=tuple(_checked(a, facts) for a in reading.attributions))


def _checked(attribution: Attribution, facts: list[Facts]) -> Attribution:
    if attribution.stance != "claims_responsibility":
        return attribution
    content = words_of(attribution.content)
    if EXPLICIT.search(words_of(attribution.cue)) or EXPLICIT.search(content) or OWN_OPENING.match(content):
        return attribution
    claimant = attribution.claimant
    own = side_of(claimant.actor) if claimant is not None and claimant.actor is not None else None
    spoken = [f for f in facts if within(f.mention.trigger, attribution.content)]
    doers = {party.side for f in spoken for party in f.initiators if party.side}
    if own is not None and own in doers:
        return attribution
    stance: Stance = "accuses" if doers else "asserts"
    return replace(attribution, stance=stance)
