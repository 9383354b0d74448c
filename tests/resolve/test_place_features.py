"""The table of features, and the weights that are kept as data."""

from typing import Any

import pytest

from rashomon.codebook import place_weights
from rashomon.codebook.place_weights import load_place_weights
from rashomon.codebook.places import load_places
from rashomon.errors import CodebookInvalid
from rashomon.resolve.place_features import DYNAMIC, STATIC, Around, cell_of, keys_of, score, sentence_of, weighed

(HILLA,) = (place for place in load_places().find("Hilla") if place.country == "IQ")


def test_each_feature_has_a_weight_and_a_sentence_and_no_weight_is_left_over() -> None:
    features = (*STATIC, *DYNAMIC)
    assert {feature.__name__ for feature in features} == set(load_place_weights())
    assert all(sentence_of(feature).endswith(".") for feature in features)


def test_a_score_is_the_sum_of_what_the_features_add() -> None:
    around = Around(
        actors={"IQ": 0.5}, votes={("IQ",): 0.8}, own={("IQ",): 0.2}, said=frozenset({("IQ", None)}), kind="town"
    )
    added = {feature.__name__: value for value, feature in weighed((*STATIC, *DYNAMIC), HILLA, around)}
    assert score(HILLA, around) == pytest.approx(sum(added.values()))
    assert added["country_of_others"] == pytest.approx(0.6 * load_place_weights()["country_of_others"])
    assert added["said_country"] > 0 and added["said_province"] == 0 and added["dateline"] == 0


def test_a_name_does_not_hear_its_own_vote() -> None:
    own = {key: 1.0 for key in keys_of(HILLA)}
    assert score(HILLA, Around(votes=own, own=own)) == pytest.approx(score(HILLA, Around()))


def test_a_place_votes_for_its_square_and_those_around_it() -> None:
    cell = cell_of(HILLA)
    assert cell is not None and cell in keys_of(HILLA) and (cell[0] + 1, cell[1] - 1) in keys_of(HILLA)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"given": {"size": "large"}, "fitted": {}}, "is no number"),
        ({"given": {"size": 1.0}, "fitted": {"shape": 1.0}}, "unknown key 'shape'"),
        ({"given": {}}, "'fitted' is missing"),
    ],
)
def test_a_mistake_in_the_weights_is_named(table: Any, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_weights, "read_table", lambda name: table)
    load_place_weights.cache_clear()
    with pytest.raises(CodebookInvalid, match=told):
        load_place_weights()
    monkeypatch.undo()
    load_place_weights.cache_clear()
