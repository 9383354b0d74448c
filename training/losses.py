"""What each head is told off for; heads whose target a corpus does not give are left in peace."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.read.neural.labels import (
    ANCHORED,
    ENTITY_TAGS,
    EVENT_CLASSES,
    EVENT_LINK_SIZE,
    EVENT_ROLES,
    LINK_SIZE,
    LINKED,
    ROLES,
    STANCES,
    TAGS,
)
from training.batches import Batch
from training.heads import Outputs, Reader, split_links, split_roles, tag_odds
from training.targets import ANYTHING
from training.words import NOT_SAID

LINK_SCALE = 1 / 16
"""Summed over the words of a window, the losses of a link are about sixteen times those of one word."""


SPEECH = frozenset({*ROLES, "links", "stance"})
NAMES = frozenset({"entities"})
EVENTS = frozenset({*ANCHORED, "fillers", "roles", "classes"})
"""The losses by what they are about: who says what, entities, incidents and figures."""
EVERYTHING = SPEECH | NAMES | EVENTS


@dataclass(frozen=True, slots=True)
class Teacher:
    """A trained reader, how much its word counts, and the losses of which it knows anything."""

    reader: Reader
    weight: float = 1.0
    knows: frozenset[str] = SPEECH | NAMES


def losses(
    reader: Reader, batch: Batch, drop: float, *, teachers: Sequence[Teacher] = (), trust: float = 0.0
) -> dict[str, Tensor]:
    """The loss of each head over a batch, each a mean over what it was asked.

    With teachers, `trust` is the share of what they say, and the rest is what people marked. Teachers say something of
    every word, also where a corpus marks nothing.
    """
    outputs: Outputs = reader(batch.ids, batch.case, batch.mask, drop)
    found = marked_losses(reader, outputs, batch)
    if not teachers:
        return found
    with torch.no_grad():
        said = [(teacher, teacher.reader(batch.ids, batch.case, batch.mask)) for teacher in teachers]
    taught = taught_losses(reader, outputs, said, batch)
    return {name: _shared(found.get(name), taught.get(name), trust) for name in sorted(found.keys() | taught.keys())}


def _shared(marked: Tensor | None, taught: Tensor | None, trust: float) -> Tensor:
    """A loss by people and by teachers; of what no teacher knows, people tell the whole."""
    if taught is None:
        assert marked is not None
        return marked
    return taught * trust if marked is None else marked * (1 - trust) + taught * trust


def marked_losses(reader: Reader, outputs: Outputs, batch: Batch) -> dict[str, Tensor]:
    """What people marked against what the reader says."""
    found: dict[str, Tensor] = {}
    for name, part in _tag_parts().items():
        wanted = _wanted_tags(batch, name)
        said = wanted != NOT_SAID
        if said.any():
            found[name] = functional.cross_entropy(part(outputs)[said], wanted[said])
    possible = entity_loss(entity_tags(outputs.tags), batch.entities)
    if possible is not None:
        found["entities"] = possible
    if len(batch.link_row):
        found["links"] = link_loss(reader, outputs, batch, batch.link_targets)
        asked = batch.stance != NOT_SAID
        if asked.any():
            logits = stance_scores(outputs.stance, batch)
            found["stance"] = functional.cross_entropy(logits[asked], batch.stance[asked])
    if len(batch.anchor_row):
        found["roles"] = role_loss(reader, outputs, batch, batch.anchor_targets)
        if (batch.anchor_classes != NOT_SAID).any():
            found["classes"] = class_loss(outputs, batch)
    return found


def taught_losses(
    reader: Reader, outputs: Outputs, said: Sequence[tuple[Teacher, Outputs]], batch: Batch
) -> dict[str, Tensor]:
    """What several readers say, on average by their weight, against what this one says."""
    words = batch.word >= 0

    def mean(name: str, part: Callable[[Reader, Outputs], Tensor]) -> Tensor:
        among = [(teacher, there) for teacher, there in said if name in teacher.knows]
        whole = sum(teacher.weight for teacher, _ in among)
        return torch.stack([part(teacher.reader, there) * (teacher.weight / whole) for teacher, there in among]).sum(0)

    def tagged(name: str, part: Callable[[Outputs], Tensor]) -> Tensor:
        wanted = mean(name, lambda _, there: part(there)[words].softmax(-1))
        return functional.cross_entropy(part(outputs)[words], wanted)

    known = frozenset[str]().union(*(teacher.knows for teacher, _ in said))
    parts = _tag_parts() | {"entities": lambda there: entity_tags(there.tags)}
    found = {name: tagged(name, part) for name, part in parts.items() if name in known}
    if len(batch.link_row):
        wanted = mean("links", lambda other, there: all_link_scores(other, there, batch).sigmoid())
        found["links"] = link_loss(reader, outputs, batch, wanted)
        stances = mean("stance", lambda _, there: stance_scores(there.stance, batch).softmax(-1))
        found["stance"] = functional.cross_entropy(stance_scores(outputs.stance, batch), stances)
    if len(batch.anchor_row) and "roles" in known:
        wanted = mean("roles", lambda other, there: all_role_scores(other, there, batch).sigmoid())
        found["roles"] = role_loss(reader, outputs, batch, wanted)
    return found


def _tag_parts() -> dict[str, Callable[[Outputs], Tensor]]:
    """Where each kind of tags stands in the outputs."""

    def role(outputs: Outputs, row: int) -> Tensor:
        return role_tags(outputs.tags, row)

    def anchor(outputs: Outputs, row: int) -> Tensor:
        return role_tags(outputs.events, row)

    parts: dict[str, Callable[[Outputs], Tensor]] = {name: partial(role, row=row) for row, name in enumerate(ROLES)}
    parts |= {name: partial(anchor, row=row) for row, name in enumerate(ANCHORED)}
    return parts | {"fillers": lambda outputs: outputs.events[..., len(ANCHORED) * len(TAGS) :]}


def _wanted_tags(batch: Batch, name: str) -> Tensor:
    if name == "fillers":
        return batch.fillers
    return batch.tags[ROLES.index(name)] if name in ROLES else batch.events[ANCHORED.index(name)]


def role_tags(tags: Tensor, row: int) -> Tensor:
    """The three numbers of a role."""
    return tags[..., row * len(TAGS) : (row + 1) * len(TAGS)]


def entity_tags(tags: Tensor) -> Tensor:
    """The numbers of the entity tags."""
    return tags[..., len(ROLES) * len(TAGS) :]


def link_loss(reader: Reader, outputs: Outputs, batch: Batch, wanted: Tensor) -> Tensor:
    """How wrong the links of both roles are, for a cue on average."""
    scores = all_link_scores(reader, outputs, batch)
    wrong = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    return (wrong * batch.link_near).sum() * LINK_SCALE / len(batch.link_row)


def all_link_scores(reader: Reader, outputs: Outputs, batch: Batch) -> Tensor:
    """`link_scores` of both linked roles."""
    return torch.stack([link_scores(reader, outputs.tags, outputs.links, batch, role) for role in range(len(LINKED))])


def entity_loss(logits: Tensor, possible: Tensor) -> Tensor | None:
    """Minus the log of the probability of all tags that a corpus leaves possible, over words where it says something."""
    asked = (possible >= 0) & (possible != ANYTHING)
    if not asked.any():
        return None
    bits = torch.arange(len(ENTITY_TAGS), device=logits.device)
    allowed = ((possible[asked][:, None] >> bits) & 1).bool()
    chosen = logits[asked]
    return (chosen.logsumexp(-1) - chosen.masked_fill(~allowed, -math.inf).logsumexp(-1)).mean()


def link_scores(reader: Reader, tags: Tensor, links: Tensor, batch: Batch, role: int) -> Tensor:
    """How well each word of a cue's window belongs to it, as log-odds of shape (cues, pieces)."""
    queries, keys, suits = split_links(links, role)
    query = queries[batch.link_row, batch.link_piece]
    product = torch.einsum("cd,cld->cl", query, keys[batch.link_row]) / math.sqrt(LINK_SIZE)
    alone = suits + reader.trust[role] * tag_odds(tags, LINKED[role])
    return product + alone[batch.link_row] + reader.distances[role][batch.link_bucket]


