"""The addresses that the workbench is timed on: every page and call, with parameters that readers would choose."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from rashomon.model import Incident
from rashomon.workspace import IncidentFilter, Workspace

LARGEST, OTHERS = 4, 12
STEP = "map, a step"
HEADERS = {STEP: {"HX-Request": "true"}}
"""What is sent with the addresses of a kind."""
QUERIES = ("killed", "civilians killed", '"three people"', "drone*", "Pentagon -Iraq", "ambulance", "weapons depot")
ARABIC = ("غارة", "قتيل", "العراق", "ضربة*", "قتل")
FRAMES = ("33.0,44.0,5.0", "20.0,10.0,2.0", "35.5,40.2,7.5", "48.1,11.5,9.0", "-20.0,30.0,4.0")


def addresses_of(path: Path) -> dict[str, list[str]]:
    """Some addresses by their kind."""
    with Workspace(path) as work:
        found = {kind: list(addresses) for kind, addresses in _kinds(work)}
    return {kind: addresses for kind, addresses in found.items() if addresses}


def _kinds(work: Workspace) -> Iterator[tuple[str, Iterator[str] | list[str]]]:
    ranked = [row.incident for row in work.incidents(IncidentFilter(order="reports"), limit=200).rows]
    large, usual = ranked[:LARGEST], ranked[LARGEST :: max(1, len(ranked) // OTHERS)]
    listed = work.reports(limit=200).rows
    busy = sorted(listed, key=lambda row: -row.incidents)[:OTHERS]
    total = work.reports(limit=1).total
    yield from _lists(work, work.incidents(limit=1).total, total)
    for prefix, kind in (("", ""), ("/api/v1", "/api ")):
        yield f"{kind}incident, the largest", [f"{prefix}/incidents/{one.id}" for one in large]
        yield f"{kind}incident", [f"{prefix}/incidents/{one.id}" for one in usual]
        yield f"{kind}report", [f"{prefix}/reports/{row.id}" for row in busy]
        yield f"{kind}actor", [f"{prefix}/actor?{urlencode({'who': who})}" for who in _speakers(work)]
        yield f"{kind}actor, disputed", [f"{prefix}/actor?{urlencode({'who': w, 'said': 'disputed'})}" for w in _speakers(work)]  # fmt: skip
        yield f"{kind}judgements", [f"{prefix}/judgements"]
    cells = [(one.id, account) for one in (*large, *usual) for account in _accounts(work.incident(one.id))[:3]]
    yield "cell", [f"/incidents/{incident}/cells/{account}" for incident, account in cells]
    yield "incident with a cell open", [f"/incidents/{incident}?cell={account}" for incident, account in cells]
    yield "incident, parted", [f"/incidents/{one.id}?parted=1" for one in (*large, *usual)]
    yield "report, a passage", [f"/reports/{row.id}?at=40-90" for row in busy]
    yield "source", [f"/reports/{row.id}/source" for row in busy]
    yield "review", ["/review", *(f"/review?{urlencode({'item': item})}" for item in work.queue_order()[:: max(1, len(work.queue_order()) // OTHERS)])]  # fmt: skip
    yield "review, a kind", [f"/review?kind={kind}" for kind in ("dispute", "join", "actor", "doubt")]
    yield "bring in", ["/bring-in"]
    yield "api page", ["/api"]
    for ending in ("json", "csv", "html", "md"):
        yield f"take out, {ending}", [f"/take-out/incidents/{one.id}.{ending}" for one in (*large[:1], *usual)]
    yield "take out, a list", ["/take-out/incidents.csv?type=ship_attack", "/take-out/incidents.json?place=gulf"]
    yield "/api account", [f"/api/v1/accounts/{account}" for _, account in cells]
    for part in ("brief", "chain", "lineage"):
        yield f"/api {part}", [f"/api/v1/incidents/{one.id}/{part}" for one in (*large[:1], *usual)]
    yield "/api report's incidents", [f"/api/v1/reports/{row.id}/incidents" for row in busy]
    yield "/api report's lineage", [f"/api/v1/reports/{row.id}/lineage" for row in busy]
    yield "/api original", [f"/api/v1/reports/{row.id}/original" for row in busy]
    yield "/api queue", ["/api/v1/queue", "/api/v1/queue?kind=actor", "/api/v1/queue?kind=dispute&limit=200&offset=400"]
    yield "/api start", ["/api/v1", "/api/v1/skipped", "/api/v1/openapi.json"]


def _lists(work: Workspace, incidents: int, reports: int) -> Iterator[tuple[str, list[str]]]:
    """Lists with their filters, pages far behind, searches, the map and the timeline."""
    place = work.names("place", 1)[0] if work.names("place", 1) else "Kabul"
    filters = [
        "type=airstrike", "disputed=1", "unreviewed=1&order=newest", "origins=10&order=reports", "actor=united+states",
        "claimant=pentagon&main=1", "since=2020-01-01&until=2024-12-31", urlencode({"place": place}), "order=disputed",
    ]  # fmt: skip
    deep = [f"order={order}&offset={incidents - 60}" for order in ("table", "newest", "disputed", "reports")]
    for prefix, kind in (("", ""), ("/api/v1", "/api ")):
        yield f"{kind}incidents", [f"{prefix}/incidents"]
        yield f"{kind}incidents, filtered", [f"{prefix}/incidents?{asked}" for asked in filters]
        yield f"{kind}incidents, deep", [f"{prefix}/incidents?{asked}" for asked in deep if incidents > 60]
        yield f"{kind}incidents, words", [f"{prefix}/incidents?{urlencode({'q': q})}" for q in (*QUERIES, *ARABIC)]
        yield (
            f"{kind}reports",
            [f"{prefix}/reports{q}" for q in ("", f"?offset={reports // 2}", f"?offset={reports - 20}")],
        )
        yield f"{kind}reports, words", [f"{prefix}/reports?{urlencode({'q': q})}" for q in (*QUERIES, *ARABIC)]
        for kind_of in ("claim", "report"):
            asked = [urlencode({"q": q, "kind": kind_of}) for q in QUERIES]
            yield f"{kind}search {kind_of}s", [f"{prefix}/search?{one}" for one in asked]
        asked = [urlencode({"q": q, "kind": "report"}) for q in ARABIC]
        yield f"{kind}search, Arabic", [f"{prefix}/search?{one}" for one in asked]
        yield f"{kind}actors", [f"{prefix}/actors{q}" for q in ("", "?q=ministry", "?offset=400", "?q=iraq")]
    yield "incidents, map moved", [f"/incidents?{urlencode({'map': frame})}" for frame in FRAMES]
    yield STEP, [f"/map?{urlencode({'map': frame})}" for frame in FRAMES]
    yield "/api map", ["/api/v1/map", "/api/v1/map?disputed=1"]
    yield "/api timeline", ["/api/v1/timeline", "/api/v1/timeline?type=airstrike"]


def _speakers(work: Workspace) -> list[str]:
    """Those who say most, and one in the middle of the list."""
    rows = work.actors(limit=200).rows
    return [row.actor or f"name {row.name}" for row in (*rows[:8], *rows[len(rows) // 2 :][:2])]


def _accounts(incident: Incident) -> list[str]:
    return [account.id for answered in incident.questions for account in answered.accounts][::7]
