"""What a person rejected is left out of the brief, the disputes and the timeline, and stays in the ledger."""

from dataclasses import replace

from rashomon.model import Account, Claimant, Incident, Ledger
from rashomon.publish.brief import brief_of
from rashomon.publish.disputes import disputes
from rashomon.publish.timeline import timeline
from tests.publish.fixtures import exhibit

LEDGER = exhibit().ledger
STRIKE = LEDGER.incidents[0]
KILLED = STRIKE.questions[0]


def by(name: str, toll: int, **fields: object) -> Account:
    claimant = Claimant(name=name)
    values = {"id": f"c-{name}", "claimant": claimant, "status": "stated", "who": "people", "low": toll, "high": toll}
    return replace(KILLED.accounts[0], **{**values, **fields})  # type: ignore[arg-type]


def with_accounts(*accounts: Account, **fields: object) -> tuple[Ledger, Incident]:
    """The ledger with the strike alone, and some accounts of its toll."""
    answered = replace(KILLED, accounts=accounts, **{"finding": "compatible", "between": (), **fields})  # type: ignore[arg-type]
    incident = replace(STRIKE, questions=(answered,))
    return replace(LEDGER, incidents=(incident,)), incident


def test_the_brief_tells_neither_the_figure_nor_its_source() -> None:
    ledger, incident = with_accounts(by("the army", 3), by("a passer-by", 70, rejected=True))
    paragraph = brief_of(ledger, incident).paragraph
    assert "the army says 3" in paragraph.lower()
    assert "70" not in paragraph
    assert "passer-by" not in paragraph


def test_the_brief_is_silent_on_a_question_whose_every_account_was_rejected() -> None:
    ledger, incident = with_accounts(by("the army", 3, rejected=True), finding="silent")
    assert "killed" not in brief_of(ledger, incident).paragraph


def test_the_timeline_counts_from_what_stands() -> None:
    ledger, _ = with_accounts(by("the army", 3), by("the mayor", 5), by("a passer-by", 70, rejected=True))
    (toll,) = timeline(ledger)[0].tolls
    assert (toll.low, toll.high) == (3, 5)
    ledger, _ = with_accounts(by("a passer-by", 70, rejected=True), finding="silent")
    assert timeline(ledger)[0].tolls == ()


def test_a_dispute_is_between_accounts_that_stand() -> None:
    accounts = by("the army", 3), by("the mayor", 5), by("a passer-by", 70, rejected=True)
    ledger, _ = with_accounts(*accounts, finding="contradicts", between=(("c-the army", "c-the mayor"),))
    (found,) = disputes(ledger)
    assert [account.id for account in found.accounts] == ["c-the army", "c-the mayor"]
    ledger, _ = with_accounts(*accounts, finding="contradicts", between=())  # as an earlier version kept it
    assert all(not account.rejected for account in disputes(ledger)[0].accounts)
