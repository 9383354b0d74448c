"""usage: python -m training train --name NAME [--seed N] [--device cpu|cuda] [--threads N] [--epochs N]"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from training.recipe import Recipe
from training.train import train

OUT = Path(__file__).resolve().parents[1] / "out" / "training"


def main() -> int:
    """Train one reader."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("command", choices=["train"])
    parser.add_argument("--name", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    options = parser.parse_args()
    recipe = replace(Recipe(), epochs=options.epochs)
    train(OUT / options.name, recipe, options.seed, device=options.device, threads=options.threads)
    return 0


if __name__ == "__main__":
    sys.exit(main())
