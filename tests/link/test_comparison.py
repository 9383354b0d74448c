"""What two sightings share, as the features see it."""

from datetime import date

from rashomon.codebook.fitted import load_fitted
from rashomon.link.barriers import is_forbidden
from rashomon.link.comparison import FEATURES, THRESHOLD, compare, day, place
from rashomon.link.days import falls_on, month_days, near_each_other
from rashomon.link.sightings import Sighting, sightings
from rashomon.model import PlaceRead, TimeInterval
from tests.builders import make_incident, make_mention, make_reading, make_report, on


def sighted(text: str, time: str | None = None, **fields: object) -> Sighting:
    report = make_report(text, text)
    incident = make_incident(report, [make_mention(report, "strike", time=time)], **fields)
    (found,) = sightings({report.id: report}, [make_reading(report, [incident])])
    return found


def test_a_day_of_the_year_is_read_in_either_order_and_a_month_with_a_year_is_none() -> None:
    told = {
        words: sighted(f"The strike came {words}.", words) for words in ("on Aug. 22", "on 22 August", "in May 2021")
    }
    assert [sorted(month_days(s.incident)) for s in told.values()] == [[(8, 22)], [(8, 22)], []]


def test_a_day_without_a_year_joins_its_date_and_speaks_against_another() -> None:
    undated = sighted("The strike came on 22 August.", "on 22 August")
    same, other = (sighted("The strike was at night.", date=on(f"2008-08-{n}")) for n in (21, 25))
    assert day(undated, same) == "same day of the year" and not is_forbidden(undated, same)
    assert is_forbidden(undated, other) and is_forbidden(other, undated)


def test_the_turn_of_the_year_and_an_open_date() -> None:
    assert falls_on(frozenset({(1, 1)}), on("2019-12-31"), 1)
    assert falls_on(frozenset({(1, 1)}), TimeInterval(start=date(2019, 1, 1)), 1) is None
    assert near_each_other(frozenset({(2, 29)}), frozenset({(3, 1)}), 1)
    assert not near_each_other(frozenset({(2, 31)}), frozenset({(3, 1)}), 1)


def test_two_towns_far_apart_are_seen_as_such() -> None:
    towns = [
        PlaceRead(name=name, precision="town", place=identity, country="IR")
        for name, identity in (("Kerman", "geonames:128234"), ("Isfahan", "geonames:418863"))
    ]
    kerman, isfahan = (sighted(f"The strike was in {town.name}.", locations=(town,)) for town in towns)
    assert place(kerman, kerman) == "same"
    assert place(kerman, isfahan) == "distant town"


def test_the_same_day_and_kind_alone_join_nothing() -> None:
    bare = [sighted(f"The strike was {words}.", locations=(), date=on("2024-03-05")) for words in ("loud", "brief")]
    assert compare(*bare).score < THRESHOLD


def test_every_fitted_feature_exists_and_says_what_it_means() -> None:
    names = {feature.__name__ for feature in FEATURES}
    assert set(load_fitted("linking")) <= names
    assert all(feature.__doc__ and feature.__doc__.endswith(".") for feature in FEATURES)
