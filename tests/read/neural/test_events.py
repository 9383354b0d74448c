"""Triggers, figures and their roles out of planted scores."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.neural.events import CLASSES_OF, LEAST, ROLES_OF, anchors_of
from rashomon.read.neural.labels import ANCHORED, EVENT_CLASSES, EVENT_ROLES
from tests.read.neural.planted import PLAIN, PlantedAnchor, in_views, numbered, planted

STRIKE = PlantedAnchor(
    run=(4, 5),
    roles={"initiator": (1, 3), "target": (6, 8), "time": (9, 10)},
    classes={"type": "airstrike", "reality": "denied"},
)
RAID = PlantedAnchor(run=(14, 15), roles={"target": (16, 18)}, classes={"type": "armed_attack", "reality": "happened"})
DEAD = PlantedAnchor(
    run=(11, 13),
    name="figure",
    roles={"incident": (4, 5)},
    classes={"outcome": "killed", "who": "police", "part": "part"},
)


def test_what_is_planted_is_found_with_its_roles_and_classes() -> None:
    scores = planted(numbered(20), anchors=[STRIKE, RAID, DEAD])
    one, other = anchors_of(scores, PLAIN, "trigger")
    assert (one.run, other.run) == (STRIKE.run, RAID.run)
    assert {role: run for role, (run, _) in one.roles.items()} == STRIKE.roles
    assert {role: run for role, (run, _) in other.roles.items()} == RAID.roles
    assert all(sure > 0.99 for _, sure in one.roles.values())
    assert one.likeliest("type")[0] == "airstrike" and other.likeliest("reality") == pytest.approx(
        ("happened", 1), abs=0.01
    )
    (figure,) = anchors_of(scores, PLAIN, "figure")
    assert figure.run == DEAD.run and figure.roles["incident"][0] == STRIKE.run
    assert [figure.likeliest(name)[0] for name in CLASSES_OF["figure"]] == ["killed", "police", "part"]
    assert one.sure > 0.99 and figure.sure > 0.99


def test_nothing_is_found_where_nothing_is_planted() -> None:
    assert [anchors_of(planted(numbered(words)), PLAIN, name) for words in (0, 9) for name in ANCHORED] == [[]] * 4


def test_triggers_side_by_side_are_two_and_later_words_go_on_with_one() -> None:
    together = [replace(STRIKE, run=(4, 7), roles={}), replace(RAID, run=(7, 8), roles={})]
    found = anchors_of(planted(numbered(12), anchors=together), PLAIN, "trigger")
    assert [one.run for one in found] == [(4, 7), (7, 8)]


def test_a_stretch_ends_with_its_paragraph() -> None:
    long = replace(STRIKE, run=(4, 7), roles={})
    found = anchors_of(planted(numbered(12, breaks=[6]), anchors=[long]), PLAIN, "trigger")
    assert [one.run for one in found] == [(4, 6), (6, 7)]


def test_a_role_is_filled_only_from_what_its_window_sees() -> None:
    scores = in_views(planted(numbered(20), anchors=[STRIKE]), [(0, 6), (2, 20)], [1] * 20)
    (found,) = anchors_of(scores, PLAIN, "trigger")
    assert found.roles["initiator"][0] == (2, 3), "the second window does not see the first word of it"
    assert found.roles["target"][0] == (6, 8)


def test_of_two_stretches_the_weightier_one_fills_a_role() -> None:
    scores = planted(numbered(20), anchors=[STRIKE])
    other = planted(numbered(20), anchors=[replace(STRIKE, roles={"target": (15, 16)})])
    both = np.maximum(scores.views[0].roles, other.views[0].roles)
    (found,) = anchors_of(replace(scores, views=(replace(scores.views[0], roles=both),)), PLAIN, "trigger")
    assert found.roles["target"][0] == (6, 8)


def test_distance_counts_for_a_role() -> None:
    scores = planted(numbered(20), anchors=[STRIKE])
    role = EVENT_ROLES.index("time")
    far = PLAIN.role_distances.copy()
    far[role] = -99.0
    (found,) = anchors_of(scores, replace(PLAIN, role_distances=far), "trigger")
    assert found.roles.keys() == {"initiator", "target"}


@given(st.integers(1, 12), st.integers(0, 2**32))
def test_whatever_the_numbers_are_stretches_are_apart_and_inside(words: int, seed: int) -> None:
    chance, plain = np.random.default_rng(seed), planted(numbered(words))
    drawn = {name: chance.normal(0, 3, getattr(plain, name).shape).astype(np.float32) for name in ("events", "classes")}
    roles = chance.normal(0, 3, plain.views[0].roles.shape).astype(np.float32)
    scores = replace(plain, **drawn, views=(replace(plain.views[0], roles=roles),))
    for name in ANCHORED:
        found = anchors_of(scores, PLAIN, name)
        bounds = [place for one in found for place in one.run]
        assert bounds == sorted(bounds) and all(one.run[0] < one.run[1] <= words for one in found)
        inside = 1 - scores.anchors(name)[:, 0]
        assert {n for one in found for n in range(*one.run)} == {n for n in range(words) if inside[n] >= LEAST}
        for one in found:
            assert one.roles.keys() <= set(ROLES_OF[name])
            assert all(0 <= left < right <= words and sure > 0.5 for (left, right), sure in one.roles.values())
            assert all(numbers.shape == (len(EVENT_CLASSES[kind]),) for kind, numbers in one.classes.items())
