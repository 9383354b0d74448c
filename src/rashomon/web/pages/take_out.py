"""Taking out: an incident, or the incidents of a filtered list, as a file for others."""

import json
from typing import Literal, TypeAlias

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
from rashomon.workspace import Workspace

router = APIRouter(include_in_schema=False)
Format: TypeAlias = Literal["json", "csv", "html", "md"]
KINDS: dict[Format, str] = {
    "json": "application/json", "csv": "text/csv; charset=utf-8", "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}  # fmt: skip
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
    return _file(work, _together(work, ids), format, "incidents")


@router.get("/take-out/incidents/{id}.{format}")
def one(work: Work, id: str, format: Format) -> Response:
    """One incident with the part of the ledger that concerns it."""
    view = work.view(id)
    return _file(work, view.ledger, format, f"incident-{view.incident.id}")


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


def _file(work: Workspace, ledger: Ledger, format: Format, name: str) -> Response:
    """A file to be saved: a page among them is never shown as a page of the workbench."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{format}"',
        "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    }
    text = _written(work, ledger, format).encode("utf-8", "backslashreplace")
    return Response(text, media_type=KINDS[format], headers=headers)


def _written(work: Workspace, ledger: Ledger, format: Format) -> str:
    if format == "json":
        return json.dumps(ledger_json(ledger), ensure_ascii=False, indent=1) + "\n"
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
