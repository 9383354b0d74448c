"""The chain of attack and answer as a drawing: incidents in layers, what came before above, and links with who says so."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TypeAlias

from rashomon.model import Incident, Ledger, Response
from rashomon.publish.answers import BASES, said_words, short_words
from rashomon.publish.chain import Chain
from rashomon.publish.words import short_date

BOX, TALL, ACROSS, DOWN = 208.0, 84.0, 24.0, 70.0
"""Pixels: how wide and high a box is, and how far boxes stand apart."""
EDGE = 6.0
LETTERS, LINES = 25, 3
"""Characters of a line in a box, and lines of the title."""
MIDDLE = 0.5
"""How far down a line its note stands where other lines begin and end with it."""
NOTE = 34
"""Characters that are written at a link; the list below has all of it."""

Fallen: TypeAlias = tuple[Incident, Incident, Response, tuple[str, ...]]
"""An incident, what it was said to answer, the link between them, and who said what of it, a line each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An incident with its box and the lines that are written in it."""

    incident: Incident
    number: int
    day: str
    lines: tuple[str, ...]
    x: float
    y: float
    focus: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link from an attack down to what answers it, or from an incident to its series.

    `said` is everybody who asserts or denies it, a line each; `notes` are the short forms that are written at it.
    """

    look: str
    denied: bool
    path: str
    x: float
    y: float
    notes: tuple[str, ...]
    first: Node
    then: Node
    words: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The drawing, with the links that do not stand, which are told and not drawn."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    fallen: tuple[Fallen, ...]
    cycles: tuple[tuple[int, ...], ...]
    width: float
    height: float


def graph_of(chain: Chain, ledger: Ledger) -> Graph | None:
    """The drawing of a chain; None where nothing is said of any link. Of one incident alone nothing is drawn."""
    fallen = tuple(_fallen(chain, ledger))
    if len(chain.incidents) < 2:
        return Graph(nodes=(), ties=(), fallen=fallen, cycles=(), width=0, height=0) if fallen else None
    layers = _layers(chain)
    across = _spread(layers, chain)
    width = max(across.values()) + BOX + EDGE
    nodes = {id: _node(chain, id, x=across[id], layer=place) for place, layer in enumerate(layers) for id in layer}
    ties = tuple(_ties(chain, ledger, nodes))
    return Graph(
        nodes=tuple(nodes.values()),
        ties=ties,
        fallen=fallen,
        cycles=tuple(tuple(chain.numbers[id] for id in cycle) for cycle in chain.cycles),
        width=width,
        height=len(layers) * (TALL + DOWN) - DOWN + 2 * EDGE,
    )


def _fallen(chain: Chain, ledger: Ledger) -> Iterator[Fallen]:
    """Links of the incidents of the chain that do not stand, also to incidents that are not in it for that reason."""
    known = {incident.id: incident for incident in ledger.incidents}
    for incident in chain.incidents.values():
        for link in incident.links:
            if not link.stands and link.to in known:
                yield incident, known[link.to], link, tuple(said_words(ledger, link))


def _spread(layers: Sequence[Sequence[str]], chain: Chain) -> dict[str, float]:
    """Where each box begins from the left: the widest layer in a row, the others over and under what they are tied to."""
    widest = max(range(len(layers)), key=lambda place: len(layers[place]))
    across = {id: EDGE + n * (BOX + ACROSS) for n, id in enumerate(layers[widest])}
    beside: dict[str, list[str]] = defaultdict(list)
    for parent, children in chain.children.items():
        for child in children:
            beside[parent].append(child)
            beside[child].append(parent)
    for place in (*range(widest - 1, -1, -1), *range(widest + 1, len(layers))):
        wished = {id: _mean([across[near] for near in beside[id] if near in across]) for id in layers[place]}
        free = EDGE
        for id in sorted(wished, key=lambda id: (wished[id], chain.numbers[id])):
            across[id] = max(free, wished[id])
            free = across[id] + BOX + ACROSS
    return across


def _mean(places: Sequence[float]) -> float:
    return sum(places) / len(places) if places else EDGE


