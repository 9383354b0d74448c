"""Where the heads' outputs hold what they say, and the numbers that come of several outputs together."""

import math
from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor

from rashomon.read.neural.labels import (
    ANCHORED,
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


def tag_parts() -> dict[str, Callable[[Outputs], Tensor]]:
    """Where each kind of tags stands in the outputs."""

    def role(outputs: Outputs, row: int) -> Tensor:
        return role_tags(outputs.tags, row)

    def anchor(outputs: Outputs, row: int) -> Tensor:
        return role_tags(outputs.events, row)

    parts: dict[str, Callable[[Outputs], Tensor]] = {name: partial(role, row=row) for row, name in enumerate(ROLES)}
    parts |= {name: partial(anchor, row=row) for row, name in enumerate(ANCHORED)}
    return parts | {"fillers": lambda outputs: outputs.events[..., len(ANCHORED) * len(TAGS) :]}


def role_tags(tags: Tensor, row: int) -> Tensor:
    """The three numbers of a role."""
    return tags[..., row * len(TAGS) : (row + 1) * len(TAGS)]


def entity_tags(tags: Tensor) -> Tensor:
    """The numbers of the entity tags."""
    return tags[..., len(ROLES) * len(TAGS) :]


def link_scores(reader: Reader, tags: Tensor, links: Tensor, batch: Batch, role: int) -> Tensor:
    """How well each word of a cue's window belongs to it, as log-odds of shape (cues, pieces)."""
    queries, keys, suits = split_links(links, role)
    query = queries[batch.link_row, batch.link_piece]
    product = torch.einsum("cd,cld->cl", query, keys[batch.link_row]) / math.sqrt(LINK_SIZE)
    alone = suits + reader.trust[role] * tag_odds(tags, LINKED[role])
    return product + alone[batch.link_row] + reader.distances[role][batch.link_bucket]


def all_link_scores(reader: Reader, outputs: Outputs, batch: Batch) -> Tensor:
    """`link_scores` of both linked roles."""
    return torch.stack([link_scores(reader, outputs.tags, outputs.links, batch, role) for role in range(len(LINKED))])


def all_role_scores(reader: Reader, outputs: Outputs, batch: Batch) -> Tensor:
    """How well each word of an anchor's window fills each of its roles, as log-odds of shape (roles, anchors, pieces)."""
    found = []
    for role in range(len(EVENT_ROLES)):
        queries, keys, suits = split_roles(outputs.roles, role)
        query = queries[batch.anchor_row, batch.anchor_piece]
        product = torch.einsum("cd,cld->cl", query, keys[batch.anchor_row]) / math.sqrt(EVENT_LINK_SIZE)
        found.append(product + suits[batch.anchor_row] + reader.role_distances[role][batch.anchor_bucket])
    return torch.stack(found)


def stance_scores(stance: Tensor, batch: Batch) -> Tensor:
    """The stance of each cue: what its own piece says, and the strongest of what the words of its content add."""
    own = stance[batch.link_row, batch.link_piece, : len(STANCES)]
    added = stance[batch.link_row][..., len(STANCES) :]
    inside = batch.link_targets[1].bool()[..., None]
    strongest = added.masked_fill(~inside, -1e4).amax(1)
    return own + torch.where(inside.any(1), strongest, torch.zeros_like(strongest))


def class_scores(outputs: Outputs, batch: Batch) -> dict[str, Tensor]:
    """For each of `EVENT_CLASSES` the numbers of its values, a row an anchor."""
    numbers = outputs.classes[batch.anchor_row, batch.anchor_piece]
    parts = torch.split(numbers, [len(names) for names in EVENT_CLASSES.values()], -1)
    return dict(zip(EVENT_CLASSES, parts, strict=True))
