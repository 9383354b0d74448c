"""What reports say belongs to a series: "the latest in a string of attacks", "attacks, including one on the port"."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import product

from rashomon.codebook.ties import load_ties
from rashomon.model import Evidence, IncidentMention, Span
from rashomon.reconcile.answers import Told
from rashomon.reconcile.ties import OWN_VOICE, RULE

GAP = 70
"""Characters between words of belonging and the incident or series that they are about."""


def told_so(told: Sequence[tuple[str, Told]], series: Collection[str]) -> dict[tuple[str, str], list[Evidence]]:
    """By the ids of a series and of a single incident the words of one report that put the one into the other.

    `told` are the incidents of the report, each with the id of the ledger's.
    """
    wholes = [(id, whole) for id, whole in told if id in series]
    singles = [(id, one) for id, one in told if id not in series]
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for (id, whole), (single, one) in product(wholes, singles):
        found[id, single] += _belonging(whole, one)
    return {pair: evidence for pair, evidence in found.items() if evidence}


def _belonging(series: Told, single: Told) -> Iterator[Evidence]:
    """The first words of a report that put an incident into a series."""
    for whole in series.incident.mentions:
        for one in single.incident.mentions:
            words = _words_between(series, whole, one)
            if words is not None:
                yield series.evidence(words, series.holder(one), RULE, OWN_VOICE)
                return


def _words_between(told: Told, whole: IncidentMention, one: IncidentMention) -> Span | None:
    """The words between two mentions that put one into the other, of one sentence or at the head of the next."""
    ties, text = load_ties(), told.report.text
    ahead = one.trigger[-1].end <= whole.trigger[0].start
    start, end = (
        (one.trigger[-1].end, whole.trigger[0].start) if ahead else (whole.trigger[-1].end, one.trigger[0].start)
    )
    found = (ties.member if ahead else ties.including).search(text, start, max(start, end))
    if found is None or end - found.end() > GAP or _another_between(told, start, end):
        return None
    between = [s for s in told.reading.sentences if start <= s.start < end]
    heads = not ahead and len(between) == 1 and not text[between[0].start : found.start()].strip()
    return told.report.span(found.start(), found.end()) if not between or heads else None


def _another_between(told: Told, start: int, end: int) -> bool:
    """Whether a third mention stands between: then the words are about that one."""
    return any(start <= mention.trigger[0].start < end for mention in told.reading.events)
