"""What judgements make of the ledger, and that undoing them leaves no trace."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import (
    Account,
    Anchor,
    Claimant,
    Decision,
    Judgement,
    Ledger,
    Reading,
    Report,
    actor_anchor,
    cell_anchors,
    incident_anchors,
    made,
    report_anchor,
)
from rashomon.model.codec import encode
from rashomon.pipeline import build_ledger
from tests.builders import at, make_figure, make_incident, make_mention, make_reading, make_report, on

PLACE = (at("Marfa", country="XX"),)
Told = tuple[Report, Reading]


def toll(name: str, words: str, low: int, claimant: Claimant, *, text: str = "", day: str = "2024-03-05") -> Told:
    """A report of one strike with one figure."""
    text = text or f"A strike hit Marfa. There were {words} killed. Outlet {name}."
    report = make_report(text, name, day="2024-03-06", outlet=f"Outlet {name}")
    incident = make_incident(report, [make_mention(report, "strike")], date=on(day), locations=PLACE)
    figure = make_figure(report, words, incident, low, low, claimant=claimant)
    return report, make_reading(report, [incident], figures=(figure,))


ONE = toll("a", "three", 3, Claimant(name="the ministry", actor="xx.ministry"))
OTHER = toll("b", "nineteen", 19, Claimant(name="the militia", actor="local.militia"))
THIRD = toll("c", "seven", 7, Claimant(name="the mayor"))
TOLD = (ONE, OTHER, THIRD)
REPORTS = {report.id: report for report, _ in TOLD}


def ledger(*judgements: Judgement, told: tuple[Told, ...] = TOLD) -> Ledger:
    return build_ledger({r.id: r for r, _ in told}, [reading for _, reading in told], judgements)


def account(found: Ledger, name: str) -> Account:
    return next(
        a for i in found.incidents for q in i.questions for a in q.accounts if a.claimant and a.claimant.name == name
    )


def cell(name: str) -> tuple[Anchor, ...]:
    return cell_anchors("killed", account(ledger(), name), REPORTS)


def told_of(told: Told, side: int) -> tuple[Anchor, ...]:
    return incident_anchors([(told[0], told[1].incidents[0])], side)


def judge(decision: Decision, target: tuple[Anchor, ...] | str, second: int = 0, **fields: Any) -> Judgement:
    return made(decision, who="Ines", when=f"2024-03-01T10:00:{second:02}+00:00", on=target, **fields)


def test_a_rejected_cell_leaves_the_comparison_and_stays_with_who_and_why() -> None:
    rejects = [judge("reject", cell(name), why="another strike") for name in ("the militia", "the mayor")]
    found = ledger(*rejects)
    (answered,) = (q for i in found.incidents for q in i.questions if q.question == "killed")
    assert (answered.finding, len(answered.accounts)) == ("single", 3)
    left = account(found, "the militia")
    assert (left.rejected, left.verdicts[0].who, left.verdicts[0].why) == (True, "Ines", "another strike")


def test_a_question_whose_accounts_are_all_rejected_is_silent() -> None:
    names = ("the ministry", "the militia", "the mayor")
    found = ledger(*(judge("reject", cell(name)) for name in names))
    assert [q.finding for i in found.incidents for q in i.questions if q.question == "killed"] == ["silent"]


def test_a_corrected_cell_is_compared_as_corrected_and_keeps_what_was_read() -> None:
    told = (ONE, OTHER)
    corrected = judge("correct", cell("the militia"), value="3")
    found = ledger(corrected, told=told)
    assert [q.finding for i in found.incidents for q in i.questions if q.question == "killed"] == ["agrees"]
    kept = account(found, "the militia")
    assert (kept.low, kept.high, kept.as_read) == (3, 3, "19")


def test_a_corrected_cell_that_is_judged_again_is_anchored_as_it_was_read() -> None:
    corrected = judge("correct", cell("the militia"), value="17+")
    again = cell_anchors("killed", account(ledger(corrected), "the militia"), REPORTS)
    assert again == cell("the militia")


def test_a_value_that_is_read_otherwise_now_is_reported_and_not_judged() -> None:
    accepted = judge("accept", cell("the militia"))
    report, reading = OTHER
    figure = make_figure(report, "nineteen", reading.incidents[0], 90, 90, claimant=Claimant(name="the militia"))
    found = ledger(accepted, told=(ONE, (report, make_reading(report, list(reading.incidents), figures=(figure,)))))
    assert [item.judgement for item in found.unanchored] == [accepted.id]
    assert "'90'" in found.unanchored[0].reason
    assert not account(found, "the militia").verdicts


def test_a_short_quote_is_not_looked_for_elsewhere() -> None:
    text = "A strike hit Marfa. There were seven killed. Much later, seven cars burned."
    there = toll("d", "seven", 7, Claimant(name="the mayor"), text=text)
    anchors = cell_anchors("killed", account(ledger(told=(there,)), "the mayor"), {there[0].id: there[0]})
    report = there[0]
    moved = make_figure(report, "seven", there[1].incidents[0], 7, 7, claimant=Claimant(name="the mayor"))
    elsewhere = report.span(text.rindex("seven"), text.rindex("seven") + 5)
    reading = make_reading(report, list(there[1].incidents), figures=(_at(moved, elsewhere),))
    found = ledger(judge("reject", anchors), told=((report, reading),))
    assert len(found.unanchored) == 1
    assert not account(found, "the mayor").rejected


def test_incidents_are_joined_and_parted() -> None:
    far = toll("e", "two", 2, Claimant(name="the mayor"), day="2024-09-05")
    told = (ONE, OTHER, far)
    assert len(ledger(told=told).incidents) == 2
    same = judge("same", (*told_of(ONE, 0), *told_of(OTHER, 0), *told_of(far, 1)))
    apart = judge("not_same", (*told_of(ONE, 0), *told_of(OTHER, 1)))
    assert len(ledger(same, told=told).incidents) == 1
    assert len(ledger(apart, told=told).incidents) == 3


def test_a_note_upon_an_incident_is_shown_there() -> None:
    noted = judge("note", told_of(ONE, 0), why="the outlet withdrew it")
    (incident,) = ledger(noted).incidents
    assert [verdict.why for verdict in incident.verdicts] == ["the outlet withdrew it"]


def test_an_incident_that_is_told_no_more_is_reported() -> None:
    gone = make_report("Nothing happened there.", "gone")
    anchors = (Anchor(kind="incident", report=gone.id, start=0, quote="Nothing"),)
    found = ledger(judge("note", anchors, why="x"), told=(*TOLD, (gone, make_reading(gone, []))))
    assert len(found.unanchored) == 1


def test_two_actors_judged_the_same_are_one_claimant() -> None:
    same = judge("same", (actor_anchor("local.militia", 0), actor_anchor("xx.ministry", 1)))
    found = ledger(same, told=(ONE, OTHER))
    actors = {a.claimant.actor for i in found.incidents for q in i.questions for a in q.accounts if a.claimant}
    assert actors == {"xx.ministry"}
    assert [q.finding for i in found.incidents for q in i.questions if q.question == "killed"] == ["revised"]


def test_an_actor_whom_no_reading_names_is_reported() -> None:
    same = judge("same", (actor_anchor("local.nobody", 0), actor_anchor("xx.ministry", 1)))
    assert [(lost.judgement, "'local.nobody'" in lost.reason) for lost in ledger(same).unanchored] == [(same.id, True)]


def test_reports_judged_copies_are_one_family_and_copies_judged_apart_are_none() -> None:
    pair = (report_anchor(ONE[0].id, 0), report_anchor(OTHER[0].id, 1))
    same, apart = judge("same", pair), judge("not_same", pair, 1)
    assert [set(group.reports) for group in ledger(same).lineage] == [{ONE[0].id, OTHER[0].id}]
    assert ledger(same, apart).lineage == ()


JUDGEMENTS = (
    judge("reject", cell("the militia"), 1),
    judge("correct", cell("the mayor"), 2, value="17+"),
    judge("accept", cell("the ministry"), 3),
    judge("grade", cell("the ministry"), 4, value="B"),
    judge("note", told_of(ONE, 0), 5, why="seen"),
    judge("same", (actor_anchor("local.militia", 0), actor_anchor("xx.ministry", 1)), 6),
    judge("not_same", (*told_of(ONE, 0), *told_of(THIRD, 1)), 7),
    judge("same", (report_anchor(ONE[0].id, 0), report_anchor(OTHER[0].id, 1)), 8),
)


def written(found: Ledger) -> str:
    return json.dumps(encode(found, verbatim=True))


@given(st.sets(st.sampled_from(JUDGEMENTS)), st.sampled_from(JUDGEMENTS))
def test_undoing_gives_the_ledger_as_before_byte_for_byte(kept: set[Judgement], one: Judgement) -> None:
    rest = [judgement for judgement in kept if judgement != one]
    undone = judge("withdraw", one.id, 30)
    assert written(ledger(*rest, one, undone)) == written(ledger(*rest))
    assert written(ledger(*rest, one, undone, judge("withdraw", undone.id, 31))) == written(ledger(*rest, one))


@given(st.permutations((*JUDGEMENTS, judge("withdraw", JUDGEMENTS[0].id, 40))))
def test_the_order_in_which_judgements_come_does_not_matter(order: list[Judgement]) -> None:
    assert written(ledger(*order)) == written(ledger(*JUDGEMENTS[1:]))


def _at(figure: Any, span: Any) -> Any:
    from dataclasses import replace

    return replace(figure, span=span)
