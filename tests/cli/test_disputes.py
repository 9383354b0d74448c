"""What is in dispute over a whole workspace, and when it all was."""

import json
from dataclasses import replace

from rashomon.publish.disputes import disputes, sharpness
from rashomon.publish.timeline import timeline
from tests.cli.conftest import Call
from tests.publish.fixtures import exhibit

LEDGER = exhibit().ledger
STRIKE = LEDGER.incidents[0]


def test_disputes_are_listed_with_who_says_what_and_the_sharpest_first(call: Call) -> None:
    done = call("disputes", columns=160)
    assert done.code == 0
    assert done.out.index("How many were killed?") < done.out.index("Was the government told?")
    assert "at least 17" in done.out
    assert "Northern Front" in done.out
    assert "Next: rashomon why 1 killed -w " in done.err


def test_disputes_as_json_name_the_two_sides(call: Call) -> None:
    found = json.loads(call("disputes", "--json").out)
    first = found["disputes"][0]
    assert (found["schema"], first["question"], first["number"]) == ("rashomon.disputes/1", "killed", 1)
    assert {side for pair in first["between"] for side in pair} == {account["id"] for account in first["accounts"]}


def test_most_takes_the_first_ones_alone(call: Call) -> None:
    assert len(json.loads(call("disputes", "--json", "--most", "1").out)["disputes"]) == 1
    done = call("disputes", "--most", "0")
    assert (done.code, done.out) == (2, "")


def test_figures_farther_apart_and_better_supported_are_sharper() -> None:
    many, one, _ = STRIKE.questions[0].accounts
    assert sharpness(replace(many, low=100), one) > sharpness(many, one)
    backed = [replace(account, independent_origins=account.independent_origins + 2) for account in (many, one)]
    assert sharpness(*backed) > sharpness(many, one)
    assert sharpness(backed[0], one) == sharpness(many, one), "the weaker side counts"


def test_what_is_told_in_passing_comes_last() -> None:
    aside = replace(STRIKE, id="e1", reports=tuple(replace(role, main=False) for role in STRIKE.reports))
    found = disputes(replace(LEDGER, incidents=(aside, STRIKE)))
    assert [dispute.number for dispute in found] == [2, 2, 1, 1]


def test_the_timeline_has_tolls_as_ranges_and_arrows(call: Call) -> None:
    lines = call("timeline", columns=160).out.splitlines()
    strike = next(line for line in lines if "Tel Sarw" in line)
    assert strike.split()[:2] == ["2021-02-25", "1"]
    assert "1–17 or more killed ≠" in strike
    assert "→ 2" in strike
    rocket = next(line for line in lines if "Karsa" in line)
    assert "← 1" in rocket
    assert lines.index(strike) < lines.index(rocket), "the undated one comes last"


def test_the_timeline_as_json(call: Call) -> None:
    found = json.loads(call("timeline", "--json").out)
    assert found["schema"] == "rashomon.timeline/1"
    first, last = found["incidents"]
    assert first["tolls"]["killed"] == {"low": 1, "high": 17, "open": True, "disputed": True}
    assert (first["answers"], last["answered_by"]) == ([2], [1])


def test_a_part_is_no_toll() -> None:
    killed = STRIKE.questions[0]
    part = replace(killed, accounts=tuple(replace(account, partial=True) for account in killed.accounts))
    (moment,) = timeline(replace(LEDGER, incidents=(replace(STRIKE, questions=(part,)),)))
    assert moment.tolls == ()
