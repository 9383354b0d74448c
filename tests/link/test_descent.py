"""Who copied whom: the tree, the kinds, the origin, and passages that are words of both reports."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.copies import find_copying
from rashomon.link.descent import borrowings, lineages
from rashomon.model import Lineage, Report
from tests.builders import make_report
from tests.link.test_copies import CLOSED, OTHER, STORY, TEXTS, THIRD, made


def trace(*reports: Report) -> Lineage:
    known = {report.id: report for report in reports}
    (family,) = lineages(known, find_copying(known))
    return family


def test_the_earlier_report_is_the_source() -> None:
    early, late = make_report(STORY, "z", day="2021-03-01"), make_report(STORY, "a", day="2021-03-02")
    family = trace(late, early)
    (descent,) = family.descents
    assert (family.root, descent.copy, descent.source) == (early.id, late.id, early.id)
    assert (descent.kind, descent.direction, descent.share) == ("verbatim", "dated", 1.0)


def test_where_nothing_tells_the_source_it_is_said() -> None:
    (descent,) = trace(make_report(STORY, "a"), make_report(STORY, "b")).descents
    assert descent.direction == "unknown"
    assert descent.reason == "Nothing tells which of the two came first."


def test_the_agency_stands_before_those_who_print_it() -> None:
    own = make_report(STORY, "own", day="2021-03-03", outlet="Reuters")
    printed = replace(make_report(STORY, "printed", day="2021-03-02"), agency="Reuters")
    family = trace(printed, own)
    assert (family.origin, family.root) == ("Reuters", own.id)
    assert family.descents[0].direction == "credited"
    assert family.descents[0].agency == "Reuters"


def test_who_credits_the_agency_stands_before_who_does_not() -> None:
    short = replace(make_report(STORY[: len(STORY) * 3 // 4], "short"), agency="AP")
    family = trace(make_report(STORY, "long"), short)
    assert (family.origin, family.root) == ("AP", short.id)
    assert family.descents[0].reason == "Its source credits AP, and it does not."


def test_an_undated_report_stands_before_the_shorter_ones() -> None:
    early = make_report(STORY, "early", day="2021-03-01")
    late = make_report(STORY[: len(STORY) * 3 // 4], "late", day="2021-03-02")
    undated = make_report(f"{STORY} Printed in full.", "undated")
    assert trace(late, early, undated).root == undated.id
    assert trace(late, early, make_report(STORY[: len(STORY) // 2], "undated")).root == early.id


def test_an_agency_that_all_texts_were_told_by_is_the_origin() -> None:
    text = f"{STORY} A second driver told AFP that the lorries had come from the coast."
    assert trace(make_report(text, "a"), make_report(text, "b")).origin == "AFP"
    assert trace(make_report(STORY, "a"), make_report(text, "b")).origin is None


def test_credits_that_differ_leave_the_origin_open() -> None:
    one, other = make_report(STORY, "a"), make_report(STORY, "b")
    assert trace(replace(one, agency="AFP"), replace(other, agency="Reuters")).origin is None


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        (STORY, "verbatim"),
        (STORY[: len(STORY) // 2], "cut"),
        (" ".join(f"{part.rstrip('.')}." for part in reversed(STORY.split(". "))), "reordered"),
        (STORY.replace("depot", "store").replace("lorries", "trucks").replace("hurt", "injured"), "edited"),
    ],
)
def test_the_kind_tells_what_was_done(copy: str, kind: str) -> None:
    (descent,) = trace(make_report(STORY, "a", day="2021-03-01"), make_report(copy, "b", day="2021-03-02")).descents
    assert descent.kind == kind


def test_a_borrowed_passage_is_shown_in_both_reports() -> None:
    background = ". ".join(STORY.split(". ")[:2]) + "."
    source = make_report(f"{background} {CLOSED}", "a", day="2021-03-01")
    copy = make_report(f"{OTHER} {background} {THIRD}", "b", day="2021-03-02")
    known = {report.id: report for report in (copy, source)}
    (descent,) = borrowings(known, find_copying(known))
    (passage,) = descent.passages
    assert (descent.copy, descent.source, descent.kind) == (copy.id, source.id, "passage")
    assert passage.copy.span.text == passage.source.span.text == background


def test_what_an_outlet_prints_again_of_its_own_is_not_borrowed() -> None:
    note = "This paper follows the matter and has written about it since the spring, when the first of the ferries was sold abroad by its owners."
    texts = (f"{OTHER} {note}", f"{THIRD} {note}")
    reports = {r.id: r for r in (make_report(text, outlet="Bay Courier") for text in texts)}
    assert borrowings(reports, find_copying(reports)) == ()


@settings(max_examples=40)
@given(st.lists(st.sampled_from(TEXTS), max_size=5))
def test_every_passage_is_words_of_its_reports_and_every_copy_leads_to_the_root(texts: list[str]) -> None:
    reports = made(*texts)
    copying = find_copying(reports)
    for family in lineages(reports, copying):
        assert {descent.copy for descent in family.descents} == {*family.reports} - {family.root}
        above = {descent.copy: descent.source for descent in family.descents}
        for descent in family.descents:
            assert 0 <= descent.share <= 1
            for passage in descent.passages:
                for excerpt in (passage.copy, passage.source):
                    assert reports[excerpt.report].holds(excerpt.span)
            node, seen = descent.copy, set()
            while node in above and node not in seen:
                seen.add(node)
                node = above[node]
            assert node == family.root
