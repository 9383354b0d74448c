"""Which single incidents a series contains, and which not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Incident, Ledger, TimeInterval
from tests.builders import at, make_figure, on
from tests.reconcile.telling import Told, ledger_of, story, told_as

MARFA, OLDEN = at("Marfa", country="XX"), at("Olden", country="YY")
SPRING = on("2024-03-01", "2024-04-30")
RAIDS: Mapping[str, Any] = {
    "series": True, "type": "other", "date": SPRING, "locations": (MARFA,), "actors": ("xx.army",), "target_actors": ("yy.front",),
}  # fmt: skip
STRIKE: Mapping[str, Any] = {
    "date": on("2024-03-05"), "locations": (MARFA,), "actors": ("xx.army",), "target_actors": ("yy.front",),
}  # fmt: skip


def both(strike: Mapping[str, Any], raids: Mapping[str, Any] = RAIDS) -> tuple[Ledger, list[Told]]:
    """A ledger of two reports, one of a strike, one of a series in passing."""
    tolds = [
        story("The strike hit the port.", {"strike": {**STRIKE, **strike}}, day="2024-03-06"),
        story("There were forty raids.", {"raids": {**RAIDS, "main": False, **raids}}, day="2024-05-01"),
    ]
    return ledger_of(*tolds), tolds


def is_part(strike: Mapping[str, Any], raids: Mapping[str, Any] = RAIDS) -> bool:
    ledger, tolds = both(strike, raids)
    single, series = told_as(ledger, "strike", tolds), told_as(ledger, "raids", tolds)
    assert (single.part_of == (series.id,)) == (series.contains == (single.id,))
    return bool(single.part_of)


def test_an_incident_in_the_days_of_a_series_with_its_doer_target_and_place_is_one_of_it() -> None:
    ledger, tolds = both({})
    (part,) = told_as(ledger, "strike", tolds).parts
    assert part.basis == "fits"
    assert "The same side is said to have done it." in part.reasons


@pytest.mark.parametrize(
    "strike",
    [
        {"date": on("2024-05-05")},
        {"date": TimeInterval()},
        {"date": on("2024-02-28", "2024-03-02")},
        {"actors": ("zz.militia",)},
        {"locations": (OLDEN,)},
        {"actors": ("xx.army", "yy.front")},
        {"actors": (), "target_actors": (), "locations": (at("XX land", "country", "XX"),)},
    ],
)
def test_it_is_not_where_the_days_the_doer_or_the_place_are_others_or_too_little_is_known(
    strike: Mapping[str, Any],
) -> None:
    assert not is_part(strike)


def test_a_series_up_to_now_ends_with_the_last_report_of_it() -> None:
    since = {**RAIDS, "date": TimeInterval(start=date(2024, 3, 1), basis="stated")}
    assert is_part({"date": on("2024-04-20")}, since)
    assert not is_part({"date": on("2024-06-20")}, since)


def test_of_many_series_that_fit_the_shortest_are_kept() -> None:
    words = ("patrols", "raids", "sorties", "sweeps", "volleys")
    series = {
        one: {**RAIDS, "main": False, "date": on("2024-03-04", f"2024-0{month}-28")}
        for one, month in zip(words, (7, 4, 6, 3, 5), strict=True)
    }
    tolds = [
        story("The strike hit the port.", {"strike": STRIKE}, day="2024-03-06"),
        story(f"There were {', '.join(words)}.", series, day="2024-08-01"),  # one report never tells of one thing twice
    ]
    ledger = ledger_of(*tolds)
    held = {one: told_as(ledger, one, tolds).id for one in words}
    assert len({*held.values()}) == 5
    assert {*told_as(ledger, "strike", tolds).part_of} == {held["sweeps"], held["raids"], held["volleys"]}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The strike was the latest in a string of raids.", True),
        ("The raids, including a strike on the port, went on.", True),
        ("The raids went on. The latest strike hit the port.", True),
        ("The raids included a strike on the port.", True),
        ("The raids went on. Nobody expected a strike on the port.", False),
        ("The raids were a concern of the strike committee.", False),
        ("The strike came amid a wave of raids.", False),
    ],
)
def test_what_a_report_puts_into_a_series_in_words_belongs_to_it(text: str, part: bool) -> None:
    bare = {"strike": {}, "raids": {"series": True, "main": False}}
    told = story(text, bare)
    single = told_as(ledger_of(told), "strike", [told])
    assert [p.basis for p in single.parts] == (["stated"] if part else [])
    assert all(p.evidence[0].sentence.text for p in single.parts)


def test_words_about_a_third_incident_put_nothing_into_a_series() -> None:
    text = "After the raids the army fired shells at several places, including one beside the strike."
    three = {"strike": {}, "raids": {"series": True, "main": False}, "shells": {"main": False}}
    told = story(text, three)
    assert told_as(ledger_of(told), "strike", [told]).parts == ()


def test_nothing_is_a_part_of_what_it_answers() -> None:
    told = story(
        "The strike was one of a string of raids.",
        {"strike": STRIKE, "raids": {**RAIDS, "main": False}},
        {"strike": "raids"},
    )
    single = told_as(ledger_of(told), "strike", [told])
    assert (len(single.response_to), single.part_of) == (1, ())


def test_the_figures_of_a_series_are_not_those_of_its_incidents() -> None:
    report, reading = story(
        "The strike killed two, the latest in a string of raids that killed ninety.",
        {"strike": STRIKE, "raids": {**RAIDS, "main": False}},
    )
    single, series = reading.incidents
    figures = (make_figure(report, "two", single, 2, 2), make_figure(report, "ninety", series, 90, 90))
    told = report, replace(reading, figures=figures)
    ledger = ledger_of(told)

    def tolls(incident: Incident) -> set[int | None]:
        return {a.low for q in incident.questions if q.question == "killed" for a in q.accounts}

    assert tolls(told_as(ledger, "strike", [told])) == {2}
    assert tolls(told_as(ledger, "raids", [told])) == {90}


DAYS = st.integers(0, 40).map(lambda n: date(2024, 3, 1) + timedelta(days=n))
DATES = st.one_of(
    st.just(TimeInterval()),
    st.tuples(DAYS, st.integers(0, 30)).map(
        lambda d: TimeInterval(start=d[0], end=d[0] + timedelta(days=d[1]), basis="stated")
    ),
    DAYS.map(lambda day: TimeInterval(start=day, basis="stated")),
)
FACTS = st.fixed_dictionaries(
    {
        "date": DATES,
        "series": st.booleans(),
        "locations": st.sampled_from([(), (MARFA,), (OLDEN,)]),
        "actors": st.sampled_from([(), ("xx.army",), ("yy.front",)]),
        "target_actors": st.sampled_from([(), ("xx.army",), ("yy.front",)]),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(FACTS, min_size=2, max_size=6))
def test_a_series_contains_only_single_incidents_of_its_own_days(rows: list[dict[str, Any]]) -> None:
    tolds = [
        story(
            f"A strike hit {n} houses.",
            {"strike": {**facts, "type": "other" if facts["series"] else "airstrike"}},
            day="2024-05-30",
        )
        for n, facts in enumerate(rows)
    ]
    ledger = ledger_of(*tolds)
    known = {incident.id: incident for incident in ledger.incidents}
    for series in ledger.incidents:
        for one in (known[id] for id in series.contains):
            assert series.series and not one.series and one.contains == ()
            assert series.id in one.part_of
            assert one.date.start is not None and one.date.end is not None and series.date.start is not None
            assert series.date.start <= one.date.start
            assert series.date.end is None or one.date.end <= series.date.end
