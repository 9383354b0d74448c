"""The chain of attack and answer around one incident, without reading the rest of the ledger."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from rashomon.model import Incident, Ledger
from rashomon.publish.chain import Chain, chain_around

MOST = 60
"""Incidents of a neighbourhood that are followed; more can be neither drawn nor read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainView:
    """A chain with the part of the ledger that concerns it: its incidents and the headings of their reports."""

    chain: Chain
    ledger: Ledger


def reached(start: str, near: Callable[[str], Iterable[str]]) -> list[str]:
    """The incidents that hang together with one, itself first, the nearest before those that are farther."""
    found, place = [start], 0
    while place < len(found) and len(found) < MOST:
        fresh = dict.fromkeys(id for id in near(found[place]) if id not in found)
        found += list(fresh)[: MOST - len(found)]
        place += 1
    return found


def chain_view(incident: Incident, ledger: Ledger, numbers: dict[str, int]) -> ChainView:
    """The chain around an incident in a ledger of its neighbourhood, under the numbers of the whole table."""
    return ChainView(chain=replace(chain_around(ledger, incident), numbers=numbers), ledger=ledger)
