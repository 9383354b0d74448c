"""What teachers find where nobody marked anything, and that it is learned from them alone."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from rashomon.read.neural.distance import bucket_of
from rashomon.read.neural.labels import ANCHORED, EVENT_CLASSES, EVENT_ROLES, ROLES, TAGS
from tests.training.examples import TOKENIZER, example, tiny
from training.batches import Batch, Cut, collate
from training.example import Example
from training.heads import Outputs, Reader
from training.logits import all_link_scores
from training.losses import losses
from training.targets import targets_of
from training.taught import EVERYTHING, NAMES, SPEECH, Teacher, heard
from training.words import NOT_SAID

MARKED = example("a")
SILENT = replace(MARKED, whole=False, attributions=(), told=False, events=(), counts=(), fillers=None, unmarked=True)


def batch(*examples: Example) -> Batch:
    cuts = [Cut(found, 0, len(found.pieces)) for one in examples for found in [targets_of(one, TOKENIZER)]]
    return collate(cuts, tiny(masked=0.0), TOKENIZER, np.random.default_rng(0))


def reader(*, hears: bool = True) -> Reader:
    """A reader for which every word begins a cue, a trigger and a figure, or no word does."""
    torch.manual_seed(4)
    found = Reader().eval()
    begins = TAGS.index("B")
    with torch.no_grad():
        found.tags.bias[ROLES.index("cue") * len(TAGS) + begins] += 9.0 if hears else -9.0
        for place in range(len(ANCHORED)):
            found.events.bias[place * len(TAGS) + begins] += 9.0 if hears else -9.0
    return found


def said(given: Batch, *teachers: Teacher) -> list[tuple[Teacher, Outputs]]:
    with torch.no_grad():
        return [(one, one.reader(given.ids, given.case, given.mask)) for one in teachers]


def same(one: Batch, other: Batch) -> bool:
    return all(torch.equal(getattr(one, name), getattr(other, name)) for name in Batch.__dataclass_fields__)


def test_where_people_marked_everything_nothing_is_added() -> None:
    given = batch(MARKED)
    assert same(heard(given, said(given, Teacher(reader(), knows=EVERYTHING))), given)


def test_what_no_teacher_hears_is_not_added() -> None:
    given = batch(SILENT)
    assert same(heard(given, said(given, Teacher(reader(hears=False), knows=EVERYTHING))), given)
    assert same(heard(given, said(given, Teacher(reader(), knows=NAMES))), given)


def test_every_word_that_a_teacher_takes_for_a_cue_is_linked_as_it_says() -> None:
    given, one = batch(MARKED, SILENT), reader()
    there = said(given, Teacher(one))
    found = heard(given, there)
    marks = len(given.link_row)
    words = int((given.word[1] >= 0).sum())
    assert marks == len(MARKED.attributions)
    assert len(found.link_row) == marks + words
    assert torch.equal(found.link_row[:marks], given.link_row)
    assert set(found.link_row[marks:].tolist()) == {1}
    assert found.stance[marks:].unique().tolist() == [NOT_SAID]
    for n in range(marks, marks + words, 7):
        row, piece = int(found.link_row[n]), int(found.link_piece[n])
        away = (given.word[row] - given.word[row, piece]).numpy()
        assert found.link_bucket[n].tolist() == bucket_of(away).tolist()
        assert found.link_near[n].tolist() == (given.word[row] >= 0).tolist()
    with torch.no_grad():
        belongs = all_link_scores(one, there[0][1], found).sigmoid()[:, marks:] > 0.5
    assert torch.equal(found.link_targets[:, marks:].bool(), belongs & found.link_near[marks:])
    # This teacher knows nothing of incidents.
    assert torch.equal(found.anchor_row, given.anchor_row)


def test_triggers_and_figures_are_asked_of_what_is_theirs() -> None:
    given = batch(SILENT)
    found = heard(given, said(given, Teacher(reader(), knows=EVERYTHING)))
    words = int((given.word >= 0).sum())
    assert len(found.anchor_row) == 2 * words
    near = found.anchor_near.any(-1)
    incident = EVENT_ROLES.index("incident")
    assert near[:, 0].tolist() == [role != incident for role in range(len(EVENT_ROLES))]
    assert near[:, words].tolist() == [role == incident for role in range(len(EVENT_ROLES))]
    asked = (found.anchor_classes != NOT_SAID).tolist()
    assert asked[0] == [name in ("type", "reality") for name in EVENT_CLASSES]
    assert asked[words] == [name not in ("type", "reality") for name in EVENT_CLASSES]


@pytest.mark.parametrize(
    ("knows", "learned"),
    [(SPEECH, {"links", "stance"}), (EVERYTHING, {"links", "stance", "roles", "classes"}), (NAMES, set())],
)
def test_an_unmarked_text_is_learned_from_teachers_alone(knows: Any, learned: set[str]) -> None:
    given = batch(replace(SILENT, hidden=None, entities=()))
    pupil = reader(hears=False)
    with torch.no_grad():
        assert losses(pupil, given, 0.0) == {}
        told = losses(pupil, given, 0.0, teachers=[Teacher(reader(), knows=knows)], trust=0.5)
        whole = losses(pupil, given, 0.0, teachers=[Teacher(reader(), knows=knows)], trust=1.0)
    assert told.keys() & {"links", "stance", "roles", "classes"} == learned
    assert all(float(told[name]) == pytest.approx(0.5 * float(whole[name]), rel=1e-4) for name in told)
    assert all(float(loss) > 0 for loss in told.values())
