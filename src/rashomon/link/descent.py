"""Who copied whom: a tree for each family of copies, and for each borrowed passage where it comes from."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.codebook.copying import agencies_told
from rashomon.codebook.outlets import outlet_named
from rashomon.link.alignment import Run, align, coverage
from rashomon.link.copies import Copying, age, families
from rashomon.link.copy_records import Copied, Overlap
from rashomon.link.prose import Prose
from rashomon.model import CopyKind, Descent, Direction, Lineage, Passage, Report, content_id

SAME = 0.97
"""Likeness from which a passage is verbatim: a word or two of a paragraph apart, for spelling and numbers."""
ENTIRE = 0.9
"""Share of the source from which a copy is not cut."""
LEAST_TOLD = 0.5
"""Share of a family's reports that must name an agency in their text, where none credits one, for it to be the origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """Reports that are one story, their overlaps, and what is known of their origin."""

    reports: tuple[str, ...]
    origin: str | None
    overlaps: Mapping[frozenset[str], Overlap]


def lineages(reports: Mapping[str, Report], copying: Copying) -> tuple[Lineage, ...]:
    """Every family of copies with its origin and its tree, ordered by its reports."""
    copying.known.descents.all()
    copying.known.told.all()
    copied = copying.copied()
    overlaps = {frozenset(overlap.pair): overlap for overlap in copied}
    found = []
    for group in families(copied):
        family = _Family(reports=group, origin=origin_of(reports, group, copying.known), overlaps=overlaps)
        descents = tuple(_descents(reports, copying, family))
        root = sources_first(reports, copying.lengths, family.origin, group)[0]
        found.append(Lineage(reports=group, origin=family.origin, root=root, descents=descents))
    return tuple(found)


def borrowings(reports: Mapping[str, Report], copying: Copying) -> tuple[Descent, ...]:
    """Passages of one story in another, each part of a report from one source: the earliest that has most of it."""
    held: dict[str, list[tuple[Overlap, str]]] = defaultdict(list)
    for overlap in copying.borrowed():
        if len({reports[identity].outlet or identity for identity in overlap.pair}) == 1:
            continue  # what an outlet prints again of its own, a note under each text above all
        source, copy = sources_first(reports, copying.lengths, None, overlap.pair)
        held[copy].append((overlap, source))
    return tuple(
        replace(descent, kind="passage")
        for copy in sorted(held)
        for source in _sources(reports, copying, copy, held[copy])
        if (descent := _descent(reports, copying, (copy, source), None)).passages
    )


def origin_of(reports: Mapping[str, Report], group: Sequence[str], known: Copied) -> str | None:
    """The agency that most of the copies credit, else the one that most of their texts name as told; None in doubt."""
    credited = Counter(agency for identity in group if (agency := reports[identity].agency))
    if credited:
        return _first(credited, 1)
    told = Counter(agency for identity in group for agency in _told(reports[identity], known))
    return _first(told, max(2, LEAST_TOLD * len(group)))


def _told(report: Report, known: Copied) -> tuple[str, ...]:
    if report.id not in known.told.held:
        known.told[report.id] = agencies_told(report.text)
    return known.told[report.id]


def sources_first(
    reports: Mapping[str, Report], lengths: Mapping[str, int], origin: str | None, group: Collection[str]
) -> list[str]:
    """Reports as they may have been copied: the agency's own, then by date; one without a date before what it outranks.

    Who credits the agency outranks who does not, and a longer text a shorter one.
    """
    own = sorted(one for one in group if _is_of(reports[one], origin))
    rank = {one: (origin is None or reports[one].agency != origin, -lengths[one], one) for one in group}
    others = sorted({*group} - {*own}, key=lambda one: rank[one])
    ordered = sorted((one for one in others if reports[one].published.start), key=lambda one: age(reports[one])[0])
    for one in others:
        if not reports[one].published.start:
            outranked = (n for n, other in enumerate(ordered) if rank[other] > rank[one])
            ordered.insert(next(outranked, len(ordered)), one)
    return [*own, *ordered]


def _first(votes: Counter[str], least: float) -> str | None:
    best = votes.most_common(2)
    if not best or best[0][1] < least or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _is_of(report: Report, agency: str | None) -> bool:
    outlet = outlet_named(report.outlet) if report.outlet else None
    return agency is not None and agency in (report.outlet, outlet.name if outlet else None)


