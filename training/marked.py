"""What people marked against what a reader says; heads whose target a corpus does not give are left in peace."""

import math

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.read.neural.labels import ANCHORED, ENTITY_TAGS, ROLES
from training.batches import Batch
from training.heads import Outputs, Reader
from training.logits import all_link_scores, all_role_scores, class_scores, entity_tags, stance_scores, tag_parts
from training.targets import ANYTHING
from training.words import NOT_SAID

LINK_SCALE = 1 / 16
"""Summed over the words of a window, the losses of a link are about sixteen times those of one word."""


def marked_losses(reader: Reader, outputs: Outputs, batch: Batch) -> dict[str, Tensor]:
    """What people marked against what the reader says."""
    found: dict[str, Tensor] = {}
    for name, part in tag_parts().items():
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


def _wanted_tags(batch: Batch, name: str) -> Tensor:
    if name == "fillers":
        return batch.fillers
    return batch.tags[ROLES.index(name)] if name in ROLES else batch.events[ANCHORED.index(name)]


def entity_loss(logits: Tensor, possible: Tensor) -> Tensor | None:
    """Minus the log of the probability of all tags that a corpus leaves possible, over words where it says something."""
    asked = (possible >= 0) & (possible != ANYTHING)
    if not asked.any():
        return None
    bits = torch.arange(len(ENTITY_TAGS), device=logits.device)
    allowed = ((possible[asked][:, None] >> bits) & 1).bool()
    chosen = logits[asked]
    return (chosen.logsumexp(-1) - chosen.masked_fill(~allowed, -math.inf).logsumexp(-1)).mean()


def link_loss(reader: Reader, outputs: Outputs, batch: Batch, wanted: Tensor) -> Tensor:
    """How wrong the links of both roles are, for a cue on average."""
    scores = all_link_scores(reader, outputs, batch)
    wrong = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    return (wrong * batch.link_near).sum() * LINK_SCALE / len(batch.link_row)


def role_loss(reader: Reader, outputs: Outputs, batch: Batch, wanted: Tensor) -> Tensor:
    """How wrong the words of all roles are that were looked for, for a trigger or a figure on average."""
    wrong = functional.binary_cross_entropy_with_logits(
        all_role_scores(reader, outputs, batch), wanted, reduction="none"
    )
    return (wrong * batch.anchor_near).sum() * LINK_SCALE / len(batch.anchor_row)


def class_loss(outputs: Outputs, batch: Batch) -> Tensor:
    """The sum of what is wrong in each class, each a mean over the anchors of which it was told."""
    told = zip(class_scores(outputs, batch).values(), batch.anchor_classes.unbind(-1), strict=True)
    found = [
        functional.cross_entropy(part[asked], classes[asked])
        for part, classes in told
        if (asked := classes != NOT_SAID).any()
    ]
    return torch.stack(found).sum()
