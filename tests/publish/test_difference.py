"""What a ledger says that an earlier one did not."""

import json

import pytest

from rashomon.model import Claimant, Ledger, cell_anchors, made
from rashomon.publish.difference import Changed, Difference, News, difference, difference_json
from rashomon.publish.terminal.difference import difference_view
from tests.builders import at, make_figure, make_incident, make_mention, make_reading, make_report, on
from tests.golden.make import rendered
from tests.reconcile.weight.strikes import PENTAGON, RUSSIA, SOHR, Told, account, ledger, strike, toll

ONE, TWO = toll("Ember", 3, PENTAGON), toll("Flint", 9, SOHR, day="2024-03-07")


def elsewhere(name: str) -> Told:
    """A report of another strike."""
    report = make_report(f"A raid hit Selbin. Two were killed, wrote {name}.", name, outlet=name, day="2024-05-02")
    incident = make_incident(
        report, [make_mention(report, "raid")], date=on("2024-05-01"), locations=(at("Selbin", country="TR"),)
    )
    return report, make_reading(report, [incident], figures=(make_figure(report, "Two", incident, 2, 2),))


def news(earlier: Ledger, later: Ledger) -> tuple[News, ...]:
    return difference(earlier, later)[0]


def killed(found: tuple[News, ...]) -> Changed:
    (only,) = (changed for one in found for changed in one.questions if changed.answered.question == "killed")
    return only


def test_nothing_is_new_in_the_same_ledger() -> None:
    assert difference(ledger(ONE, TWO), ledger(TWO, ONE)) == ((), ())


def test_an_account_that_contradicts_is_new_and_brings_a_dispute() -> None:
    changed = killed(news(ledger(ONE), ledger(ONE, TWO)))
    assert (changed.before, changed.newly_disputed, changed.settled) == ("single", True, False)
    assert [a.claimant.name for a in changed.new if a.claimant] == [SOHR.name]
    assert (changed.revised, changed.gone) == ((), ())


def test_a_claimant_who_changes_the_figure_has_revised_it() -> None:
    changed = killed(news(ledger(ONE, TWO), ledger(ONE, TWO, toll("Gable", 12, SOHR, day="2024-03-09"))))
    assert [(one.account.low, one.before) for one in changed.revised] == [(12, ("9",))]
    assert changed.new == ()
    assert not changed.newly_disputed, "it was in dispute before"


def test_a_new_incident_is_news_with_nothing_before_it() -> None:
    found = news(ledger(ONE), ledger(ONE, elsewhere("Gable")))
    assert [(one.incident.places, one.before) for one in found] == [(("Selbin",), ())]


def test_a_copy_of_what_is_known_is_no_news_of_a_figure() -> None:
    again = toll("Gable", 3, PENTAGON)
    assert not any(
        c.answered.question == "killed" for one in news(ledger(ONE), ledger(ONE, again)) for c in one.questions
    )


def test_a_rejected_account_is_gone_and_the_dispute_with_it() -> None:
    on_it = cell_anchors("killed", account(strike(ONE, TWO), SOHR.name), {TWO[0].id: TWO[0]})
    rejected = made("reject", who="Ines", when="2024-04-01T10:00:00+00:00", on=on_it)
    changed = killed(news(ledger(ONE, TWO), ledger(ONE, TWO, judgements=(rejected,))))
    assert [(gone.claimant, gone.value) for gone in changed.gone] == [(SOHR.name, "9")]
    assert (changed.settled, changed.new) == (True, ())


def test_incidents_that_were_joined_are_told_as_that_and_their_accounts_are_not_new() -> None:
    from tests.reconcile.weight.strikes import anchors

    one, other = toll("Ember", 3, PENTAGON), toll("Flint", 9, RUSSIA)
    apart = made(
        "not_same", who="Ines", when="2024-04-01T10:00:00+00:00",
        on=(*anchors(one), *(a for a in _other_side(other))),
    )  # fmt: skip
    (joined,) = news(ledger(one, other, judgements=(apart,)), ledger(one, other))
    assert len(joined.before) == 2
    assert killed((joined,)).new == ()
    assert killed((joined,)).newly_disputed


def _other_side(told: Told) -> tuple[object, ...]:
    from rashomon.model import incident_anchors

    return incident_anchors([(told[0], told[1].incidents[0])], 1)


def test_it_is_told_in_words_and_in_json() -> None:
    later = ledger(ONE, TWO, elsewhere("Gable"))
    incidents, lost = difference(ledger(ONE), later)
    found = Difference(
        since="2024-03-07",
        basis="arrival",
        reports=("r1", "r2"),
        judgements=(),
        undated=0,
        incidents=incidents,
        lost=lost,
    )
    shown = rendered(difference_view(later, found), 100)
    assert "Since 2024-03-07: 2 new reports, 0 new judgements, 1 new incident, 1 newly disputed, 0 revised." in shown
    assert "≠ newly disputed" in shown
    assert f"How many were killed? {SOHR.name}: 9 people" in " ".join(shown.split())
    data = json.loads(json.dumps(difference_json(found)))
    assert data["schema"] == "rashomon.diff/1"
    (known,) = (one for one in data["incidents"] if one["before"])
    assert known["questions"][0]["new"][0]["evidence"][0]["text"]


@pytest.mark.parametrize("claimant", [None, Claimant(name="two sources", anonymous=True)])
def test_outlets_and_unnamed_sources_are_told_apart_by_where_they_speak(claimant: Claimant | None) -> None:
    changed = killed(
        news(ledger(toll("Ember", 3, claimant)), ledger(toll("Ember", 3, claimant), toll("Flint", 4, claimant)))
    )
    assert [account.low for account in changed.new] == [4]
    assert changed.revised == ()
