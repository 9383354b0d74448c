"""Starting the workbench: the socket that it listens on."""

import socket
from contextlib import closing

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
