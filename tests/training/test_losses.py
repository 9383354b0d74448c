"""What each head is told off for, held against plain cross entropy and planted scores."""

import math

import numpy as np
import pytest
import torch
from torch.nn import functional

from rashomon.read.neural.decode import Links
from rashomon.read.neural.events import Fillings
from rashomon.read.neural.labels import (
    ENTITY_TAGS,
    EVENT_CLASSES,
    EVENT_LINK_SIZE,
    EVENT_ROLES,
    LINK_SIZE,
    LINKED,
    ROLES,
    STANCES,
    TAGS,
)
from rashomon.read.neural.pieces import Pieces
from rashomon.read.neural.scores import Scores, View
from tests.training.examples import TOKENIZER, example, tiny
from training.batches import Batch, Cut, collate
from training.heads import STANCE_OUTPUTS, Reader
from training.logits import all_role_scores, link_scores, stance_scores
from training.losses import losses
from training.marked import class_loss, entity_loss
from training.pack import settings_of
from training.targets import ANYTHING, targets_of
from training.taught import EVENTS, EVERYTHING

CALM = tiny(masked=0.0)


def batch_of(*names: str, **fields: bool) -> Batch:
    cuts = [Cut(found, 0, len(found.pieces)) for n in names if (found := targets_of(example(n, **fields), TOKENIZER))]
    return collate(cuts, CALM, TOKENIZER, np.random.default_rng(0))


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(5)
    made = Reader()
    with torch.no_grad():
        made.distances.normal_()
        made.trust.copy_(torch.tensor([0.7, 1.3]))
    return made.eval()


def test_the_loss_of_entities_is_cross_entropy_where_one_tag_is_possible() -> None:
    chance = torch.Generator().manual_seed(1)
    logits = torch.randn(2, 9, len(ENTITY_TAGS), generator=chance)
    tags = torch.randint(len(ENTITY_TAGS), (2, 9), generator=chance)
    found = entity_loss(logits, torch.ones_like(tags) << tags)
    assert found is not None
    expected = functional.cross_entropy(logits.flatten(0, 1), tags.flatten())
    assert torch.allclose(found, expected, atol=1e-6)


def test_where_every_tag_is_possible_nothing_is_asked() -> None:
    logits = torch.randn(1, 4, len(ENTITY_TAGS))
    assert entity_loss(logits, torch.full((1, 4), ANYTHING)) is None
    assert entity_loss(logits, torch.full((1, 4), -1)) is None
    almost = torch.tensor([[ANYTHING, 1, -1, ANYTHING]])
    alone = entity_loss(logits[:, 1:2], torch.tensor([[1]]))
    found = entity_loss(logits, almost)
    assert found is not None and alone is not None
    assert torch.equal(found, alone), "a word of which nothing is said and a place without a word do not count"


def test_of_several_possible_tags_the_reader_may_choose() -> None:
    logits = torch.full((1, 1, len(ENTITY_TAGS)), -20.0)
    logits[..., 3] = 20.0
    both = entity_loss(logits, torch.tensor([[(1 << 3) | (1 << 5)]]))
    other = entity_loss(logits, torch.tensor([[1 << 5]]))
    assert both is not None and other is not None
    assert float(both) == pytest.approx(0, abs=1e-6)
    assert float(other) == pytest.approx(40, abs=1e-3)


def test_the_probability_of_possible_tags_is_summed() -> None:
    logits = torch.zeros(1, 1, len(ENTITY_TAGS))
    found = entity_loss(logits, torch.tensor([[0b10110]]))
    assert found is not None
    assert float(found) == pytest.approx(-math.log(3 / len(ENTITY_TAGS)))


