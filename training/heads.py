"""The heads on the shared encoder: tags of words, links of words to cues, stances; and the whole model."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from rashomon.read.neural.labels import (
    BUCKETS,
    ENTITY_TAGS,
    EVENT_CLASSES,
    EVENT_LINK_SIZE,
    EVENT_ROLES,
    FILLER_TAGS,
    LINK_SIZE,
    LINKED,
    ROLES,
    STANCES,
    TAGS,
)
from training.encoder import Encoder, pretrained, thinned
from training.large import LargeEncoder, pretrained_large

LINK_WIDTH = 256
TAG_OUTPUTS = len(ROLES) * len(TAGS) + len(ENTITY_TAGS)
LINK_OUTPUTS = len(LINKED) * (2 * LINK_SIZE + 1)
STANCE_OUTPUTS = 2 * len(STANCES)
EVENT_OUTPUTS = 2 * len(TAGS) + len(FILLER_TAGS)
ROLE_OUTPUTS = len(EVENT_ROLES) * (2 * EVENT_LINK_SIZE + 1)
CLASS_OUTPUTS = sum(map(len, EVENT_CLASSES.values()))


class Outputs(NamedTuple):
    """What the heads say, each of shape (rows, pieces, numbers)."""

    tags: Tensor
    links: Tensor
    stance: Tensor
    events: Tensor
    roles: Tensor
    classes: Tensor


class Reader(nn.Module):
    """The encoder with its heads; another head is one more layer here and one more output of the exported graph.

    `tags` gives for each piece three numbers a role and one an entity tag. `links` gives for each linked role the
    piece's query as a cue, its key as a word, and how well it suits the role at all. `stance` gives what a cue says of
    its stance, and what a word of the content adds to it. `distances` and `trust` belong to the links: what a word's
    distance from the cue is worth, and what its own tag is. `events` are tags of triggers, of figures and of fillers of
    templates; `roles` lead words to triggers, and triggers to figures, as `links` do; `classes` tell of a trigger or a
    figure what `EVENT_CLASSES` names.
    """

    def __init__(self, encoder: Encoder | LargeEncoder | None = None) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        width = self.encoder.width
        self.tags = nn.Linear(width, TAG_OUTPUTS)
        self.link_inner = nn.Linear(width, LINK_WIDTH)
        self.links = nn.Linear(LINK_WIDTH, LINK_OUTPUTS)
        self.distances = nn.Parameter(torch.zeros(len(LINKED), 2 * BUCKETS))
        self.trust = nn.Parameter(torch.ones(len(LINKED)))
        self.stance = nn.Linear(width, STANCE_OUTPUTS)
        self.events = nn.Linear(width, EVENT_OUTPUTS)
        self.role_inner = nn.Linear(width, LINK_WIDTH)
        self.roles = nn.Linear(LINK_WIDTH, ROLE_OUTPUTS)
        self.role_distances = nn.Parameter(torch.zeros(len(EVENT_ROLES), 2 * BUCKETS))
        self.classes = nn.Linear(width, CLASS_OUTPUTS)
        self.knows_events = True

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor, drop: float = 0.0) -> Outputs:
        hidden = thinned(self.encoder(ids, case, mask, drop), drop)
        links = self.links(functional.gelu(self.link_inner(hidden)))
        roles = self.roles(functional.gelu(self.role_inner(hidden)))
        heads = (self.tags(hidden), links, self.stance(hidden), self.events(hidden), roles, self.classes(hidden))
        return Outputs(*(head.float() for head in heads))

    def take_up(self, weights: dict[str, Tensor]) -> None:
        """Load weights; a head that they know nothing of stays as it was; `knows_events` tells of those
        of incidents and figures. Raises `ValueError` for another encoder's."""
        missing, unknown = self.load_state_dict(weights, strict=False)
        self.knows_events = "events.weight" in weights
        if unknown or any(name.startswith("encoder.") for name in missing):
            raise ValueError(f"these weights are of another reader: {[*unknown, *missing][:3]}")


def fresh() -> Reader:
    """A reader whose encoder has its starting weights and whose heads know nothing."""
    return Reader(pretrained())


def fresh_large() -> Reader:
    """The same heads on the large encoder: a teacher."""
    return Reader(pretrained_large())


def split_links(links: Tensor, role: int) -> tuple[Tensor, Tensor, Tensor]:
    """Queries, keys and suitability of one linked role, from the last axis of `links`."""
    return _split(links, role, LINK_SIZE)


def split_roles(roles: Tensor, role: int) -> tuple[Tensor, Tensor, Tensor]:
    """Queries, keys and suitability of one of `EVENT_ROLES`, from the last axis of `roles`."""
    return _split(roles, role, EVENT_LINK_SIZE)


def _split(numbers: Tensor, role: int, width: int) -> tuple[Tensor, Tensor, Tensor]:
    size = 2 * width + 1
    part = numbers[..., role * size : (role + 1) * size]
    return part[..., :width], part[..., width : 2 * width], part[..., -1]


def tag_odds(tags: Tensor, role: str) -> Tensor:
    """The log-odds of each piece that it belongs to a role at all, from the last axis of `tags`."""
    place = ROLES.index(role) * len(TAGS)
    part = tags[..., place : place + len(TAGS)]
    return part[..., 1:].logsumexp(-1) - part[..., 0]