def role_loss(reader: Reader, outputs: Outputs, batch: Batch, wanted: Tensor) -> Tensor:
    """How wrong the words of all roles are that were looked for, for a trigger or a figure on average."""
    wrong = functional.binary_cross_entropy_with_logits(
        all_role_scores(reader, outputs, batch), wanted, reduction="none"
    )
    return (wrong * batch.anchor_near).sum() * LINK_SCALE / len(batch.anchor_row)


def all_role_scores(reader: Reader, outputs: Outputs, batch: Batch) -> Tensor:
    """How well each word of an anchor's window fills each of its roles, as log-odds of shape (roles, anchors, pieces)."""
    found = []
    for role in range(len(EVENT_ROLES)):
        queries, keys, suits = split_roles(outputs.roles, role)
        query = queries[batch.anchor_row, batch.anchor_piece]
        product = torch.einsum("cd,cld->cl", query, keys[batch.anchor_row]) / math.sqrt(EVENT_LINK_SIZE)
        found.append(product + suits[batch.anchor_row] + reader.role_distances[role][batch.anchor_bucket])
    return torch.stack(found)


def class_loss(outputs: Outputs, batch: Batch) -> Tensor:
    """The sum of what is wrong in each class, each a mean over the anchors of which it was told."""
    numbers = outputs.classes[batch.anchor_row, batch.anchor_piece]
    parts = torch.split(numbers, [len(names) for names in EVENT_CLASSES.values()], -1)
    wanted = batch.anchor_classes.unbind(-1)
    found = [
        functional.cross_entropy(part[asked], classes[asked])
        for part, classes in zip(parts, wanted, strict=True)
        if (asked := classes != NOT_SAID).any()
    ]
    return torch.stack(found).sum()


def stance_scores(stance: Tensor, batch: Batch) -> Tensor:
    """The stance of each cue: what its own piece says, and the strongest of what the words of its content add."""
    own = stance[batch.link_row, batch.link_piece, : len(STANCES)]
    added = stance[batch.link_row][..., len(STANCES) :]
    inside = batch.link_targets[1].bool()[..., None]
    strongest = added.masked_fill(~inside, -1e4).amax(1)
    return own + torch.where(inside.any(1), strongest, torch.zeros_like(strongest))
