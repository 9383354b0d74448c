"""From readings to incidents: copies of one story, mentions of one incident, what answers what."""

import logging
from collections.abc import Mapping, Sequence

from rashomon.link.copies import find_copying
from rashomon.link.copy_records import Copied
from rashomon.link.descent import borrowings, lineages
from rashomon.link.judged import as_pairs, copies_judged, with_verdicts
from rashomon.link.linker import Linker
from rashomon.link.state import Dropped, clear, unmet
from rashomon.link.versions import pages
from rashomon.model import Judgement, Linked, Reading, Report, by_report, in_force
from rashomon.store.shelf import DAMAGE, Shelf
from rashomon.vectors import Vectors

__all__ = ["Dropped", "Linker", "Shelf", "link", "unmet"]

LOG = logging.getLogger(__name__)


def link(
    reports: Mapping[str, Report],
    readings: Sequence[Reading] | Mapping[str, Reading],
    judgements: Sequence[Judgement] = (),
    *,
    vectors: Vectors | None = None,
    shelf: Shelf | None = None,
    version: str = "",
) -> Linked:
    """Join reported incidents that are one incident, and find reports that are copies of one story.

    A pure function: the order of the readings does not matter; of a mapping of them by report, only those are asked for that are
    needed. Two incidents that one report tells apart are never
    joined; a judgement that two are the same, or are not, outweighs every rule. What is worth keeping for the next call
    is kept on the `shelf`, if there is one, and changes how long that takes, never what it gives; `version` names
    whatever made the readings. Without
    `vectors`, only words tell likeness.
    """
    told = by_report(readings)
    if shelf is None:
        return _linked(reports, told, judgements, Linker(vectors=vectors), Copied.on())
    try:
        return _linked(
            reports,
            told,
            judgements,
            Linker(shelf, version=version, reports=told.keys(), vectors=vectors),
            Copied.on(shelf),
        )
    except DAMAGE as error:
        LOG.warning("What the workspace kept of joining incidents is damaged; it is made anew from the readings.")
        LOG.debug("It was damaged so: %r", error, exc_info=True)
        clear(shelf)
        return _linked(
            reports,
            told,
            judgements,
            Linker(shelf, version=version, reports=told.keys(), vectors=vectors),
            Copied.on(shelf),
        )


def _linked(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    judgements: Sequence[Judgement],
    linker: Linker,
    known: Copied,
) -> Linked:
    standing = in_force(judgements)
    copying = find_copying(reports, known=known)
    lineage = copies_judged(lineages(reports, copying), standing)
    pairs, lost = as_pairs(standing, reports, readings)
    linker.settle(lineage, pairs)
    linker.add(reports, [readings[report] for report in linker.unknown(readings)])
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
