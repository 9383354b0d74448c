"""`rashomon read`: readings as JSON lines, without a workspace."""

import json

import typer

from rashomon.cli.group import SOME_SKIPPED
from rashomon.cli.options import Codebook, Inputs, Reader, Threads, screen_of
from rashomon.cli.screen import standard_input
from rashomon.publish.terminal import skipped_view


def read(
    context: typer.Context, inputs: Inputs, reader: Reader = "neural", threads: Threads = 1, codebook: Codebook = None
) -> None:
    """Read reports and print what is found in each as one JSON object a line; nothing is stored.

    `rashomon schema reading` describes the objects. What was skipped is told on standard error.

    \b
    Example:
      rashomon read reports/ > readings.jsonl
      cat report.txt | rashomon read - | jq .figures
    """
    from rashomon.config import Config
    from rashomon.model import Skipped
    from rashomon.pipeline import nothing_to_read, read_inputs
    from rashomon.publish.contract import reading_json

    screen = screen_of(context)
    skipped: list[Skipped] = []
    found = 0
    for item in read_inputs(
        inputs, Config(reader=reader, threads=threads, codebook=tuple(codebook or ())), stdin=standard_input()
    ):
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        found += 1
        screen.write(json.dumps(reading_json(*item), ensure_ascii=False) + "\n")
    if not found:
        raise nothing_to_read(inputs, skipped)
    if skipped:
        screen.tell(skipped_view(skipped))
    if any(not item.kept for item in skipped):
        raise typer.Exit(SOME_SKIPPED)
