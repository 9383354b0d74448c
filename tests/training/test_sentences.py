"""The encoder of sentences against PyTorch, and the shipped file against its recipe."""

from pathlib import Path

import numpy as np
import torch

from rashomon.shipped import digest_of, models_folder
from rashomon.vectors.encoder import Encoder as Shipped
from training.encoder import pretrained, tokenizer
from training.sentences import export_sentences, ship_sentences

TEXTS = ("Two guards were wounded at the gate.", "The mayor denied it.", "Why?")


def by_torch(text: str) -> np.ndarray:
    encoder = pretrained().eval()
    ids = torch.tensor([tokenizer().encode(text).ids])
    with torch.no_grad():
        found = encoder(ids, torch.zeros_like(ids), torch.ones_like(ids, dtype=torch.bool)).mean(1)[0]
    return (found / found.norm()).numpy()


def test_the_graph_in_float_is_the_model(tmp_path: Path) -> None:
    export_sentences(tmp_path / "float.onnx", int8=False)
    shipped = Shipped(tmp_path / "float.onnx", models_folder() / "tokenizer.json")
    for text in TEXTS:
        np.testing.assert_allclose(shipped.vector(text), by_torch(text), atol=2e-5)


def test_the_shipped_encoder_is_the_model_up_to_its_rounding() -> None:
    shipped = Shipped(models_folder() / "sentences.onnx", models_folder() / "tokenizer.json")
    for text in TEXTS:
        assert float(shipped.vector(text) @ by_torch(text)) > 0.97


def test_making_it_anew_gives_the_shipped_bytes(tmp_path: Path) -> None:
    ship_sentences(tmp_path)
    for name in ("sentences.onnx", "sentences.json"):
        assert digest_of(tmp_path / name) == digest_of(models_folder() / name)
