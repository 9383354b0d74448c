"""Incidents, their ledgers, and the evidence of their cells."""

from fastapi import APIRouter

from rashomon.model.codec import Json, encode
from rashomon.publish.brief import brief_of
from rashomon.publish.chain import chain_json
from rashomon.publish.contract import account_json, ledger_json, lineage_json
from rashomon.web.api.document import answers
from rashomon.web.api.shapes import incident_json, listing
from rashomon.web.asked import Asked, Limit, Offset, Work
from rashomon.workspace import Testimony

router = APIRouter(prefix="/api/v1", tags=["incidents"])


@router.get("/incidents", summary="Incidents", responses=answers("incidents"))
def incidents(work: Work, asked: Asked, offset: Offset = 0, limit: Limit = 50) -> dict[str, Json]:
    """The incidents that the filters leave, each with its findings; one incident has the accounts too."""
    found = work.incidents(asked.filter(), offset=offset, limit=limit)
    given = {**asked.model_dump(exclude_defaults=True), "limit": limit}
    rows = map(incident_json, found.rows)
    return listing("incidents", found, rows, path="/api/v1/incidents", asked=given)


@router.get("/incidents/{id}", summary="One incident", responses=answers("ledger", 404))
def incident(work: Work, id: str) -> dict[str, Json]:
    """The part of the ledger that concerns one incident, in the form of the ledger's contract, and its neighbours.

    Besides: its `number` in the table, how many judgements (`reviewed`) and independent `origins` it has, and the ids of
    the incidents that it `answers` and that it is `answered_by`.
    """
    view = work.view(id)
    return {
        **ledger_json(view.ledger),
        "number": view.number,
        "reviewed": view.reviewed,
        "origins": view.origins,
        "answers": [row.incident.id for row in view.answers],
        "answered_by": [row.incident.id for row in view.answered_by],
    }


@router.get("/incidents/{id}/brief", summary="Its brief", responses=answers("brief", 404))
def brief(work: Work, id: str) -> dict[str, Json]:
    """A paragraph built from the cells, with numbered sources."""
    view = work.view(id)
    return {"schema": "rashomon.brief/1", "incident": view.incident.id, **encode(brief_of(view.ledger, view.incident))}


@router.get("/incidents/{id}/chain", summary="Attack and answer", responses=answers("chain", 404))
def chain(work: Work, id: str) -> dict[str, Json]:
    """What it answers and what answers it, over as many steps as the reports give, each link with who says so."""
    return chain_json([work.chain(id).chain])


@router.get("/incidents/{id}/lineage", summary="Who copied whom", responses=answers("lineage", 404))
def lineage(work: Work, id: str) -> dict[str, Json]:
    """The copies among its reports and from and to others, with the passages."""
    return lineage_json(work.lineage(*(role.id for role in work.incident(id).reports)))


@router.get("/accounts/{id}", summary="One cell", responses=answers("account", 404))
def account(work: Work, id: str) -> dict[str, Json]:
    """Why a cell of the ledger says what it says: its sentences, their marks, the way they came, who read them."""
    found = work.why(id)
    return {
        "schema": "rashomon.account/1",
        "incident": found.incident.id,
        "title": found.incident.title,
        "question": found.answered.question,
        "finding": found.answered.finding,
        "reason": found.answered.reason,
        "letter": found.letter,
        "account": account_json(found.account),
        "testimonies": [_testimony(one) for one in found.testimonies],
    }


def _testimony(one: Testimony) -> dict[str, Json]:
    return {
        "report": one.report.id,
        "name": one.report.name,
        "outlet": one.report.outlet,
        "title": one.report.title,
        "published": encode(one.report.published),
        "span": encode(one.evidence.span),
        "pieces": [{"text": piece.text, "marks": list(piece.marks)} for piece in one.pieces],
        "attribution": encode(one.attribution),
        "toponyms": encode(one.toponyms),
    }
