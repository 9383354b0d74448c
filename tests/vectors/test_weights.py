"""The encoder of sentences is what was made, or one sentence says what is wrong with it."""

import json
import shutil
from pathlib import Path

import pytest

from rashomon.errors import WeightsUnusable
from rashomon.shipped import digest_of, models_folder
from rashomon.vectors import at_hand, load_vectors
from rashomon.vectors.weights import FILES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*FILES, "sentences.json"):
        shutil.copy(models_folder() / name, tmp_path / name)
    return tmp_path


def test_a_copy_works_like_the_original(folder: Path) -> None:
    assert load_vectors(folder=folder).version == load_vectors().version


@pytest.mark.parametrize("name", [*FILES, "sentences.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(WeightsUnusable, match=name):
        load_vectors(folder=folder)


def test_missing_is_not_at_hand(tmp_path: Path) -> None:
    assert not at_hand(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"something else")
    with pytest.raises(WeightsUnusable, match="is not the file that was made"):
        load_vectors(folder=folder)


@pytest.mark.parametrize("told", ["not JSON", "[]", '{"format": "rashomon.sentences/1"}', '{"format": "other"}'])
def test_a_damaged_description_is_refused(folder: Path, told: str) -> None:
    (folder / "sentences.json").write_text(told, encoding="utf-8")
    with pytest.raises(WeightsUnusable):
        load_vectors(folder=folder)


def test_the_right_digest_of_no_graph_is_refused_too(folder: Path) -> None:
    (folder / FILES[0]).write_bytes(b"no graph")
    told = json.loads((folder / "sentences.json").read_text(encoding="utf-8"))
    told["files"][FILES[0]] = digest_of(folder / FILES[0])
    (folder / "sentences.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(WeightsUnusable, match="can't be loaded"):
        load_vectors(folder=folder)
