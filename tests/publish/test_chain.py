"""Chains of attack and answer out of a ledger."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rashomon.model import Ledger
from rashomon.publish.chain import Chain, chain_around, chain_json, longest_chains
from rashomon.publish.schema import schemas
from rashomon.publish.terminal.chain import chain_view
from tests.builders import make_report, on
from tests.golden.make import rendered
from tests.publish.feud import MARKET, RAIDS, SHELLS, STRING, feud, incident


def around(id: str, ledger: Ledger | None = None) -> Chain:
    found = ledger or feud()[0]
    return chain_around(found, next(one for one in found.incidents if one.id == id))


@pytest.mark.parametrize("id", [MARKET, RAIDS, SHELLS])
def test_from_each_of_its_incidents_the_whole_chain_is_seen(id: str) -> None:
    chain = around(id)
    assert list(chain.incidents) == [MARKET, RAIDS, SHELLS]
    assert chain.roots == (MARKET,)
    assert chain.children == {MARKET: (RAIDS,), RAIDS: (SHELLS,), SHELLS: ()}


def test_other_answers_to_what_an_incident_answers_are_not_of_its_chain() -> None:
    ledger = feud()[0]
    report = make_report("Another raid.", "other")
    other = incident("e9", "Airstrike, Marfa", on("2021-03-03"), report, response_to=(MARKET,))
    ledger = replace(ledger, incidents=(*ledger.incidents, other))
    assert "e9" not in around(SHELLS, ledger).incidents
    assert "e9" in around(MARKET, ledger).incidents


def test_what_answers_a_series_goes_on_from_its_incidents() -> None:
    ledger = feud()[0]
    raids = replace(ledger.incidents[2], response_to=(STRING,), links=())
    ledger = replace(ledger, incidents=(*ledger.incidents[:2], raids, ledger.incidents[3]))
    chain = around(SHELLS, ledger)
    assert chain.children[MARKET] == (STRING,) and chain.children[STRING] == (RAIDS,)
    assert "is one of this series" in rendered(chain_view(ledger, chain), 80)


def test_an_incident_that_hangs_with_nothing_says_so() -> None:
    words = rendered(chain_view(feud()[0], around(STRING)), 80)
    assert words.startswith("No report says that it answers another incident, or is answered.")


def test_who_asserts_who_denies_and_what_does_not_stand_is_shown() -> None:
    words = " ".join(rendered(chain_view(feud()[0], around(RAIDS)), 160).split())
    for said in (
        "→ The army (Border Courier): “in retaliation for”",
        "⇢ Lantern Daily, in its own voice: “hours after” (only the order in time)",
        "≠ denied by Northern Front (Lantern Daily): “in response to”",
        "vowed to be answered by Northern Front (Border Courier): “hit back”",
        "Does not stand: no. 4 answers no. 2. Nobody asserts it.",
        "no. 3 Airstrike, Olden, by the army ◂ asked for",
    ):
        assert said in words


def test_a_circle_ends_and_is_warned_of() -> None:
    ledger = feud()[0]
    market = replace(ledger.incidents[1], response_to=(SHELLS,))
    incidents = (ledger.incidents[0], market, *ledger.incidents[2:])
    ledger = replace(ledger, incidents=incidents, cycles=((MARKET, SHELLS, RAIDS),))
    words = " ".join(rendered(chain_view(ledger, around(RAIDS, ledger)), 160).split())
    assert "Warning: no. 2 answers no. 4, which answers no. 3, which answers no. 2: a circle" in words
    assert "(see above)" in words
    (longest,) = longest_chains(ledger)
    assert len(longest.incidents) == 3


def test_the_longest_row_of_each_group_comes_first() -> None:
    ledger = feud()[0]
    report = make_report("Two more.", "other")
    more = (
        incident("f1", "Bombing, Marfa", on("2021-05-01"), report),
        incident("f2", "Airstrike, Marfa", on("2021-05-02"), report, response_to=("f1",)),
    )
    found = longest_chains(replace(ledger, incidents=(*ledger.incidents, *more)))
    assert [list(chain.incidents) for chain in found] == [[MARKET, RAIDS, SHELLS], ["f1", "f2"]]
    assert longest_chains(Ledger()) == ()


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14))
def test_the_longest_row_is_as_long_as_the_slow_way_finds(pairs: list[tuple[int, int]]) -> None:
    """Answers to lower numbers alone, so that there is no circle."""
    report = make_report("Some.", "some")
    answers = {n: sorted({b for a, b in pairs if a == n and b < n}) for n in range(7)}
    incidents = tuple(
        incident(f"x{n}", f"No. {n}", on("2021-05-01"), report, response_to=tuple(f"x{m}" for m in answers[n]))
        for n in range(7)
    )

    def slow(n: int) -> int:
        return 1 + max((slow(m) for m in answers[n]), default=0)

    found = longest_chains(Ledger(incidents=incidents))
    longest = max(map(slow, range(7)))
    assert (len(found[0].incidents) if found else 1) == longest
    for chain in found:
        row = list(chain.incidents)
        assert all(one in chain.incidents[later].response_to for one, later in pairwise(row))


def test_the_json_is_as_its_schema_says() -> None:
    made = chain_json([around(RAIDS), *longest_chains(feud()[0])])
    Draft202012Validator(schemas()["chain"]).validate(made)
    (first, _) = made["chains"]
    assert [(link["answer"], link["to"], link["stands"]) for link in first["links"]] == [
        (RAIDS, MARKET, True), (SHELLS, RAIDS, True), (SHELLS, MARKET, False),
    ]  # fmt: skip
    assert first["links"][0]["asserted"][0]["evidence"][0]["text"] == "in retaliation for"
    assert json.loads(json.dumps(made)) == made
