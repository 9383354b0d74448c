"""A workbench in a process of its own, and readers who ask it over HTTP."""

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from threading import local
from types import TracebackType
from typing import Self

ADDRESS = re.compile(r"http://[\d.]+:(\d+)/")
TICKS = os.sysconf("SC_CLK_TCK")
NONE: Mapping[str, str] = {}
PATIENCE = 120.0
"""Seconds that an answer may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back for an address, and how long that took."""

    address: str
    status: int
    seconds: float
    body: bytes
    tag: str | None


class Server:
    """`rashomon serve` on a workspace, up to when it says its address; it ends with the block."""

    def __init__(self, path: Path) -> None:
        begun = time.perf_counter()
        command = [sys.executable, "-m", "rashomon", "serve", "--workspace", str(path), "--port", "0"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.said: list[str] = []
        self.port = self._told()
        self.seconds = time.perf_counter() - begun
        self._readers = local()
        self._connections: list[HTTPConnection] = []

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def connection(self) -> HTTPConnection:
        """The connection of this thread."""
        found: HTTPConnection | None = getattr(self._readers, "connection", None)
        if found is None:
            found = self._readers.connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            self._connections.append(found)
        return found

    def work(self) -> float:
        """Seconds that processors have worked for it until now."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak(self) -> float:
        """Its peak of memory in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection in self._connections:
            connection.close()
        self._process.terminate()
        self._process.communicate()

    def _told(self) -> int:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.said.append(line.rstrip())
            if found := ADDRESS.search(line):
                return int(found[1])
        raise SystemExit("\n".join(self.said))


def ask(server: Server, address: str, headers: Mapping[str, str] = NONE) -> Answer:
    """Ask for an address and read all that comes back."""
    connection = server.connection()
    begun = time.perf_counter()
    connection.request("GET", address, headers=dict(headers))
    response = connection.getresponse()
    body = response.read()
    seconds = time.perf_counter() - begun
    return Answer(address=address, status=response.status, seconds=seconds, body=body, tag=response.getheader("ETag"))


def at_once(server: Server, addresses: Sequence[str], *, readers: int, each: int) -> tuple[list[Answer], float]:
    """So many readers, each in a thread of its own, who all ask for other addresses; their answers, and the seconds of all."""

    def read(number: int) -> list[Answer]:
        return [ask(server, address) for address in random.Random(number).choices(addresses, k=each)]

    begun = time.perf_counter()
    with ThreadPoolExecutor(readers) as pool:
        answers = [answer for found in pool.map(read, range(readers)) for answer in found]
    return answers, time.perf_counter() - begun
