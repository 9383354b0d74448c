"""What each report says of how the incidents of the ledger hang together: heard once, and kept until it tells of others."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.model import Evidence
from rashomon.reconcile.answers import Told
from rashomon.reconcile.belonging import told_so
from rashomon.reconcile.links import Owner, Ties, read_ties
from rashomon.reconcile.responses import Link, asserted
from rashomon.reconcile.ties import Saying

Parts: TypeAlias = Mapping[Link, Sequence[Evidence]]
"""By the ids of a series and of a single incident the words that put the one into the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What one report says: which incidents it reads to answer which, in whose words, who vows to, and what is part of what.

    Incidents are named by the ledger's ids; `key` names all that it was heard from.
    """

    key: str
    asserted: tuple[Link, ...] = ()
    said: tuple[tuple[Link, tuple[Saying, ...]], ...] = ()
    read: tuple[Link, ...] = ()
    vows: tuple[tuple[str, tuple[Saying, ...]], ...] = ()
    parts: tuple[tuple[Link, tuple[Evidence, ...]], ...] = ()


def hear(key: str, told: Sequence[Told], owner: Owner, series: Collection[str]) -> Heard:
    """What one report says; `told` are those of its incidents that the ledger has, `series` the ids of all series."""
    report = told[0].report.id
    ties = read_ties(told, owner)
    owned = [(owner[report, one.incident.id], one) for one in told]
    return Heard(
        key=key,
        asserted=tuple(sorted(asserted({report: told[0].reading}, owner))),
        said=tuple((link, tuple(said)) for link, said in ties.of_link.items()),
        read=tuple(sorted(ties.read)),
        vows=tuple((id, tuple(vows)) for id, vows in ties.vows.items() if vows),
        parts=tuple((pair, tuple(evidence)) for pair, evidence in told_so(owned, series).items()),
    )


def together(heard: Mapping[str, Heard]) -> tuple[Ties, Counter[Link], Parts]:
    """What all reports say, by their ids: the ties, how many read each link, and what is part of what."""
    ties, links = Ties(), Counter[Link]()
    parts: dict[Link, list[Evidence]] = defaultdict(list)
    for report, one in sorted(heard.items()):
        links.update(one.asserted)
        for link, said in one.said:
            ties.of_link[link] += said
        for link in one.read:
            ties.read[link].add(report)
        for answered, vows in one.vows:
            ties.vows[answered] += vows
        for pair, evidence in one.parts:
            parts[pair] += evidence
    return ties, links, parts
