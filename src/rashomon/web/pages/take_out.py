"""Taking out: an incident, or the incidents of a filtered list, as a file for others."""

from fastapi import APIRouter
from starlette.responses import Response

from rashomon.errors import UsageMistaken
from rashomon.model import Ledger, in_force
from rashomon.publish.backing import Backing
from rashomon.publish.contract import ledger_json
from rashomon.publish.csv import ledger_csv
from rashomon.publish.html import ledger_page
from rashomon.publish.markdown import ledger_markdown
from rashomon.web.asked import Asked, Work
from rashomon.web.files import Format, as_file, json_text
from rashomon.workspace import Workspace

router = APIRouter(include_in_schema=False)
MOST = 500
"""Incidents of one file; all of a large workspace are for `rashomon export`."""


@router.get("/take-out/incidents.{format}")
def many(work: Work, asked: Asked, format: Format) -> Response:
    """The incidents that the filters leave."""
    found = work.incidents(asked.filter(), limit=MOST)
    if found.total > MOST:
        raise UsageMistaken(
            f"{found.total:,} incidents are too many for one file.", "Filter, or run `rashomon export`."
        )
    ids = [row.incident.id for row in found.rows]
    return as_file(_written(work, _together(work, ids), format), format, "incidents")


@router.get("/take-out/incidents/{id}.{format}")
def one(work: Work, id: str, format: Format) -> Response:
    """One incident with the part of the ledger that concerns it."""
    view = work.view(id)
    return as_file(_written(work, view.ledger, format), format, f"incident-{view.incident.id}")


def _together(work: Workspace, ids: list[str]) -> Ledger:
    """The parts of the ledger that concern some incidents as one ledger."""
    parts = [work.view(id).ledger for id in ids]
    return Ledger(
        reports=tuple({heading.id: heading for part in parts for heading in part.reports}.values()),
        incidents=tuple(incident for part in parts for incident in part.incidents),
        lineage=tuple(dict.fromkeys(family for part in parts for family in part.lineage)),
        borrowed=tuple(dict.fromkeys(descent for part in parts for descent in part.borrowed)),
        pages=tuple(dict.fromkeys(page for part in parts for page in part.pages)),
    )


def _written(work: Workspace, ledger: Ledger, format: Format) -> str:
    if format == "json":
        return json_text(ledger_json(ledger))
    if format == "md":
        return ledger_markdown(ledger)
    return (ledger_csv if format == "csv" else ledger_page)(ledger, _backing(work, ledger))


def _backing(work: Workspace, ledger: Ledger) -> Backing:
    ids = [heading.id for heading in ledger.reports]
    readings = [reading for id in ids if (reading := work.reading(id)) is not None]
    return Backing(
        reports={id: work.report(id) for id in ids},
        attributions={a.id: a for reading in readings for a in reading.attributions},
        toponyms={reading.report: reading.toponyms for reading in readings},
        judgements=in_force(one.judgement for one in work.judgements()),
        reader=readings[0].reader if readings else "",
    )
