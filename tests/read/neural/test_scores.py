"""Scores by word: put together from windows, and taken apart by what they are about."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.neural.labels import (
    ENTITY_TAGS,
    EVENT_CLASSES,
    EVENT_LINK_SIZE,
    EVENT_ROLES,
    FILLER_TAGS,
    LINK_SIZE,
    LINKED,
    ROLES,
    STANCES,
    TAGS,
)
from rashomon.read.neural.pieces import Pieces
from rashomon.read.neural.scores import OUTPUTS, Scores, View, joined, softmax
from rashomon.read.neural.windows import windows_of

WIDTHS = {
    "tags": len(ROLES) * len(TAGS) + len(ENTITY_TAGS),
    "links": len(LINKED) * (2 * LINK_SIZE + 1),
    "stance": 2 * len(STANCES),
    "events": 2 * len(TAGS) + len(FILLER_TAGS),
    "roles": len(EVENT_ROLES) * (2 * EVENT_LINK_SIZE + 1),
    "classes": sum(map(len, EVENT_CLASSES.values())),
}


def pieces_of(lengths: list[int]) -> Pieces:
    """Words of so many pieces each."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    first = ends - lengths
    place = np.arange(total)
    return Pieces(place, np.zeros_like(place), first, first * 2, ends * 2, np.zeros_like(first))


@given(st.lists(st.integers(1, 4), max_size=60), st.integers(5, 12), st.integers(0, 4))
def test_each_word_has_the_row_of_its_first_piece_in_the_window_that_owns_it(
    lengths: list[int], size: int, overlap: int
) -> None:
    pieces = pieces_of(lengths)
    windows = windows_of(len(pieces), size=size, overlap=overlap)
    # Each output tells the number of its window and that of its piece; the marks at both ends of a window tell -1.
    parts = [
        {name: np.array([(n, p) for p in (-1, *range(w.start, w.end), -1)], dtype=np.float32) for name in OUTPUTS}
        for n, w in enumerate(windows)
    ]
    found = joined(pieces, windows, parts)
    owner = {piece: n for n, w in enumerate(windows) for piece in range(w.own_start, w.own_end)}
    expected = [[owner[piece], piece] for piece in pieces.first.tolist()]
    assert found.tags.tolist() == found.stance.tolist() == expected
    assert found.events.tolist() == found.classes.tolist() == expected
    assert found.owner.tolist() == [number for number, _ in expected]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=60), st.integers(5, 12), st.integers(0, 4))
def test_each_view_holds_the_words_that_its_window_sees_and_no_others(
    lengths: list[int], size: int, overlap: int
) -> None:
    pieces = pieces_of(lengths)
    windows = windows_of(len(pieces), size=size, overlap=overlap)
    parts = [
        {name: np.array([(n, p) for p in (-1, *range(w.start, w.end), -1)], dtype=np.float32) for name in OUTPUTS}
        for n, w in enumerate(windows)
    ]
    found = joined(pieces, windows, parts)
    assert len(found.views) == len(windows)
    for number, (window, view) in enumerate(zip(windows, found.views, strict=True)):
        begun = [n for n, piece in enumerate(pieces.first.tolist()) if window.start <= piece < window.end]
        assert list(range(view.start, view.end)) == begun
        assert view.links.tolist() == view.roles.tolist() == [[number, pieces.first[word]] for word in begun]
    assert all(found.views[owner].start <= word < found.views[owner].end for word, owner in enumerate(found.owner))


def test_a_document_without_windows_has_scores_of_no_word() -> None:
    found = joined(pieces_of([]), (), ())
    assert [len(part) for part in (found.tags, found.stance, found.views, found.owner)] == [0, 0, 0, 0]


def test_the_parts_are_those_that_the_heads_write() -> None:
    """Each column has a number of its own, so that one sees where it ends up."""
    columns = {name: np.arange(width, dtype=np.float32)[None] for name, width in WIDTHS.items()}
    found = scores_of(**columns)
    assert found.entities().tolist() == [list(range(9, 9 + len(ENTITY_TAGS)))]
    queries, keys, suits = View(0, 1, columns["links"], columns["roles"]).linked("content")
    begin = 2 * LINK_SIZE + 1
    assert queries.tolist() == [list(range(begin, begin + LINK_SIZE))]
    assert keys.tolist() == [list(range(begin + LINK_SIZE, begin + 2 * LINK_SIZE))]
    assert suits.tolist() == [begin + 2 * LINK_SIZE]
    queries, keys, suits = View(0, 1, columns["links"], columns["roles"]).filling("place")
    begin = EVENT_ROLES.index("place") * (2 * EVENT_LINK_SIZE + 1)
    assert queries.tolist() == [list(range(begin, begin + EVENT_LINK_SIZE))]
    assert keys.tolist() == [list(range(begin + EVENT_LINK_SIZE, begin + 2 * EVENT_LINK_SIZE))]
    assert suits.tolist() == [begin + 2 * EVENT_LINK_SIZE]
    assert np.allclose(found.anchors("figure"), softmax(np.array([[3, 4, 5]])))
    assert np.allclose(found.fillers(), softmax(np.arange(6, 6 + len(FILLER_TAGS))[None]))
    begin = sum(len(EVENT_CLASSES[name]) for name in ("type", "reality"))
    assert np.allclose(found.told("outcome", 0), softmax(np.arange(begin, begin + len(EVENT_CLASSES["outcome"]))))
    own, added = found.stances()
    assert own.tolist() + added.tolist() == [list(range(len(STANCES))), list(range(len(STANCES), 2 * len(STANCES)))]


def scores_of(**columns: np.ndarray) -> Scores:
    """The scores of one word that no window sees."""
    rows = {name: columns.get(name, np.zeros((1, width), dtype=np.float32)) for name, width in WIDTHS.items()}
    owner = np.zeros(1, dtype=np.int64)
    return Scores(pieces_of([1]), rows["tags"], rows["stance"], (), owner, rows["events"], rows["classes"])


@given(st.lists(st.floats(-20, 20, width=32), min_size=3, max_size=3))
def test_the_odds_of_a_role_are_those_of_its_probabilities(numbers: list[float]) -> None:
    tags = np.zeros((1, WIDTHS["tags"]), dtype=np.float32)
    tags[0, 3:6] = numbers
    found = scores_of(tags=tags)
    outside, begin, later = softmax(np.array(numbers, dtype=np.float64))
    assert np.allclose(found.role("source")[0], [outside, begin, later], atol=1e-6)
    assert np.allclose(found.role("cue")[0], 1 / 3)
    assert np.isclose(found.odds("source")[0], np.logaddexp(numbers[1], numbers[2]) - numbers[0], atol=1e-4)
    if 1e-4 < outside < 1 - 1e-4:
        assert np.isclose(found.odds("source")[0], np.log((1 - outside) / outside), atol=1e-2)
