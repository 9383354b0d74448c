"""Time reading whole in one process: text in, contract out; and beside it what the encoder alone takes.

usage: python benchmarks/reading.py INPUT {neural,rules,pytorch} [--threads N]

Prints one JSON object: words, seconds, words a second, seconds of the encoder's own forward pass over the same
windows (measured in turn with reading, report by report), and the peak memory. `pytorch` runs the same encoder in
floating point, and nothing else, on plain PyTorch, which must be installed (`pip install -e '.[train]'`).
"""

import argparse
import gc
import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from rashomon.codebook.gazetteer import load_gazetteer
from rashomon.config import Config, ReaderName
from rashomon.engine.local import NEW_OBJECTS
from rashomon.ingest import ingest
from rashomon.model import Capture, Report
from rashomon.pipeline import read_inputs
from rashomon.publish.contract import reading_json
from rashomon.read.segment import segment

ROOT = Path(__file__).resolve().parents[1]
Figures = dict[str, float]


def main() -> int:
    """Time one configuration."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("input", type=Path)
    parser.add_argument("what", choices=["neural", "rules", "pytorch"])
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    if options.what == "pytorch":
        figures = pytorch(options.input, options.threads)
        figures["peak MB"] = peak_megabytes()
    else:
        figures = reading(options.input, options.what, options.threads)
    print(json.dumps(figures))  # noqa: T201 - this is what the program is for
    return 0


def reading(path: Path, reader: ReaderName, threads: int) -> Figures:
    """Read a file of reports as `rashomon read` does, after one report that loads everything."""
    config = Config(reader=reader, threads=threads)
    warm(path, config)
    words = sum(len(report.text.split()) for report in reports(path))
    begun, size = time.perf_counter(), 0
    for item in read_inputs([str(path)], config):
        if isinstance(item, tuple):
            size += len(json.dumps(reading_json(*item), ensure_ascii=False))
    seconds = time.perf_counter() - begun
    figures = {"words": words, "seconds": seconds, "words/s": words / seconds, "peak MB": peak_megabytes()}
    if reader == "neural" and threads == 1:
        figures |= beside_encoder(path, config)
    return figures


def warm(path: Path, config: Config) -> None:
    """Load weights, codebook and gazetteer, and collect garbage as seldom as the commands do."""
    gc.set_threshold(NEW_OBJECTS)
    load_gazetteer()
    with suppress(StopIteration):
        next(iter(read_inputs([str(path)], config)))


def beside_encoder(path: Path, config: Config) -> Figures:
    """Whole reading against the encoder's forward pass alone, report by report in turn, in this same process."""
    from rashomon.pipeline import read_one
    from rashomon.read.neural.reader import NeuralReader, neural_reader
    from rashomon.read.neural.weights import weights

    bare, whole, forward = NeuralReader(weights()).session, 0.0, 0.0
    begun = time.perf_counter()
    items = iter(ingest([str(path)], config))
    neural_reader().forget()
    while (item := next(items, None)) is not None:
        if isinstance(item, Capture):
            json.dumps(reading_json(item.report, read_one(item.report)), ensure_ascii=False)
            whole += time.perf_counter() - begun
            document = segment(item.report)
            windows = list(bare.inputs(bare.pieces(document.text, document.paragraphs)))
            begun = time.perf_counter()
            for window in windows:
                bare.run(window)
            forward += time.perf_counter() - begun
        begun = time.perf_counter()
    return {"whole": whole, "forward": forward, "ratio": whole / forward}


def pytorch(path: Path, threads: int) -> Figures:
    """The same encoder, in floating point, on PyTorch, over the same windows."""
    sys.path.insert(0, str(ROOT))
    import torch

    from rashomon.read.neural.session import Session
    from rashomon.read.neural.weights import weights
    from training.heads import fresh

    torch.set_num_threads(threads)
    made, reader, words, seconds = weights(), fresh().eval(), 0, 0.0
    session = Session(made.encoder, made.tokenizer)
    for report in reports(path):
        document = segment(report)
        words += len(report.text.split())
        given = list(session.inputs(session.pieces(document.text, document.paragraphs)))
        begun = time.perf_counter()
        with torch.inference_mode():
            for window in given:
                tensors: dict[str, Any] = {name: torch.from_numpy(value).long() for name, value in window.items()}
                reader(tensors["ids"], tensors["case"], tensors["mask"].bool())
        seconds += time.perf_counter() - begun
    return {"words": words, "seconds": seconds, "words/s": words / seconds}


def reports(path: Path) -> Iterator[Report]:
    """The reports of a file."""
    for item in ingest([str(path)], Config()):
        if isinstance(item, Capture) and item.report.readable:
            yield item.report


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
