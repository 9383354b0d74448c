"""All sentences that the ledger of an incident rests on, numbered in the order of its cells: the notes of a printed page."""

from collections.abc import Mapping
from functools import cache

from rashomon.model import Incident
from rashomon.web.views.matrix import Matrix
from rashomon.workspace import Why, Workspace
from rashomon.workspace.why import why_of


def sentences_of(work: Workspace, incident: Incident, matrix: Matrix) -> Mapping[str, Why]:
    """What each account of the matrix rests on, by the account's id, in the order of questions and sides."""
    report, reading = cache(work.report), cache(work.reading)
    shown = (held.account.id for line in matrix.lines for side in line.by_side for held in side)
    return {id: why for id in shown if (why := why_of(incident, id, report, reading)) is not None}
