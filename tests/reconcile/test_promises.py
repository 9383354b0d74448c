"""What holds of every ledger: reports only add to it, copies are no witnesses, and each account has its words."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link import link
from rashomon.model import Claimant, Ledger, Reading, Report
from rashomon.publish.contract import ledger_json
from rashomon.reconcile import reconcile
from tests.builders import make_figure, make_incident, make_mention, make_reading, make_report, on

Telling = tuple[Report, Reading]
CLAIMANTS = (None, Claimant(name="the ministry"), Claimant(name="the militia"), Claimant(name="a nurse"))
STORY = """A strike hit the grain market of Marfa. Traders were loading sacks of rice when the roof fell on them. Three people
were killed, and their neighbours carried the bodies to a mosque beside the canal. The fire burned until the evening, and boys
passed buckets along the lane. Shops stayed shut the next day. The mayor promised to clear the square within a week."""

TOLLS = st.tuples(st.integers(0, 9), st.none() | st.integers(0, 5), st.sampled_from(CLAIMANTS), st.integers(1, 5))


def telling(name: str, toll: tuple[int, int | None, Claimant | None, int]) -> Telling:
    """A report of one strike with one figure, said or printed on one of five days."""
    low, more, claimant, day = toll
    high = None if more is None else low + more
    report = make_report(
        f"A strike hit Marfa. There were {low} killed. {name}", name, day=f"2024-03-0{day}", outlet=name
    )
    incident = make_incident(report, [make_mention(report, "strike")], date=on("2024-03-01"))
    figure = make_figure(report, str(low), incident, low, high, claimant=claimant)
    return report, make_reading(report, [incident], figures=(figure,))


def ledger(told: list[Telling]) -> Ledger:
    reports, readings = {report.id: report for report, _ in told}, [reading for _, reading in told]
    return reconcile(reports, readings, link(reports, readings))


def answers(found: Ledger) -> set[tuple[str, str, int | None, int | None, str]]:
    """Every account by its question, claimant and answer, once for each report that it rests on."""
    return {
        (answered.question, str(account.claimant), account.low, account.high, evidence.report)
        for incident in found.incidents
        for answered in incident.questions
        for account in answered.accounts
        for evidence in account.evidence
    }


def origins(found: Ledger) -> dict[tuple[str, str, int | None, int | None], int]:
    return {
        (answered.question, str(account.claimant), account.low, account.high): account.independent_origins
        for incident in found.incidents
        for answered in incident.questions
        for account in answered.accounts
    }


@settings(max_examples=40)
@given(st.lists(TOLLS, min_size=1, max_size=5), TOLLS)
def test_another_report_takes_no_account_away(
    tolls: list[tuple[int, int | None, Claimant | None, int]], more: tuple[int, int | None, Claimant | None, int]
) -> None:
    told = [telling(f"Paper {n}", toll) for n, toll in enumerate(tolls)]
    assert answers(ledger(told)) <= answers(ledger([*told, telling("One more", more)]))


@settings(max_examples=40)
@given(st.lists(TOLLS, min_size=1, max_size=5))
def test_every_account_has_words_of_a_report_and_every_order_gives_the_same(
    tolls: list[tuple[int, int | None, Claimant | None, int]],
) -> None:
    told = [telling(f"Paper {n}", toll) for n, toll in enumerate(tolls)]
    texts = {report.id: report.text for report, _ in told}
    found = ledger(told)
    for incident in found.incidents:
        for answered in incident.questions:
            assert answered.accounts
            for account in answered.accounts:
                assert account.evidence
                for evidence in account.evidence:
                    span = evidence.span
                    assert texts[evidence.report][span.start : span.end] == span.text != ""
    assert json.dumps(ledger_json(found)) == json.dumps(ledger_json(ledger(told[::-1])))


def story(name: str) -> Telling:
    report = make_report(STORY, name, day="2024-03-02", outlet=name)
    incident = make_incident(report, [make_mention(report, "strike")], date=on("2024-03-01"))
    figure = make_figure(report, "Three", incident, 3, 3, claimant=None)
    return report, make_reading(report, [incident], figures=(replace(figure, claimant=CLAIMANTS[1]),))


@given(st.integers(2, 5))
@settings(max_examples=4)
def test_a_copy_never_raises_the_origins(copies: int) -> None:
    alone = [story("The first"), telling("Another", (4, 0, CLAIMANTS[2], 2))]
    more = [*alone, *(story(f"Copy {n}") for n in range(copies))]
    before, after = origins(ledger(alone)), origins(ledger(more))
    assert after[("killed", str(CLAIMANTS[1]), 3, 3)] == before[("killed", str(CLAIMANTS[1]), 3, 3)] == 1
    assert before == after
