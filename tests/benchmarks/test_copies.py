"""The cases of the copy benchmark: what they hold, and that the scorer sees a wrong join and a missed one."""

import pytest

from benchmarks.copies import EDITS, Case, cases, changed, cut, score
from tests.link.test_copies import OTHER, STORY, THIRD

ARTICLES = (STORY, OTHER, THIRD)


def test_every_kind_is_found_among_the_tests_own_articles() -> None:
    for case in cases(ARTICLES):
        if case.kind == "15% of the cut":
            continue  # two fifths of these are two dozen words, of which too few are left in their order
        figures, wrong, missed = score(case)
        assert (case.kind, wrong, missed) == (case.kind, set(), set())
        assert figures["joined"] == 0


def test_two_kinds_hold_no_copies() -> None:
    bare = [case.kind for case in cases(ARTICLES) if not case.gold]
    assert bare == ["same quotations", "independent"]


@pytest.mark.parametrize("kind", [kind for kind in EDITS if kind != "verbatim"])
def test_an_edit_changes_the_text_and_is_the_same_each_time(kind: str) -> None:
    edited = EDITS[kind](STORY)
    assert edited != STORY
    assert edited == EDITS[kind](STORY)


def test_the_share_of_changed_words_is_near_what_is_asked() -> None:
    words = " ".join(f"word{n}" for n in range(2000))
    assert 0.13 < changed(0.15)(words).split().count("otherwise") / 2000 < 0.17
    assert len(cut(words).split()) == 800


def test_the_scorer_counts_joins_for_nothing_and_misses() -> None:
    texts = {"a": STORY, "b": STORY, "c": OTHER}
    figures, wrong, missed = score(Case("made", texts, frozenset({frozenset(("a", "c"))})))
    assert (figures["p"], figures["r"], figures["joined"]) == (0.0, 0.0, 1.0)
    assert (wrong, missed) == ({frozenset(("a", "b"))}, {frozenset(("a", "c"))})
