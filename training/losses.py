"""What each head is told off for; heads whose target a corpus does not give are left in peace."""

import math
from collections.abc import Callable, Sequence
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.read.neural.labels import ENTITY_TAGS, LINK_SIZE, LINKED, ROLES, STANCES, TAGS
from training.batches import Batch
from training.heads import Reader, split_links, tag_odds
from training.targets import ANYTHING, NOT_SAID

LINK_SCALE = 1 / 16
"""Summed over the words of a window, the losses of a link are about sixteen times those of one word."""


Outputs = tuple[Tensor, Tensor, Tensor]


def losses(
    reader: Reader, batch: Batch, drop: float, *, teachers: Sequence[Reader] = (), trust: float = 0.0
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
        said = [(teacher, teacher(batch.ids, batch.case, batch.mask)) for teacher in teachers]
    taught = taught_losses(reader, outputs, said, batch)
    shares = ((found, 1 - trust), (taught, trust))
    names = [name for name in (*ROLES, "entities", "links", "stance") if name in found or name in taught]
    return {
        name: sum((some[name] * share for some, share in shares if name in some), torch.zeros(())) for name in names
    }


def marked_losses(reader: Reader, outputs: Outputs, batch: Batch) -> dict[str, Tensor]:
    """What people marked against what the reader says."""
    tags, _, stance = outputs
    found: dict[str, Tensor] = {}
    for row, role in enumerate(ROLES):
        said = batch.tags[row] != NOT_SAID
        if said.any():
            found[role] = functional.cross_entropy(role_tags(tags, row)[said], batch.tags[row][said])
    possible = entity_loss(entity_tags(tags), batch.entities)
    if possible is not None:
        found["entities"] = possible
    if len(batch.link_row):
        found["links"] = link_loss(reader, outputs, batch, batch.link_targets)
        asked = batch.stance != NOT_SAID
        if asked.any():
            logits = stance_scores(stance, batch)
            found["stance"] = functional.cross_entropy(logits[asked], batch.stance[asked])
    return found


def taught_losses(
    reader: Reader, outputs: Outputs, said: Sequence[tuple[Reader, Outputs]], batch: Batch
) -> dict[str, Tensor]:
    """What several readers say, on average, against what this one says."""
    words = batch.word >= 0

    def apart(part: Callable[[Tensor], Tensor]) -> Tensor:
        wanted = torch.stack([part(tags)[words].softmax(-1) for _, (tags, _, _) in said]).mean(0)
        return functional.cross_entropy(part(outputs[0])[words], wanted)

    found = {role: apart(partial(role_tags, row=row)) for row, role in enumerate(ROLES)}
    found["entities"] = apart(entity_tags)
    if len(batch.link_row):
        wanted = torch.stack([all_link_scores(other, there, batch).sigmoid() for other, there in said]).mean(0)
        found["links"] = link_loss(reader, outputs, batch, wanted)
        stances = torch.stack([stance_scores(there[2], batch).softmax(-1) for _, there in said]).mean(0)
        found["stance"] = functional.cross_entropy(stance_scores(outputs[2], batch), stances)
    return found


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
    tags, links, _ = outputs
    return torch.stack([link_scores(reader, tags, links, batch, role) for role in range(len(LINKED))])


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
