"""Grades: the Admiralty number from origins for and against, Airwars' grades by their definitions; people overrule both."""

from dataclasses import replace
from typing import Any

import pytest

from rashomon.errors import CodebookInvalid
from rashomon.model import Claimant, Grade, Incident, cell_anchors, made
from tests.reconcile.weight.strikes import (
    HOSPITAL,
    PENTAGON,
    PMF,
    RUSSIA,
    SOHR,
    Told,
    account,
    anchors,
    claimed,
    strike,
    toll,
)

KIRBY = Claimant(name="John Kirby", actor="person.john_kirby")


def number(incident: Incident, name: str) -> Grade:
    grade = account(incident, name).grade
    assert grade is not None
    return grade


def harm(incident: Incident) -> Grade:
    assert incident.grade is not None
    return incident.grade


@pytest.mark.parametrize(
    ("others", "value", "why"),
    [
        ((), "3", "1 independent source says it (origins: 1, bodies: 1), nothing contradicts it"),
        ((toll("Flint", 3, RUSSIA),), "2", "2 independent sources say it (origins: 2, bodies: 2)"),
        ((toll("Flint", 3, RUSSIA), toll("Gable", 3, SOHR)), "1", "3 independent sources say it"),
        ((toll("Flint", 9, RUSSIA),), "4", "1 independent source contradicts it"),
        ((toll("Flint", 9, RUSSIA), toll("Gable", 9, SOHR)), "5", "2 independent sources contradict it"),
        (
            (toll("Flint", 3, RUSSIA), toll("Gable", 9, SOHR)),
            "3",
            "2 independent sources say it (origins: 2, bodies: 2), 1",
        ),
    ],
)
def test_the_number_comes_from_the_origins_for_and_against(others: tuple[Told, ...], value: str, why: str) -> None:
    grade = number(strike(toll("Ember", 3, PENTAGON), *others), "Pentagon")
    assert (grade.value, grade.proposed, grade.source, grade.judgement) == (value, value, None, None)
    assert why in grade.why


@pytest.mark.parametrize(
    ("fields", "why"),
    [({"low": None, "high": None, "hedge": "dozens"}, "a word alone"), ({"status": "unconfirmed"}, "as unconfirmed")],
)
def test_what_can_t_be_weighed_is_six(fields: dict[str, Any], why: str) -> None:
    grade = number(strike(toll("Ember", 3, PENTAGON, **fields)), "Pentagon")
    assert grade.value == "6"
    assert why in grade.why


def test_one_body_through_several_outlets_and_offices_is_one_source() -> None:
    heard = toll("Ember", 3, PENTAGON), toll("Flint", 3, PENTAGON), toll("Gable", 3, KIRBY)
    grade = number(strike(*heard), "Pentagon")
    assert grade.value == "3"
    assert "1 independent source says it (origins: 3, bodies: 1)" in grade.why


def test_several_bodies_in_one_report_are_one_source() -> None:
    report, reading = toll("Ember", 3, PENTAGON)
    two = replace(
        reading, figures=tuple(replace(reading.figures[0], claimant=c, id=c.actor or "") for c in (SOHR, PMF))
    )
    grade = number(strike((report, two)), SOHR.name)
    assert grade.value == "3"
    assert "1 independent source says it (origins: 1, bodies: 2)" in grade.why
    assert number(strike((report, two), toll("Flint", 3, PMF)), SOHR.name).value == "2"


def graded(told: Told, name: str, value: str, second: int = 0) -> Any:
    found = account(strike(told), name)
    on = cell_anchors("killed", found, {told[0].id: told[0]})
    return made("grade", who="Ines", when=f"2024-04-01T10:00:{second:02}+00:00", on=on, value=value)


def test_the_letter_is_a_person_s_alone_and_the_number_can_be_overruled() -> None:
    told = toll("Ember", 3, PENTAGON)
    letter, both = graded(told, "Pentagon", "b"), graded(told, "Pentagon", "C5", 1)
    grade = number(strike(told, judgements=(letter,)), "Pentagon")
    assert (grade.source, grade.value, grade.proposed, grade.judgement) == ("B", "3", "3", letter.id)
    grade = number(strike(told, judgements=(letter, both)), "Pentagon")
    assert (grade.source, grade.value, grade.proposed, grade.judgement) == ("C", "5", "3", both.id)


