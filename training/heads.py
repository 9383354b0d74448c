"""The heads on the shared encoder: tags of words, links of words to cues, stances; and the whole model."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from rashomon.read.neural.labels import BUCKETS, ENTITY_TAGS, LINK_SIZE, LINKED, ROLES, STANCES, TAGS
from training.encoder import WIDTH, Encoder, pretrained, thinned

LINK_WIDTH = 256
TAG_OUTPUTS = len(ROLES) * len(TAGS) + len(ENTITY_TAGS)
LINK_OUTPUTS = len(LINKED) * (2 * LINK_SIZE + 1)
STANCE_OUTPUTS = 2 * len(STANCES)


class Reader(nn.Module):
    """The encoder with its heads; another head is one more layer here and one more output of the exported graph.

    `tags` gives for each piece three numbers a role and one an entity tag. `links` gives for each linked role the
    piece's query as a cue, its key as a word, and how well it suits the role at all. `stance` gives what a cue says of
    its stance, and what a word of the content adds to it. `distances` and `trust` belong to the links: what a word's
    distance from the cue is worth, and what its own tag is.
    """

    def __init__(self, encoder: Encoder | None = None) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        self.tags = nn.Linear(WIDTH, TAG_OUTPUTS)
        self.link_inner = nn.Linear(WIDTH, LINK_WIDTH)
        self.links = nn.Linear(LINK_WIDTH, LINK_OUTPUTS)
        self.distances = nn.Parameter(torch.zeros(len(LINKED), 2 * BUCKETS))
        self.trust = nn.Parameter(torch.ones(len(LINKED)))
        self.stance = nn.Linear(WIDTH, STANCE_OUTPUTS)

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor, drop: float = 0.0) -> tuple[Tensor, Tensor, Tensor]:
        hidden = thinned(self.encoder(ids, case, mask, drop), drop)
        links = self.links(functional.gelu(self.link_inner(hidden)))
        return self.tags(hidden).float(), links.float(), self.stance(hidden).float()


def fresh() -> Reader:
    """A reader whose encoder has its starting weights and whose heads know nothing."""
    return Reader(pretrained())


def split_links(links: Tensor, role: int) -> tuple[Tensor, Tensor, Tensor]:
    """Queries, keys and suitability of one linked role, from the last axis of `links`."""
    size = 2 * LINK_SIZE + 1
    part = links[..., role * size : (role + 1) * size]
    return part[..., :LINK_SIZE], part[..., LINK_SIZE : 2 * LINK_SIZE], part[..., -1]


def tag_odds(tags: Tensor, role: str) -> Tensor:
    """The log-odds of each piece that it belongs to a role at all, from the last axis of `tags`."""
    place = ROLES.index(role) * len(TAGS)
    part = tags[..., place : place + len(TAGS)]
    return part[..., 1:].logsumexp(-1) - part[..., 0]
