"""The schemas of what calls answer beside the contract, made from the dataclasses that the pages show."""

from collections.abc import Callable

from rashomon.model import Account, Answered, Evidence, Incident, Judgement, Skipped
from rashomon.publish.audit import Audited
from rashomon.publish.brief import Brief
from rashomon.publish.changes import SCHEMA as CHANGES
from rashomon.publish.changes import Arrived, Changes
from rashomon.publish.difference import Changed
from rashomon.publish.schema import Schema, Writer, quote_evidence, record_schema
from rashomon.web.api.shapes import OF_ACCOUNTS
from rashomon.web.intake import Run
from rashomon.workspace import (
    ActorRow,
    ActorView,
    ClaimHit,
    Dated,
    Excerpted,
    IncidentRow,
    Placed,
    QueueItem,
    ReportRow,
    Statement,
    Testimony,
)

STRING: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
ADDRESS: Schema = {"type": ["string", "null"], "description": "The next stretch; null where this is the last."}
Properties = dict[str, Schema]


def shown_schemas() -> dict[str, Schema]:
    """Each schema by the name that calls refer to it by."""
    return {name: _whole(write) for name, write in SHOWN.items()}


def _whole(write: Callable[[Writer], Schema]) -> Schema:
    writer = Writer()
    made = write(writer)
    return {**made, "$defs": writer.defs} if writer.defs else made


def _versioned(name: str, properties: Properties) -> Schema:
    return record_schema({"schema": {"const": f"rashomon.{name}/1"}, **properties})


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _listed(name: str, item: Schema) -> Properties:
    return {"total": COUNT, "offset": COUNT, "next": ADDRESS, name: _list(item)}


def _stretch(name: str, item: Callable[[Writer], Schema]) -> Callable[[Writer], Schema]:
    """The schema of a list that comes in stretches."""
    return lambda writer: _versioned(name, _listed(name, item(writer)))


def _failure(_: Writer) -> Schema:
    return record_schema({"error": {"type": "string", "minLength": 1}})


def _start(_: Writer) -> Schema:
    addresses = {"type": "object", "additionalProperties": STRING}
    return _versioned(
        "workspace",
        {
            "version": STRING,
            "state": STRING,
            "relaying": FLAG,
            "reports": COUNT,
            "incidents": COUNT,
            "addresses": addresses,
        },
    )


def _skipped(writer: Writer) -> Schema:
    return writer.of(Skipped)


def _incident(writer: Writer) -> Schema:
    row = writer.properties(IncidentRow, but=("incident",))
    questions = _list(record_schema(writer.properties(Answered, but=OF_ACCOUNTS)))
    return record_schema({**row, **writer.properties(Incident), "questions": questions})


def _told(writer: Writer) -> Schema:
    return _versioned("told", {"report": STRING, "incidents": _list(_incident(writer))})


def _brief(writer: Writer) -> Schema:
    return _versioned("brief", {"incident": STRING, **writer.properties(Brief)})


def _changes(writer: Writer) -> Schema:
    arrived, known = (
        writer.properties(Arrived, but=("new",)),
        writer.properties(Changes, but=("incident", "arrived", "headings")),
    )
    said = writer.properties(Answered)
    question = {
        **{name: said[name] for name in ("question", "finding", "reason")},
        "newly_disputed": FLAG,
        "settled": FLAG,
    }
    question |= writer.properties(Changed, but=("answered",))
    properties = {"schema": {"const": CHANGES}, "incident": STRING, "title": STRING}
    properties |= {name: arrived[name] for name in ("since", "moments", "known", "undated")}
    quote_evidence(writer)
    return record_schema({**properties, **known, "questions": _list(record_schema(question))})


def _account(writer: Writer) -> Schema:
    report, testimony, answered = map(writer.properties, (ReportRow, Testimony, Answered))
    said = {
        "report": STRING,
        **{name: report[name] for name in ("name", "outlet", "title", "published")},
        "span": writer.properties(Evidence)["span"],
        "pieces": _list(record_schema({"text": STRING, "marks": _list(STRING)})),
        **{name: testimony[name] for name in ("attribution", "toponyms")},
    }
    cell: Properties = {"incident": STRING, "title": STRING}
    cell |= {name: answered[name] for name in ("question", "finding", "reason")}
    cell |= {"letter": STRING, "account": writer.of(Account), "testimonies": _list(record_schema(said))}
    quote_evidence(writer)
    return _versioned("account", cell)


def _actor(writer: Writer) -> Schema:
    actor = writer.properties(ActorView, but=("statements",))
    return _versioned("statements", {**actor, **_listed("statements", writer.of(Statement))})


def _hits(writer: Writer) -> Schema:
    excerpt = writer.of(Excerpted)
    account = record_schema(writer.properties(Account, but=("evidence",)))
    claim = {**writer.properties(ClaimHit, but=("account", "excerpt")), "account": account, "excerpt": excerpt}
    report = {**writer.properties(ReportRow), "excerpt": excerpt}
    found = (("claims", claim), ("reports", report))
    return {"oneOf": [_versioned(name, _listed(name, record_schema(hit))) for name, hit in found]}


def _queue(writer: Writer) -> Schema:
    return record_schema({**writer.properties(QueueItem), "on": _list(STRING), "seen": STRING})


def _judgements(writer: Writer) -> Schema:
    audited = writer.properties(Audited, but=("judgement",))
    return record_schema({**writer.properties(Judgement), **audited})


def _map(writer: Writer) -> Schema:
    placed = writer.properties(Placed, but=("longitude", "latitude"))
    degrees = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    point: Properties = {"type": {"const": "Point"}, "coordinates": degrees}
    feature = {"type": {"const": "Feature"}, "geometry": record_schema(point), "properties": record_schema(placed)}
    members = {"total": COUNT, "unplaced": COUNT, "features": _list(record_schema(feature))}
    return _versioned("map", {"type": {"const": "FeatureCollection"}, **members})


def _dates(writer: Writer) -> Schema:
    return _versioned("dates", {"incidents": _list(writer.of(Dated))})


def _bring_in(writer: Writer) -> Schema:
    limits = {"kinds": _list(STRING), "most_files": COUNT, "most_bytes": COUNT, "path": FLAG, "limited": FLAG}
    run = record_schema(_run_fields(writer))
    return _versioned("bring-in", {**limits, "run": {"anyOf": [run, {"type": "null"}]}})


def _run_fields(writer: Writer) -> Properties:
    return writer.properties(Run, but=("step",))


def _event(_: Writer) -> Schema:
    """A server-sent event."""
    data = {**STRING, "description": "The run as JSON; null where there was none."}
    return {"type": "object", "required": ["data"], "properties": {"event": {"enum": ["message", "end"]}, "data": data}}


SHOWN: dict[str, Callable[[Writer], Schema]] = {
    "failure": _failure,
    "workspace": _start,
    "skipped": _stretch("skipped", _skipped),
    "incidents": _stretch("incidents", _incident),
    "told": _told,
    "brief": _brief,
    "changes": _changes,
    "account": _account,
    "reports": _stretch("reports", lambda writer: writer.of(ReportRow)),
    "actors": _stretch("actors", lambda writer: writer.of(ActorRow)),
    "actor": _actor,
    "hits": _hits,
    "queue": _stretch("queue", _queue),
    "judgements": _stretch("judgements", _judgements),
    "judgement": lambda writer: record_schema(writer.properties(Judgement)),
    "bring-in": _bring_in,
    "run": lambda writer: _versioned("run", _run_fields(writer)),
    "event": _event,
    "map": _map,
    "dates": _dates,
}
