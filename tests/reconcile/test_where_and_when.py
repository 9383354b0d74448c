"""Where and when it was: places and days as accounts, compared at their precisions."""

import pytest

from rashomon.model import (
    Answered,
    Claimant,
    Linked,
    LinkedIncident,
    Member,
    Mention,
    PlaceRead,
    Precision,
    Reading,
    Report,
)
from rashomon.reconcile import reconcile
from tests.builders import find, make_attribution, make_incident, make_mention, make_reading, make_report, on

Telling = tuple[Report, Reading]


def place(name: str, precision: Precision, at: tuple[float, float], radius: float) -> PlaceRead:
    return PlaceRead(
        name=name, precision=precision, place=f"test.{name.lower()}", country="XX",
        latitude=at[0], longitude=at[1], radius_km=radius,
    )  # fmt: skip


PLACES = {
    "Marfa": place("Marfa", "town", (30.3, -104.0), 5.0),
    "Alpine": place("Alpine", "town", (30.4, -103.7), 5.0),  # some 30 km away
    "Dumas": place("Dumas", "town", (35.9, -102.0), 5.0),  # some 650 km away
    "Presidio": place("Presidio", "province", (30.0, -104.3), 100.0),
}


def said(name: str, *, where: tuple[str, ...] = (), when: tuple[tuple[str, str], ...] = ()) -> Telling:
    """A report in which somebody says where or when an attack was: (words, "START/END")."""
    words = " and ".join((*where, *(w for w, _ in when)))
    content = f"the attack was at {words}"
    report = make_report(f"There was a strike. The {name} office said {content}.", name, day="2024-03-06", outlet=name)
    attribution = make_attribution(
        report, f"The {name} office", "said", content, claimant=Claimant(name=f"the {name} office")
    )
    lists = {"place": tuple(find(report, w) for w in where), "time": tuple(find(report, w) for w, _ in when)}
    mention = make_mention(report, "attack", "armed_attack")
    mention = type(mention)(id=mention.id, trigger=mention.trigger, type=mention.type, reality="happened", **lists)
    incident = make_incident(
        report, [mention], type="armed_attack", date=on("2024-03-05"),
        locations=tuple(PLACES[w] for w in where) or (PLACES["Marfa"],),
    )  # fmt: skip
    mentions = (
        *(Mention(span=find(report, w), kind="place", ref=PLACES[w].place) for w in where),
        *(Mention(span=find(report, w), kind="time", ref=ref) for w, ref in when),
    )
    return report, make_reading(report, [incident], attributions=(attribution,), mentions=mentions)


def joined(question: str, *told: Telling) -> Answered:
    """The question as all reports together answer it, told to be of one incident."""
    reports = {report.id: report for report, _ in told}
    members = tuple(sorted(Member(reading.report, reading.incidents[0].id) for _, reading in told))
    linked = Linked(incidents=(LinkedIncident(id="e1", members=members),))
    (incident,) = reconcile(reports, [reading for _, reading in told], linked).incidents
    return next(q for q in incident.questions if q.question == question)


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        (("Marfa",), ("Marfa",), "agrees"),
        (("Marfa",), ("Dumas",), "contradicts"),
        (("Marfa",), ("Alpine",), "compatible"),
        (("Marfa",), ("Presidio",), "compatible"),
        (("Dumas",), ("Presidio",), "compatible"),
        (("Marfa", "Dumas"), ("Dumas",), "compatible"),
    ],
)
def test_towns_far_apart_contradict(one: tuple[str, ...], other: tuple[str, ...], finding: str) -> None:
    assert joined("where", said("first", where=one), said("second", where=other)).finding == finding


def test_two_places_that_somebody_names_together_do_not_contradict() -> None:
    told = (said("first", where=("Marfa",)), said("second", where=("Dumas",)), said("third", where=("Marfa", "Dumas")))
    assert joined("where", *told[:2]).finding == "contradicts"
    assert joined("where", *told).finding == "compatible"


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        ("2024-03-05/2024-03-05", "2024-03-05/2024-03-05", "agrees"),
        ("2024-03-05/2024-03-05", "2024-03-06/2024-03-06", "compatible"),
        ("2024-03-05/2024-03-05", "2024-03-08/2024-03-08", "contradicts"),
        ("2024-03-05/2024-03-05", "2024-03-01/..", "compatible"),
        ("2024-03-05/2024-03-05", "../2024-03-01", "contradicts"),
        ("2024-03-12/2024-03-12", "2024-03-03/2024-03-09", "compatible"),
        ("2024-04-12/2024-04-12", "2024-03-03/2024-03-09", "contradicts"),
    ],
)
def test_days_that_meet_are_compatible(one: str, other: str, finding: str) -> None:
    told = said("first", when=(("a day", one),)), said("second", when=(("some day", other),))
    assert joined("when", *told).finding == finding


def test_what_stands_outside_a_statement_tells_where_it_was_made() -> None:
    report, reading = said("first", where=("Marfa",))
    outside = make_attribution(report, "The first office", "said", "the attack")
    told = report, make_reading(report, reading.incidents, attributions=(outside,), mentions=reading.mentions)
    assert joined("where", said("second", where=("Marfa",)), told).accounts[0].claimant == Claimant(
        name="the second office"
    )
    assert len(joined("where", said("second", where=("Marfa",)), told).accounts) == 1
