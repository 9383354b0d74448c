"""Versions of one page: the same address with a changed text, and which sentences were changed without a word."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from rashomon.link.alignment import coverage
from rashomon.link.copies import age
from rashomon.link.prose import Prose, prose_of
from rashomon.model import Change, Excerpt, Page, Report

LEAST_KEPT = 0.2
"""Share of a version's words that the next must keep: less, and the address shows another text each day."""


def pages(reports: Mapping[str, Report]) -> tuple[Page, ...]:
    """Every address that was read more than once with a changed text, sorted."""
    held: dict[str, list[Report]] = defaultdict(list)
    for report in reports.values():
        if report.readable and (address := _address(report.url)):
            held[address].append(report)
    found = (_page(address, sorted(versions, key=_order)) for address, versions in sorted(held.items()))
    return tuple(page for page in found if page is not None)


def _address(url: str | None) -> str | None:
    """An address without what does not tell pages apart; None where it names a whole site."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{path}{f'?{parts.query}' if parts.query else ''}" if path or parts.query else None


def _order(report: Report) -> tuple[str, str, str]:
    """By when it was changed last, where the page tells, else by its date."""
    changed = report.modified.start or report.published.start
    return (changed.isoformat() if changed else "9999", *age(report))[:3]


def _page(address: str, versions: Sequence[Report]) -> Page | None:
    proses = [prose_of(report) for report in versions]
    kept = [(one, other) for one, other in itertools.pairwise(proses) if _is_kept(one, other)]
    if len(kept) < len(versions) - 1 or not kept:
        return None
    changes = tuple(change for one, other in kept for change in _changes(one, other))
    return Page(url=address, reports=tuple(report.id for report in versions), changes=changes) if changes else None


def _is_kept(one: Prose, other: Prose) -> bool:
    return max(coverage(one, other).share, coverage(other, one).share) >= LEAST_KEPT


def _changes(one: Prose, other: Prose) -> Iterator[Change]:
    """Sentences that do not stand in the next version as they were, each beside what stands in their place."""
    before, after = _sentences(one), _sentences(other)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        for n in range(max(end - start, last - first)):
            yield Change(
                before=_sentence(one, start + n) if start + n < end else None,
                after=_sentence(other, first + n) if first + n < last else None,
            )


def _sentences(prose: Prose) -> list[bytes]:
    return [prose.words[start:end].tobytes() for start, end in zip(prose.breaks, prose.breaks[1:], strict=False)]


def _sentence(prose: Prose, number: int) -> Excerpt:
    return prose.excerpt(int(prose.breaks[number]), int(prose.breaks[number + 1]))
