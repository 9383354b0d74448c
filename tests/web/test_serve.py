"""Starting the workbench: the socket that it listens on."""

import re
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from rashomon.web.atlas.labels import towns
from rashomon.web.atlas.outlines import countries
from rashomon.web.serve import bound
from rashomon.web.warm import warm_up


def test_answers_are_sent_at_once() -> None:
    """asyncio turns Nagle's delay off only where a connection says that it is TCP; else each page waits 40 ms."""
    with bound("127.0.0.1", 0) as listening, closing(socket.create_connection(listening.getsockname())):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.proto == socket.IPPROTO_TCP


def test_what_pages_need_is_loaded_before_a_reader_asks() -> None:
    warm_up().join()
    assert countries.cache_info().currsize == 2
    assert towns.cache_info().currsize == 1


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to(tmp_path: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-m", "rashomon", "serve", "--new", "--port", "0", "--workspace", str(tmp_path / "w.db")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        address = re.search(r"http://\S+", running.stderr.readline())
        assert address is not None
        # From its first answer on it hears signals, even where whoever started it told its programs to ignore them.
        with urlopen(f"{address[0]}static/icon.svg") as answer:
            assert answer.status == 200
        running.send_signal(how)
        rest = running.stderr.read()
    assert running.returncode == 0
    assert rest.startswith("To look without the browser")
