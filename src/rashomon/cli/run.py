"""`rashomon run`: bring reports into the workspace, read them, and compute the ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.group import SOME_SKIPPED
from rashomon.cli.instant import instant
from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Inputs, Reader, Threads, Workspace, screen_of, where
from rashomon.cli.progress import progress
from rashomon.cli.screen import Screen, standard_input
from rashomon.publish.answers import circle_words
from rashomon.publish.terminal import incidents_table, skipped_view, unanchored_view
from rashomon.publish.words import counted

if TYPE_CHECKING:
    from rashomon.link import Dropped
    from rashomon.pipeline import RunSummary

STAGES = {"ingest": "Bringing in reports", "read": "Reading", "ledger": "Laying accounts side by side"}
ROWS = 40
"""Longer tables are cut at the end of a run; `rashomon incidents` shows all."""

When = Annotated[
    str | None,
    typer.Option(
        "--when",
        metavar="INSTANT",
        help="When the reports came in, ISO 8601, for `rashomon diff`; now else.",
        show_default=False,
    ),
]
Workers = Annotated[int, typer.Option("--workers", min=1, metavar="N", help="How many processes read.")]


def run(
    context: typer.Context,
    inputs: Inputs,
    workspace: Workspace = DEFAULT_WORKSPACE,
    workers: Workers = 1,
    reader: Reader = "neural",
    threads: Threads = 1,
    codebook: Codebook = None,
    when: When = None,
) -> None:
    """Bring reports into the workspace, read what is unread, and show the incidents.

    Running twice changes nothing; an interrupted run goes on where it stopped.

    \b
    Example:
      rashomon run reports/ wire.jsonl page.html
      cat report.txt | rashomon run - --workspace strike.db
    """
    from rashomon.config import Config
    from rashomon.pipeline import run as run_pipeline

    screen = screen_of(context)
    config = Config(
        workspace=workspace, workers=workers, reader=reader, threads=threads, codebook=tuple(codebook or ())
    )
    came = instant(when)
    with progress(screen, STAGES) as listen:
        summary = run_pipeline(inputs, config, stdin=standard_input(), listen=listen, came=came)
    _report(screen, summary, where(workspace))
    if any(not item.kept for item in summary.skipped):
        raise typer.Exit(SOME_SKIPPED)


def _unmet_words(unmet: "Dropped") -> str:
    left = [counted(unmet.uncompared, "pair")] if unmet.uncompared else []
    left += [counted(unmet.unsought, "look-up", "look-ups")] if unmet.unsought else []
    return (
        f"Up to {' and '.join(left)} of incidents that share a very common name, place or side were left out of joining, so "
        "that some that are one may stand apart: `rashomon judge same incidents A B` joins them."
    )


def _report(screen: Screen, summary: "RunSummary", workspace: str) -> None:
    incidents = summary.ledger.incidents
    if incidents:
        screen.show(incidents_table(list(enumerate(incidents, 1))[:ROWS]))
    if len(incidents) > ROWS:
        screen.hint(f"and {len(incidents) - ROWS:,} more: rashomon incidents{workspace}")
    known = f", {summary.known:,} known already" if summary.known else ""
    screen.hint(
        f"{counted(summary.added, 'new report')}{known}; {summary.read:,} read; {counted(len(incidents), 'incident')}."
    )
    if summary.skipped:
        screen.tell(skipped_view(summary.skipped))
    if summary.unmet.uncompared or summary.unmet.unsought:
        screen.tell(_unmet_words(summary.unmet))
    if summary.ledger.unanchored:
        screen.tell(unanchored_view(summary.ledger.unanchored))
    numbers = {incident.id: number for number, incident in enumerate(incidents, 1)}
    for cycle in summary.ledger.cycles:
        screen.tell(f"Warning: {circle_words(cycle, numbers)} See `rashomon chain {numbers[cycle[0]]}{workspace}`.")
    if incidents:
        screen.hint(f"Next: rashomon show 1{workspace}")
