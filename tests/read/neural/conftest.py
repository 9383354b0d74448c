"""The tokenizer and the reader that the package brings, loaded once."""

import pytest
from tokenizers import Tokenizer

from rashomon.read.neural.reader import NeuralReader
from rashomon.read.neural.session import Session
from rashomon.read.neural.weights import weights
from rashomon.shipped import models_folder


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(models_folder() / "tokenizer.json"))


@pytest.fixture(scope="session")
def session() -> Session:
    return Session(models_folder() / "reader.onnx", models_folder() / "tokenizer.json")


@pytest.fixture
def reader() -> NeuralReader:
    """A reader that has scored nothing yet."""
    return NeuralReader(weights())
