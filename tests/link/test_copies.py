"""Copies: the indexed search against a slow obvious one, and what counts as a copy."""

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.copies import CONTAINED, SHINGLE, SHORTEST, find_copies
from tests.builders import make_report

STORY = (
    "Aircraft bombed a depot outside the town of Marfa before dawn, the defence ministry said, and two guards were hurt. "
    "Residents reported hearing four explosions and said that windows broke in the market street. "
    "The ministry did not say who had sent the aircraft, and nobody has said that they did it."
)
OTHER = (
    "Farmers in the north asked the council for seed after a dry spring, and the mayor promised an answer by the end of "
    "the month. The council meets on the first Monday, and its members are divided about who should pay for it all."
)


def test_a_lightly_edited_text_is_a_copy() -> None:
    copy = STORY.replace("before dawn", "early in the morning") + " More follows."
    reports = {r.id: r for r in (make_report(STORY, "a"), make_report(copy, "b"), make_report(OTHER, "c"))}
    (family,) = find_copies(reports)
    assert {reports[identity].name for identity in family.reports} == {"a", "b"}


def test_the_same_facts_in_other_words_are_no_copy() -> None:
    told_anew = "A depot near Marfa was hit from the air overnight. Two guards were injured, according to officials, and shop windows shattered."
    reports = {r.id: r for r in (make_report(STORY, "a"), make_report(told_anew, "b"))}
    assert find_copies(reports) == ()


def test_the_origin_is_the_credited_agency() -> None:
    from dataclasses import replace

    first = replace(make_report(STORY, "a"), agency="Reuters")
    second = make_report(STORY + " Updated.", "b")
    (family,) = find_copies({first.id: first, second.id: second})
    assert family.origin == "Reuters"


@given(st.lists(st.sampled_from([STORY, OTHER, STORY + " " + OTHER, STORY[:180], "Short."]), max_size=5))
def test_the_index_finds_what_comparing_all_pairs_finds(texts: list[str]) -> None:
    reports = {r.id: r for r in (make_report(text, str(n)) for n, text in enumerate(texts))}
    grams = {}
    for identity, report in reports.items():
        words = re.findall(r"\w+", report.text.lower())
        grams[identity] = {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    groups = [{identity} for identity in reports]
    for left, right in combinations(reports, 2):
        shorter = min(len(grams[left]), len(grams[right]))
        if shorter >= SHORTEST and len(grams[left] & grams[right]) >= CONTAINED * shorter:
            one = next(g for g in groups if left in g)
            other = next(g for g in groups if right in g)
            if one is not other:
                one |= other
                groups.remove(other)
    expected = {frozenset(group) for group in groups if len(group) > 1}
    assert {frozenset(family.reports) for family in find_copies(reports)} == expected
