"""From readings to incidents: copies of one story, mentions of one incident, what answers what."""

from collections.abc import Mapping, Sequence

from rashomon.link.clusters import cluster
from rashomon.link.copies import find_copies
from rashomon.link.judged import as_pairs, copies_judged, with_verdicts
from rashomon.model import Judgement, Linked, Reading, Report, in_force

__all__ = ["link"]


def link(reports: Mapping[str, Report], readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Linked:
    """Join reported incidents that are one incident, and find reports that are copies of one story.

    A pure function: the order of the readings does not matter. Two incidents that one report tells apart are never
    joined; a judgement that two are the same, or are not, outweighs every rule.
    """
    standing = in_force(judgements)
    lineage = copies_judged(find_copies(reports), standing)
    pairs, lost = as_pairs(standing, reports, readings)
    incidents = with_verdicts(cluster(reports, readings, lineage, pairs), standing, reports, readings)
    return Linked(incidents=incidents, lineage=lineage, unanchored=lost)
