"""The chain of attack and answer around an incident, over as many steps as the reports give, before it and after it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise

from rashomon.model import Incident, Ledger, Response
from rashomon.model.codec import Json, encode
from rashomon.publish.contract import CHAIN, CHAINED, with_words

SHORTEST = 2
"""Incidents of the shortest chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Incidents that hang together by answers, `focus` among them where one was asked for.

    `children` are by id what answers an incident, and the series that it belongs to; `roots` what nothing of the chain
    comes before. `numbers` are those of the table. `cycles` are circles of answers among them.
    """

    focus: Incident | None
    roots: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    incidents: Mapping[str, Incident]
    numbers: Mapping[str, int]
    cycles: tuple[tuple[str, ...], ...] = ()

    def link(self, answer: str, to: str) -> Response | None:
        """What is said of a link between two incidents of the chain."""
        return next((link for link in self.incidents[answer].links if link.to == to), None)

    def fallen(self) -> tuple[tuple[Incident, Response], ...]:
        """Links among its incidents that do not stand."""
        found = ((one, link) for one in self.incidents.values() for link in one.links if link.to in self.incidents)
        return tuple((one, link) for one, link in found if not link.stands)


class _Graph:
    """What comes after and before each incident: answers, and the series that an incident belongs to."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.known = {incident.id: incident for incident in ledger.incidents}
        self.numbers = {id: number for number, id in enumerate(self.known, 1)}
        self.answers: dict[str, list[str]] = defaultdict(list)
        for incident in ledger.incidents:
            for other in incident.response_to:
                self.answers[other].append(incident.id)

    def before(self, id: str) -> list[str]:
        """What an incident answers; before a series that answers or is answered stand its incidents."""
        incident = self.known[id]
        contained = incident.contains if self.is_tied(id) else ()
        return [other for other in (*incident.response_to, *contained) if other in self.known]

    def after(self, id: str) -> list[str]:
        """What answers an incident, and the series that it belongs to where that answers or is answered."""
        series = [other for other in self.known[id].part_of if other in self.known and self.is_tied(other)]
        return sorted((*self.answers.get(id, ()), *series), key=self.numbers.__getitem__)

    def is_tied(self, id: str) -> bool:
        """Whether an incident answers something or is answered."""
        return bool(self.known[id].response_to or self.answers.get(id))

    def chain(self, children: Mapping[str, tuple[str, ...]], focus: Incident | None = None) -> Chain:
        """The chain of some incidents, each with what is shown below it."""
        below = {child for found in children.values() for child in found}
        roots = [id for id in children if id not in below]
        # In a circle nothing comes first: the earliest that no root leads to begins.
        while left := [id for id in children if id not in _led_to(roots, children)]:
            roots.append(left[0])
        return Chain(
            focus=focus,
            roots=tuple(roots),
            children=children,
            incidents={id: self.known[id] for id in children},
            numbers=self.numbers,
            cycles=tuple(cycle for cycle in self.ledger.cycles if children.keys() >= {*cycle}),
        )


def chain_around(ledger: Ledger, incident: Incident) -> Chain:
    """Everything that an incident answers, over any number of steps, and everything that answers it."""
    graph = _Graph(ledger)
    ids = {*_reached(incident.id, graph.before), *_reached(incident.id, graph.after)}
    ordered = sorted(ids, key=graph.numbers.__getitem__)
    return graph.chain({id: tuple(child for child in graph.after(id) if child in ids) for id in ordered}, incident)


def longest_chains(ledger: Ledger, most: int | None = None) -> tuple[Chain, ...]:
    """The longest row of answers of each group of incidents that hang together by answers, the longest first."""
    graph = _Graph(ledger)
    rows = _rows(graph)
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for last in sorted(rows, key=lambda id: (-len(rows[id]), graph.numbers[rows[id][0]], graph.numbers[id])):
        if last not in seen and len(rows[last]) >= SHORTEST:
            found.append(rows[last])
            seen |= _reached(last, lambda id: [*graph.before(id), *graph.after(id)])
    return tuple(_in_a_row(graph, row) for row in found[:most])


def _in_a_row(graph: _Graph, row: Sequence[str]) -> Chain:
    return graph.chain({**{id: (after,) for id, after in pairwise(row)}, row[-1]: ()})


def _rows(graph: _Graph) -> dict[str, tuple[str, ...]]:
    """By incident the longest row of answers that ends in it, from the first incident on; circles are cut as they were told."""
    cut = {cycle[:2] if len(cycle) > 1 else cycle * 2 for cycle in graph.ledger.cycles}
    answered = {
        id: [other for other in incident.response_to if (id, other) not in cut and other in graph.known]
        for id, incident in graph.known.items()
    }
    rows: dict[str, tuple[str, ...]] = {}
    for id in TopologicalSorter(answered).static_order():
        before = min((rows[other] for other in answered[id]), key=lambda row: (-len(row), row), default=())
        rows[id] = (*before, id)
    return rows


def _led_to(roots: Iterable[str], children: Mapping[str, Sequence[str]]) -> set[str]:
    return set().union(*(_reached(root, children.__getitem__) for root in roots))


def _reached(start: str, near: Callable[[str], Iterable[str]]) -> set[str]:
    found, ahead = {start}, [start]
    while ahead:
        fresh = {*near(ahead.pop())} - found
        found |= fresh
        ahead += sorted(fresh)
    return found


def chain_json(chains: Sequence[Chain]) -> dict[str, Json]:
    """Chains as plain JSON values; the evidence of links carries its words and its sentence."""
    return {"schema": CHAIN, "chains": [_chain_json(chain) for chain in chains]}


def _chain_json(chain: Chain) -> dict[str, Json]:
    incidents = chain.incidents.values()
    links = [(one.id, link) for one in incidents for link in one.links if link.to in chain.incidents]
    return {
        "incident": chain.focus.id if chain.focus else None,
        "incidents": [
            {"number": chain.numbers[one.id], **{name: with_words(getattr(one, name)) for name in CHAINED}}
            for one in incidents
        ],
        "links": [{"answer": answer, **with_words(link)} for answer, link in links],
        "cycles": encode(chain.cycles),
    }
