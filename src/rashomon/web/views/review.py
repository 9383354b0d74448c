"""One thing of the queue with all that a person needs to decide it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.codebook.actors import load_actors
from rashomon.codebook.folding import load_folding
from rashomon.errors import UsageMistaken
from rashomon.model import Compared, Decision
from rashomon.workspace import IncidentView, QueueItem, QueueKind, Why, Workspace

KINDS: dict[QueueKind, tuple[str, str]] = {
    "dispute": ("Sharp dispute", "Another account of the same question can't be true beside this one."),
    "join": ("Unsure join", "Much speaks for these two being one incident, and not enough to join them. Are they one?"),
    "actor": ("Unknown actor", "The codebook does not have this name. Is it somebody whom it has?"),
    "doubt": ("Little confidence", "The reader is not sure that it read this right."),
}
SUGGESTED = 12
SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAbout:
    """An item: the cell with its sentences, or two incidents with what they share; `seen` is what was decided until now."""

    item: QueueItem
    title: str
    help: str
    seen: str
    opened: Why | None
    pair: tuple[IncidentView, ...] = ()
    compared: Compared | None = None
    suggested: tuple[tuple[str, str], ...] = ()


def asked_about(work: Workspace, item: QueueItem) -> AskedAbout:
    """The item laid out; raises KeyError where the ledger has it no more."""
    title, help = KINDS[item.kind]
    opened = work.why(item.account) if item.account else None
    pair = (item.incident, item.other) if item.kind == "join" and item.other else ()
    name = opened.account.claimant.name if opened and opened.account.claimant else ""
    return AskedAbout(
        item=item,
        title=title,
        help=help,
        seen=work.seen(_first(item))[0],
        opened=opened,
        pair=tuple(map(work.view, pair)),
        compared=work.compared(*pair) if pair else None,
        suggested=suggestions(name) if item.kind == "actor" else (),
    )


def target_of(item: QueueItem, decision: Decision, value: str) -> tuple[str, ...]:
    """The ids that a decision upon an item is about; raises `UsageMistaken` for an actor that nobody is."""
    if decision not in ("same", "not_same"):
        return (item.account or item.incident,)
    if item.kind == "join" and item.other:
        return item.incident, item.other
    if item.kind == "actor" and item.other:
        return item.other, actor_named(value)
    raise UsageMistaken("This is one thing, not two.", "Accept, reject or correct it.")


def actor_named(value: str) -> str:
    """The id of the actor of the codebook that an id or a name stands for."""
    wanted = value.strip().rpartition("(")[2].rstrip(")").strip() if value.strip().endswith(")") else value.strip()
    known = load_actors().by_id
    if wanted in known:
        return wanted
    found = sorted(id for id, actor in known.items() if value.strip() in (actor.name, *actor.aliases))
    if len(found) != 1:
        raise UsageMistaken(
            f"The codebook has no one actor {value!r}.", "Choose one of those that are suggested, or give an id."
        )
    return found[0]


def suggestions(name: str) -> tuple[tuple[str, str], ...]:
    """Actors of the codebook that share a word of their name with a name, the most words first: ids and names."""
    fold = load_folding().fold
    words = {word for word in fold(name).split() if len(word) >= SHORTEST_WORD}
    scored = [
        (-len(words & set(fold(" ".join((actor.name, *actor.aliases))).split())), actor.name, id)
        for id, actor in load_actors().by_id.items()
    ]
    return tuple((id, shown) for score, shown, id in sorted(scored)[:SUGGESTED] if score)


def neighbours(order: Sequence[str], item: str | None) -> tuple[int, str | None, str | None]:
    """The place of an item counted from 1, and the items before and after; 0 where it waits no more."""
    if item not in order:
        return 0, None, next(iter(order), None)
    at = order.index(item)
    return at + 1, order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None


def _first(item: QueueItem) -> str:
    """The thing that the state of an item is told of: the first that a decision names."""
    if item.kind == "actor" and item.other:
        return item.other
    return item.account or item.incident
