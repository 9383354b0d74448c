"""One incident: what is in dispute first, then the ledger as a matrix, each cell leading to its evidence."""

from typing import Annotated, Any, Literal, TypeAlias

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from rashomon.publish.brief import brief_of
from rashomon.web.asked import Flag, Since, Work
from rashomon.web.templating import page
from rashomon.web.views.descent import families_of, voices_of
from rashomon.web.views.figures import charts_of
from rashomon.web.views.folding import EVERYTHING, folded
from rashomon.web.views.graph import graph_of
from rashomon.web.views.matrix import matrix_of
from rashomon.web.views.sentences import sentences_of
from rashomon.workspace import IncidentView, Why, Workspace

router = APIRouter(include_in_schema=False)
Across: TypeAlias = Literal["claimants", "sides"] | None
Whole: TypeAlias = Annotated[str | None, Query(max_length=60)]


@router.get("/incidents/{id}")
def incident(
    request: Request,
    work: Work,
    id: str,
    cell: str | None = None,
    parted: Flag = False,
    across: Across = None,
    sentences: Flag = False,
    since: Since = None,
    whole: Whole = None,
) -> Response:
    """The incident; an id that it had before others were joined to it leads to the one that it has.

    `cell` is the account whose evidence is open; `parted` leaves the questions on which the accounts part;
    `across` says whether a column is one claimant or all of a side, which is else chosen by their number;
    `sentences` adds all evidence as numbered notes, which is meant for paper.
    `whole` is the question of which all accounts are shown, or "all": else crowded cells and tables are folded.
    Accounts that are new `since` then are marked, and what else changed is told; by default they are marked alone.
    """
    view = work.view(id)
    if view.incident.id != id:
        return RedirectResponse(f"/incidents/{view.incident.id}", status_code=308)
    arrived = work.arrived(view.incident.id, since)
    new = arrived.new if arrived.known else frozenset()
    matrix = matrix_of(view.incident, only_parted=parted, new=new)
    by_sides = across == "sides" or (across is None and matrix.crowded)
    shown, fold = folded(matrix, by_sides=by_sides, unfolded=EVERYTHING if sentences else whole, opened=cell)
    return page(
        request,
        "incident.html",
        view=view,
        incident=view.incident,
        matrix=shown,
        fold=fold,
        asked={"parted": parted, "across": across, "sentences": sentences, "since": since, "whole": whole},
        sentences=sentences_of(work, view.incident, matrix) if sentences else {},
        by_sides=by_sides,
        arrived=arrived,
        since=since,
        changes=work.changes(view.incident.id, since) if since else None,
        **_pictures(work, view),
        brief=brief_of(view.ledger, view.incident),
        opened=_opened(work, view.incident.id, cell) if cell else None,
        gone=bool(cell),
    )


def _pictures(work: Workspace, view: IncidentView) -> dict[str, Any]:
    """The history of figures, the ways by which words came, and the chain of attack and answer."""
    incident, chained = view.incident, work.chain(view.incident.id)
    return {
        "charts": charts_of(incident),
        "families": families_of(incident, work.lineage(*(role.id for role in incident.reports))),
        "voices": voices_of(incident),
        "graph": graph_of(chained.chain, chained.ledger),
    }


def _opened(work: Workspace, incident: str, cell: str) -> Why | None:
    """The evidence of a cell; None where the ledger has that cell no more, as after a judgement or a run."""
    try:
        found = work.why(cell)
    except KeyError:
        return None
    return found if found.incident.id == incident else None
