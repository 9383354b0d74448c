"""From readings to incidents: copies of one story, mentions of one incident, what answers what."""

from collections.abc import Mapping, Sequence

from rashomon.link.copies import find_copying
from rashomon.link.descent import borrowings, lineages
from rashomon.link.judged import as_pairs, copies_judged, with_verdicts
from rashomon.link.linker import Linker
from rashomon.link.versions import pages
from rashomon.model import Judgement, Linked, Reading, Report, in_force
from rashomon.vectors import Vectors

__all__ = ["Linker", "link"]


def link(
    reports: Mapping[str, Report],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement] = (),
    vectors: Vectors | None = None,
) -> Linked:
    """Join reported incidents that are one incident, and find reports that are copies of one story.

    A pure function: the order of the readings does not matter. Two incidents that one report tells apart are never
    joined; a judgement that two are the same, or are not, outweighs every rule. Without `vectors`, only words tell likeness.
    """
    standing = in_force(judgements)
    copying = find_copying(reports)
    lineage = copies_judged(lineages(reports, copying), standing)
    pairs, lost = as_pairs(standing, reports, readings)
    linker = Linker(vectors)
    linker.add(reports, readings)
    linker.settle(lineage, pairs)
    return Linked(
        incidents=with_verdicts(linker.incidents(), standing, reports, readings),
        lineage=lineage,
        borrowed=borrowings(reports, copying),
        pages=pages(reports),
        unanchored=lost,
    )
