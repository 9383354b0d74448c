"""What reconcile keeps between runs: incidents as they were built, and what each report was heard to say.

Each row names by a key all that it was made from, and is taken where that is still the same. So a run that was killed
half way leaves nothing behind that could mislead the next.
"""

import json
import logging
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Self

from rashomon.model import Incident
from rashomon.model.rows import as_row, from_row
from rashomon.reconcile.grounds import Facts
from rashomon.reconcile.heard import Heard
from rashomon.store.shelf import DAMAGE, Drawer, Form, Shelf

LOG = logging.getLogger(__name__)
QUICK = 1
"""How hard a row is pressed: hardly, for it is read far more often than written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """An incident as its own reports alone make it, before it is tied to others.

    `facts` are what ties it to series, `said` is how many mentions it has; `key` names all that it was built from.
    """

    key: str
    incident: Incident
    facts: Facts
    said: int


def _built_bytes(built: Built) -> bytes:
    return zlib.compress(_packed(as_row(built)), QUICK)


def _built(row: bytes) -> Built:
    return from_row(Built, json.loads(zlib.decompress(row)))


def _heard_bytes(heard: Heard) -> bytes:
    # Most reports say nothing of it.
    return _packed([heard.key] if heard == Heard(key=heard.key) else as_row(heard))


def _heard(row: bytes) -> Heard:
    data = json.loads(row)
    return Heard(key=data[0]) if len(data) == 1 else from_row(Heard, data)


def _packed(data: Any) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode("ascii")


BUILT: Form[str, Built] = Form(kind="reconcile.incident", key=str, encode=_built_bytes, decode=_built)
HEARD: Form[str, Heard] = Form(kind="reconcile.heard", key=str, encode=_heard_bytes, decode=_heard)


@dataclass(frozen=True, slots=True)
class Kept:
    """Incidents by their ids, and what was heard by reports."""

    built: Drawer[str, Built]
    heard: Drawer[str, Heard]

    @classmethod
    def on(cls, shelf: Shelf | None = None) -> Self:
        """All that is kept on a shelf; nothing where it is damaged, of which a warning tells."""
        kept = cls(Drawer(BUILT, shelf), Drawer(HEARD, shelf))
        try:
            kept.built.all()
            kept.heard.all()
        except DAMAGE as error:
            LOG.warning("What the workspace kept of comparing accounts is damaged; it is made anew from the readings.")
            LOG.debug("It was damaged so: %r", error, exc_info=True)
            if shelf is not None:
                shelf.forget(BUILT.kind)
                shelf.forget(HEARD.kind)
            return cls(Drawer(BUILT, shelf), Drawer(HEARD, shelf))
        return kept

    def save(self, incidents: Collection[str], reports: Collection[str]) -> None:
        """Put on the shelf what was made anew, and take away what is of no incident and no report any more."""
        for drawer, present in ((self.built, incidents), (self.heard, reports)):
            for gone in sorted(drawer.held.keys() - set(present)):
                drawer.drop(gone)
            drawer.save()
