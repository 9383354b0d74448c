"""One invented strike as several reports tell it, and the ledger of them."""

from typing import Any

from rashomon.model import Account, Answered, Claimant, Incident, Judgement, Ledger, Reading, Report, incident_anchors
from rashomon.model.judgement import Anchor
from rashomon.pipeline import build_ledger
from tests.builders import (
    at,
    make_attribution,
    make_figure,
    make_incident,
    make_mention,
    make_reading,
    make_report,
    on,
)

Told = tuple[Report, Reading]
DAY, PLACE = on("2024-03-05"), (at("Marfa", country="IQ"),)
PENTAGON = Claimant(name="Pentagon", actor="usa.dod")
PMF = Claimant(name="Popular Mobilization Forces", actor="irq.pmf")
SOHR = Claimant(name="Syrian Observatory for Human Rights", actor="monitor.sohr")
RUSSIA = Claimant(name="Government of Russia", actor="rus.gov")
HOSPITAL = Claimant(name="two hospital sources", anonymous=True, plural=True)
SIDES: dict[str, Any] = {
    "initiators": ("United States",), "actors": ("usa",), "targets": ("PMF",), "target_actors": ("irq.pmf",),
}  # fmt: skip


def toll(name: str, number: int, claimant: Claimant | None, **fields: Any) -> Told:
    """A report of the strike with one figure of people killed; `sides` replaces who hit whom."""
    sides, day = fields.pop("sides", SIDES), fields.pop("day", "2024-03-06")
    words = f"Count {number}"
    report = make_report(
        f"A strike hit Marfa. {words} of them killed. The desk of {name} wrote so.", name, day=day, outlet=name
    )
    incident = make_incident(report, [make_mention(report, "strike")], date=DAY, locations=PLACE, **sides)
    low, high = fields.pop("low", number), fields.pop("high", number)
    figure = make_figure(report, words, incident, low, high, claimant=claimant, **fields)
    return report, make_reading(report, [incident], figures=(figure,))


def claimed(name: str, claimant: Claimant, stance: str = "claims_responsibility", **fields: Any) -> Told:
    """A report of the strike in which somebody says that it was theirs."""
    report = make_report(f"A strike hit Marfa. We said it was our own strike, wrote {name}.", name, outlet=name)
    incident = make_incident(report, [make_mention(report, "strike")], date=DAY, locations=PLACE, **SIDES)
    said = make_attribution(report, "We", "said", "it was our own strike", claimant=claimant, stance=stance, **fields)
    return report, make_reading(report, [incident], attributions=(said,))


def ledger(*told: Told, judgements: tuple[Judgement, ...] = ()) -> Ledger:
    return build_ledger({report.id: report for report, _ in told}, [reading for _, reading in told], judgements)


def strike(*told: Told, judgements: tuple[Judgement, ...] = ()) -> Incident:
    (incident,) = ledger(*told, judgements=judgements).incidents
    return incident


def answered(incident: Incident, question: str = "killed") -> Answered:
    return next(found for found in incident.questions if found.question == question)


def account(incident: Incident, name: str | None, question: str = "killed") -> Account:
    accounts = answered(incident, question).accounts
    return next(a for a in accounts if (a.claimant.name if a.claimant else None) == name)


def anchors(*told: Told) -> tuple[Anchor, ...]:
    """The strike as some reports tell it."""
    return incident_anchors([(report, reading.incidents[0]) for report, reading in told], 0)