def test_a_stance_is_what_the_cue_says_and_the_most_that_a_word_of_the_content_adds() -> None:
    batch = batch_of("n")
    stance = torch.zeros(*batch.ids.shape, STANCE_OUTPUTS)
    denies, asserts = STANCES.index("denies"), STANCES.index("asserts")
    cue = int(batch.link_piece[0])
    inside = torch.nonzero(batch.link_targets[1, 0]).flatten().tolist()
    outside = torch.nonzero((batch.link_targets[1, 0] == 0) & (batch.word[0] >= 0)).flatten().tolist()
    stance[0, cue, asserts] = 2.0
    stance[0, inside, len(STANCES) + denies] = torch.linspace(-1, 3, len(inside))
    stance[0, outside, len(STANCES) + asserts] = 50.0
    found = stance_scores(stance, batch)[0]
    expected = torch.zeros(len(STANCES))
    expected[[asserts, denies]] = torch.tensor([2.0, 3.0])
    assert torch.allclose(found, expected)


def test_a_stance_without_content_is_the_cues_alone() -> None:
    batch = batch_of("n")
    batch.link_targets[1] = 0
    chance = torch.Generator().manual_seed(2)
    stance = torch.randn(*batch.ids.shape, STANCE_OUTPUTS, generator=chance)
    own = stance[batch.link_row, batch.link_piece, : len(STANCES)]
    assert torch.equal(stance_scores(stance, batch), own)


@pytest.mark.parametrize("role", range(len(LINKED)))
def test_links_are_learned_as_they_are_read(reader: Reader, role: int) -> None:
    """The odds of training are those of decoding, which is written a second time, without torch."""
    batch, chance = batch_of("n"), torch.Generator().manual_seed(3)
    tags = torch.randn(*batch.ids.shape, len(ROLES) * len(TAGS) + len(ENTITY_TAGS), generator=chance)
    links = torch.randn(*batch.ids.shape, len(LINKED) * (2 * LINK_SIZE + 1), generator=chance)
    learned = link_scores(reader, tags, links, batch, role).detach().numpy()
    first = np.flatnonzero(batch.word[0].numpy() >= 0)
    place = np.zeros(len(first), dtype=np.int64)
    none = np.zeros((len(first), STANCE_OUTPUTS), dtype=np.float32)
    scores = Scores(
        Pieces(place, place, place, place, place, place),
        tags[0, first].numpy(),
        none,
        (View(0, len(first), links[0, first].numpy(), none),),
        place,
        none,
        none,
    )
    read = Links(scores, role, settings_of(reader))
    for number, piece in enumerate(batch.link_piece.tolist()):
        start, odds = read.odds(int(batch.word[0, piece]))
        assert start == 0
        assert np.allclose(odds, learned[number][first], atol=1e-3)


def test_heads_are_asked_only_what_a_corpus_tells(reader: Reader) -> None:
    def asked(**fields: bool) -> set[str]:
        return set(losses(reader, batch_of("n", **fields), 0.0))

    assert asked() == EVERYTHING
    every = EVERYTHING - EVENTS
    assert asked(told=False) == every
    assert asked(told=False, entities=False) == every - {"entities"}
    assert asked(told=False, whole=False) == every - set(ROLES)
    without = batch_of("n", told=False)
    without.stance[:] = -100
    assert set(losses(reader, without, 0.0)) == every - {"stance"}


def test_every_loss_is_a_number_that_every_asked_head_learns_from(reader: Reader) -> None:
    reader.zero_grad()
    found = torch.stack(list(losses(reader, batch_of("a", "b"), 0.0).values()))
    assert (found > 0).all() and found.isfinite().all()
    found.sum().backward()
    still = [
        name for name, parameter in reader.named_parameters() if parameter.grad is None or not parameter.grad.any()
    ]
    assert still == []
    reader.zero_grad()


def test_words_that_are_too_far_away_cost_nothing(reader: Reader) -> None:
    near, far = batch_of("n"), batch_of("n")
    far.link_near[:] = False
    with torch.no_grad():
        assert float(losses(reader, near, 0.0)["links"]) > 0
        assert float(losses(reader, far, 0.0)["links"]) == 0


