"""From inputs to reports: bytes kept and hashed, text, headings found with their basis, page furniture marked."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from rashomon.config import Config
from rashomon.errors import UsageMistaken
from rashomon.ingest.sources import STDIN, Refused, find_sources, shown
from rashomon.ingest.stream import Stream
from rashomon.model import Capture, Skipped

__all__ = ["count", "ingest", "shown"]

SAMPLE = 1 << 16


def ingest(inputs: Sequence[str], config: Config, *, stdin: BinaryIO | None = None) -> Iterator[Capture | Skipped]:
    """The reports of some inputs, lazily and in order, with a `Skipped` for every drop.

    An input is a file, a folder, a pattern with `*`, or `-` for `stdin` (by default the process's own). One bad input
    never raises; raises `UsageMistaken` for inputs that mean nothing, before anything is read.
    """
    _check(inputs)
    return _ingest(inputs, Stream(config, stdin or sys.stdin.buffer, {}))


def count(inputs: Sequence[str], config: Config) -> int:
    """About how many reports and drops `ingest` will yield: files are counted, lines of JSON estimated.

    Standard input counts as one. Raises `UsageMistaken` as `ingest` does.
    """
    _check(inputs)
    total = 0
    for given in inputs:
        for source in find_sources(given):
            if (
                isinstance(source, Refused)
                or source.path is None
                or source.ending not in (".jsonl", ".ndjson", ".json")
            ):
                total += 1
            else:
                total += _estimated_lines(str(source.path))
    return total


def _ingest(inputs: Sequence[str], stream: Stream) -> Iterator[Capture | Skipped]:
    for given in inputs:
        for source in find_sources(given):
            yield from stream.read(source)


def _check(inputs: Sequence[str]) -> None:
    if isinstance(inputs, (str, bytes)) or not inputs:
        raise UsageMistaken("No input is given.", "Give files, folders, patterns, or - for standard input.")
    for given in inputs:
        if not isinstance(given, str) or not given.strip() or "\0" in given:
            raise UsageMistaken(f"The input {given!r} names nothing.", "Give a file, a folder, a pattern, or -.")
    if list(inputs).count(STDIN) > 1:
        raise UsageMistaken("Standard input can be read only once.", "Give - once.")


def _estimated_lines(path: str) -> int:
    """Lines of a file, from its size and its first lines."""
    try:
        size = os.stat(path).st_size
        with open(path, "rb") as file:
            sample = file.read(SAMPLE)
    except OSError:
        return 1
    lines = sample.count(b"\n") + (not sample.endswith(b"\n"))
    return max(1, lines if len(sample) == size else lines * size // max(1, len(sample)))
