"""Estimates of a toll: lowest, best and highest by a stated rule, nothing averaged, people of two groups never added up."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.grades import estimate_rules
from rashomon.model import Claimant, Estimate, Incident
from tests.reconcile.weight.strikes import HOSPITAL, PENTAGON, PMF, RUSSIA, SOHR, answered, strike, toll


def estimate(incident: Incident, rule: str = "ucdp", who: str = "people") -> Estimate:
    weight = answered(incident).weight
    assert weight is not None
    return next(one for one in weight.estimates if (one.rule, one.who) == (rule, who))


def figures(found: Estimate) -> tuple[int, int, int | None]:
    return found.low, found.best, found.high


FOUR = (
    toll("Ember", 3, PENTAGON, day="2024-03-06"),
    toll("Flint", 9, RUSSIA, day="2024-03-07"),
    toll("Gable", 9, HOSPITAL, day="2024-03-07"),
    toll("Harrow", 12, SOHR, day="2024-03-08"),
)


def test_each_rule_chooses_its_own_best_figure() -> None:
    incident = strike(*FOUR)
    assert figures(estimate(incident, "ucdp")) == (3, 9, 12)
    assert figures(estimate(incident, "lowest")) == (3, 3, 12)
    assert figures(estimate(incident, "latest")) == (3, 12, 12)
    assert figures(estimate(incident, "monitors")) == (3, 12, 12)


def test_the_arithmetic_names_every_figure_with_its_sources() -> None:
    why = estimate(strike(*FOUR)).why
    for words in ("3 (1 source, said 2024-03-06)", "9 (2 sources, said 2024-03-07)", "12 (1 source, said 2024-03-08)"):
        assert words in why


def test_at_least_leaves_the_upper_end_open_and_of_a_range_the_lower_end_is_best() -> None:
    found = estimate(strike(toll("Ember", 17, PENTAGON, high=None), toll("Flint", 5, RUSSIA, high=6)))
    assert figures(found) == (5, 5, None)


def test_what_is_unconfirmed_is_best_only_where_there_is_nothing_else() -> None:
    loose = toll("Ember", 17, HOSPITAL, status="unconfirmed"), toll("Flint", 17, SOHR, status="unconfirmed")
    assert figures(estimate(strike(*loose))) == (17, 17, 17)
    found = estimate(strike(*loose, toll("Gable", 2, PMF)))
    assert figures(found) == (2, 2, 17)
    assert "2 not taken for best, as unconfirmed" in found.why


def test_a_figure_that_its_claimant_replaced_later_is_left_out() -> None:
    found = estimate(strike(toll("Ember", 3, SOHR, day="2024-03-06"), toll("Flint", 7, SOHR, day="2024-03-08")))
    assert figures(found) == (7, 7, 7)


def test_people_of_different_groups_are_never_added_up() -> None:
    incident = strike(toll("Ember", 3, PMF, who="fighters"), toll("Flint", 4, SOHR, who="children"))
    assert figures(estimate(incident, who="fighters")) == (3, 3, 3)
    assert figures(estimate(incident, who="children")) == (4, 4, 4)


def test_that_none_of_one_group_were_hurt_is_not_the_lowest_figure_of_all() -> None:
    incident = strike(toll("Ember", 0, PENTAGON, who="civilians"), toll("Flint", 4, SOHR))
    assert figures(estimate(incident)) == (4, 4, 4)


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from("ABCD")), min_size=1, max_size=6))
def test_the_best_figure_is_one_that_somebody_gives_and_lies_between_the_ends(told: list[tuple[int, str]]) -> None:
    reports = [toll(f"Paper {n}", number, Claimant(name=f"Source {who}")) for n, (number, who) in enumerate(told)]
    incident = strike(*reports)
    for rule in estimate_rules():
        low, best, high = figures(estimate(incident, rule))
        assert best in {number for number, _ in told}
        assert high is not None and low <= best <= high


def test_a_finding_tells_its_reports_origins_and_kinds_of_source() -> None:
    weight = answered(strike(*FOUR)).weight
    assert weight is not None
    assert (weight.reports, weight.independent_origins) == (4, 4)
    kinds = {row.kind: row.claimants for row in weight.sources}
    assert kinds == {"party": 1, "official": 1, "monitor": 1, "medical": 1, "unnamed": 1}
