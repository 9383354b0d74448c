"""Incidents and figures as numbers: planted words end up under the right role, and silence is no answer."""

from dataclasses import replace

import numpy as np

from rashomon.read.neural.labels import ANCHORED, EVENT_CLASSES, EVENT_ROLES, FILLER_TAGS
from tests.training.examples import TOKENIZER, example, tiny
from training.batches import Cut, collate
from training.example import Event
from training.targets import Targets, targets_of
from training.words import BEGIN, INSIDE, NOT_SAID, OUTSIDE


def made(**fields: bool) -> tuple[str, Targets]:
    one = example("n", **fields)
    return one.text, targets_of(one, TOKENIZER)


def words(text: str, found: Targets, places: np.ndarray) -> list[str]:
    return [text[found.pieces.start[n] : found.pieces.end[n]] for n in places.tolist()]


def test_planted_words_stand_under_their_tags() -> None:
    text, found = made()
    trigger, figure = (found.events.tags[ANCHORED.index(name)] for name in ANCHORED)
    assert words(text, found, np.flatnonzero(trigger == BEGIN)) == ["sunk"]
    assert words(text, found, np.flatnonzero(figure == BEGIN)) == ["two"]
    assert words(text, found, np.flatnonzero(figure == INSIDE)) == ["boats"]
    assert set(trigger.tolist()) == {OUTSIDE, BEGIN}
    marked = np.flatnonzero(found.events.fillers)
    assert words(text, found, marked) == ["shells"]
    assert FILLER_TAGS[found.events.fillers[marked[0]]] == "B-instrument"


def test_a_role_holds_its_words_and_one_that_was_not_looked_for_holds_none() -> None:
    text, found = made()
    trigger, figure = found.events.anchors
    told = dict(zip(EVENT_ROLES, trigger.roles, strict=True))
    assert told["target"] is not None and words(text, found, told["target"]) == ["two", "boats"]
    assert told["weapon"] is not None and words(text, found, told["weapon"]) == ["shells"]
    assert told["initiator"] is not None and not len(told["initiator"])
    assert told["place"] is told["time"] is told["incident"] is None
    led = dict(zip(EVENT_ROLES, figure.roles, strict=True))
    assert led["incident"] is not None and words(text, found, led["incident"]) == ["sunk"]
    classes = dict(zip(EVENT_CLASSES, trigger.classes, strict=True))
    assert EVENT_CLASSES["type"][classes["type"]] == "shelling"
    assert classes["outcome"] == classes["who"] == NOT_SAID


def test_a_report_without_marks_says_nothing_of_incidents() -> None:
    _, found = made(told=False)
    assert set(found.events.tags.ravel().tolist()) == set(found.events.fillers.tolist()) == {NOT_SAID}
    assert found.events.anchors == ()


def test_a_batch_asks_of_a_role_only_where_it_was_looked_for() -> None:
    text, found = made()
    batch = collate([Cut(found, 0, len(found.pieces))], tiny(masked=0.0), TOKENIZER, np.random.default_rng(0))
    near = batch.anchor_near.any(-1)
    asked = [{EVENT_ROLES[role] for role in np.flatnonzero(near[:, anchor].numpy())} for anchor in (0, 1)]
    assert asked == [{"initiator", "target", "weapon"}, {"incident"}]
    role = EVENT_ROLES.index("target")
    word = batch.word[0][batch.anchor_targets[role, 0].bool()]
    assert words(text, found, word.numpy()) == ["two", "boats"]
    assert int(batch.word[0, batch.anchor_piece[0]]) == found.events.anchors[0].word


def test_an_anchor_outside_the_window_is_left_out_and_its_words_alone_are_no_answer() -> None:
    _, found = made()
    after = int(found.pieces.first[found.events.anchors[0].word]) + 1
    batch = collate([Cut(found, after, len(found.pieces))], tiny(masked=0.0), TOKENIZER, np.random.default_rng(0))
    assert batch.anchor_row.tolist() == []
    assert batch.anchor_targets.shape == (len(EVENT_ROLES), 0, batch.ids.shape[1])


def test_a_verb_whose_place_alone_was_looked_for_is_no_trigger() -> None:
    one = replace(example("n", told=False), events=[Event(trigger=((0, 6),), roles={"place": ()})])
    found = targets_of(one, TOKENIZER)
    assert set(found.events.tags.ravel().tolist()) == {NOT_SAID}
    (anchor,) = found.events.anchors
    assert [role for role, asked in zip(EVENT_ROLES, anchor.roles, strict=True) if asked is not None] == ["place"]
    assert Cut(found, 0, len(found.pieces)).says_something()
