"""Copies: the indexed search against a slow obvious one, and what counts as a copy."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.copies import families, find_copying
from rashomon.model import Report
from tests.builders import make_report

STORY = (
    "Aircraft bombed a depot outside the town of Marfa before dawn, the defence ministry said, and two guards were hurt. "
    "Residents reported hearing four explosions and said that windows broke in the market street. "
    "The ministry did not say who had sent the aircraft, and nobody has said that they did it. "
    "A convoy of six lorries had reached the depot on the evening before, a driver who delivers bread there recalled."
)
OTHER = (
    "Farmers in the north asked the council for seed after a dry spring, and the mayor promised an answer by the end of "
    "the month. The council meets on the first Monday, and its members are divided about who should pay for it all. "
    "Seed prices have doubled since the winter, and two mills by the river have closed their gates until the harvest."
)
THIRD = (
    "The ferry to the outer islands will not sail this week because its engine has to be brought to the yard at Orsk. "
    "Islanders were told to order medicine early, while the school boat carries passengers who must travel for a doctor."
)
WORDS = (
    "“I saw the smoke rise over the hill and ran with my children to the cellar, and we stayed there until noon, and "
    "then the soldiers came and told us that the road was open again,” said Lena Orlov, who keeps a shop nearby."
)
CLOSED = "Three depots of the province were closed for the day while engineers looked for what had not gone off."
TEXTS = (STORY, OTHER, f"{STORY} {OTHER}", STORY[: len(STORY) // 2], f"{THIRD} {STORY}", f"{OTHER} {WORDS}", "Short.")


def made(*texts: str) -> dict[str, Report]:
    return {report.id: report for report in (make_report(text, f"n{n}") for n, text in enumerate(texts))}


def joined(*texts: str) -> set[frozenset[str]]:
    """The families found, each by the names of its reports."""
    reports = made(*texts)
    return {frozenset(reports[one].name for one in group) for group in families(find_copying(reports).copied())}


@pytest.mark.parametrize(
    "copy",
    [
        STORY.replace("before dawn", "early in the morning") + " More follows.",
        STORY[: len(STORY) * 2 // 5],
        " ".join(reversed(STORY.split(". "))),
        f"What we know this hour\n\n{STORY}",
        " ".join("else" if n % 9 == 4 else word for n, word in enumerate(STORY.split())),
    ],
    ids=["edited", "cut", "reordered", "other headline", "every ninth word"],
)
def test_a_text_that_is_printed_again_is_a_copy(copy: str) -> None:
    assert joined(STORY, copy, OTHER) == {frozenset(("n0", "n1"))}


def test_the_same_facts_in_other_words_are_no_copy() -> None:
    told_anew = "A depot near Marfa was hit from the air overnight. Two guards were injured, according to officials, and shop windows shattered."
    assert joined(STORY, told_anew) == set()


def test_the_words_of_one_witness_make_no_copies_of_two_stories() -> None:
    assert joined(f"{THIRD}\n\n{WORDS}", f"{WORDS}\n\n{STORY}") == set()
    assert joined(f"{THIRD}\n\n{WORDS}", f"{THIRD}\n\n{WORDS}") == {frozenset(("n0", "n1"))}


def test_a_quotation_that_nobody_closes_ends_with_its_paragraph() -> None:
    text = f"The guard said, “we heard nothing at all.\n\n{STORY}"
    assert joined(text, f"Town in fear\n\n{STORY}") == {frozenset(("n0", "n1"))}


def test_a_page_that_prints_two_stories_makes_no_copies_of_them() -> None:
    assert joined(STORY, OTHER, f"{STORY}\n\n{OTHER}") == {frozenset(("n0", "n2")), frozenset(("n1", "n2"))}


def test_a_story_that_borrows_its_background_is_no_copy() -> None:
    background = ". ".join(STORY.split(". ")[:2]) + "."
    reports = made(f"{background} {CLOSED}", f"{OTHER} {background} {THIRD}")
    copying = find_copying(reports)
    assert (families(copying.copied()), len(copying.borrowed())) == ((), 1)


def test_a_story_in_more_reports_than_are_compared_with_each_other_is_one_family() -> None:
    (family,) = joined(*(f"{STORY} Printed by number {n}." for n in range(60)))
    assert len(family) == 60


@settings(max_examples=60)
@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_the_index_finds_what_comparing_all_pairs_finds(texts: list[str]) -> None:
    reports = made(*texts)
    by_age = sorted(reports)
    slow = find_copying(reports, combinations(by_age, 2))
    fast = find_copying(reports)
    assert families(fast.copied()) == families(slow.copied())
    assert {frozenset(one.pair) for one in fast.borrowed()} == {frozenset(one.pair) for one in slow.borrowed()}


@settings(max_examples=40)
@given(st.lists(st.sampled_from(TEXTS), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(texts: list[str], mixer: object) -> None:
    reports = made(*texts)
    names = list(reports)
    mixer.shuffle(names)  # type: ignore[attr-defined]
    again = {name: reports[name] for name in names}
    one, other = find_copying(reports), find_copying(again)
    assert families(one.copied()) == families(other.copied())
    assert [overlap.pair for overlap in one.overlaps] == [overlap.pair for overlap in other.overlaps]