def _layers(chain: Chain) -> list[list[str]]:
    """Each incident one layer below the lowest that comes before it; in a circle the link that closes it is left out."""
    depth: dict[str, int] = {}

    def sink(id: str, level: int, above: tuple[str, ...]) -> None:
        if id in above or level <= depth.get(id, -1):
            return
        depth[id] = level
        for child in chain.children.get(id, ()):
            sink(child, level + 1, (*above, id))

    for root in chain.roots:
        sink(root, 0, ())
    for root in chain.roots:  # just above what answers it, so that links are short
        below = [depth[child] for child in chain.children.get(root, ()) if depth[child] > depth[root]]
        depth[root] = min(below, default=1) - 1
    layers: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for id in sorted(depth, key=lambda id: chain.numbers[id]):
        layers[depth[id]].append(id)
    return [
        _below_their_parents(layer, layers[place - 1] if place else [], chain) for place, layer in enumerate(layers)
    ]


def _below_their_parents(layer: list[str], above: Sequence[str], chain: Chain) -> list[str]:
    """The incidents of a layer by the middle of those above them that they follow, so that few links cross."""

    def middle(id: str) -> float:
        places = [place for place, parent in enumerate(above) if id in chain.children.get(parent, ())]
        return sum(places) / len(places) if places else len(above)

    return sorted(layer, key=lambda id: (middle(id), chain.numbers[id]))


def _node(chain: Chain, id: str, *, x: float, layer: int) -> Node:
    incident = chain.incidents[id]
    lines = wrap(incident.title, LETTERS)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][: LETTERS - 1] + "…"]
    return Node(
        incident=incident,
        number=chain.numbers[id],
        day=short_date(incident.date),
        lines=tuple(lines),
        x=round(x, 1),
        y=EDGE + layer * (TALL + DOWN),
        focus=chain.focus is not None and chain.focus.id == id,
    )


def _ties(chain: Chain, ledger: Ledger, nodes: Mapping[str, Node]) -> Iterator[Tie]:
    above = Counter(child for children in chain.children.values() for child in children)
    for parent, children in chain.children.items():
        for child in children:
            # The note stands where the lines are apart: at the end that has one line alone, else in the middle.
            share = 0.12 if len(children) == 1 else 0.8 if above[child] == 1 else MIDDLE
            yield _tie(chain, ledger, (nodes[parent], nodes[child]), share)


def _tie(chain: Chain, ledger: Ledger, ends: tuple[Node, Node], share: float) -> Tie:
    first, then = ends
    link = chain.link(then.incident.id, first.incident.id)
    look, words, notes, said = _told(ledger, link, part=first.incident.id in then.incident.contains)
    start, end = first.x + BOX / 2, then.x + BOX / 2
    top, bottom = first.y + TALL, then.y - 3
    bend = (top + bottom) / 2
    if share == MIDDLE and bottom - top > DOWN + TALL:
        # A box may stand in the middle of a long line: its words are told below the drawing, and only a denial beside it.
        notes = notes[1:]
    return Tie(
        look=look,
        denied=bool(link and link.denied),
        path=f"M{start:.1f} {top:.1f}C{start:.1f} {bend:.1f} {end:.1f} {bend:.1f} {end:.1f} {bottom:.1f}",
        x=round(start + (end - start) * (3 * share**2 - 2 * share**3), 1),
        y=round(top + (bottom - top) * share + 8, 1),
        notes=tuple(note if len(note) <= NOTE else f"{note[: NOTE - 1]}…" for note in notes),
        first=first,
        then=then,
        words=words,
        said=said,
    )


def _told(ledger: Ledger, link: Response | None, *, part: bool) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """How a link looks, what it rests on, its short forms, and everybody who asserts or denies it."""
    if link is not None:
        asserted, _, denied = short_words(ledger, link).partition("; denied by ")
        notes = (asserted, *((f"≠ denied by {denied}",) if denied else ()))
        return link.basis, BASES[link.basis], notes, tuple(said_words(ledger, link))
    look, words = ("series", "one of this series") if part else ("stated", BASES["stated"])
    return look, words, (words,), ()
