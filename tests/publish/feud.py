"""A small chain of attack and answer made by hand: a bombing, raids that answer it, shelling after them, a series.

Everything in it is invented.
"""

from functools import cache

from rashomon.model import (
    Claimant,
    Evidence,
    Incident,
    Ledger,
    Report,
    ReportHeading,
    ReportRole,
    Response,
    ResponseAccount,
    ResponseBasis,
    SeriesPart,
    TimeInterval,
)
from tests.builders import find, make_report, on

COURIER = """The army said that its raids on Olden were in retaliation for the bombing of a market in Karsa. The Front vowed to hit back.

The bombing was the latest in a string of attacks on the town.
"""
LANTERN = """Shells fell on Karsa, hours after the raids on Olden. The Front denied that the shelling was in response to them.
"""
MARKET, RAIDS, SHELLS, STRING = "e1", "e2", "e3", "e4"


@cache
def feud() -> tuple[Ledger, dict[str, Report]]:
    """The ledger, and its reports by id."""
    courier = make_report(COURIER, "courier", day="2021-03-03", outlet="Border Courier")
    lantern = make_report(LANTERN, "lantern", day="2021-03-05", outlet="Lantern Daily")
    army, front = Claimant(name="The army"), Claimant(name="Northern Front")
    answer = account(courier, "in retaliation for", "stated", army)
    order = account(lantern, "hours after", "order_only", None)
    denied = account(lantern, "in response to", "stated", front, stance="denies")
    vow = account(courier, "hit back", "threatened", front, stance="threatens")
    part = SeriesPart(
        series=STRING, basis="stated", reasons=("A report says so.",), evidence=(evidence(courier, "the latest"),)
    )
    incidents = (
        incident(STRING, "Series of attacks, Karsa", TimeInterval(), courier, series=True, contains=(MARKET,)),
        incident(MARKET, "Bombing, Karsa", on("2021-03-01"), courier, part_of=(STRING,), parts=(part,)),
        incident(
            RAIDS, "Airstrike, Olden, by the army", on("2021-03-02"), courier, response_to=(MARKET,),
            links=(Response(to=MARKET, basis="stated", asserted=(answer,)),), vowed=(vow,),
        ),
        incident(
            SHELLS, "Shelling, Karsa", on("2021-03-04"), lantern, response_to=(RAIDS,),
            links=(
                Response(to=RAIDS, basis="order_only", asserted=(order,), denied=(denied,)),
                Response(to=MARKET, basis="stated", asserted=(), denied=(denied,), stands=False, reason="Nobody asserts it."),
            ),
        ),
    )  # fmt: skip
    headings = tuple(
        ReportHeading(id=r.id, name=r.name, outlet=r.outlet, title=None, published=r.published)
        for r in (courier, lantern)
    )
    return Ledger(reports=headings, incidents=incidents), {report.id: report for report in (courier, lantern)}


def incident(id: str, title: str, date: TimeInterval, report: Report, **fields: object) -> Incident:
    """An incident that one report tells of."""
    values: dict[str, object] = {
        "type": "other", "places": (), "initiators": (), "targets": (), "response_to": (),
        "reports": (ReportRole(id=report.id, main=True),), **fields,
    }  # fmt: skip
    return Incident(id=id, title=title, date=date, **values)  # type: ignore[arg-type]


def account(
    report: Report, words: str, basis: ResponseBasis, claimant: Claimant | None, stance: str = "asserts"
) -> ResponseAccount:
    """What one claimant says in one report."""
    return ResponseAccount(
        claimant=claimant,
        stance=stance,  # type: ignore[arg-type]
        basis=basis,
        reports=(report.id,),
        evidence=(evidence(report, words),),
        independent_origins=1,
    )


def evidence(report: Report, words: str) -> Evidence:
    """Some words with the sentence that they stand in."""
    span = find(report, words)
    start = max(report.text.rfind(". ", 0, span.start) + 2, report.text.rfind("\n", 0, span.start) + 1, 0)
    sentence = report.span(start if start > 1 else 0, report.text.index(".", span.end) + 1)
    return Evidence(report=report.id, span=span, sentence=sentence, path=(report.outlet or "",), rule="ties.rules.1")
