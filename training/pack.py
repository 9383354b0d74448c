"""A trained reader as the folder that the package ships: graph, tokenizer, and what was fitted on dev."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from rashomon.read.neural.decode import Settings
from rashomon.read.neural.weights import FORMAT, shapes
from rashomon.shipped import digest_of
from training.encoder import tokenizer
from training.export import export
from training.heads import Reader

DECIMALS = 4


def load(path: Path) -> Reader:
    """A trained reader from the file of its weights."""
    reader = Reader()
    reader.take_up(torch.load(path, map_location="cpu", weights_only=True))
    return reader.eval()


def settings_of(reader: Reader, **fitted: Any) -> Settings:
    """The reader's own numbers that decoding needs, with what was fitted on dev."""
    return Settings(
        distances=reader.distances.detach().numpy().round(DECIMALS),
        trust=reader.trust.detach().numpy().round(DECIMALS),
        role_distances=reader.role_distances.detach().numpy().round(DECIMALS),
        **fitted,
    )


def pack(
    reader: Reader,
    folder: Path,
    settings: Settings,
    calibration: Mapping[str, Sequence[Sequence[float]]],
    *,
    int8: bool = True,
    reduced: bool = True,
) -> None:
    """Write the files of a reader into `folder`; the same reader gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    export(reader, folder / "reader.onnx", int8=int8, reduced=reduced)
    tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    numbers = asdict(settings)
    told: dict[str, Any] = {
        "format": FORMAT,
        "files": {name: digest_of(folder / name) for name in ("reader.onnx", "tokenizer.json")},
        "shapes": shapes(),
        "fitted": {
            **{name: numbers.pop(name).tolist() for name in ("distances", "trust", "role_distances")},
            "settings": numbers,
            "calibration": calibration,
        },
    }
    (folder / "reader.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
