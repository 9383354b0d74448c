"""Where the encoder of sentences lies, and whether it is whole: `sentences.onnx`, beside the reader's weights, and
`sentences.json` with its digest. It shares `tokenizer.json` with the reader."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.errors import WeightsUnusable
from rashomon.shipped import digest_of, models_folder
from rashomon.vectors.encoder import Encoder
from rashomon.vectors.memory import InMemory, Memory
from rashomon.vectors.vectors import Vectors

FORMAT = "rashomon.sentences/1"
FILES = ("sentences.onnx", "tokenizer.json")
NEXT_STEP = "Install Rashomon again, or do without weights: --reader rules."
DIGEST_LENGTH = 12


def at_hand(folder: Path | None = None) -> bool:
    """Whether there is an encoder of sentences, whole or not."""
    return ((folder or models_folder()) / "sentences.json").is_file()


def load_vectors(memory: Memory | None = None, folder: Path | None = None) -> Vectors:
    """The vectors of sentences, remembered in `memory` (by default as long as this object lives).

    Raises `WeightsUnusable` where the encoder is missing or is not what it was when it was made.
    """
    place = folder or models_folder()
    encoder, version = _encoder(place)
    return Vectors(encoder, version, memory if memory is not None else InMemory())


@cache
def _encoder(place: Path) -> tuple[Encoder, str]:
    """The encoder in a folder and its version; loaded once a process."""
    digests = _digests(place / "sentences.json")
    for name in FILES:
        _check(place / name, digests[name])
    version = f"sentences.{digests['sentences.onnx'][:DIGEST_LENGTH]}"
    return Encoder(place / "sentences.onnx", place / "tokenizer.json"), version


def _digests(path: Path) -> dict[str, str]:
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise WeightsUnusable(f"The encoder of sentences is missing: there is no {path}.", NEXT_STEP) from error
    except (OSError, ValueError) as error:
        raise _damaged(path) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise WeightsUnusable(f"The encoder of sentences beside {path} is of another version.", NEXT_STEP)
    digests = told.get("files")
    if not isinstance(digests, dict) or not all(isinstance(digests.get(name), str) for name in FILES):
        raise _damaged(path)
    return digests


def _check(path: Path, digest: str) -> None:
    try:
        whole = digest_of(path) == digest
    except OSError as error:
        raise WeightsUnusable(f"The encoder of sentences is missing: {path} can't be read.", NEXT_STEP) from error
    if not whole:
        raise WeightsUnusable(f"The encoder of sentences is damaged: {path} is not the file that was made.", NEXT_STEP)


def _damaged(path: Path) -> WeightsUnusable:
    return WeightsUnusable(f"The description of the encoder of sentences, {path}, is damaged.", NEXT_STEP)
