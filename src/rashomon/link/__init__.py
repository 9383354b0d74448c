"""From readings to incidents: copies of one story, mentions of one incident, what answers what."""

import logging
import zlib
from collections.abc import Mapping, Sequence

from rashomon.errors import WorkspaceDamaged
from rashomon.link.copies import find_copying
from rashomon.link.copy_records import Copied
from rashomon.link.descent import borrowings, lineages
from rashomon.link.judged import as_pairs, copies_judged, with_verdicts
from rashomon.link.linker import Linker
from rashomon.link.shelf import Shelf
from rashomon.link.state import Dropped, clear, unmet
from rashomon.link.versions import pages
from rashomon.model import Judgement, Linked, Reading, Report, in_force
from rashomon.vectors import Vectors

__all__ = ["Dropped", "Linker", "Shelf", "link", "unmet"]

LOG = logging.getLogger(__name__)
DAMAGE = (WorkspaceDamaged, LookupError, ValueError, zlib.error)
"""What rows raise that are not as they were kept, or not all there."""


def link(
    reports: Mapping[str, Report],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement] = (),
    *,
    vectors: Vectors | None = None,
    shelf: Shelf | None = None,
    version: str = "",
) -> Linked:
    """Join reported incidents that are one incident, and find reports that are copies of one story.

    A pure function: the order of the readings does not matter. Two incidents that one report tells apart are never
    joined; a judgement that two are the same, or are not, outweighs every rule. What is worth keeping for the next call
    is kept on the `shelf`, if there is one, and changes how long that takes, never what it gives; `version` names
    whatever made the readings. Without
    `vectors`, only words tell likeness.
    """
    if shelf is None:
        return _linked(reports, readings, judgements, Linker(vectors=vectors), Copied.on())
    known = {reading.report for reading in readings}
    try:
        return _linked(
            reports,
            readings,
            judgements,
            Linker(shelf, version=version, reports=known, vectors=vectors),
            Copied.on(shelf),
        )
    except DAMAGE as error:
        LOG.warning("What the workspace kept of joining incidents is damaged; it is made anew from the readings.")
        LOG.debug("It was damaged so: %r", error, exc_info=True)
        clear(shelf)
        return _linked(
            reports,
            readings,
            judgements,
            Linker(shelf, version=version, reports=known, vectors=vectors),
            Copied.on(shelf),
        )


def _linked(
    reports: Mapping[str, Report],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    linker: Linker,
    known: Copied,
) -> Linked:
    standing = in_force(judgements)
    copying = find_copying(reports, known=known)
    lineage = copies_judged(lineages(reports, copying), standing)
    pairs, lost = as_pairs(standing, reports, readings)
    linker.settle(lineage, pairs)
    linker.add(reports, readings)
    joined = linker.incidents()
    borrowed = borrowings(reports, copying)
    linker.save(*known.drawers)
    return Linked(
        incidents=with_verdicts(joined, standing, reports, readings),
        lineage=lineage,
        borrowed=borrowed,
        pages=pages(reports),
        unanchored=lost,
    )
