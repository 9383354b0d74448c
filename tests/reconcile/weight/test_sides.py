"""Who stands with whom: by the roles that reports give, the codebook's bodies, and people's judgements."""

import pytest

from rashomon.model import Claimant, Judgement, actor_anchor, in_the_way, made
from tests.reconcile.weight.strikes import PENTAGON, PMF, RUSSIA, account, anchors, ledger, strike, toll

KIRBY = Claimant(name="John Kirby", actor="person.john_kirby", role="Pentagon press secretary")
KATAIB = Claimant(name="Kataib Hezbollah", actor="irq.kataib_hezbollah")
OFFICIAL = Claimant(name="a senior US defence official", anonymous=True)
MILITIAMAN = Claimant(name="an Iraqi militia official", anonymous=True)
ONE = toll("Ember", 3, PENTAGON)


def placed(actor: str, part: str, second: int = 0) -> Judgement:
    on = (*anchors(ONE), actor_anchor(actor, 1))
    when = f"2024-04-01T10:00:{second:02}+00:00"
    return made("side", who="Ines", when=when, on=on, value=f"{actor}: {part}")


def test_the_bodies_that_reports_name_are_the_sides_with_how_many_name_them() -> None:
    sides = strike(ONE, toll("Flint", 4, RUSSIA)).sides
    assert [(s.actor, s.name, s.role, s.initiating, s.targeted) for s in sides] == [
        ("usa", "United States", "initiator", 2, 0),
        ("irq.pmf", "Popular Mobilization Forces (PMF, PMU)", "target", 0, 2),
    ]


@pytest.mark.parametrize(
    ("claimant", "side"),
    [(PENTAGON, "initiator"), (KIRBY, "initiator"), (OFFICIAL, "initiator"), (PMF, "target"), (KATAIB, "target"),
     (RUSSIA, None), (MILITIAMAN, None)],
)  # fmt: skip
def test_a_claimant_stands_with_the_body_that_it_belongs_to(claimant: Claimant, side: str | None) -> None:
    incident = strike(toll("Ember", 3, claimant))
    assert account(incident, claimant.name).side == side


def test_a_body_that_one_report_names_and_another_as_what_was_hit_has_an_unclear_part() -> None:
    turned = {"initiators": ("PMF",), "actors": ("irq.pmf",), "targets": ("US",), "target_actors": ("usa",)}
    incident = strike(ONE, toll("Flint", 4, RUSSIA, sides=turned))
    assert {side.role for side in incident.sides} == {"unclear"}


def test_a_body_that_few_reports_name_beside_many_is_left_out() -> None:
    odd = {"initiators": ("Iran",), "actors": ("irn",)}
    many = [toll(name, 3, PENTAGON) for name in ("Ember", "Flint", "Gable")]
    assert "irn" not in {side.actor for side in strike(*many, toll("Harrow", 4, RUSSIA, sides=odd)).sides}
    assert "irn" in {side.actor for side in strike(ONE, toll("Harrow", 4, RUSSIA, sides=odd)).sides}


def test_a_judgement_places_an_actor_and_another_takes_it_out() -> None:
    reports = ONE, toll("Flint", 4, RUSSIA)
    incident = strike(*reports, judgements=(placed("rus", "target"),))
    (side,) = (side for side in incident.sides if side.actor == "rus")
    assert (side.role, side.judgement) == ("target", placed("rus", "target").id)
    assert account(incident, RUSSIA.name).side == "target"
    assert "party" in account(incident, RUSSIA.name).sources
    out = strike(*reports, judgements=(placed("usa", "neither"),))
    assert [side.actor for side in out.sides] == ["irq.pmf"]
    assert account(out, PENTAGON.name).side is None
    assert ledger(*reports, judgements=(placed("rus", "target"),)).unanchored == ()


def test_an_actor_that_was_joined_with_another_is_placed_under_the_one_id_of_both() -> None:
    watch = Claimant(name="Marfa Watch", actor="local.marfa_watch")
    both = (actor_anchor("local.marfa_watch", 0), actor_anchor("rus", 1))
    same = made("same", who="Ines", when="2024-04-01T09:00:00+00:00", on=both)
    reports = ONE, toll("Flint", 4, watch)
    incident = strike(*reports, judgements=(same, placed("local.marfa_watch", "target")))
    assert [side.actor for side in incident.sides if side.judgement] == ["rus"]
    assert account(incident, watch.name).side == "target"


def test_two_judgements_that_place_one_actor_on_two_sides_are_never_kept() -> None:
    first, second = placed("rus", "target"), placed("rus", "initiator", 1)
    assert in_the_way(second, [first]) == first
    assert in_the_way(placed("chn", "initiator", 1), [first]) is None
