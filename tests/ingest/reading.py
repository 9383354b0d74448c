"""What one input brings, in short, for these tests."""

import io
from pathlib import Path

from rashomon.config import Config, Limits
from rashomon.ingest import ingest
from rashomon.model import Capture, Report, Skipped

CONFIG = Config()
SMALL = Config(limits=Limits(file_bytes=20_000, unpacked_bytes=200_000, text_characters=5_000, pdf_pages=3))


def take(*inputs: str | Path, config: Config = CONFIG, stdin: bytes = b"") -> tuple[list[Capture], list[Skipped]]:
    """Captures and drops of some inputs."""
    items = list(ingest([str(given) for given in inputs], config, stdin=io.BytesIO(stdin)))
    return [item for item in items if isinstance(item, Capture)], [item for item in items if isinstance(item, Skipped)]


def report_of(data: str | bytes, ending: str, folder: Path) -> Report:
    """The report of a file with some content, which must be read without a remark."""
    path = folder / f"input{ending}"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    captures, skipped = take(path)
    assert not skipped, skipped
    return captures[0].report


def reason(data: str | bytes, ending: str, folder: Path, config: Config = CONFIG) -> str:
    """Why a file with some content is not read."""
    path = folder / f"input{ending}"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    captures, skipped = take(path, config=config)
    assert not captures
    assert len(skipped) == 1
    assert skipped[0].where == str(path)
    assert skipped[0].next_step
    assert not skipped[0].kept
    return skipped[0].reason


def told(text: str) -> dict[str, str]:
    """The first thing that the headings of a text tell about each field."""
    from rashomon.ingest.headings import read_headings

    return {clue.field: clue.value for clue in reversed(read_headings(text).clues)}


def marked(text: str) -> list[str]:
    """What is marked as furniture in a text."""
    from rashomon.ingest.headings import read_headings

    return [text[start:end] for start, end in read_headings(text).marks]
