"""The spreadsheet."""

import csv
import io
from dataclasses import replace

import pytest

from rashomon.model import Account, Claimant, Ledger
from rashomon.publish.csv import COLUMNS, FORMULA, ledger_csv
from tests.publish.fixtures import exhibit


def rows(ledger: Ledger) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ledger_csv(ledger, exhibit().backing))))


def with_account(account: Account) -> Ledger:
    ledger = exhibit().ledger
    strike = ledger.incidents[0]
    answered = replace(strike.questions[3], accounts=(account,))
    return replace(ledger, incidents=(replace(strike, questions=(answered,)),))


def test_there_is_a_row_for_every_account() -> None:
    ledger = exhibit().ledger
    found = rows(ledger)
    accounts = [a for i in ledger.incidents for q in i.questions for a in q.accounts]
    assert [row["account"] for row in found] == [account.id for account in accounts]
    assert all(len(row) == len(COLUMNS) for row in found)


def test_a_row_holds_the_value_the_claimant_and_the_sentence() -> None:
    row = rows(exhibit().ledger)[0]
    assert (row["value"], row["low"], row["high"]) == ("at least 17", "17", "")
    assert (row["claimant"], row["anonymous"]) == ("two medical sources in the border town", "yes")
    assert (row["relayed_by"], row["status"], row["independent_origins"]) == ("Meridian News", "unconfirmed", "1")
    assert row["outlets"] == "Harbour Gazette | Border Courier"
    assert row["evidence"].startswith("TEL SARW, 27 February 2021")


@pytest.mark.parametrize("first", FORMULA)
def test_no_cell_can_be_run_as_a_formula(first: str) -> None:
    account = exhibit().ledger.incidents[0].questions[3].accounts[0]
    evil = replace(account, value=f"{first}HYPERLINK(1)", claimant=Claimant(name=f" {first}cmd", role=f"\n{first}x"))
    row = rows(with_account(evil))[0]
    assert not any(cell.lstrip().startswith(tuple(FORMULA)) for cell in row.values())
    if not first.isspace():
        assert row["value"] == f"'{first}HYPERLINK(1)"


def test_an_empty_ledger_is_a_header() -> None:
    assert ledger_csv(Ledger(), exhibit().backing) == ",".join(COLUMNS) + "\r\n"
