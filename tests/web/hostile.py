"""A report whose title, text, outlet and file name hold script, markup and the ends of attributes."""

from dataclasses import replace
from pathlib import Path

from rashomon.model import (
    Account,
    Answered,
    Capture,
    Claimant,
    Evidence,
    Found,
    Incident,
    Ledger,
    PlaceRead,
    Reading,
    ReportHeading,
    ReportRole,
    TimeInterval,
)
from rashomon.read import reader_version
from rashomon.store import open_store
from tests.builders import find, make_attribution, make_report

SCRIPT = "<script>document.title='ran'</script>"
IMAGE = "<img src=x onerror=\"document.title='ran'\">"
TEXT = f"""Shells fell on the mill. {SCRIPT}

"Three died", said the <b>mayor</b> {IMAGE} of \u202eTown & 'Son'.

قال المتحدث إن القصف أصاب المطحنة.
"""
NAME = f'..\\..\\"{SCRIPT}/\u202egnp.exe'
URL = "javascript:document.title='ran'"


def keep_hostile(path: Path) -> None:
    """Make a workspace of one report and one incident with hostile words everywhere that words can stand."""
    report = replace(
        make_report(TEXT, NAME),
        title=f"Shells {SCRIPT}",
        outlet=f"Gazette {IMAGE}",
        url=URL,
        byline=IMAGE,
        found=(Found(field="title", value=SCRIPT, basis=IMAGE),),
    )
    attribution = make_attribution(
        report, f"the <b>mayor</b> {IMAGE}", "said", "Three died", claimant=Claimant(name=IMAGE, role=SCRIPT)
    )
    evidence = Evidence(
        report=report.id,
        span=find(report, "Three"),
        sentence=find(report, f'"Three died", said the <b>mayor</b> {IMAGE}'),
        attribution=attribution.id,
        path=(SCRIPT, IMAGE),
        rule=SCRIPT,
    )
    account = Account(
        id="c1",
        claimant=attribution.claimant,
        stance="asserts",
        reports=(report.id,),
        evidence=(evidence,),
        independent_origins=1,
        low=3,
        high=3,
        who=SCRIPT,
        relayed_by=(IMAGE,),
    )
    incident = Incident(
        id="x1",
        title=f"Shelling {SCRIPT}",
        type="shelling",
        date=TimeInterval(words=SCRIPT),
        places=(IMAGE,),
        initiators=(SCRIPT,),
        targets=(IMAGE,),
        response_to=(),
        reports=(ReportRole(id=report.id, main=True),),
        locations=(PlaceRead(name=IMAGE, precision="town", latitude=33.0, longitude=44.0),),
        questions=(Answered(question="killed", finding="single", reason=SCRIPT, accounts=(account,)),),
    )
    heading = ReportHeading(
        id=report.id, name=report.name, outlet=report.outlet, title=report.title, published=report.published
    )
    with open_store(path) as store:
        store.add(Capture(report=report, original=f"{report.name}\n{report.text}".encode()))
        store.put_reading(Reading(report=report.id, reader=reader_version(), attributions=(attribution,)))
        store.put_ledger(Ledger(reports=(heading,), incidents=(incident,)), "hostile")
