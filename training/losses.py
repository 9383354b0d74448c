"""What each head is told off for; heads whose target a corpus does not give are left in peace."""

import math

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.read.neural.labels import ENTITY_TAGS, LINK_SIZE, LINKED, ROLES, STANCES, TAGS
from training.batches import Batch
from training.heads import Reader, split_links, tag_odds
from training.targets import ANYTHING, NOT_SAID

LINK_SCALE = 1 / 16
"""Summed over the words of a window, the losses of a link are about sixteen times those of one word."""


def losses(reader: Reader, batch: Batch, drop: float) -> dict[str, Tensor]:
    """The loss of each head over a batch, each a mean over what it was asked."""
    tags, links, stance = reader(batch.ids, batch.case, batch.mask, drop)
    found: dict[str, Tensor] = {}
    for row, role in enumerate(ROLES):
        said = batch.tags[row] != NOT_SAID
        if said.any():
            logits = tags[..., row * len(TAGS) : (row + 1) * len(TAGS)]
            found[role] = functional.cross_entropy(logits[said], batch.tags[row][said])
    possible = entity_loss(tags[..., len(ROLES) * len(TAGS) :], batch.entities)
    if possible is not None:
        found["entities"] = possible
    if len(batch.link_row):
        scores = torch.stack([link_scores(reader, tags, links, batch, role) for role in range(len(LINKED))])
        wrong = functional.binary_cross_entropy_with_logits(scores, batch.link_targets, reduction="none")
        found["links"] = (wrong * batch.link_near).sum() * LINK_SCALE / len(batch.link_row)
        asked = batch.stance != NOT_SAID
        if asked.any():
            logits = stance_scores(stance, batch)
            found["stance"] = functional.cross_entropy(logits[asked], batch.stance[asked])
    return found


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


def stance_scores(stance: Tensor, batch: Batch) -> Tensor:
    """The stance of each cue: what its own piece says, and the strongest of what the words of its content add."""
    own = stance[batch.link_row, batch.link_piece, : len(STANCES)]
    added = stance[batch.link_row][..., len(STANCES) :]
    inside = batch.link_targets[1].bool()[..., None]
    strongest = added.masked_fill(~inside, -1e4).amax(1)
    return own + torch.where(inside.any(1), strongest, torch.zeros_like(strongest))
