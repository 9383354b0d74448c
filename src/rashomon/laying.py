"""Laying the ledger of a workspace: linking and reconciling all readings under all judgements, from what was kept of it."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

from rashomon.config import ReaderName
from rashomon.engine import without_collecting
from rashomon.errors import WeightsUnusable, WorkspaceDamaged
from rashomon.link import Shelf, link
from rashomon.model import Judgement, Ledger, Reading, Report, by_report, content_id, in_force, joined_actors
from rashomon.read import annotators, reader_version
from rashomon.reconcile import reconcile
from rashomon.resolve.judged import actors_unseen, with_actors_joined
from rashomon.store import Store
from rashomon.vectors import Vectors, at_hand, load_vectors

LOG = logging.getLogger(__name__)
LEDGER_VERSION = "link.rules.7+reconcile.rules.7"
"""Named like an annotator: a change to how incidents are joined or accounts compared is a new version."""


def current_ledger(store: Store, reader: ReaderName = "neural") -> Ledger:
    """The ledger of everything in a store: the stored one where nothing it depends on has changed, else a new one."""
    key = current_key(store, reader)
    try:
        stored = store.ledger(key)
    except WorkspaceDamaged as error:
        LOG.warning("%s It is computed anew.", error.what)
        store.drop_ledger()
        stored = None
    if stored is not None:
        return stored
    with without_collecting():
        # What joining incidents keeps for the next run is kept together, or made again.
        with store.writing():
            ledger = computed_ledger(store, reader, shelf=store)
        store.put_ledger(ledger, key)
    return ledger


def computed_ledger(store: Store, reader: ReaderName = "neural", *, shelf: Shelf | None = None) -> Ledger:
    """The ledger of everything in a store, computed anew; nothing is written but to the shelf, if there is one."""
    version, reports = reader_version(annotators(reader)), {report.id: report for report in store.reports()}
    return build_ledger(
        reports, store.readings_at_hand(version), tuple(store.judgements()), shelf=shelf, version=version
    )


def current_key(store: Store, reader: ReaderName = "neural") -> str:
    """The key that the ledger of everything in a store would have now."""
    return _ledger_key(reader_version(annotators(reader)), store.ids(), store.judgements())


def build_ledger(
    reports: Mapping[str, Report],
    readings: Iterable[Reading] | Mapping[str, Reading],
    judgements: Sequence[Judgement] = (),
    *,
    shelf: Shelf | None = None,
    version: str = "",
) -> Ledger:
    """The ledger as a pure function of reports, readings and judgements; the order they come in does not matter.

    Where the encoder of sentences is installed, likeness in meaning helps to join incidents, and the ledger holds the
    open claims too. What is kept on the `shelf` for readings of one `version` of the reader
    makes it quicker, and changes nothing in it.
    """
    resolved = by_report(readings)
    told = with_actors_joined(resolved, judgements)
    vectors = vectors_used()
    renamed = sorted(f"{old}={new}" for old, new in joined_actors(in_force(judgements)).items())
    made_by = " ".join((LEDGER_VERSION, version, vectors.version if vectors is not None else "-", *renamed))
    with without_collecting():
        linked = link(reports, told, judgements, vectors=vectors, shelf=shelf, version=made_by)
        if vectors is not None and shelf is not None:
            vectors = vectors.kept_on(shelf)
        ledger = reconcile(reports, told, linked, judgements, vectors=vectors, shelf=shelf, version=made_by)
    unanchored = (*ledger.unanchored, *actors_unseen(resolved, judgements))
    return replace(ledger, unanchored=tuple(sorted(unanchored, key=lambda item: item.judgement)))


def ledger_reader(store: Store) -> ReaderName | None:
    """Whose readings the stored ledger rests on; None where anything that it was computed from has changed since."""
    reports, judgements, key = store.ids(), tuple(store.judgements()), store.ledger_key()
    for name in get_args(ReaderName):
        try:
            version = reader_version(annotators(name))
        except WeightsUnusable:
            continue  # a ledger of the other reader can be judged without them
        if key == _ledger_key(version, reports, judgements):
            found: ReaderName = name
            return found
    return None


def _ledger_key(version: str, reports: Iterable[str], judgements: Iterable[Judgement]) -> str:
    encoder = vectors_used()
    names = [LEDGER_VERSION, version, *([encoder.version] if encoder else [])]
    return content_id("k", *names, *sorted(reports), *sorted(judgement.id for judgement in judgements))


@cache
def vectors_used() -> Vectors | None:
    """The vectors of sentences, remembered as long as the process; None where there is no encoder."""
    return load_vectors() if at_hand() else None
