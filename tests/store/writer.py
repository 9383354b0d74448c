"""A program that writes a workspace, to be killed while it does: reports first, then a reading of each, a ledger."""

import sys
from pathlib import Path

from rashomon.store import Store, open_store
from tests.store.things import make_capture, make_ledger, read, told

REPORTS = 300
PADDING = " The depot burned for two days." * 30
"""Makes a report larger than a page, so that one write is many."""


def write(store: Store) -> None:
    """Go on from wherever the store is."""
    captures = [make_capture(told(number) + PADDING, f"n{number}") for number in range(REPORTS)]
    for capture in captures:
        store.add(capture)
    with store.writing(every=7):
        for id in store.unread("v1"):
            store.put_reading(read(store.report(id)))
    store.put_ledger(make_ledger(*captures), "done")


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    with open_store(Path(sys.argv[1])) as opened:
        write(opened)
