"""`rashomon verify`: is everything in the workspace still what was put there."""

import typer

from rashomon.cli.group import SOME_SKIPPED
from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of
from rashomon.publish.words import counted


def verify(context: typer.Context, workspace: Workspace = DEFAULT_WORKSPACE) -> None:
    """Hash every report again and anchor every span again; exit code 1 where something is not as it was stored.

    \b
    Example:
      rashomon verify --workspace strike.db
    """
    from rashomon.store import open_store

    screen = screen_of(context)
    spans = faults = 0
    with open_store(workspace, read_only=True) as store:
        reports = store.count()
        for check in store.verify():
            spans += check.spans
            for fault in check.faults:
                faults += 1
                screen.show(f"{fault.where}: {fault.what}")
    if faults:
        screen.show(f"{counted(faults, 'fault')} found. Restore the workspace from a copy, or run again in a new one.")
        raise typer.Exit(SOME_SKIPPED)
    screen.show(f"{counted(reports, 'report')} hashed again, {counted(spans, 'span')} anchored again: all as stored.")