def _descents(reports: Mapping[str, Report], copying: Copying, family: _Family) -> Iterator[Descent]:
    """Each report but the first with the earlier one that holds most of it; the earliest of several."""
    ordered = sources_first(reports, copying.lengths, family.origin, family.reports)
    for n, copy in enumerate(ordered[1:], start=1):
        known = [(source, family.overlaps.get(frozenset((copy, source)))) for source in ordered[:n]]
        shares = [(round(overlap.of(copy).share, 2), source) for source, overlap in known if overlap is not None]
        source = max(shares, key=lambda pair: pair[0])[1] if shares else ordered[0]
        yield _descent(reports, copying, (copy, source), family.origin)


def _sources(
    reports: Mapping[str, Report], copying: Copying, copy: str, held: Sequence[tuple[Overlap, str]]
) -> Iterator[str]:
    """The sources of a report's parts: one that adds too little to those before it is a copy of one of them."""
    taken = None
    order = sorted(held, key=lambda item: (-round(item[0].of(copy).share, 2), age(reports[item[1]])))
    for overlap, source in order:
        words = overlap.of(copy).words
        new = words if taken is None else words & ~taken
        if new.sum() * 2 >= words.sum():
            taken = words if taken is None else taken | words
            yield source


def _descent(reports: Mapping[str, Report], copying: Copying, pair: tuple[str, str], origin: str | None) -> Descent:
    """What one report, the first of the pair, has of another, which is found out once."""
    known, key = copying.known.descents, content_id("d", *pair, origin or "")
    kept = known.get(key)
    if kept is None:
        kept = known[key] = _found_descent(reports, copying, pair, origin)
    return kept


def _found_descent(
    reports: Mapping[str, Report], copying: Copying, pair: tuple[str, str], origin: str | None
) -> Descent:
    """What one report, the first of the pair, has of another; no passages where its sentences can't be told apart."""
    copy, source = pair
    mine, theirs = copying.proses[copy], copying.proses[source]
    runs = align(mine, theirs)
    direction, reason = _direction(reports[copy], reports[source], origin)
    share = sum(int(mine.own[run.mine[0] : run.mine[1]].sum()) for run in runs) / max(1, mine.length)
    share = share if runs else coverage(mine, theirs).share
    return Descent(
        copy=copy,
        source=source,
        kind=_kind(runs, mine, theirs),
        share=round(min(1.0, share), 3),
        direction=direction,
        reason=reason,
        agency=reports[copy].agency,
        passages=tuple(_passage(run, mine, theirs) for run in runs),
    )


def _kind(runs: Sequence[Run], mine: Prose, theirs: Prose) -> CopyKind:
    """Edited where words were changed, else reordered, else cut, else verbatim."""
    words = max(1, sum(run.mine[1] - run.mine[0] for run in runs))
    likeness = sum(run.likeness * (run.mine[1] - run.mine[0]) for run in runs) / words
    places = [run.theirs for run in runs]
    if likeness < SAME:
        return "edited"
    if any(later[0] < earlier[0] for earlier, later in itertools.pairwise(places)):
        return "reordered"
    held = sum(end - start for start, end in places)
    return "cut" if held < ENTIRE * len(theirs.words) else "verbatim"


def _direction(copy: Report, source: Report, origin: str | None) -> tuple[Direction, str]:
    if _is_of(source, origin) and not _is_of(copy, origin):
        return "credited", f"{origin} is credited, and the source is its own report."
    before, after = source.published.start, copy.published.start
    if before is not None and after is not None and before < after:
        return "dated", f"It is dated {after.isoformat()}, its source {before.isoformat()}."
    if origin is not None and source.agency == origin != copy.agency:
        return "credited", f"Its source credits {origin}, and it does not."
    if origin is not None and copy.agency == origin:
        return "credited", f"It credits {origin}, whose report both are."
    return "unknown", "Nothing tells which of the two came first."


def _passage(run: Run, mine: Prose, theirs: Prose) -> Passage:
    return Passage(copy=mine.excerpt(*run.mine), source=theirs.excerpt(*run.theirs), likeness=round(run.likeness, 3))
