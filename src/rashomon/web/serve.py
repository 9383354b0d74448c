"""Starting the workbench: the address, the password, the port, and the server on it."""

import errno
import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from rashomon.errors import UsageMistaken
from rashomon.web.app import create_app
from rashomon.web.settings import LOOPBACK, Settings
from rashomon.web.warm import warm_up
from rashomon.workspace import Workspace
from rashomon.workspace.catalogue import Listener

LOOPBACK_ADDRESSES = frozenset({"127.0.0.1", "::1", "localhost"})
SHORTEST_PASSWORD = 12
GRACE_SECONDS = 3


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    return host in LOOPBACK_ADDRESSES


def password_in(file: Path) -> str:
    """The first line of a file; raises `UsageMistaken` where it can't be read or is too short to be a password."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageMistaken(
            f"The password file {file} can't be read.", "Name a text file that you may read."
        ) from error
    password = lines[0].strip() if lines else ""
    if len(password) < SHORTEST_PASSWORD:
        raise UsageMistaken(
            f"The password in {file} has {len(password)} characters.",
            f"Write {SHORTEST_PASSWORD} or more in its first line.",
        )
    return password


def settings_for(
    workspace: Path, host: str, *, names: tuple[str, ...], password: str | None, codebook: tuple[Path, ...]
) -> Settings:
    """What the workbench on this address answers to."""
    own = frozenset(name.lower() for name in names)
    return Settings(
        workspace=workspace,
        names=LOOPBACK | own | ({host.lower()} if host else frozenset()),
        any_address=not is_loopback(host),
        password=password,
        codebook=codebook,
    )


def bound(host: str, port: int) -> socket.socket:
    """A socket on the address; raises `UsageMistaken` where it is taken or is none of this machine's."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    except OSError as error:
        raise _no_address(host) from error
    # Named as TCP: asyncio then sends at once, instead of holding a page back until the browser has confirmed its headers.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen()  # who comes before the server is ready waits for it
    except OSError as error:
        made.close()
        if error.errno == errno.EADDRINUSE:
            raise UsageMistaken(f"Port {port} is in use on {host}.", "Name another one with --port.") from error
        if error.errno == errno.EACCES:
            raise UsageMistaken(f"Port {port} may not be used.", "Name another one with --port.") from error
        raise _no_address(host) from error
    return made


def _no_address(host: str) -> UsageMistaken:
    return UsageMistaken(f"{host} is no address of this machine.", "Name another one with --host.")


def serve(
    settings: Settings, listening: socket.socket, ready: Callable[[], None], listen: Listener | None = None
) -> None:
    """Answer until interrupted, and say when it does; what fails is told in the terminal.

    `listen` is told how far laying out the workspace is.
    """
    logging.disable(logging.NOTSET)
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    with Workspace(settings.workspace, codebook=settings.codebook, listen=listen) as workspace:
        warm_up()
        config = uvicorn.Config(
            create_app(settings, workspace),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
        # The server ends on an interrupt, and raises it again when it has.
        with suppress(KeyboardInterrupt):
            ready()
            uvicorn.Server(config).run(sockets=[listening])
