"""Where the trained reader lies, and whether it is whole: `reader.onnx`, `tokenizer.json`, and `reader.json` with both
digests and what was fitted on dev."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from rashomon.errors import WeightsUnusable
from rashomon.read.neural.calibration import Calibration
from rashomon.read.neural.decode import Settings
from rashomon.read.neural.labels import BUCKETS, ENTITY_TAGS, EVENT_CLASSES, EVENT_ROLES, FILLER_TAGS, LINKED, STANCES
from rashomon.shipped import digest_of, models_folder

FORMAT = "rashomon.reader/2"
FILES = ("reader.onnx", "tokenizer.json")
NEXT_STEP = "Install Rashomon again, or read without weights: --reader rules."
DIGEST_LENGTH = 12
"""Hex digits of the weights' digest that the reader's version shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The files of a trained reader and what it is run with; `digest` tells one set of weights from another."""

    encoder: Path
    tokenizer: Path
    digest: str
    settings: Settings
    calibration: Calibration


@cache
def weights(folder: Path | None = None) -> Weights:
    """The weights in a folder. Raises `WeightsUnusable` where one is missing or is not what it was when it was made."""
    place = folder or models_folder()
    told = _described(place / "reader.json")
    for name in FILES:
        _check(place / name, told["files"][name])
    try:
        return _weights(place, told)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise _damaged(place / "reader.json") from error


def _weights(place: Path, told: dict[str, Any]) -> Weights:
    fitted = told["fitted"]
    worth = ("distances", "trust", "role_distances")
    distances, trust, role_distances = (np.array(fitted[name], dtype=np.float32) for name in worth)
    if distances.shape != (len(LINKED), 2 * BUCKETS) or trust.shape != (len(LINKED),):
        raise ValueError("what distances and tags are worth is not told for each linked role")
    if role_distances.shape != (len(EVENT_ROLES), 2 * BUCKETS):
        raise ValueError("what distances are worth is not told for each role in incidents")
    return Weights(
        encoder=place / "reader.onnx",
        tokenizer=place / "tokenizer.json",
        digest=told["files"]["reader.onnx"][:DIGEST_LENGTH],
        settings=Settings(distances=distances, trust=trust, role_distances=role_distances, **fitted["settings"]),
        calibration=Calibration.of(fitted["calibration"]),
    )


def weights_digest(folder: Path | None = None) -> str:
    """The digest of the weights as their description tells it, without a look at them."""
    return str(_described((folder or models_folder()) / "reader.json")["files"]["reader.onnx"])[:DIGEST_LENGTH]


def shapes() -> dict[str, Any]:
    """What a set of weights must agree on with the code that reads its outputs."""
    return {
        "stances": list(STANCES),
        "entities": list(ENTITY_TAGS),
        "linked": list(LINKED),
        "buckets": BUCKETS,
        "roles": list(EVENT_ROLES),
        "classes": {name: list(names) for name, names in EVENT_CLASSES.items()},
        "fillers": list(FILLER_TAGS),
    }


@cache
def _described(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise WeightsUnusable(f"The reader's weights are missing: there is no {path}.", NEXT_STEP) from error
    except (OSError, ValueError) as error:
        raise _damaged(path) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT or told.get("shapes") != shapes():
        raise WeightsUnusable(f"The reader's weights beside {path} are of another version.", NEXT_STEP)
    digests = told.get("files")
    if not isinstance(digests, dict) or not all(isinstance(digests.get(name), str) for name in FILES):
        raise _damaged(path)
    return told


def _damaged(path: Path) -> WeightsUnusable:
    return WeightsUnusable(f"The description of the reader's weights, {path}, is damaged.", NEXT_STEP)


def _check(path: Path, digest: str) -> None:
    try:
        whole = digest_of(path) == digest
    except OSError as error:
        raise WeightsUnusable(f"The reader's weights are missing: {path} can't be read.", NEXT_STEP) from error
    if not whole:
        raise WeightsUnusable(f"The reader's weights are damaged: {path} is not the file that was made.", NEXT_STEP)
