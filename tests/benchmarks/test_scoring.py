"""The scorer of templates: heads, keys of invented reports, hand-counted scores, and the matching against a slow one."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.templates.fillers import Filler, Guess, head_of, matches
from benchmarks.templates.gold import gold_of, values_of
from benchmarks.templates.scoring import Counts, matched


def strings(*some: str) -> list[dict[str, str]]:
    return [{"string": one} for one in some]


def filler(*some: str, **fields: Any) -> dict[str, Any]:
    return {"raw": "", "strings": strings(*some), **fields}


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("TWO ARMED\nMEN", "men"),
        ("MAYOR OF NORTHFORD", "mayor"),
        ("ANA LEE, THE MAYOR", "lee"),
        ("CAR BOMB (50 KG)", "bomb"),
        ("A TRUCK THAT CARRIED MILK", "truck"),
        ("DETACHMENT NO. 4", "no"),
        ("HARBOUR BRIDGE'S", "bridge"),
        ("OF THE GUARD", "guard"),
        ("FRONT-LINE POST", "post"),
        ("12", ""),
        ("", ""),
    ],
)
def test_the_head_is_the_last_word_before_what_describes_it(phrase: str, head: str) -> None:
    assert head_of(phrase) == head


def test_a_name_and_its_description_are_one_victim_over_all_templates() -> None:
    first = {"hum_tgt_name": [filler("ANA LEE")], "hum_tgt_desc": [filler("MAYOR OF NORTHFORD", "ANA LEE")]}
    second = {"hum_tgt_name": [filler("ANA\nLEE")], "hum_tgt_desc": [filler("GUARDS")]}
    assert gold_of([first, second])["victim"] == [
        Filler(heads=frozenset({"lee", "mayor"})),
        Filler(heads=frozenset({"guards"})),
    ]


def test_what_became_of_a_victim_is_known_by_any_name_of_that_victim() -> None:
    template = {
        "hum_tgt_desc": [filler("MAYOR", "ANA LEE")],
        "hum_tgt_effect": [filler("ANA LEE", value="DEATH / INJURY")],
        "hum_tgt_number": [filler("ANA LEE", value="~1")],
    }
    gold, heads = gold_of([template]), frozenset({"lee", "mayor"})
    assert gold["effect"] == [Filler(heads=heads, values=frozenset({"DEATH", "INJURY"}))]
    assert gold["number"] == [Filler(heads=heads, values=frozenset({"1"}))]


def test_a_filler_is_optional_where_it_is_so_each_time() -> None:
    may = {"optional": True, "perp_org": [filler("RIVER FRONT")], "incident_type": [{"value": "ATTACK"}]}
    must = {"perp_org": [filler("RIVER FRONT"), filler("HILL GUARD", optional=True)]}
    assert [one.optional for one in gold_of([may, must])["organisation"]] == [False, True]
    assert gold_of([may, must])["type"] == [Filler(values=frozenset({"ATTACK"}), optional=True)]


def test_numbers_lose_their_marks() -> None:
    assert values_of("-26") == values_of("~26") == values_of("26-") == {"26"}
    assert values_of("PLURAL") == {"PLURAL"}
    assert values_of("(INJURY / DEATH)") == {"INJURY", "DEATH"}
    assert values_of("") == frozenset()


def test_scores_are_those_counted_by_hand() -> None:
    gold = gold_of(
        [
            {
                "incident_type": [{"value": "BOMBING"}],
                "phys_tgt_id": [filler("HARBOUR BRIDGE"), filler("POWER STATION"), filler("KIOSK", optional=True)],
            }
        ]
    )
    guesses = {
        "type": [Guess(value="BOMBING"), Guess(value="ATTACK")],
        "target": [Guess(words="THE BRIDGE"), Guess(words="BRIDGE OVER THE BAY"), Guess(words="A KIOSK")],
    }
    counts = Counts()
    counts.add(gold, guesses)
    # The kiosk is found, so it counts; the bridge is there once, so the second one is wrong; the station is missed.
    assert counts.figures(["target"]) == {
        "gold": 3, "made": 3, "right": 2, "precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3
    }  # fmt: skip
    counts.add(gold, {})
    # Nothing is read in the second: the kiosk need not be.
    both = counts.figures(["type", "target"])
    assert (both["gold"], both["made"], both["right"]) == (4 + 3, 5, 3)
    assert both["f1"] == pytest.approx(2 * 3 / (7 + 5))


def test_nothing_read_and_nothing_to_read_is_no_division() -> None:
    assert Counts().figures(["type"])["f1"] == 0.0


HEADS = ("bomb", "mine", "rocket")
FILLERS = st.builds(Filler, heads=st.frozensets(st.sampled_from(HEADS), min_size=1), optional=st.booleans())
GUESSES = st.builds(Guess, words=st.sampled_from(HEADS))


@given(st.lists(FILLERS, max_size=4), st.lists(GUESSES, max_size=4))
def test_no_way_to_pair_them_off_is_better(fillers: list[Filler], guesses: list[Guess]) -> None:
    """Held against all ways to give each filler a guess or none."""
    met = matched(fillers, guesses)
    assert len(set(met.values())) == len(met)
    assert all(matches(fillers[filler], guesses[guess]) for filler, guess in met.items())
    best = (0, 0)
    # A number beyond the guesses stands for none.
    for given_to in permutations(range(len(guesses) + len(fillers)), len(fillers)):
        pairs = [
            filler
            for filler, guess in zip(fillers, given_to, strict=True)
            if guess < len(guesses) and matches(filler, guesses[guess])
        ]
        best = max(best, (sum(not filler.optional for filler in pairs), len(pairs)))
    assert (sum(not fillers[filler].optional for filler in met), len(met)) == best
