"""Reports whose title, text, outlet and file name hold script, markup and the ends of attributes."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from rashomon.model import (
    Account,
    Answered,
    Attribution,
    Capture,
    Claimant,
    Descent,
    Evidence,
    Excerpt,
    Found,
    Incident,
    Judgement,
    Ledger,
    Lineage,
    Passage,
    PlaceRead,
    Reading,
    Report,
    ReportedIncident,
    ReportHeading,
    ReportRole,
    Response,
    ResponseAccount,
    Side,
    Silence,
    Skipped,
    Unanchored,
    Verdict,
)
from rashomon.read import reader_version
from rashomon.store import open_store
from tests.builders import find, make_attribution, make_incident, make_mention, make_report, on

SCRIPT = "<script>document.title='ran'</script>"
IMAGE = "<img src=x onerror=\"document.title='ran'\">"
TEXT = f"""Shells fell on the mill. {SCRIPT}

"Three died", said the <b>mayor</b> {IMAGE} of \u202eTown & 'Son'.

قال المتحدث إن القصف أصاب المطحنة.
"""
NAME = f'..\\..\\"{SCRIPT}/\u202egnp.exe'
URL = "javascript:document.title='ran'"


COPY = f"""Shells fell on the mill. {SCRIPT}

"At least nine died", said the <b>mayor</b> {IMAGE} of Town.
"""
ACTOR = "local.img src=x onerror"


def keep_hostile(path: Path) -> None:
    """Make a workspace of two reports and three incidents with hostile words everywhere that words can stand."""
    report, copy = _report(TEXT, NAME), _report(COPY, f"second {IMAGE}")
    three, nine = _account(report, "Three died", "c1", 3), _account(copy, "At least nine died", "c2", 9)
    whose = replace(_account(copy, "At least nine died", "c3", None), value=f"{SCRIPT}; {IMAGE}")
    killed = Answered(
        question="killed", finding="contradicts", reason=SCRIPT, accounts=(three, nine), between=(("c1", "c2"),),
        how="number", revised=(("c1", "c2"),), silent=(Silence(actor=ACTOR, name=IMAGE, part="target"),),
    )  # fmt: skip
    attacker = Answered(question="perpetrator", finding="single", reason=IMAGE, accounts=(whose,))
    asserted = ResponseAccount(
        claimant=Claimant(name=IMAGE, role=SCRIPT), stance="asserts", basis="stated", reports=(report.id,),
        evidence=three.evidence, independent_origins=1,
    )  # fmt: skip
    fallen = Response(to="x3", basis="stated", asserted=(asserted,), stands=False, reason=SCRIPT)
    first = _incident("x1", report, copy, questions=(killed, attacker), vowed=(asserted,))
    second = _incident(
        "x2", report, response_to=("x1",), links=(Response(to="x1", basis="stated", asserted=(asserted,)), fallen)
    )
    third = _incident("x3", copy, questions=(Answered(question="killed", finding="single", reason=IMAGE, accounts=()),))
    passage = Passage(copy=_excerpt(copy), source=_excerpt(report), likeness=1.0)
    descent = Descent(
        copy=copy.id, source=report.id, kind="verbatim", share=0.9, direction="credited", reason=SCRIPT, agency=IMAGE,
        passages=(passage,),
    )  # fmt: skip
    family = Lineage(reports=(copy.id, report.id), origin=IMAGE, root=report.id, descents=(descent,))
    judgement = Judgement(
        id="j1", decision="accept", subjects=("c1",), who=IMAGE, when="2021-03-02T09:00:00Z", why=SCRIPT
    )
    with open_store(path) as store:
        for one in (report, copy):
            store.add(Capture(report=one, original=f"{one.name}\n{one.text}".encode()))
            found = tuple(
                _attribution(one, words) for words in ("Three died", "At least nine died") if words in one.text
            )
            store.put_reading(
                Reading(report=one.id, reader=reader_version(), attributions=found, incidents=(_told(one),))
            )
        store.add_judgement(judgement)
        ledger = Ledger(
            reports=tuple(_heading(one) for one in (report, copy)),
            incidents=(first, second, third),
            lineage=(family,),
            unanchored=(Unanchored(judgement="j1", reason=IMAGE),),
        )
        store.put_ledger(ledger, "hostile")
        store.note_skipped((Skipped(where=NAME, reason=SCRIPT, next_step=IMAGE),))


def _report(text: str, name: str) -> Report:
    return replace(
        make_report(text, name),
        title=f"Shells {SCRIPT}",
        outlet=f"Gazette {IMAGE}",
        url=URL,
        byline=IMAGE,
        dateline=SCRIPT,
        agency=IMAGE,
        found=(Found(field="title", value=SCRIPT, basis=IMAGE),),
    )


def _attribution(report: Report, content: str) -> Attribution:
    return make_attribution(
        report, f"the <b>mayor</b> {IMAGE}", "said", content, claimant=Claimant(name=IMAGE, role=SCRIPT, actor=ACTOR)
    )


def _account(report: Report, words: str, id: str, number: int | None) -> Account:
    attribution = _attribution(report, words)
    evidence = Evidence(
        report=report.id,
        span=find(report, words),
        sentence=find(report, f'"{words}", said the <b>mayor</b> {IMAGE}'),
        attribution=attribution.id,
        path=(SCRIPT, IMAGE),
        rule=SCRIPT,
        confidence=0.5,
    )
    verdict = Verdict(judgement="j1", decision="accept", who=IMAGE, when="2021-03-02T09:00:00Z", why=SCRIPT)
    return Account(
        id=id,
        claimant=attribution.claimant,
        stance="asserts",
        reports=(report.id,),
        evidence=(evidence,),
        independent_origins=1,
        low=number,
        high=number,
        who=SCRIPT,
        relayed_by=(IMAGE,),
        said=on("2021-03-01"),
        as_read=SCRIPT,
        verdicts=(verdict,),
    )


def _incident(id: str, *reports: Report, **fields: Any) -> Incident:
    given: dict[str, Any] = {
        "title": f"Shelling {SCRIPT}",
        "type": "shelling",
        "date": replace(on("2021-03-01"), words=SCRIPT),
        "places": (IMAGE, SCRIPT),
        "initiators": (SCRIPT,),
        "targets": (IMAGE,),
        "response_to": (),
        "reports": tuple(ReportRole(id=report.id, main=True, local=("i1",)) for report in reports),
        "locations": (PlaceRead(name=IMAGE, precision="town", latitude=33.0, longitude=44.0),),
        "reasons": (SCRIPT,),
        "sides": (Side(actor=ACTOR, name=IMAGE, role="target", targeted=1),),
    }
    return Incident(id=id, **{**given, **fields})


def _told(report: Report) -> ReportedIncident:
    return make_incident(
        report, [make_mention(report, "fell", "shelling")], id="i1", places=(IMAGE,), initiators=(SCRIPT,)
    )


def _excerpt(report: Report) -> Excerpt:
    return Excerpt(report=report.id, span=find(report, f"Shells fell on the mill. {SCRIPT}"))


def _heading(report: Report) -> ReportHeading:
    return ReportHeading(
        id=report.id, name=report.name, outlet=report.outlet, title=report.title, published=report.published
    )
