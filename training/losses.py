"""What each head is told off for: by people's marks, and by teachers."""

from collections.abc import Sequence

import torch
from torch import Tensor

from training.batches import Batch
from training.heads import Outputs, Reader
from training.marked import marked_losses
from training.taught import Teacher, heard, taught_losses


def losses(
    reader: Reader, batch: Batch, drop: float, *, teachers: Sequence[Teacher] = (), trust: float = 0.0
) -> dict[str, Tensor]:
    """The loss of each head over a batch, each a mean over what it was asked.

    With teachers, `trust` is the share of what they say, and the rest is what people marked. Teachers say something of
    every word, also where a corpus marks nothing, and of the cues, triggers and figures that they find there.
    """
    outputs: Outputs = reader(batch.ids, batch.case, batch.mask, drop)
    found = marked_losses(reader, outputs, batch)
    if not teachers:
        return found
    with torch.no_grad():
        said = [(teacher, teacher.reader(batch.ids, batch.case, batch.mask)) for teacher in teachers]
    taught = taught_losses(reader, outputs, said, heard(batch, said))
    return {name: _shared(found.get(name), taught.get(name), trust) for name in sorted(found.keys() | taught.keys())}


def _shared(marked: Tensor | None, taught: Tensor | None, trust: float) -> Tensor:
    """A loss by people and by teachers; of what no teacher knows, people tell the whole."""
    if taught is None:
        assert marked is not None
        return marked
    return taught * trust if marked is None else marked * (1 - trust) + taught * trust
