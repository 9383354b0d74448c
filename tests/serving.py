"""`rashomon serve` as a user starts it: a process of its own, at a port that was free."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(workspace: Path, *given: str) -> Iterator[str]:
    """The address of a workbench on a workspace; interrupted at the end, it must go without a word of failure."""
    command = [sys.executable, "-m", "rashomon", "serve", "-w", str(workspace), "--port", "0", *given]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ}) as process:
        try:
            assert process.stderr is not None
            first = process.stderr.readline()
            told = re.search(r"(http://[\w.:\[\]]+:\d+)/", first)
            assert told is not None, first
            yield told[1]
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
            assert "Traceback" not in process.stderr.read()
        finally:
            process.kill()
