"""Findings: what agrees, what is compatible, what contradicts, what was revised, and on whose word."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link import link
from rashomon.model import Account, Answered, Claimant, Incident, Judgement, Ledger, Reading, Report
from rashomon.reconcile import reconcile
from rashomon.reconcile.numbers import meet
from tests.builders import (
    at,
    make_attribution,
    make_figure,
    make_incident,
    make_mention,
    make_reading,
    make_report,
    on,
)

MINISTRY, MILITIA = Claimant(name="the ministry"), Claimant(name="the militia")
DAY, PLACE = on("2024-03-05"), (at("Marfa", country="XX"),)


def toll(
    name: str, words: str, low: int | None, high: int | None, claimant: Claimant | None, **fields: Any
) -> tuple[Report, Reading]:
    """A report of one strike with one figure."""
    day = fields.pop("day", "2024-03-06")
    report = make_report(
        f"A strike hit Marfa. There were {words} killed. Outlet {name}.", name, day=day, outlet=f"Outlet {name}"
    )
    incident = make_incident(report, [make_mention(report, "strike")], date=DAY, locations=PLACE)
    figure = make_figure(report, words, incident, low, high, claimant=claimant, **fields)
    return report, make_reading(report, [incident], figures=(figure,))


def ledger(*tolds: tuple[Report, Reading], judgements: tuple[Judgement, ...] = ()) -> Ledger:
    reports = {report.id: report for report, _ in tolds}
    readings = [reading for _, reading in tolds]
    return reconcile(reports, readings, link(reports, readings), judgements)


def answered(found: Ledger, question: str = "killed") -> Answered:
    (incident,) = found.incidents
    return next(q for q in incident.questions if q.question == question)


def test_one_claimant_is_single() -> None:
    assert answered(ledger(toll("a", "three", 3, 3, MINISTRY))).finding == "single"


def test_equal_figures_of_two_claimants_agree() -> None:
    found = answered(ledger(toll("a", "three", 3, 3, MINISTRY), toll("b", "three", 3, 3, MILITIA)))
    assert found.finding == "agrees"
    assert len(found.accounts) == 2


def test_ranges_that_meet_are_compatible() -> None:
    found = answered(ledger(toll("a", "three", 3, 3, MINISTRY), toll("b", "at least two", 2, None, MILITIA)))
    assert found.finding == "compatible"


def test_ranges_that_do_not_meet_contradict_and_the_reason_names_both() -> None:
    found = answered(ledger(toll("a", "one", 1, 1, MINISTRY), toll("b", "at least 17", 17, None, MILITIA)))
    assert found.finding == "contradicts"
    assert "the ministry" in found.reason
    assert "at least 17" in found.reason


def test_the_same_claimant_later_has_revised() -> None:
    found = answered(ledger(toll("a", "three", 3, 3, MINISTRY), toll("b", "nine", 9, 9, MINISTRY, day="2024-03-07")))
    assert found.finding == "revised"


def test_a_part_is_not_compared_with_a_whole() -> None:
    found = answered(ledger(toll("a", "nine", 9, 9, MINISTRY), toll("b", "two", 2, 2, MILITIA, partial=True)))
    assert found.finding == "compatible"


def test_soldiers_are_not_compared_with_civilians() -> None:
    found = answered(
        ledger(toll("a", "nine", 9, 9, MINISTRY, who="soldiers"), toll("b", "two", 2, 2, MILITIA, who="civilians"))
    )
    assert found.finding == "compatible"


def test_a_named_people_is_a_part_of_a_larger_toll_and_no_other_people() -> None:
    americans = toll("a", "13 US service members", 13, 13, MINISTRY)
    assert answered(ledger(americans, toll("b", "at least 60 Afghans", 60, None, MILITIA))).finding == "compatible"
    assert answered(ledger(americans, toll("b", "170", 170, 170, MILITIA))).finding == "compatible"
    assert answered(ledger(americans, toll("b", "seven", 7, 7, MILITIA))).finding == "contradicts"


def test_a_raised_lower_bound_is_a_revision_though_both_can_be_true() -> None:
    later = toll("b", "more than 40", 41, None, MINISTRY, day="2024-03-08")
    assert answered(ledger(toll("a", "at least 34", 34, None, MINISTRY), later)).finding == "revised"


def test_declining_to_say_whether_is_no_answer() -> None:
    asked = quoted(
        "a", "An official declined to say whether it was told beforehand.", "An official", "declined to say",
        "whether it was told beforehand", stance="declines_to_comment",
    )  # fmt: skip
    assert not [q for i in ledger(asked).incidents for q in i.questions if q.question == "notified"]


def test_no_civilian_hurt_says_nothing_of_others() -> None:
    no_civilian = toll("a", "no", 0, 0, MINISTRY, who="civilians")
    assert answered(ledger(no_civilian, toll("b", "two", 2, 2, MILITIA))).finding == "compatible"
    assert answered(ledger(no_civilian, toll("b", "two", 2, 2, MILITIA, who="civilians"))).finding == "contradicts"
    nobody = toll("a", "nobody", 0, 0, MINISTRY)
    assert answered(ledger(nobody, toll("b", "two", 2, 2, MILITIA, who="soldiers"))).finding == "contradicts"


def test_one_person_spoken_of_rules_out_no_other() -> None:
    one, other = toll("a", "a commander", 1, 1, MINISTRY, who="soldiers"), toll("b", "two", 2, 2, MILITIA)
    assert answered(ledger(one, other)).finding == "compatible"


def test_a_vague_word_contradicts_nothing() -> None:
    found = answered(
        ledger(toll("a", "nine", 9, 9, MINISTRY), toll("b", "dozens", None, None, MILITIA, hedge="dozens"))
    )
    assert found.finding == "compatible"


def test_one_claimant_in_two_reports_is_one_account_with_two_origins() -> None:
    found = answered(ledger(toll("a", "three", 3, 3, MINISTRY), toll("b", "three", 3, 3, MINISTRY)))
    (account,) = found.accounts
    assert found.finding == "single"
    assert len(account.reports) == 2
    assert account.independent_origins == 2


def test_a_rejected_figure_is_left_out_and_comes_back_when_the_judgement_is_withdrawn() -> None:
    one, other = toll("a", "one", 1, 1, MINISTRY), toll("b", "nine", 9, 9, MILITIA)
    figure = other[1].figures[0].id
    reject = Judgement(id="j1", decision="reject", subjects=(figure,), who="ana", when="2024-06-01T00:00:00Z")
    assert answered(ledger(one, other, judgements=(reject,))).finding == "single"
    undo = Judgement(id="j2", decision="withdraw", subjects=("j1",), who="ana", when="2024-06-02T00:00:00Z")
    assert answered(ledger(one, other, judgements=(reject, undo))).finding == "contradicts"


def quoted(name: str, sentence: str, source: str, cue: str, content: str, **fields: Any) -> tuple[Report, Reading]:
    """A report with one strike and one attribution about it."""
    report = make_report(f"A strike hit Marfa. {sentence}", name, day="2024-03-06", outlet=f"Outlet {name}")
    incident = make_incident(report, [make_mention(report, "strike")], date=DAY, locations=PLACE)
    attribution = make_attribution(report, source, cue, content, **fields)
    return report, make_reading(report, [incident], attributions=(attribution,))


TOLD = quoted(
    "a",
    "The envoy said the government had been notified before it.",
    "The envoy",
    "said",
    "the government had been notified before it",
)
NOT_TOLD = quoted(
    "b",
    "The cabinet denied any prior coordination.",
    "The cabinet",
    "denied",
    "any prior coordination",
    stance="denies",
)
AFTER = quoted(
    "c",
    "The embassy said it informed Olden immediately after the strike.",
    "The embassy",
    "said",
    "it informed Olden immediately after the strike",
)
NEVER = quoted(
    "d",
    "The army said it was not informed in advance.",
    "The army",
    "said",
    "it was not informed in advance",
    stance="denies",
)


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        (TOLD, NOT_TOLD, "contradicts"),
        (TOLD, AFTER, "contradicts"),
        (NOT_TOLD, NEVER, "agrees"),
        (NOT_TOLD, AFTER, "compatible"),
    ],
)
def test_was_the_government_told(one: tuple[Report, Reading], other: tuple[Report, Reading], finding: str) -> None:
    assert answered(ledger(one, other), "notified").finding == finding


def test_self_defence_against_sovereignty_is_a_contradiction() -> None:
    one = quoted("a", "The navy called it an act of self-defence.", "The navy", "called", "it an act of self-defence")
    other = quoted(
        "b",
        "The cabinet said it violated the country's sovereignty.",
        "The cabinet",
        "said",
        "it violated the country's sovereignty",
    )
    assert answered(ledger(one, other), "lawful").finding == "contradicts"


def described(name: str, target: str, source: str) -> tuple[Report, Reading]:
    """A report in which a claimant says what a strike hit."""
    report = make_report(f"{source} said a strike hit {target} in Marfa.", name, day="2024-03-06")
    incident = make_incident(report, [make_mention(report, "strike", target=target)], date=DAY, locations=PLACE)
    attribution = make_attribution(report, source, "said", f"a strike hit {target} in Marfa")
    return report, make_reading(report, [incident], attributions=(attribution,))


def test_one_site_under_two_descriptions_is_a_dispute_about_what_it_was() -> None:
    found = answered(
        ledger(described("a", "a weapons depot", "The navy"), described("b", "a family home", "A doctor")), "target"
    )
    assert found.finding == "contradicts"
    same = answered(
        ledger(described("a", "a weapons depot", "The navy"), described("b", "rebel fighters", "A doctor")), "target"
    )
    assert same.finding != "contradicts"


def test_every_cell_leads_back_to_its_sentence() -> None:
    one = toll("a", "three", 3, 3, MINISTRY)
    (account,) = answered(ledger(one)).accounts
    (evidence,) = account.evidence
    assert evidence.span.text == "three"
    assert evidence.sentence.covers(evidence.span)
    assert evidence.path[0] == "Outlet a"


RANGES = st.tuples(st.one_of(st.none(), st.integers(0, 40)), st.one_of(st.none(), st.integers(0, 40)))


def account(low: int | None, high: int | None) -> Account:
    return Account(
        id="c", claimant=None, stance="asserts", reports=(), evidence=(), independent_origins=1, low=low, high=high
    )


@given(RANGES, RANGES)
def test_ranges_meet_where_some_number_is_in_both(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None]
) -> None:
    def numbers(low: int | None, high: int | None) -> set[int]:
        return set(range(low or 0, (60 if high is None else high) + 1))

    for low, high in (one, other):
        if low is not None and high is not None and low > high:
            return
    assert meet(account(*one), account(*other)) == bool(numbers(*one) & numbers(*other))


def test_what_answers_what_is_carried_over_to_the_incidents() -> None:
    report = make_report("A raid killed two. A strike answered it.", "a", day="2024-03-06")
    raid = make_incident(
        report, [make_mention(report, "raid", "armed_attack")], type="armed_attack", main=False, date=on("2024-03-01")
    )
    strike = make_incident(report, [make_mention(report, "strike")], date=DAY, response_to=(raid.id,))
    found: dict[str, Incident] = {i.type: i for i in ledger((report, make_reading(report, [raid, strike]))).incidents}
    assert found["airstrike"].response_to == (found["armed_attack"].id,)
