"""How values are worded."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.model import Claimant, TimeInterval
from rashomon.publish.words import (
    OWN_VOICE,
    beside_claimant,
    claimant_words,
    counted,
    date_words,
    dated_words,
    detail_words,
    dispute_words,
    figure_words,
    kind_words,
    listed,
    position_words,
    question_words,
    report_words,
    short_date,
    support_words,
)
from tests.publish.fixtures import exhibit

DAY = date(2021, 2, 25)


@pytest.mark.parametrize(
    ("low", "high", "hedge", "words"),
    [
        (17, None, None, "at least 17"),
        (1, 1, None, "1"),
        (0, 0, None, "0"),
        (5, 6, None, "5–6"),
        (None, 10, None, "up to 10"),
        (None, None, "dozens", "dozens"),
        (None, None, None, "a number that is not stated"),
        (1200, 1200, None, "1,200"),
    ],
)
def test_a_range_reads_like_a_sentence(low: int | None, high: int | None, hedge: str | None, words: str) -> None:
    assert figure_words(low, high, hedge) == words


@pytest.mark.parametrize(
    ("when", "long", "short"),
    [
        (TimeInterval(start=DAY, end=DAY, basis="stated"), "2021-02-25 (stated)", "2021-02-25"),
        (
            TimeInterval(start=DAY, end=DAY, basis="relative", words="on Thursday"),
            "2021-02-25 (relative: “on Thursday”)",
            "2021-02-25",
        ),
        (
            TimeInterval(start=DAY, end=date(2021, 2, 26), basis="inferred"),
            "2021-02-25 to 2021-02-26 (inferred)",
            "2021-02-25 to 26",
        ),
        (
            TimeInterval(start=DAY, end=date(2021, 3, 1), basis="stated"),
            "2021-02-25 to 2021-03-01 (stated)",
            "2021-02-25 to 2021-03-01",
        ),
        (TimeInterval(start=DAY, basis="stated"), "2021-02-25 or later (stated)", "from 2021-02-25"),
        (TimeInterval(end=DAY, basis="stated"), "2021-02-25 or earlier (stated)", "by 2021-02-25"),
        (TimeInterval(weekday=3), "date not stated; a Thursday", "a Thursday"),
        (TimeInterval(words="last week"), "date not stated; “last week”", "not stated"),
        (TimeInterval(), "date not stated", "not stated"),
    ],
)
def test_a_date_says_what_is_known_and_how(when: TimeInterval, long: str, short: str) -> None:
    assert dated_words(when) == long
    assert short_date(when) == short
    assert long.startswith(date_words(when))


def test_an_outlets_own_voice_is_named_with_the_outlets() -> None:
    ledger = exhibit().ledger
    account = ledger.incidents[0].questions[3].accounts[0]
    assert claimant_words(account.claimant) + beside_claimant(account, ledger) == f"{OWN_VOICE}: Border Courier"


def test_an_office_follows_the_name_unless_the_name_holds_it() -> None:
    ledger = exhibit().ledger
    account = ledger.incidents[0].questions[2].accounts[0]
    assert beside_claimant(account, ledger) == ", Defence Department spokeswoman"
    doubled = replace(account, claimant=Claimant(name="a Pentagon spokesman", role="Pentagon spokesman"))
    assert beside_claimant(doubled, ledger) == ""


def test_an_account_tells_its_way_its_status_and_its_origins() -> None:
    account = exhibit().ledger.incidents[0].questions[0].accounts[0]
    assert support_words(account) == "2 reports, 1 origin"
    assert detail_words(account) == (
        "people",
        "medical",
        "via Meridian News",
        "unconfirmed",
        "2 reports, 1 origin",
        "reported 2021-02-27",
        "information 6",
    )


def test_a_denial_never_reads_like_a_double_negation() -> None:
    account = exhibit().ledger.incidents[0].questions[2].accounts[1]
    assert position_words(account) == "not told before"
    assert "in a denial" in detail_words(account)


def test_a_figure_is_denied_or_confirmed_but_not_condemned() -> None:
    account = exhibit().ledger.incidents[0].questions[0].accounts[1]
    assert "in a denial" in detail_words(replace(account, stance="denies"))
    assert detail_words(replace(account, stance="condemns")) == detail_words(account)


def test_an_incident_says_what_it_was_and_what_is_in_dispute() -> None:
    strike, rocket = exhibit().ledger.incidents
    assert kind_words(strike) == "airstrike by United States"
    assert kind_words(rocket) == "missile or rocket attack"
    assert dispute_words(strike) == "killed, notified"
    assert dispute_words(rocket) == "–"
    assert report_words(strike) == "3 reports"
    assert report_words(rocket) == "1 report, in passing"


def test_a_long_list_of_names_is_cut_and_counted() -> None:
    assert listed(("one", "two")) == "one; two"
    assert listed(tuple("abcdefghi"), most=3) == "a; b; c; and 6 more"


def test_questions_are_worded_by_the_codebook_and_unknown_ones_by_their_id() -> None:
    assert question_words("killed").endswith("?")
    assert question_words("number_of_boats") == "Number of boats"


def test_nouns_follow_their_number() -> None:
    assert (counted(1, "report"), counted(0, "report"), counted(1200, "report")) == (
        "1 report",
        "0 reports",
        "1,200 reports",
    )
