"""What the terminal shows beyond the golden files."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.model import Answered, Claimant, Incident, Ledger, Skipped, TimeInterval
from rashomon.publish.positions import cells, positions
from rashomon.publish.terminal import incident_view, incidents_table, skipped_view
from tests.golden.make import rendered
from tests.publish.fixtures import exhibit


def strike(**changes: object) -> Incident:
    return replace(exhibit().ledger.incidents[0], **changes)  # type: ignore[arg-type]


def test_the_columns_stand_at_eighty_characters() -> None:
    long = strike(
        title="x" * 90,
        places=("Al-Madinat al-Kubra al-Jadida International Airport",),
        initiators=("Organisation of the Long Name for the Liberation of Everything",),
        date=TimeInterval(start=date(2021, 2, 25), end=date(2021, 3, 2), basis="stated"),
    )
    shown = rendered(incidents_table([(1, long), (1234, long)]), 80)
    heading = shown.splitlines()[1]
    for column in ("#", "date", "place", "incident", "reports", "accounts", "disputes"):
        assert column in heading
    assert "notified" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_rows_keep_the_numbers_that_they_are_given() -> None:
    shown = rendered(incidents_table([(7, strike())]), 100)
    assert any(line.lstrip().startswith("7 ") for line in shown.splitlines())


def test_who_says_the_same_on_one_side_stands_under_one_value_and_parties_stand_first() -> None:
    answered = strike().questions[0]
    assert [(p.side, p.value, [cell.letter for cell in p.cells]) for p in positions(answered)] == [
        ("target", "1", ["a"]),
        (None, "1", ["b"]),
        (None, "at least 17", ["c"]),
    ]
    same = replace(answered, accounts=tuple(replace(account, side=None) for account in answered.accounts))
    assert [[cell.letter for cell in p.cells] for p in positions(same)] == [["a", "b"], ["c"]]
    assert {cell.account.id for cell in cells(answered)} == {account.id for account in answered.accounts}


def test_figures_stand_in_the_order_of_numbers() -> None:
    account = strike().questions[0].accounts[0]
    drawn = [
        (None, None, "dozens", False),
        (16, 16, None, False),
        (1, 1, None, True),
        (None, 3, None, False),
        (3, None, None, False),
    ]
    accounts = tuple(replace(account, low=lo, high=hi, hedge=hedge, partial=part) for lo, hi, hedge, part in drawn)
    values = [position.value for position in positions(replace(strike().questions[0], accounts=accounts))]
    assert values == ["up to 3", "at least 3", "16", "dozens", "1 (a part)"]


def test_a_part_of_a_toll_does_not_stand_under_the_toll() -> None:
    answered = strike().questions[0]
    part = replace(answered.accounts[1], partial=True)
    assert [p.value for p in positions(replace(answered, accounts=(answered.accounts[1], part)))] == ["1", "1 (a part)"]


def test_letters_go_on_after_z() -> None:
    account = strike().questions[3].accounts[0]
    many = tuple(replace(account, value=f"value {n}") for n in range(60))
    letters = [cell.letter for cell in cells(replace(strike().questions[3], accounts=many))]
    assert len(set(letters)) == 60
    assert letters[25:28] == ["z", "aa", "ab"]


@pytest.mark.parametrize("width", [30, 40, 80, 100, 160])
def test_many_positions_are_laid_out_at_any_width(width: int) -> None:
    account = strike().questions[3].accounts[0]
    accounts = tuple(
        replace(account, value=f"a rather long value number {n}", claimant=Claimant(name=f"Speaker {n}"))
        for n in range(7)
    )
    incident = strike(questions=(replace(strike().questions[3], finding="contradicts", accounts=accounts),))
    ledger = replace(exhibit().ledger, incidents=(incident,))
    shown = rendered(incident_view(ledger, incident), width)
    assert max(map(len, shown.splitlines())) <= width
    assert all(f"Speaker {n}" in " ".join(shown.split()) for n in range(7))


def test_the_words_of_a_report_are_never_taken_for_markup() -> None:
    odd = strike(title="[bold]Strike[/bold] :bomb:")
    ledger = replace(exhibit().ledger, incidents=(odd,))
    assert "[bold]Strike[/bold] :bomb:" in rendered(incident_view(ledger, odd), 100)


def test_what_is_only_told_in_passing_is_marked_so() -> None:
    shown = rendered(incidents_table(enumerate(exhibit().ledger.incidents, 1)), 100)
    assert "(1)" in shown
    assert "In parentheses: only in passing." in shown
    assert "(" not in rendered(incidents_table([(1, strike())]), 100)


def test_an_incident_without_accounts_says_so() -> None:
    empty = strike(questions=(Answered(question="killed", finding="silent", reason="", accounts=()),))
    shown = rendered(incident_view(Ledger(incidents=(empty,)), empty), 80)
    assert "no accounts" in shown
    assert "No report answers: How many were killed?" in shown


def test_a_long_list_of_what_was_skipped_is_cut_and_counted() -> None:
    many = [Skipped(where=f"line {n}", reason="It is empty.") for n in range(50)]
    shown = rendered(skipped_view(many), 80)
    assert shown.startswith("50 things were skipped:")
    assert "and 30 more." in shown
