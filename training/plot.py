"""The reliability plot of the docs: how sure the reader is against how often it is right."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "rashomon"  # the same figures give the same file

from matplotlib import pyplot as plt

from training.fit import Pair, reliability


def plot_reliability(layers: Mapping[str, tuple[Sequence[Pair], Sequence[Sequence[float]]]], path: Path) -> None:
    """One panel a layer: bins of confidence against the share that was right; a dot's size is its bin's."""
    figure, panels = plt.subplots(1, len(layers), figsize=(4.2 * len(layers), 4), squeeze=False, layout="constrained")
    for panel, (layer, (pairs, fitted)) in zip(panels[0], layers.items(), strict=True):
        shares, sure, right = zip(*reliability(pairs, fitted), strict=True)
        panel.plot([0, 1], [0, 1], color="#999999", linewidth=1)
        panel.scatter(sure, right, s=[20 + 400 * share for share in shares], color="#1f5fa8", alpha=0.8)
        panel.set(
            xlim=(0, 1), ylim=(0, 1), xlabel="confidence", ylabel="share right", title=f"{layer} ({len(pairs):,})"
        )
        panel.set_aspect("equal")
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
