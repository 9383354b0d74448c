"""Who is said to have done it: what a side says of itself, and whose word a body of a state is."""

import pytest

from rashomon.model import Answered, Ledger
from rashomon.pipeline import build_ledger, read_one
from tests.builders import make_report

ACCUSING = (
    "KABUL - Pakistani jets bombed a house in Khost on Tuesday and killed nine people, the Taliban government said.\n"
)


def ledger_of(*texts: str) -> Ledger:
    reports = [make_report(text, str(number), day="2025-11-26") for number, text in enumerate(texts)]
    return build_ledger({report.id: report for report in reports}, [read_one(report) for report in reports])


def answered(ledger: Ledger, question: str) -> Answered:
    (found,) = [q for incident in ledger.incidents for q in incident.questions if q.question == question]
    return found


@pytest.mark.parametrize(
    "denial",
    [
        "The Pakistani military on Wednesday rejected claims that its aircraft had bombed Khost.",
        "The Pakistani military on Wednesday denied that it had bombed a house in Khost.",
        '"We did not bomb Khost," the Pakistani military said on Wednesday.',
    ],
)
def test_a_side_that_denies_its_own_deed_says_not_itself(denial: str) -> None:
    found = answered(ledger_of(ACCUSING, f"ISLAMABAD - {denial}\n"), "responsibility")
    said = {account.claimant.name: account.value for account in found.accounts if account.claimant is not None}
    assert said["Taliban"] == "Pakistan"
    assert said["Pakistani military"] == "not Pakistan"
    assert found.finding == "contradicts"


def test_a_body_that_is_named_after_its_state_is_of_it() -> None:
    texts = (
        "Myanmar military jets bombed a hall in Kanbalu on Tuesday and killed 40 people, residents said.\n",
        "Myanmar's State Administration Council said on Wednesday that it had bombed a hall in Kanbalu on Tuesday.\n",
    )
    assert answered(ledger_of(*texts), "responsibility").finding != "contradicts"


def test_a_self_defence_group_is_no_plea_of_self_defence() -> None:
    text = "A self-defence group attacked a convoy in Coyuca on Tuesday and killed two policemen, prosecutors said.\n"
    ledger = ledger_of(text)
    assert not [q for incident in ledger.incidents for q in incident.questions if q.question == "lawful"]
