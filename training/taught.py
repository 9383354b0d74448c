"""What trained readers say against what another says: of marked words, and of cues and triggers that nobody marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.read.neural.distance import bucket_of
from rashomon.read.neural.events import CLASSES_OF, ROLES_OF
from rashomon.read.neural.labels import ANCHORED, EVENT_CLASSES, EVENT_ROLES, FARTHEST, ROLES
from training.batches import Batch
from training.heads import Outputs, Reader
from training.logits import (
    all_link_scores,
    all_role_scores,
    class_scores,
    entity_tags,
    role_tags,
    stance_scores,
    tag_parts,
)
from training.marked import link_loss, role_loss
from training.words import NOT_SAID

SPEECH = frozenset({*ROLES, "links", "stance"})
NAMES = frozenset({"entities"})
EVENTS = frozenset({*ANCHORED, "fillers", "roles", "classes"})
"""The losses by what they are about: who says what, entities, incidents and figures."""
EVERYTHING = SPEECH | NAMES | EVENTS
SURE = 0.5
"""How sure teachers must be of a cue, a trigger or a figure that nobody marked, for its links and classes to be learned."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """A trained reader, how much its word counts, and the losses of which it knows anything."""

    reader: Reader
    weight: float = 1.0
    knows: frozenset[str] = SPEECH | NAMES


Said: TypeAlias = Sequence[tuple[Teacher, Outputs]]


def taught_losses(reader: Reader, outputs: Outputs, said: Said, batch: Batch) -> dict[str, Tensor]:
    """What several readers say, on average by their weight, against what this one says."""
    words = batch.word >= 0

    def tagged(name: str, part: Callable[[Outputs], Tensor]) -> Tensor:
        wanted = mean_of(said, name, lambda _, there: part(there)[words].softmax(-1))
        return functional.cross_entropy(part(outputs)[words], wanted)

    known = known_by(said)
    parts = tag_parts() | {"entities": lambda there: entity_tags(there.tags)}
    found = {name: tagged(name, part) for name, part in parts.items() if name in known}
    if len(batch.link_row):
        wanted = mean_of(said, "links", lambda other, there: all_link_scores(other, there, batch).sigmoid())
        found["links"] = link_loss(reader, outputs, batch, wanted)
        stances = mean_of(said, "stance", lambda _, there: stance_scores(there.stance, batch).softmax(-1))
        found["stance"] = functional.cross_entropy(stance_scores(outputs.stance, batch), stances)
    if len(batch.anchor_row) and "roles" in known:
        wanted = mean_of(said, "roles", lambda other, there: all_role_scores(other, there, batch).sigmoid())
        found["roles"] = role_loss(reader, outputs, batch, wanted)
    if (batch.anchor_classes != NOT_SAID).any() and "classes" in known:
        found["classes"] = _class_loss(outputs, said, batch)
    return found


def _class_loss(outputs: Outputs, said: Said, batch: Batch) -> Tensor:
    """As the one of what people marked, for the same anchors."""
    found = []
    for place, (name, numbers) in enumerate(class_scores(outputs, batch).items()):
        asked = batch.anchor_classes[:, place] != NOT_SAID
        if asked.any():
            wanted = mean_of(said, "classes", partial(_told, name=name, batch=batch))
            found.append(functional.cross_entropy(numbers[asked], wanted[asked]))
    return torch.stack(found).sum()


def _told(_: Reader, outputs: Outputs, *, name: str, batch: Batch) -> Tensor:
    return class_scores(outputs, batch)[name].softmax(-1)


def known_by(said: Said) -> frozenset[str]:
    """The losses of which any teacher knows something."""
    return frozenset[str]().union(*(teacher.knows for teacher, _ in said))


def mean_of(said: Said, name: str, part: Callable[[Reader, Outputs], Tensor]) -> Tensor:
    """The mean by weight of what those teachers say that know of a loss."""
    among = [(teacher, there) for teacher, there in said if name in teacher.knows]
    whole = sum(teacher.weight for teacher, _ in among)
    return torch.stack([part(teacher.reader, there) * (teacher.weight / whole) for teacher, there in among]).sum(0)


@torch.no_grad()
def heard(batch: Batch, said: Said) -> Batch:
    """The batch with the cues, triggers and figures that teachers find where nobody marked any.

    What belongs to them teachers tell as well, so that the targets of these here only say where to look: the words of
    a content, in which its stance is looked for, and which classes are told of an anchor.
    """
    return _with_anchors(_with_links(batch, said), said)


def _with_links(batch: Batch, said: Said) -> Batch:
    known = known_by(said)
    if not {"cue", "links"} <= known:
        return batch
    odds = mean_of(said, "cue", lambda _, there: role_tags(there.tags, ROLES.index("cue")).softmax(-1))
    row, piece = _begun(odds, batch.tags[ROLES.index("cue")], batch)
    if not len(row):
        return batch
    bucket, near = _seen(batch, row, piece)
    nothing = batch.link_targets.new_zeros(2, len(row), batch.ids.shape[1])
    alone = replace(
        batch,
        link_row=row,
        link_piece=piece,
        link_bucket=bucket,
        link_near=near,
        link_targets=nothing,
        stance=row * 0 + NOT_SAID,
    )
    belongs = mean_of(said, "links", lambda other, there: all_link_scores(other, there, alone).sigmoid())
    alone = replace(alone, link_targets=((belongs > SURE) & near).to(nothing.dtype))
    names = ("link_row", "link_piece", "link_bucket", "link_near", "stance")
    joined = {name: torch.cat([getattr(batch, name), getattr(alone, name)]) for name in names}
    return replace(batch, **joined, link_targets=torch.cat([batch.link_targets, alone.link_targets], 1))


def _with_anchors(batch: Batch, said: Said) -> Batch:
    known = known_by(said)
    for place, name in enumerate(ANCHORED):
        if not {name, "roles", "classes"} <= known:
            continue
        odds = mean_of(said, name, partial(_tagged, place=place))
        row, piece = _begun(odds, batch.events[place], batch)
        if not len(row):
            continue
        bucket, near = _seen(batch, row, piece)
        asked = torch.tensor([role in ROLES_OF[name] for role in EVENT_ROLES], device=row.device)
        # Which value a class has is left to the teachers; any number says that it is to be told.
        told = torch.tensor([0 if kind in CLASSES_OF[name] else NOT_SAID for kind in EVENT_CLASSES], device=row.device)
        every = near[None] & asked[:, None, None]
        batch = replace(
            batch,
            anchor_row=torch.cat([batch.anchor_row, row]),
            anchor_piece=torch.cat([batch.anchor_piece, piece]),
            anchor_bucket=torch.cat([batch.anchor_bucket, bucket]),
            anchor_near=torch.cat([batch.anchor_near, every], 1),
            anchor_targets=torch.cat([batch.anchor_targets, batch.anchor_targets.new_zeros(every.shape)], 1),
            anchor_classes=torch.cat([batch.anchor_classes, told.expand(len(row), -1)]),
        )
    return batch


def _tagged(_: Reader, outputs: Outputs, *, place: int) -> Tensor:
    return role_tags(outputs.events, place).softmax(-1)


def _begun(odds: Tensor, marked: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Rows and pieces at which teachers see something begin where nobody marked anything."""
    begins = (odds[..., 1] > SURE) & (marked == NOT_SAID) & (batch.word >= 0)
    row, piece = begins.nonzero(as_tuple=True)
    return row, piece


def _seen(batch: Batch, row: Tensor, piece: Tensor) -> tuple[Tensor, Tensor]:
    """For each of several pieces how far the words of its row stand away, in buckets, and which are near enough."""
    words = batch.word[row]
    away = words - batch.word[row, piece][:, None]
    bucket = torch.from_numpy(bucket_of(away.cpu().numpy())).to(row.device)
    return bucket, (words >= 0) & (away.abs() <= FARTHEST)