def test_what_is_filled_up_changes_no_loss(reader: Reader) -> None:
    """A short document costs the same alone as beside a longer one that says nothing."""
    short, long = (targets_of(example("n", sentences=n), TOKENIZER) for n in (1, 3))
    alone = collate([Cut(short, 0, len(short.pieces))], CALM, TOKENIZER, np.random.default_rng(0))
    beside = collate(
        [Cut(short, 0, len(short.pieces)), Cut(long, 0, len(long.pieces))], CALM, TOKENIZER, np.random.default_rng(0)
    )
    beside.tags[:, 1] = -100
    beside.entities[1] = -1
    beside.events[:, 1] = beside.fillers[1] = -100
    quiet = Batch(**{name: _of_first_row(beside, name) for name in Batch.__dataclass_fields__})
    with torch.no_grad():
        one, other = losses(reader, alone, 0.0), losses(reader, quiet, 0.0)
    assert one.keys() == other.keys()
    assert all(float(one[name]) == pytest.approx(float(other[name]), abs=1e-4) for name in one)


def _of_first_row(batch: Batch, name: str) -> torch.Tensor:
    """A field without the links and anchors of all rows but the first."""
    value: torch.Tensor = getattr(batch, name)
    kept = batch.anchor_row == 0 if name.startswith("anchor_") else batch.link_row == 0
    if name in ("link_targets", "anchor_targets", "anchor_near"):
        return value[:, kept]
    return value[kept] if name.startswith(("link_", "anchor_")) or name == "stance" else value


def test_the_role_of_a_word_is_a_product_a_liking_and_a_distance(reader: Reader) -> None:
    batch = batch_of("n")
    with torch.no_grad():
        reader.role_distances.normal_()
        found = all_role_scores(reader, reader(batch.ids, batch.case, batch.mask), batch)
        numbers = reader(batch.ids, batch.case, batch.mask).roles
    size, role, number = 2 * EVENT_LINK_SIZE + 1, EVENT_ROLES.index("weapon"), 0
    row, piece = int(batch.anchor_row[number]), int(batch.anchor_piece[number])
    part = numbers[row, :, role * size : (role + 1) * size]
    for place in torch.nonzero(batch.word[row] >= 0).flatten().tolist():
        query, key = part[piece, :EVENT_LINK_SIZE], part[place, EVENT_LINK_SIZE : 2 * EVENT_LINK_SIZE]
        away = reader.role_distances[role, batch.anchor_bucket[number, place]].detach()
        expected = float(query @ key) / math.sqrt(EVENT_LINK_SIZE) + float(part[place, -1]) + float(away)
        assert float(found[role, number, place]) == pytest.approx(expected, abs=1e-4)


def test_classes_cost_what_each_is_wrong_where_it_was_told(reader: Reader) -> None:
    batch = batch_of("n")
    with torch.no_grad():
        outputs = reader(batch.ids, batch.case, batch.mask)
    numbers = outputs.classes[batch.anchor_row, batch.anchor_piece]
    expected, start = 0.0, 0
    told = {"type": "shelling", "reality": "happened", "outcome": "targets", "part": "whole"}
    for name, names in EVENT_CLASSES.items():
        # The first anchor is the trigger, the second the figure.
        anchor = 0 if name in ("type", "reality") else 1
        if name in told:
            part = numbers[anchor, start : start + len(names)].log_softmax(-1)
            expected -= float(part[list(names).index(told[name])])
        start += len(names)
    assert float(class_loss(outputs, batch)) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("role", range(len(EVENT_ROLES)))
def test_roles_are_learned_as_they_are_read(reader: Reader, role: int) -> None:
    """The odds of training are those of decoding, which is written a second time, without torch."""
    batch = batch_of("n")
    with torch.no_grad():
        reader.role_distances.normal_()
        outputs = reader(batch.ids, batch.case, batch.mask)
        learned = all_role_scores(reader, outputs, batch)[role].numpy()
    first = np.flatnonzero(batch.word[0].numpy() >= 0)
    place, none = np.zeros(len(first), dtype=np.int64), np.zeros((len(first), 1), dtype=np.float32)
    view = View(0, len(first), none, outputs.roles[0, first].numpy())
    scores = Scores(Pieces(place, place, place, place, place, place), none, none, (view,), place, none, none)
    read = Fillings(scores, EVENT_ROLES[role], settings_of(reader))
    for number, piece in enumerate(batch.anchor_piece.tolist()):
        start, odds = read.odds(int(batch.word[0, piece]))
        assert start == 0
        assert np.allclose(odds, learned[number][first], atol=1e-3)
