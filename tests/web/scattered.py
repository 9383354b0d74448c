"""Incidents that are known more and less exactly in place and time, invented, in a workspace."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from rashomon.model import (
    Answered,
    Capture,
    Incident,
    Ledger,
    PlaceRead,
    ReportHeading,
    ReportRole,
    TimeInterval,
)
from rashomon.store import open_store
from tests.builders import make_report

REPORT = make_report("Shells fell on the mill.", "mill", day="2024-02-03", outlet="Mill Gazette")
TOWN = PlaceRead(name="Tel Sarw", precision="town", country="IQ", latitude=33.0, longitude=44.0, radius_km=5.0)
NEXT_TOWN = PlaceRead(name="Karsa", precision="town", country="IQ", latitude=33.1, longitude=44.1, radius_km=5.0)
PROVINCE = PlaceRead(
    name="Sarw province", precision="province", country="IQ", latitude=34.0, longitude=42.0, radius_km=100.0
)
COUNTRY = PlaceRead(name="Iraq", precision="country", country="IQ", latitude=33.0, longitude=44.0, radius_km=370.0)
SEA = PlaceRead(name="the gulf", precision="sea", latitude=12.0, longitude=47.0, radius_km=300.0)
NOWHERE = PlaceRead(name="the old mill", precision="site")


def incident_at(id: str, *places: PlaceRead, when: TimeInterval | None = None, disputed: bool = False) -> Incident:
    """One incident at some places, on a day where none is given."""
    questions = (Answered(question="killed", finding="contradicts", reason="Two numbers.", accounts=()),)
    return Incident(
        id=id,
        title=f"Shelling, {places[0].name if places else 'somewhere'}",
        type="shelling",
        date=when or TimeInterval(start=date(2024, 2, 3), end=date(2024, 2, 3), basis="stated"),
        places=tuple(place.name for place in places),
        initiators=(),
        targets=(),
        response_to=(),
        reports=(ReportRole(id=REPORT.id, main=True),),
        questions=questions if disputed else (),
        locations=places,
    )


def keep_incidents(path: Path, incidents: Sequence[Incident]) -> None:
    """A workspace with one report that tells of all of them."""
    heading = ReportHeading(
        id=REPORT.id, name=REPORT.name, outlet=REPORT.outlet, title=REPORT.title, published=REPORT.published
    )
    with open_store(path) as store:
        store.add(Capture(report=REPORT, original=f"{REPORT.name}\n{REPORT.text}".encode()))
        store.put_ledger(Ledger(reports=(heading,), incidents=tuple(incidents)), "scattered")


def many(number: int) -> list[Incident]:
    """Incidents all over the land, one a day, every third in dispute, every tenth without a place."""
    first = date(2015, 1, 1)
    return [
        incident_at(
            f"x{n:05}",
            *(() if n % 10 == 0 else (_somewhere(n),)),
            when=TimeInterval(start=first + timedelta(n), end=first + timedelta(n), basis="relative"),
            disputed=n % 3 == 0,
        )
        for n in range(number)
    ]


def _somewhere(n: int) -> PlaceRead:
    return PlaceRead(
        name=f"Village {n % 700}",
        precision="town" if n % 4 else "district",
        country="IQ",
        latitude=-30 + n * 37 % 700 / 10,
        longitude=-60 + n * 91 % 1500 / 10,
        radius_km=5.0 if n % 4 else 40.0,
    )
