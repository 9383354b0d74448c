"""Weights that are missing, damaged or of another version are told of, never read."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rashomon.errors import WeightsUnusable
from rashomon.read.neural.labels import BUCKETS
from rashomon.read.neural.reader import NeuralReader
from rashomon.read.neural.weights import (
    DIGEST_LENGTH,
    NEXT_STEP,
    weights,
    weights_digest,
)
from rashomon.shipped import digest_of, models_folder

Told = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A copy of the weights that may be spoiled, and that goes with its test."""
    copy = Path(shutil.copytree(models_folder(), tmp_path / "models"))
    yield copy
    shutil.rmtree(copy)


def retold(folder: Path, change: Callable[[Told], None]) -> None:
    """Change what the description of the weights says."""
    path = folder / "reader.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    change(told)
    path.write_text(json.dumps(told), encoding="utf-8")


def refused(folder: Path) -> str:
    """Why weights are not taken, in one sentence; the next step is always the same."""
    with pytest.raises(WeightsUnusable) as caught:
        weights(folder)
    assert caught.value.next_step == NEXT_STEP
    assert "--reader rules" in NEXT_STEP
    return str(caught.value)


def test_whole_weights_are_taken_with_what_was_fitted(folder: Path) -> None:
    found = weights(folder)
    assert (found.encoder, found.tokenizer) == (folder / "reader.onnx", folder / "tokenizer.json")
    assert found.settings.distances.shape == (2, 2 * BUCKETS)
    assert found.settings.trust.shape == (2,)
    assert found.settings.distances.dtype == np.float32
    assert found.digest == digest_of(folder / "reader.onnx")[:DIGEST_LENGTH] == weights_digest(folder)


def test_the_digest_is_told_without_a_look_at_the_weights(folder: Path) -> None:
    (folder / "reader.onnx").unlink()
    assert weights_digest(folder) == weights_digest()


@pytest.mark.parametrize("name", ["reader.json", "reader.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    said = refused(folder)
    assert "missing" in said
    assert str(folder / name) in said


def test_a_missing_folder_is_a_missing_description(tmp_path: Path) -> None:
    assert str(tmp_path / "none" / "reader.json") in refused(tmp_path / "none")


@pytest.mark.parametrize("name", ["reader.onnx", "tokenizer.json"])
@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
def test_one_flipped_byte_is_seen(folder: Path, name: str, place: float) -> None:
    path = folder / name
    with path.open("r+b") as file:
        file.seek(round(place * (path.stat().st_size - 1)))
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 1]))
    said = refused(folder)
    assert "damaged" in said
    assert str(path) in said


def test_a_cut_off_file_is_damaged(folder: Path) -> None:
    path = folder / "reader.onnx"
    os.truncate(path, path.stat().st_size - 1)
    assert "damaged" in refused(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"rashomon.reader/1"', "\ufffe"])
def test_a_description_that_is_none_is_refused(folder: Path, text: str) -> None:
    (folder / "reader.json").write_text(text, encoding="utf-8")
    assert str(folder / "reader.json") in refused(folder)


def test_a_description_that_is_no_text_is_damaged(folder: Path) -> None:
    (folder / "reader.json").write_bytes(b"\xff\xfe{}")
    assert "damaged" in refused(folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(format="rashomon.reader/3"),
        lambda told: told.pop("format"),
        lambda told: told.pop("shapes"),
        lambda told: told["shapes"].update(buckets=BUCKETS + 1),
        lambda told: told["shapes"]["stances"].reverse(),
        lambda told: told["shapes"]["entities"].append("B-rumour"),
    ],
)
def test_weights_of_another_version_are_refused(folder: Path, change: Callable[[Told], None]) -> None:
    retold(folder, change)
    said = refused(folder)
    assert "another version" in said
    assert str(folder / "reader.json") in said


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("files"),
        lambda told: told["files"].pop("reader.onnx"),
        lambda told: told.update(files=[]),
        lambda told: told.pop("fitted"),
        lambda told: told["fitted"].pop("trust"),
        lambda told: told["fitted"].pop("role_distances"),
        lambda told: told["fitted"].update(distances="near"),
        lambda told: told["fitted"].update(distances=[[0.0, 1.0], [0.0, 1.0]]),
        lambda told: told["fitted"]["settings"].update(patience=3),
        lambda told: told["fitted"].update(calibration={"entity": [[0.0, 1.0]]}),
    ],
)
def test_a_description_with_a_part_missing_or_wrong_is_damaged(folder: Path, change: Callable[[Told], None]) -> None:
    retold(folder, change)
    said = refused(folder)
    assert "damaged" in said
    assert str(folder) in said


def test_a_graph_that_can_not_be_loaded_is_told_as_unusable(folder: Path) -> None:
    (folder / "reader.onnx").write_bytes(b"no graph")
    retold(folder, lambda told: told["files"].update({"reader.onnx": digest_of(folder / "reader.onnx")}))
    with pytest.raises(WeightsUnusable, match="can't be loaded") as caught:
        NeuralReader(weights(folder))
    assert caught.value.next_step == NEXT_STEP


def test_a_vocabulary_without_its_marks_is_told_as_unusable(folder: Path) -> None:
    path = folder / "tokenizer.json"
    path.write_text(path.read_text(encoding="utf-8").replace("[CLS]", "[BEGIN]"), encoding="utf-8")
    retold(folder, lambda told: told["files"].update({"tokenizer.json": digest_of(path)}))
    with pytest.raises(WeightsUnusable, match=r"no piece '\[CLS\]'"):
        NeuralReader(weights(folder))
