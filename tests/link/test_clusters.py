"""Incidents across reports: what joins, what is kept apart, and that order does not matter."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.link import link
from rashomon.model import Judgement, Reading, Report, TimeInterval
from tests.builders import at, make_incident, make_reading, make_report, on

Told = tuple[Report, Reading]


def told(name: str, *incidents: dict[str, object], day: str | None = None) -> Told:
    report = make_report(f"Report {name}.", name, day=day)
    rows = [make_incident(report, id=f"i{n}", **fields) for n, fields in enumerate(incidents)]  # type: ignore[arg-type]
    return report, make_reading(report, rows)


def groups(*tolds: Told, judgements: tuple[Judgement, ...] = ()) -> set[frozenset[str]]:
    reports = {report.id: report for report, _ in tolds}
    linked = link(reports, [reading for _, reading in tolds], judgements)
    return {
        frozenset(f"{reports[m.report].name}/{m.incident}" for m in incident.members) for incident in linked.incidents
    }


MARFA = {"date": on("2024-03-05"), "locations": (at("Marfa", country="XX"),), "type": "airstrike"}


def test_same_day_place_and_kind_are_one_incident() -> None:
    assert groups(told("a", MARFA), told("b", MARFA)) == {frozenset({"a/i0", "b/i0"})}


def test_a_night_between_two_dates_is_forgiven() -> None:
    assert len(groups(told("a", MARFA), told("b", MARFA | {"date": on("2024-03-06")}))) == 1


def test_two_days_apart_are_two_incidents() -> None:
    assert len(groups(told("a", MARFA), told("b", MARFA | {"date": on("2024-03-08")}))) == 2


def test_two_towns_in_two_countries_are_two_incidents() -> None:
    elsewhere = MARFA | {"locations": (at("Olden", country="YY"),)}
    assert len(groups(told("a", MARFA), told("b", elsewhere))) == 2


def test_a_night_on_both_sides_of_a_border_is_joined_by_the_report_that_tells_both() -> None:
    both = MARFA | {"locations": (at("Marfa", country="XX"), at("Olden", country="YY"))}
    elsewhere = MARFA | {"locations": (at("Olden", country="YY"),)}
    assert len(groups(told("a", MARFA), told("b", elsewhere), told("c", both))) == 1


def test_a_report_that_tells_two_incidents_apart_keeps_them_apart_everywhere() -> None:
    found = groups(told("a", MARFA, MARFA | {"type": "drone_strike"}), told("b", MARFA))
    assert len(found) == 2
    assert not any({"a/i0", "a/i1"} <= group for group in found)


def test_an_undated_mention_without_a_place_stays_alone() -> None:
    bare = {"date": TimeInterval(), "locations": (), "type": "airstrike"}
    assert len(groups(told("a", MARFA), told("b", bare))) == 2


def test_a_report_does_not_tell_of_what_happened_after_it_came_out() -> None:
    undated = MARFA | {"date": TimeInterval()}
    assert len(groups(told("a", MARFA), told("b", undated, day="2024-03-04"))) == 1
    assert len(groups(told("a", MARFA), told("b", undated, day="2024-02-01"))) == 2


def test_a_weekday_without_a_week_speaks_against_another_day() -> None:
    # 2024-03-05 is a Tuesday.
    wednesday = MARFA | {"date": TimeInterval(weekday=2), "target_actors": ("x",)}
    saturday = MARFA | {"date": TimeInterval(weekday=5), "target_actors": ("x",)}
    dated = MARFA | {"target_actors": ("x",)}
    assert len(groups(told("a", dated), told("b", wednesday))) == 1
    assert len(groups(told("a", dated), told("b", saturday))) == 2


def test_a_series_is_not_an_incident_of_it() -> None:
    assert len(groups(told("a", MARFA), told("b", MARFA | {"series": True}))) == 2


def test_planned_and_hypothetical_incidents_are_not_linked() -> None:
    assert groups(told("a", MARFA | {"reality": "threatened"})) == set()


def test_a_judgement_outweighs_every_rule() -> None:
    one, other = told("a", MARFA), told("b", MARFA | {"date": on("2024-05-01")})
    subjects = (f"{one[0].id}/i0", f"{other[0].id}/i0")
    same = Judgement(id="j1", decision="same", subjects=subjects, who="ana", when="2024-06-01T00:00:00Z")
    assert len(groups(one, other, judgements=(same,))) == 1
    undone = Judgement(id="j2", decision="withdraw", subjects=("j1",), who="ana", when="2024-06-02T00:00:00Z")
    assert len(groups(one, other, judgements=(same, undone))) == 2
    third = told("c", MARFA)
    apart = replace(same, decision="not_same", subjects=(f"{one[0].id}/i0", f"{third[0].id}/i0"))
    assert len(groups(one, third, judgements=(apart,))) == 2


PLACES = st.sampled_from([at("Marfa", country="XX"), at("Olden", country="XX"), at("Siwa", country="YY")])
FACTS = st.fixed_dictionaries(
    {
        "date": st.sampled_from([on("2024-03-05"), on("2024-03-06"), on("2024-03-09"), TimeInterval()]),
        "locations": st.lists(PLACES, max_size=2).map(tuple),
        "type": st.sampled_from(["airstrike", "bombing", "other"]),
        "main": st.booleans(),
    }
)


@given(st.lists(st.lists(FACTS, max_size=3), max_size=5), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_nothing_is_lost(rows: list[list[dict[str, object]]], rng: random.Random) -> None:
    tolds = [told(str(n), *facts) for n, facts in enumerate(rows)]
    found = groups(*tolds)
    shuffled = tolds[:]
    rng.shuffle(shuffled)
    assert groups(*shuffled) == found
    members = [member for group in found for member in group]
    everything = sorted(f"{report.name}/{i.id}" for report, reading in tolds for i in reading.incidents)
    assert sorted(members) == everything
    for group in found:
        assert len({member.split("/")[0] for member in group}) == len(group)


def test_ids_do_not_change_when_a_later_report_joins() -> None:
    first, second = told("a", MARFA, day="2024-03-05"), told("b", MARFA, day="2024-03-06")
    reports = {report.id: report for report, _ in (first, second)}
    (before,) = link({first[0].id: first[0]}, [first[1]]).incidents
    (after,) = link(reports, [first[1], second[1]]).incidents
    assert before.id == after.id