def test_a_rejected_account_has_no_grade_and_supports_nothing() -> None:
    told = toll("Flint", 3, RUSSIA)
    on = cell_anchors("killed", account(strike(told), RUSSIA.name), {told[0].id: told[0]})
    rejected = made("reject", who="Ines", when="2024-04-01T10:00:00+00:00", on=on)
    incident = strike(toll("Ember", 3, PENTAGON), told, judgements=(rejected,))
    assert account(incident, RUSSIA.name).grade is None
    assert number(incident, "Pentagon").value == "3"


CIVILIANS = {"who": "civilians"}


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ((toll("Ember", 3, HOSPITAL, **CIVILIANS),), "weak"),
        ((toll("Ember", 3, HOSPITAL, **CIVILIANS), toll("Flint", 3, SOHR)), "fair"),
        ((toll("Ember", 3, PMF, who="fighters"), toll("Flint", 3, SOHR, who="militants")), "discounted"),
        ((toll("Ember", 3, PENTAGON, **CIVILIANS), claimed("Flint", PENTAGON)), "confirmed"),
        ((toll("Ember", 3, PMF, **CIVILIANS), claimed("Flint", PENTAGON)), "weak"),
        ((toll("Ember", 3, PMF, **CIVILIANS), claimed("Flint", PENTAGON), claimed("Gable", RUSSIA)), "contested"),
    ],
)
def test_the_grade_of_harm_follows_the_published_definitions(told: tuple[Told, ...], value: str) -> None:
    grade = harm(strike(*told))
    assert (grade.value, grade.proposed) == (value, value)
    assert "harm" in grade.why and "independent source" in grade.why


def test_a_denial_of_harm_is_no_harm() -> None:
    assert strike(toll("Ember", 0, PENTAGON, **CIVILIANS)).grade is None


def test_no_grade_is_proposed_where_several_tell_of_harm_and_nobody_is_named_for_it() -> None:
    nobody: dict[str, Any] = {"sides": {}}
    grade = harm(strike(toll("Ember", 3, HOSPITAL, **nobody), toll("Flint", 3, SOHR, **nobody)))
    assert grade.value is None
    assert "nobody is named for it" in grade.why


def test_a_person_s_grade_of_an_incident_holds_beside_what_was_proposed() -> None:
    told = toll("Ember", 3, HOSPITAL)
    judgement = made("grade", who="Ines", when="2024-04-01T10:00:00+00:00", on=anchors(told), value="Fair")
    grade = harm(strike(told, judgements=(judgement,)))
    assert (grade.value, grade.proposed, grade.judgement) == ("fair", "weak", judgement.id)


@pytest.mark.parametrize(
    ("section", "change", "said"),
    [
        ("admiralty", {"rules": [{"number": "9"}]}, "no number of the scale"),
        ("admiralty", {"rules": [{"number": "1", "against": "some"}]}, "unknown 'against'"),
        ("airwars", {"grades": [{"grade": "sure", "when": "always", "words": "x"}]}, "unknown condition 'always'"),
        ("airwars", {"fighters": "("}, "no regular expression"),
        ("estimates", {"odd": {"words": "x", "best": ["loudest"]}}, "unknown order 'loudest'"),
        ("estimates", {"odd": {"words": "x", "best": ["lowest"], "default": True}}, "one rule must be the default"),
        ("estimates", {"odd": {"words": "x", "best": []}}, "'best' is empty"),
    ],
)
def test_a_mistake_in_the_file_is_named(
    section: str, change: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rashomon.codebook import grades

    whole = grades.read_table("grades")
    table = {**whole, section: {**whole[section], **change}}
    monkeypatch.setattr(grades, "read_table", lambda name: table)
    made_by = {"admiralty": grades.admiralty, "airwars": grades.airwars, "estimates": grades.estimate_rules}
    with pytest.raises(CodebookInvalid, match=said):
        made_by[section].__wrapped__()  # type: ignore[attr-defined]


def test_nobody_named_is_nobody() -> None:
    assert account(strike(toll("Ember", 3, None)), None).sources == ("media",)
    assert account(strike(toll("Ember", 3, Claimant(name="Both"))), "Both").sources == ("other",)
