"""Two reports of one incident, from their words to what the ledger makes of their answers, read by rules alone."""

import pytest

from benchmarks.pairs import judged
from rashomon.config import Config

RULES = Config(reader="rules")


def relation(question: str, one: str, other: str) -> str:
    sides = {
        name: {"text": text, "outlet": name, "published": "2019-06-12"}
        for name, text in (("one", one), ("other", other))
    }
    (found,) = judged([{"id": "p", "question": question, "relation": "", "kind": "", **sides}], RULES)
    return found.found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("some 20 people were killed in the air strike", "23 people were killed in the air strike", "compatible"),
        ("some 20 people were killed in the air strike", "48 people were killed in the air strike", "contradict"),
        ("the air strike killed two soldiers", "the air strike killed 11 people", "compatible"),
        (
            "the air strike killed 20 people",
            "the toll of the air strike rose to 31 from 20 people killed",
            "compatible",
        ),
    ],
)
def test_tolls(one: str, other: str, expected: str) -> None:
    assert relation("killed", f"The mayor said {one} on Monday.", f"A nurse said {other} on Monday.") == expected


def test_a_toll_of_another_town_is_no_answer() -> None:
    one = "The mayor of Mosul said an air strike in Mosul on Monday killed 30 people."
    other = (
        "A nurse said the air strike in Mosul on Monday killed 30 people. In Basra 4 people died of cholera, he said."
    )
    assert relation("killed", one, other) != "contradict"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The army said the air strike killed eight rebels.",
            "Eight farmers were killed, an elder said.",
            "contradict",
        ),
        ("The army said the air strike killed eight rebels.", "Two farmers were killed, an elder said.", "compatible"),
        ("The army said the air strike killed rebels.", "An elder said those killed were villagers.", "contradict"),
        ("The army said no civilians were killed.", "Two civilians were killed, an elder said.", "contradict"),
        ("Eight children were killed, a nurse said.", "Eight boys and girls were killed, an elder said.", "agree"),
        ("Eight people were killed, a nurse said.", "Eight farmers were killed, an elder said.", "unrelated"),
    ],
)
def test_who_they_were(one: str, other: str, expected: str) -> None:
    scene = "An air strike hit Baiji on Monday."
    assert relation("victims", f"{scene} {one}", f"{scene} {other}") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("rebels attacked the bridge", "government troops attacked the bridge", "contradict"),
        ("rebels attacked the bridge", "militants attacked the bridge", "agree"),
        ("gunmen attacked the bridge", "government troops attacked the bridge", "compatible"),
        ("Boko Haram fighters attacked the bridge", "militants attacked the bridge", "compatible"),
        ("Yemen's Houthi rebels attacked the bridge", "the Houthis attacked the bridge", "agree"),
    ],
)
def test_doers_of_whom_only_the_kind_is_told(one: str, other: str, expected: str) -> None:
    assert (
        relation("responsibility", f"The mayor said {one} on Monday.", f"A nurse said {other} on Monday.") == expected
    )


def test_a_party_that_denies_outright_stands_against_who_names_it() -> None:
    one = "A monitoring group said Turkey's army bombed the village of Kani on Monday."
    other = "A spokesman denied that Turkey's army bombed the village of Kani on Monday."
    assert relation("responsibility", one, other) == "contradict"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a missile hit the hall", "the attack on the hall was carried out with a car bomb", "contradict"),
        ("a missile hit the hall", "the attack on the hall was carried out with rockets", "agree"),
        ("a bomb exploded in the hall", "the attack on the hall was carried out with a car bomb", "compatible"),
    ],
)
def test_weapons_are_sorted_and_only_opposed_ones_part(one: str, other: str, expected: str) -> None:
    assert relation("weapon", f"The mayor said {one} on Monday.", f"A nurse said {other} on Monday.") == expected


def test_what_somebody_says_was_targeted_or_was_not() -> None:
    one = "The army said the air strikes on Monday targeted militants and did not aim at the security forces."
    other = "The mayor said the air strikes on Monday were targeting barracks of the security forces."
    assert relation("target", one, other) == "contradict"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("was in retaliation for a raid", "was in response to a raid", "agree"),
        ("was a mistake", "was deliberate", "contradict"),
        ("was meant to punish the town", "was in response to a raid", "compatible"),
    ],
)
def test_reasons(one: str, other: str, expected: str) -> None:
    sides = (
        f"The army said Monday's air strike on Baiji {one}.",
        f"The mayor said Monday's air strike on Baiji {other}.",
    )
    assert relation("reason", *sides) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("denied sharing intelligence", "said it shared no intelligence", "agree"),
        ("said it shared intelligence", "said it shared no intelligence", "contradict"),
        ("denied sharing intelligence", "said it had been given intelligence", "contradict"),
    ],
)
def test_whether_intelligence_was_shared(one: str, other: str, expected: str) -> None:
    scene = "An air strike hit Baiji on Monday."
    sides = (f"{scene} Jordan's army {one} for the air strike.", f"{scene} Iraq's army {other} for the air strike.")
    assert relation("evidence", *sides) == expected


def test_evidence_is_opposed_only_where_it_is_of_the_same_matter() -> None:
    scene = "An air strike hit Baiji on Monday."
    first = f"{scene} The army said there was evidence that foreign fighters had stored rockets there."
    same = f"{scene} The mayor said there was no evidence that foreign fighters had stored rockets there."
    other = f"{scene} The mayor said there was no evidence of a second explosion."
    assert relation("evidence", first, same) == "contradict"
    assert relation("evidence", first, other) == "compatible"


def test_a_spokesman_speaks_for_the_body_whose_spokesman_he_was_that_day() -> None:
    pentagon = "An air strike hit Baiji on Monday. The Pentagon said 12 people were killed in the air strike."
    hoffman = "An air strike hit Baiji on Monday. Jonathan Hoffman, a Pentagon spokesman, said 12 people were killed."
    ryder = "An air strike hit Baiji on Monday. Pat Ryder, a general, said 12 people were killed in the air strike."
    years = {"one": "2019-06-12", "other": "2019-06-12"}
    accounts = {}
    for name, other in (("in office", hoffman), ("not yet", ryder)):
        sides = {
            side: {"text": text, "outlet": side, "published": years[side]}
            for side, text in (("one", pentagon), ("other", other))
        }
        (found,) = judged([{"id": "p", "question": "killed", "relation": "", "kind": "", **sides}], RULES)
        accounts[name] = len(found.answers)
    assert accounts == {"in office": 1, "not yet": 2}
