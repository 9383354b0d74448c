"""Silence by role: a party that the reports name and that says nothing where others answer; not commenting is an answer."""

from typing import Any

import pytest

from rashomon.codebook import silence
from rashomon.errors import CodebookInvalid
from rashomon.model import Claimant, Incident, actor_anchor, cell_anchors, made
from tests.builders import make_attribution, make_figure, make_incident, make_mention, make_reading, make_report
from tests.reconcile.weight.strikes import (
    DAY,
    PENTAGON,
    PLACE,
    PMF,
    SIDES,
    SOHR,
    Told,
    account,
    anchors,
    answered,
    claimed,
    strike,
    toll,
)

KIRBY = Claimant(name="John Kirby", actor="person.john_kirby")


def missed(incident: Incident, question: str = "killed") -> list[tuple[str, str, int]]:
    return [(one.actor, one.part, len(one.declined)) for one in answered(incident, question).silent]


def quoted(name: str, claimant: Claimant, words: str, content: str, cue: str, **fields: Any) -> Told:
    """A report of the strike with a toll by a monitor and a sentence that quotes somebody about the strike."""
    report = make_report(f"A strike hit Marfa. Count 3 of them killed. {words}", name, outlet=name)
    incident = make_incident(report, [make_mention(report, "strike")], date=DAY, locations=PLACE, **SIDES)
    figure = make_figure(report, "Count 3", incident, 3, 3, claimant=SOHR)
    said = make_attribution(report, words.split()[0], cue, content, claimant=claimant, **fields)
    return report, make_reading(report, [incident], figures=(figure,), attributions=(said,))


def test_who_is_said_to_have_done_it_and_says_nothing_of_the_dead_is_silent() -> None:
    assert missed(strike(toll("Ember", 3, SOHR))) == [("usa", "initiator", 0)]


@pytest.mark.parametrize("claimant", [PENTAGON, KIRBY, Claimant(name="a US defence official", anonymous=True)])
def test_who_speaks_through_an_office_or_an_unnamed_official_is_not_silent(claimant: Claimant) -> None:
    assert missed(strike(toll("Ember", 3, SOHR), toll("Flint", 0, claimant))) == []


def test_what_was_hit_is_not_missed_among_the_dead() -> None:
    assert "irq.pmf" not in {actor for actor, _, _ in missed(strike(toll("Ember", 3, SOHR)))}


def test_a_rejected_account_is_no_answer() -> None:
    told = toll("Flint", 0, PENTAGON)
    on = cell_anchors("killed", account(strike(told), PENTAGON.name), {told[0].id: told[0]})
    rejected = made("reject", who="Ines", when="2024-04-01T10:00:00+00:00", on=on)
    reports = toll("Ember", 3, SOHR), told
    assert missed(strike(*reports)) == []
    assert missed(strike(*reports, judgements=(rejected,))) == [("usa", "initiator", 0)]


def test_declining_to_comment_is_an_answer_with_its_sentence() -> None:
    words = "Kirby would not speak of the strike at Marfa."
    told = quoted("Ember", KIRBY, words, "speak of the strike at Marfa", "would not", stance="declines_to_comment")
    incident = strike(told)
    assert missed(incident) == [("usa", "initiator", 1)]
    (evidence,) = answered(incident).silent[0].declined
    assert evidence.span.text == "speak of the strike at Marfa"


def test_nobody_is_missed_where_nobody_answers_or_the_incident_is_told_in_passing() -> None:
    report, reading = toll("Ember", 3, SOHR)
    from dataclasses import replace

    aside = tuple(replace(incident, main=False) for incident in reading.incidents)
    assert missed(strike((report, replace(reading, incidents=aside)))) == []
    assert all(found.silent == () for found in strike(claimed("Flint", PENTAGON)).questions)


def test_the_state_of_the_place_is_missed_where_others_say_that_it_was_told() -> None:
    words = "Kirby said the government had been informed before the strike."
    content = "the government had been informed before the strike"
    incident = strike(quoted("Ember", KIRBY, words, content, "said"))
    assert missed(incident, "notified") == [("irq", "place", 0)]


def test_one_that_fewer_reports_name_is_not_missed_and_one_that_a_person_placed_is() -> None:
    odd: dict[str, Any] = {"initiators": ("Iran",), "actors": ("irn",)}
    reports = toll("Ember", 3, SOHR), toll("Flint", 3, PMF), toll("Gable", 3, None, sides=odd)
    assert missed(strike(*reports)) == [("usa", "initiator", 0)]
    on = (*anchors(reports[0]), actor_anchor("irn", 1))
    placed = made("side", who="Ines", when="2024-04-01T10:00:00+00:00", on=on, value="irn: initiator")
    assert missed(strike(*reports, judgements=(placed,))) == [("irn", "initiator", 0)]


@pytest.mark.parametrize(
    ("row", "said"),
    [({"killed": ["bystander"]}, "unknown part 'bystander'"), ({"mood": ["target"]}, "unknown key 'mood'")],
)
def test_a_mistake_in_the_file_is_named(row: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silence, "read_table", lambda name: {"questions": row})
    with pytest.raises(CodebookInvalid, match=said):
        silence.missed_parts.__wrapped__()
