"""The chain of attack and answer on the terminal: a tree from what came first, each link with who asserts it."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from rashomon.model import UNKNOWN_TIME, Incident, Ledger
from rashomon.publish.answers import account_words, circle_words, said_words
from rashomon.publish.chain import Chain
from rashomon.publish.words import counted, short_date

INDENT = 2
MOST_CONTAINED = 8
STYLES = {"⇢": "finding.compatible", "~": "quiet", "≠": "finding.contradicts"}
"""How the lines of a link look, by their first sign."""


def chains_view(ledger: Ledger, chains: Sequence[Chain]) -> RenderableType:
    """Chains one below the other."""
    parts: list[RenderableType] = []
    for chain in chains:
        parts += [*([Text()] if parts else []), chain_view(ledger, chain)]
    return Group(*parts)


def chain_view(ledger: Ledger, chain: Chain) -> RenderableType:
    """One chain: a tree for each incident that nothing comes before, links that do not stand, circles."""
    seen: set[str] = set()
    parts: list[RenderableType] = [_title(chain)]
    for root in chain.roots:
        tree = Tree(_node(ledger, chain, root), guide_style="quiet")
        seen.add(root)
        _grow(tree, root, ledger, chain, seen)
        parts.append(Padding(tree, (0, 0, 0, INDENT)))
    parts += _fallen(ledger, chain)
    parts += [Text(f"Warning: {circle_words(cycle, chain.numbers)}", "finding.contradicts") for cycle in chain.cycles]
    return Group(*parts)


def _title(chain: Chain) -> Text:
    size = counted(len(chain.incidents), "incident")
    if chain.focus is None:
        return Text.assemble((f"A chain of {size}", "title"))
    if len(chain.incidents) == 1:
        return Text.assemble(("No report says that it answers another incident, or is answered.", "title"))
    return Text.assemble(
        (f"Attack and answer around no. {chain.numbers[chain.focus.id]}", "title"), (f"  {size}", "quiet")
    )


def _grow(tree: Tree, id: str, ledger: Ledger, chain: Chain, seen: set[str]) -> None:
    for child in chain.children[id]:
        again = child in seen
        seen.add(child)
        lines = [*_tie(ledger, chain, child, id)]
        below = tree.add(_node(ledger, chain, child, lines, again=again))
        if not again:
            _grow(below, child, ledger, chain, seen)


def _node(ledger: Ledger, chain: Chain, id: str, lines: Sequence[Text] = (), *, again: bool = False) -> RenderableType:
    """An incident with its day and number; below it who says that it answers the one above."""
    incident = chain.incidents[id]
    asked = chain.focus is not None and chain.focus.id == id and len(chain.incidents) > 1
    head = Text.assemble(
        (f"{_day(incident)}  ", "label"),
        (f"no. {chain.numbers[id]}  ", "letter"),
        (incident.title, "title" if asked else ""),
        ("  ◂ asked for" if asked else "", "quiet"),
        ("  (see above)" if again else "", "quiet"),
    )
    return Group(head, *lines, *(() if again else _below(ledger, chain, incident)))


def _day(incident: Incident) -> str:
    day = short_date(incident.date)
    return "no date" if day == short_date(UNKNOWN_TIME) else day


def _tie(ledger: Ledger, chain: Chain, child: str, parent: str) -> Iterator[Text]:
    link = chain.link(child, parent)
    if link is not None:
        yield from (Text(line, STYLES.get(line[0], "")) for line in said_words(ledger, link))
    elif parent in chain.incidents[child].contains:
        yield Text(f"∋ no. {chain.numbers[parent]} is one of this series", "quiet")
    else:
        yield Text("→ said to answer it", "quiet")


def _below(ledger: Ledger, chain: Chain, incident: Incident) -> Iterator[Text]:
    """What else belongs to an incident of a chain: what it contains, the series it is one of, vows to answer it."""
    for label, ids in (("contains", incident.contains), ("one of the series", incident.part_of)):
        if ids:
            more = f" and {len(ids) - MOST_CONTAINED} more" if len(ids) > MOST_CONTAINED else ""
            numbers = ", ".join(f"no. {chain.numbers[id]}" for id in ids[:MOST_CONTAINED])
            yield Text(f"{label} {numbers}{more}", "quiet")
    for vow in incident.vowed:
        yield Text(f"vowed to be answered by {account_words(ledger, vow)}", "quiet")


def _fallen(ledger: Ledger, chain: Chain) -> Iterator[RenderableType]:
    for incident, link in chain.fallen():
        words = f"Does not stand: no. {chain.numbers[incident.id]} answers no. {chain.numbers[link.to]}. {link.reason}"
        yield Text(words, "label")
        yield from (Padding(Text(line, "quiet"), (0, 0, 0, INDENT)) for line in said_words(ledger, link))
