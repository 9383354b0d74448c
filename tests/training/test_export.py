"""The exported graph against PyTorch, and the folder that the package ships against what reads it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from onnxruntime import InferenceSession

from rashomon.read.neural.calibration import Calibration
from rashomon.read.neural.decode import attributions_of
from rashomon.read.neural.pieces import CASES
from rashomon.read.neural.scores import OUTPUTS
from rashomon.read.neural.session import Session
from rashomon.read.neural.weights import weights
from tests.training.examples import example
from training.encoder import VOCABULARY, Encoder, pretrained
from training.export import export
from training.heads import Reader, fresh
from training.pack import load, pack, settings_of

LARGEST = 40 * 1024 * 1024
"""Bytes that the packed encoder may have."""
Given = dict[str, np.ndarray]


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(3)
    made = fresh()
    with torch.no_grad():
        made.distances.normal_()
        made.trust.normal_()
    return made.eval()


@pytest.fixture(scope="module")
def folder(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The reader, packed as the package ships it."""
    place = tmp_path_factory.mktemp("packed")
    pack(reader, place, settings_of(reader, cue_floor=0.3, gap=2.0), {"entity": [[0.0, 1.0], [0.25, 0.75]]})
    yield place
    shutil.rmtree(place)


def given(seed: int, lengths: tuple[int, ...]) -> Given:
    """Pieces and cases at random, each row filled up to the longest."""
    chance, longest = np.random.default_rng(seed), max(lengths)
    mask = (np.arange(longest)[None] < np.array(lengths)[:, None]).astype(np.int32)
    ids = chance.integers(1000, VOCABULARY, mask.shape, dtype=np.int32) * mask
    case = chance.integers(0, len(CASES), mask.shape, dtype=np.int32) * mask
    return {"ids": ids, "case": case, "mask": mask}


def by_torch(reader: Reader, inputs: Given) -> list[np.ndarray]:
    ids, case, mask = (torch.from_numpy(inputs[name]).long() for name in ("ids", "case", "mask"))
    with torch.no_grad():
        return [output.numpy() for output in reader(ids, case, mask.bool())]


def by_graph(path: Path, inputs: Given) -> list[np.ndarray]:
    return list(InferenceSession(path, providers=["CPUExecutionProvider"]).run(OUTPUTS, inputs))


@pytest.mark.parametrize("lengths", [(12,), (30, 7, 19), (254,)])
def test_the_graph_says_what_the_reader_says(reader: Reader, tmp_path: Path, lengths: tuple[int, ...]) -> None:
    export(reader, tmp_path / "float.onnx", int8=False)
    inputs = given(len(lengths), lengths)
    real = inputs["mask"].astype(bool)
    for one, other in zip(by_torch(reader, inputs), by_graph(tmp_path / "float.onnx", inputs), strict=True):
        assert one.shape == other.shape
        assert np.abs(one[real] - other[real]).max() < 1e-4


def test_in_eight_bits_it_says_nearly_the_same_and_is_small(reader: Reader, folder: Path) -> None:
    inputs = given(7, (40, 40, 40))
    for one, other in zip(by_torch(reader, inputs), by_graph(folder / "reader.onnx", inputs), strict=True):
        assert np.abs(one - other).mean() < 0.25 * np.abs(one).mean()
        assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.97
    assert (folder / "reader.onnx").stat().st_size <= LARGEST


def test_the_same_reader_gives_the_same_bytes(reader: Reader, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(reader, tmp_path / name, int8=False)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_is_packed_is_what_the_package_reads(reader: Reader, folder: Path) -> None:
    found = weights(folder)
    assert (found.settings.cue_floor, found.settings.gap) == (0.3, 2.0)
    assert np.allclose(found.settings.distances, reader.distances.detach().numpy(), atol=1e-4)
    assert np.allclose(found.settings.trust, reader.trust.detach().numpy(), atol=1e-4)
    assert found.calibration == Calibration.of({"entity": [[0.0, 1.0], [0.25, 0.75]]})
    session, one = Session(found.encoder, found.tokenizer), example("n", sentences=30)
    scores = session.scores(session.pieces(one.text, one.paragraphs()))
    assert len(scores.tags) == len(scores.pieces.start) > 254
    assert isinstance(attributions_of(scores, found.settings), list)


def test_the_description_names_no_place_and_no_time(folder: Path) -> None:
    told = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    assert told.keys() == {"format", "files", "shapes", "fitted"}
    assert str(folder) not in json.dumps(told)


def test_a_trained_reader_comes_back_from_its_file(reader: Reader, tmp_path: Path) -> None:
    torch.save(reader.state_dict(), tmp_path / "reader.pt")
    back, inputs = load(tmp_path / "reader.pt"), given(1, (9, 4))
    assert not back.training
    for one, other in zip(by_torch(reader, inputs), by_torch(back, inputs), strict=True):
        assert np.array_equal(one, other)


def test_what_is_filled_up_changes_nothing(reader: Reader) -> None:
    alone, beside = given(5, (11,)), given(5, (11, 30))
    for name in ("ids", "case"):
        beside[name][0, :11] = alone[name][0]
    for one, other in zip(by_torch(reader, alone), by_torch(reader, beside), strict=True):
        assert np.allclose(one[0], other[0, :11], atol=1e-4)


def test_the_start_weights_fill_every_part_of_the_encoder_and_know_no_case() -> None:
    encoder = pretrained()
    assert {name for name, _ in encoder.named_parameters()} == {name for name, _ in Encoder().named_parameters()}
    table = encoder.cases.weight
    assert (table == table[0]).all()
    one, other = (torch.full((1, 6), case) for case in (1, 3))
    ids, mask = torch.arange(2000, 2006)[None], torch.ones(1, 6, dtype=torch.bool)
    with torch.no_grad():
        assert torch.equal(encoder(ids, one, mask), encoder(ids, other, mask))
