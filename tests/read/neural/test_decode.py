"""From scores to attributions: what was planted comes out, and nothing else."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.neural.decode import NEAR_CUES, Found, Links, Run, attributions_of, candidates, cues_of, runs_of
from rashomon.read.neural.distance import bucket_of
from rashomon.read.neural.labels import BUCKETS, FARTHEST, LINK_SIZE, LINKED, STANCES
from rashomon.read.neural.scores import Scores, View
from tests.read.neural.planted import PLAIN, SURE, Planted, in_views, numbered, planted

Parts = tuple[Run, tuple[Run, ...], tuple[Run, ...]]


def parts(found: list[Found]) -> list[Parts]:
    return [(one.cue, one.source, one.content) for one in found]


def read(words: int, *attributions: Planted, breaks: tuple[int, ...] = ()) -> list[Found]:
    return attributions_of(planted(numbered(words, breaks=breaks), attributions), PLAIN)


def test_one_attribution_comes_out_as_it_was_planted() -> None:
    (found,) = read(12, Planted(source=[(0, 2)], cue=(2, 3), content=[(4, 11)], stance="denies"))
    assert parts([found]) == [((2, 3), ((0, 2),), ((4, 11),))]
    assert STANCES[int(found.stances.argmax())] == "denies"
    assert found.stances.sum() == pytest.approx(1)
    assert min(found.cue_sure, found.source_sure, found.content_sure) > 0.99


@pytest.mark.parametrize("words", [0, 1, 7])
def test_without_a_cue_there_is_no_attribution(words: int) -> None:
    assert read(words) == []


def test_two_attributions_of_a_sentence_share_their_source() -> None:
    found = read(
        20,
        Planted(source=[(0, 3)], cue=(3, 4), content=[(5, 10)]),
        Planted(source=[(0, 3)], cue=(11, 12), content=[(13, 19)], stance="accuses"),
    )
    assert parts(found) == [((3, 4), ((0, 3),), ((5, 10),)), ((11, 12), ((0, 3),), ((13, 19),))]
    assert [STANCES[int(one.stances.argmax())] for one in found] == ["asserts", "accuses"]


def test_an_attribution_stands_inside_the_content_of_another() -> None:
    """Each cue draws its own words: the inner one's source and cue are words of the outer one's content."""
    found = read(
        16,
        Planted(source=[(0, 1)], cue=(1, 2), content=[(3, 15)]),
        Planted(source=[(3, 5)], cue=(5, 6), content=[(10, 15)]),
    )
    assert parts(found) == [((1, 2), ((0, 1),), ((3, 15),)), ((5, 6), ((3, 5),), ((10, 15),))]


def test_a_content_may_stand_on_both_sides_of_what_introduces_it() -> None:
    (found,) = read(20, Planted(content=[(0, 6), (11, 19)], source=[(7, 9)], cue=(9, 10)))
    assert parts([found]) == [((9, 10), ((7, 9),), ((0, 6), (11, 19)))]


def test_a_cue_of_two_words_belongs_to_neither_source_nor_content() -> None:
    (found,) = read(10, Planted(source=[(0, 4)], cue=(2, 4), content=[(2, 9)]))
    assert parts([found]) == [((2, 4), ((0, 2),), ((4, 9),))]


def test_words_that_a_source_has_drawn_are_no_content() -> None:
    (found,) = read(10, Planted(source=[(4, 6)], cue=(3, 4), content=[(4, 9)]))
    assert parts([found]) == [((3, 4), ((4, 6),), ((6, 9),))]


def test_a_cue_without_source_and_content_is_told_with_none() -> None:
    (found,) = read(5, Planted(cue=(2, 3)))
    assert parts([found]) == [((2, 3), (), ())]
    assert (found.source_sure, found.content_sure) == (0.0, 0.0)


def test_cues_that_touch_are_one() -> None:
    """So they hardly ever are two; what both draw belongs to the one, by its first word."""
    first, second = Planted(cue=(1, 3), source=[(0, 1)]), Planted(cue=(3, 4), content=[(4, 6)])
    assert cues_of(planted(numbered(8), [first, second]), 0.4) == [(1, 4)]
    apart = replace(second, cue=(4, 5))
    assert cues_of(planted(numbered(8), [first, apart]), 0.4) == [(1, 3), (4, 5)]


def unsure(scores: Scores, word: int, chance: float) -> Scores:
    """The same scores, less sure that a word is a cue."""
    scores.tags[word, :3] = np.log([1 - chance, chance, 1e-9])
    return scores


@pytest.mark.parametrize(("floor", "count"), [(0.7, 1), (0.9, 0)])
def test_an_attribution_must_be_sure_enough_as_a_whole(floor: float, count: int) -> None:
    scores = unsure(planted(numbered(8), [Planted(source=[(0, 1)], cue=(1, 2), content=[(2, 8)])]), 1, 0.5)
    (found,) = candidates(scores, PLAIN)
    assert found.sure == pytest.approx(0.5 ** (1 / 3), abs=1e-3)
    assert len(attributions_of(scores, replace(PLAIN, sure_floor=floor))) == count


@pytest.mark.parametrize(("first", "second", "kept"), [(0.9, 0.6, (1, 2)), (0.6, 0.9, (3, 4))])
def test_of_two_near_cues_with_much_the_same_content_the_surer_one_is_kept(
    first: float, second: float, kept: Run
) -> None:
    scores = planted(numbered(14), [Planted(cue=(1, 2), content=[(4, 14)]), Planted(cue=(3, 4), content=[(4, 12)])])
    unsure(unsure(scores, 1, first), 3, second)
    assert [one.cue for one in candidates(scores, PLAIN)] == [(1, 2), (3, 4)]
    assert [one.cue for one in attributions_of(scores, PLAIN)] == [kept]


@given(st.integers(1, 90), st.integers(0, 2**32), st.floats(0, 1))
def test_kept_are_those_that_stand_against_all_surer_ones(words: int, seed: int, floor: float) -> None:
    scores, settings = drawn_scores(words, seed), replace(PLAIN, sure_floor=floor)
    kept: list[Found] = []
    for one in sorted(candidates(scores, settings), key=lambda one: (-one.sure, one.cue)):
        if one.sure >= floor and not any(one.rivals(other) for other in kept):
            kept.append(one)
    assert parts(attributions_of(scores, settings)) == sorted(parts(kept))


@pytest.mark.parametrize(
    ("cue", "content", "rivals"),
    [
        ((4, 5), [(10, 20)], True),
        ((4 + NEAR_CUES, 5 + NEAR_CUES), [(10, 20)], True),
        ((5 + NEAR_CUES, 6 + NEAR_CUES), [(10, 20)], False),
        ((6, 7), [(10, 12), (14, 20)], True),
        ((6, 7), [(16, 30)], False),
        ((6, 7), [(20, 30)], False),
        ((6, 7), [], False),
    ],
)
def test_rivals_are_near_one_another_and_say_much_the_same(cue: Run, content: list[Run], rivals: bool) -> None:
    def found(cue: Run, content: Sequence[Run]) -> Found:
        nothing = np.zeros(len(STANCES), dtype=np.float32)
        sure = {"cue_sure": 1.0, "source_sure": 1.0, "content_sure": 1.0}
        return Found(cue=cue, source=(), content=tuple(content), stances=nothing, **sure)

    one, other = found((4, 5), [(10, 20)]), found(cue, content)
    assert (one.rivals(other), other.rivals(one)) == (rivals, rivals)


def test_a_cue_ends_with_its_paragraph() -> None:
    planting = Planted(cue=(2, 5))
    assert cues_of(planted(numbered(8), [planting]), 0.4) == [(2, 5)]
    assert cues_of(planted(numbered(8, breaks=(4,)), [planting]), 0.4) == [(2, 4), (4, 5)]


def test_a_cue_may_be_the_last_word() -> None:
    assert parts(read(4, Planted(source=[(0, 1)], cue=(3, 4)))) == [((3, 4), ((0, 1),), ())]


@pytest.mark.parametrize(("floor", "expected"), [(0.4, []), (0.1, [(2, 3)])])
def test_a_cue_must_be_as_sure_as_the_settings_ask(floor: float, expected: list[Run]) -> None:
    scores = planted(numbered(6))
    scores.tags[2, :3] = np.log([0.8, 0.15, 0.05])
    assert cues_of(scores, floor) == expected


def test_a_stance_may_be_told_by_a_word_of_the_content_alone() -> None:
    attribution = Planted(source=[(0, 1)], cue=(1, 2), content=[(3, 5), (7, 9)], stance="threatens", told_by=8)
    chance = np.exp(SURE) / (np.exp(SURE) + len(STANCES) - 1)
    assert read(12, attribution)[0].stances[STANCES.index("threatens")] == pytest.approx(chance), "none dilutes it"
    aside = replace(attribution, told_by=10)
    assert read(12, aside)[0].stances == pytest.approx(1 / len(STANCES))


def test_the_odds_of_a_wavering_word_show_in_how_sure_an_attribution_is() -> None:
    scores = planted(numbered(8), [Planted(source=[(0, 1)], cue=(1, 2), content=[(2, 8)])])
    sure = attributions_of(scores, PLAIN)[0].content_sure
    size = 2 * LINK_SIZE + 1
    scores.views[0].links[5, size + 2 * LINK_SIZE] -= 7.5
    wavering = attributions_of(scores, PLAIN)[0].content_sure
    assert wavering == pytest.approx(sure - (1 / (1 + np.exp(-8)) - 1 / (1 + np.exp(-0.5))) / 6, abs=1e-4)


@pytest.mark.parametrize(
    ("source", "content", "sure"),
    [
        (0.9, 0.8, (0.7 * 0.9 * 0.8) ** (1 / 3)),
        (None, 0.8, (0.7 * 0.8) ** (1 / 2)),
        (0.9, None, (0.7 * 0.9 * 0.25) ** (1 / 3)),
        (None, None, (0.7 * 0.25) ** (1 / 2)),
    ],
)
def test_the_whole_is_as_sure_as_its_parts(source: float | None, content: float | None, sure: float) -> None:
    found = Found(
        cue=(1, 2),
        source=((0, 1),) if source else (),
        content=((2, 4),) if content else (),
        stances=np.zeros(len(STANCES), dtype=np.float32),
        cue_sure=0.7,
        source_sure=source or 0.0,
        content_sure=content or 0.0,
    )
    assert found.sure == pytest.approx(sure)


def slow_runs(odds: list[float], gap: float, speck: float) -> list[Run]:
    """Stretches as one would find them by hand: join to the left as long as it pays, then leave out specks."""
    runs: list[tuple[int, int]] = []
    word = 0
    while word < len(odds):
        if odds[word] <= 0:
            word += 1
            continue
        end = word
        while end < len(odds) and odds[end] > 0:
            end += 1
        if runs:
            left, reached = runs[-1]
            between = -sum(odds[reached:word])
            if between < gap and between < sum(odds[left:reached]) and between < sum(odds[word:end]):
                runs.pop()
                runs.append((left, end))
                word = end
                continue
        runs.append((word, end))
        word = end
    best = max((sum(odds[start:end]) for start, end in runs), default=0)
    return [(start, end) for start, end in runs if sum(odds[start:end]) >= min(speck, best)]


EIGHTHS = st.integers(-40, 40).map(lambda n: n / 8)
"""Numbers whose sums are exact, so that both ways to add them agree."""


@given(st.lists(EIGHTHS | st.just(-30.0), max_size=24), EIGHTHS.map(abs), EIGHTHS.map(abs))
def test_stretches_are_those_of_the_slow_way(odds: list[float], gap: float, speck: float) -> None:
    settings = replace(PLAIN, gap=gap, speck=speck)
    assert list(runs_of(np.array(odds, dtype=np.float32), settings)) == slow_runs(odds, gap, speck)


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ([], ()),
        ([-1, -1], ()),
        ([2, 2, -1, 2, 2], ((0, 5),)),
        ([2, 2, -4, 2, 2], ((0, 2), (3, 5))),
        ([2, 2, -1, 0.5], ((0, 2),)),
        ([0.5, -9, 4], ((2, 3),)),
        ([0.5], ((0, 1),)),
        ([0.5, -9, 0.25], ((0, 1),)),
    ],
)
def test_small_gaps_are_bridged_and_specks_left_out_unless_there_is_nothing_else(
    odds: list[float], expected: tuple[Run, ...]
) -> None:
    assert runs_of(np.array(odds, dtype=np.float32), replace(PLAIN, gap=3.0, speck=1.0)) == expected


def drawn_scores(words: int, seed: int, views: Sequence[Run] = (), owner: Sequence[int] = ()) -> Scores:
    """Scores of any kind, seen through one window or through several."""
    chance, plain = np.random.default_rng(seed), planted(numbered(words))
    tags, stance, links = (
        chance.normal(0, 2, part.shape).astype(np.float32) for part in (plain.tags, plain.stance, plain.views[0].links)
    )
    whole = replace(plain, tags=tags, stance=stance, views=(View(0, words, links, plain.views[0].roles),))
    return in_views(whole, views, owner) if views else whole


@given(st.integers(1, 8), st.integers(0, 1), st.integers(0, 2**32))
def test_the_odds_of_links_are_those_of_the_slow_way(words: int, role: int, seed: int) -> None:
    cue, begin = words // 2, words // 3
    scores = drawn_scores(words, seed, [(0, begin), (begin, words)], [0] * begin + [1] * (words - begin))
    chance = np.random.default_rng(seed + 1)
    settings = replace(PLAIN, distances=chance.normal(0, 1, (2, 2 * BUCKETS)), trust=chance.normal(0, 1, 2))
    start, found = Links(scores, role, settings).odds(cue)
    assert (start, len(found)) == (begin, words - begin), "the window that speaks for the cue sees these"
    queries, keys, suits = scores.views[1].linked(LINKED[role])
    tags = scores.odds(LINKED[role])
    for word in range(begin, words):
        here = word - begin
        product = sum(float(queries[cue - begin, n]) * float(keys[here, n]) for n in range(LINK_SIZE)) / LINK_SIZE**0.5
        near = settings.distances[role][int(bucket_of(np.array([word - cue]))[0])]
        expected = product + suits[here] + settings.trust[role] * tags[word] + near
        assert found[here] == pytest.approx(expected, abs=1e-3)


def test_words_farther_than_any_bucket_count_as_the_farthest() -> None:
    far = FARTHEST + 50
    scores, distances = drawn_scores(far + 1, 5), np.zeros((2, 2 * BUCKETS), dtype=np.float32)
    distances[:, -1] = 100
    _, with_last = Links(scores, 0, replace(PLAIN, distances=distances)).odds(0)
    _, without = Links(scores, 0, PLAIN).odds(0)
    assert with_last[-1] - without[-1] == pytest.approx(100, abs=1e-3)


CONTENT = Planted(cue=(5, 6), source=[(4, 5)], content=[(6, 15)])
"""A content of which a window that ends at the tenth word sees but the first half."""


def test_a_content_that_a_window_cuts_off_goes_on_as_far_as_its_own_tags_go() -> None:
    whole = planted(numbered(20), [CONTENT])
    cut = in_views(whole, [(0, 10), (8, 20)], [0] * 9 + [1] * 11)
    assert (
        parts(attributions_of(cut, PLAIN)) == parts(attributions_of(whole, PLAIN)) == [((5, 6), ((4, 5),), ((6, 15),))]
    )


def test_a_content_that_stands_before_a_window_is_found_back_to_its_beginning() -> None:
    whole = planted(numbered(20), [Planted(cue=(14, 15), source=[(12, 14)], content=[(2, 12)])])
    cut = in_views(whole, [(0, 11), (9, 20)], [0] * 10 + [1] * 10)
    assert parts(attributions_of(cut, PLAIN)) == [((14, 15), ((12, 14),), ((2, 12),))]


def test_a_content_that_a_window_cuts_off_ends_where_another_begins() -> None:
    follows = Planted(cue=(16, 17), content=[(12, 16)])
    whole = planted(numbered(20), [replace(CONTENT, content=[(6, 12)]), follows])
    cut = in_views(whole, [(0, 10), (8, 20)], [0] * 9 + [1] * 11)
    assert [one.content for one in attributions_of(cut, PLAIN)] == [((6, 12),), ((12, 16),)]


def test_a_content_that_ends_inside_a_window_is_carried_no_further() -> None:
    whole = planted(numbered(20), [replace(CONTENT, content=[(6, 9)])])
    cut = in_views(whole, [(0, 10), (8, 20)], [0] * 9 + [1] * 11)
    assert parts(attributions_of(cut, PLAIN)) == [((5, 6), ((4, 5),), ((6, 9),))]


def test_of_several_stretches_only_those_at_an_edge_are_carried_on() -> None:
    planting = Planted(cue=(10, 11), content=[(2, 6), (7, 9), (12, 18)])
    whole = planted(numbered(20), [planting])
    cut = in_views(whole, [(4, 16), (14, 20)], [0] * 15 + [1] * 5)
    assert parts(attributions_of(cut, PLAIN)) == [((10, 11), (), ((2, 6), (7, 9), (12, 18)))]


@given(st.integers(1, 40), st.integers(0, 2**32), st.integers(1, 12))
def test_whatever_the_scores_parts_are_apart_and_in_order(words: int, seed: int, size: int) -> None:
    starts = range(0, words, size)
    views = [(max(0, start - 2), min(words, start + size + 2)) for start in starts]
    scores = drawn_scores(words, seed, views, [word // size for word in range(words)])
    found = attributions_of(scores, PLAIN)
    assert [one.cue for one in found] == sorted({one.cue for one in found})
    for one in found:
        places = [word for run in (one.cue, *one.source, *one.content) for word in range(*run)]
        assert len(places) == len(set(places))
        assert all(0 <= word < words for word in places)
        assert 0 <= min(one.cue_sure, one.source_sure, one.content_sure)
        assert max(one.cue_sure, one.source_sure, one.content_sure) <= 1
