"""Make the reader's weights: train seeds, measure them, ship one."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from training.recipe import Recipe, large

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out" / "training"
TAUGHT = OUT / "taught"
MODELS = ROOT / "models"
SEEDS = (1, 2)
"""The seeds that taught the shipped reader, of both sizes; more teachers are better ones, and cost a training each."""
console = Console(soft_wrap=True)


def main() -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train one seed, or go on with it; its weights go to out/training")
    train.add_argument("--seed", type=int, default=SEEDS[0])
    train.add_argument("--large", action="store_true", help="train the large teacher instead, which is never shipped")
    train.add_argument("--device", default="cpu", help="cpu or cuda")
    train.add_argument("--threads", type=int, default=1)
    train.add_argument("--workers", type=int, default=0, help="processes that make batches ahead; worth it with a GPU")
    distil = commands.add_parser(
        "distil", help="go on with the first seed, taught by all that are given and by the large teacher"
    )
    distil.add_argument(
        "--seed", type=int, action="append", help="may be given more than once; those of the shipped reader if not"
    )
    distil.add_argument("--device", default="cpu", help="cpu or cuda")
    distil.add_argument("--threads", type=int, default=1)
    distil.add_argument("--workers", type=int, default=0, help="processes that make batches ahead; worth it with a GPU")
    measure = commands.add_parser("measure", help="measure trained seeds on dev, in float and in int8")
    measure.add_argument(
        "--seed", type=int, action="append", help="may be given more than once; those of the shipped reader if not"
    )
    commands.add_parser(
        "tables", help="fit the scoring tables of resolve and link on labelled reports; they go to the codebook"
    )
    commands.add_parser("linking", help="fit the table of link alone; it goes to the codebook")
    commands.add_parser("rarity", help="count how common words are in news; it goes to the codebook")
    commands.add_parser("sentences", help="write the untouched MiniLM to models/ as the encoder of sentences")
    commands.add_parser("ship", help="write the taught reader to models/, with what is fitted on dev")
    options = parser.parse_args()
    if options.command == "train":
        from training.heads import fresh, fresh_large
        from training.train import train as run

        asked = {"device": options.device, "threads": options.threads, "workers": options.workers}
        if options.large:
            trunk = large_of(SEEDS[0]) if options.seed != SEEDS[0] else None
            run(large_of(options.seed), large(), options.seed, begin=fresh_large, trunk=trunk, **asked)
        else:
            run(folder_of(options.seed), Recipe(), options.seed, begin=fresh, **asked)
    elif options.command == "linking":
        from training.tables import write_linking

        console.print(write_linking())
    elif options.command == "rarity":
        from training.rarity import write_rarity

        console.print(write_rarity())
    elif options.command == "tables":
        from training.tables import write_tables

        console.print(write_tables())
    elif options.command == "distil":
        from training.train import distil as run_distil

        asked = {"device": options.device, "threads": options.threads, "workers": options.workers}
        seeds = [folder_of(seed) / "reader.pt" for seed in options.seed or SEEDS]
        run_distil(TAUGHT, Recipe(), seeds, [large_of(seed) / "reader.pt" for seed in SEEDS], **asked)
    elif options.command == "sentences":
        from training.sentences import ship_sentences

        ship_sentences(MODELS)
    elif options.command == "measure":
        from training.report import measure_seeds

        folders = [folder_of(seed) for seed in options.seed or SEEDS]
        measure_seeds([*folders, TAUGHT], MODELS / "measures.json")
    else:
        from training.report import ship as run_ship

        run_ship(TAUGHT, MODELS, ROOT / "docs")
    return 0


def folder_of(seed: int) -> Path:
    """Where a seed is trained."""
    return OUT / f"seed-{seed}"


def large_of(seed: int) -> Path:
    """Where a seed of the large teacher is trained."""
    return OUT / f"large-{seed}"


if __name__ == "__main__":
    sys.exit(main())
