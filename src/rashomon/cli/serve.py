"""`rashomon serve`: the workbench in the browser."""

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Workspace, screen_of, where
from rashomon.cli.progress import progress
from rashomon.errors import UsageMistaken, WorkspaceMissing

PORT = 8421
MANY = 1_000
"""Reports of which a user waits for the first look."""
LAYING_OUT = {"reports": "Laying out reports", "incidents": "Laying out incidents"}

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on; this machine alone.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes one that is free.")]
Others = Annotated[
    bool, typer.Option("--open-to-others", help="Let other machines in; needs --host and --password-file.")
]
Password = Annotated[
    Path | None,
    typer.Option(
        "--password-file", metavar="FILE", help="A file whose first line is asked for in the browser.", readable=False,
        show_default=False,
    ),
]  # fmt: skip
New = Annotated[bool, typer.Option("--new", help="Begin an empty workspace where there is none.")]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="A host name to answer to; may be given again.", show_default=False),
]


def serve(
    context: typer.Context,
    workspace: Workspace = DEFAULT_WORKSPACE,
    new: New = False,
    host: Host = "127.0.0.1",
    port: Port = PORT,
    open_to_others: Others = False,
    name: Names = None,
    password_file: Password = None,
    codebook: Codebook = None,
) -> None:
    """Open the workbench: read, compare and decide in the browser. Ctrl+C ends it.

    \b
    Example:
      rashomon serve
      rashomon serve --new --workspace strike.db --port 9000
      rashomon serve --host 0.0.0.0 --open-to-others --password-file secret.txt --name desk.example.org
    """
    from rashomon.web.serve import bound, is_loopback, password_in, settings_for
    from rashomon.web.serve import serve as run_server

    screen = screen_of(context)
    if not is_loopback(host) and not (open_to_others and password_file):
        raise UsageMistaken(
            f"{host} can be reached from other machines.",
            "Add --open-to-others and --password-file FILE, or leave --host out.",
        )
    password = password_in(password_file) if password_file else None
    reports = _counted(workspace, new)
    settings = settings_for(workspace, host, names=tuple(name or ()), password=password, codebook=tuple(codebook or ()))
    with bound(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listening.getsockname()[1]}/"
        if reports > MANY:
            screen.hint(f"Laying out {reports:,} reports; the first time takes a moment.")
        with ExitStack() as bars:
            listen = bars.enter_context(progress(screen, LAYING_OUT))

            def ready() -> None:
                bars.close()
                screen.hint(f"The workbench on {workspace}: {address}  (Ctrl+C ends it)")

            run_server(settings, listening, ready, listen)
    screen.hint(f"To look without the browser: rashomon incidents{where(workspace)}")


def _counted(workspace: Path, new: bool) -> int:
    """The reports of a workspace, which is made if that is asked for and there is none."""
    from rashomon.store import open_store

    if not workspace.exists():
        if not new:
            raise WorkspaceMissing(
                f"There is no workspace at {workspace}.",
                "Run `rashomon run INPUT` first, or begin an empty one with --new.",
            )
        with open_store(workspace) as store:
            return store.count()
    with open_store(workspace, read_only=True) as store:
        return store.count()
