"""How many origins a claim has: copies, passages, versions and agencies are one each."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link import link
from rashomon.model import Evidence, Report
from rashomon.reconcile.answers import Answer
from rashomon.reconcile.origins import Origins
from tests.builders import find, make_report
from tests.link.test_copies import OTHER, STORY, THIRD

TOLD = "two guards were hurt"
OWN = (
    "At the gate a doctor of the town clinic counted that two guards were hurt, and she showed us the beds they lay in."
)


def answer(report: Report, *relays: str, last: bool = False) -> Answer:
    start = report.text.rindex(TOLD) if last else report.text.index(TOLD)
    span = report.span(start, start + len(TOLD))
    return Answer(
        claimant=None,
        stance="asserts",
        evidence=Evidence(report=report.id, span=span, sentence=span),
        relayed_by=relays,
    )


def count(*answers: Answer, reports: Mapping[str, Report] | tuple[Report, ...]) -> int:
    known = reports if isinstance(reports, Mapping) else {report.id: report for report in reports}
    return Origins(known, link(known, ())).count(answers)


def test_copies_are_one_origin() -> None:
    one, other = make_report(STORY, "a"), make_report(f"{STORY} Printed again.", "b")
    alone = make_report(f"{THIRD} {OWN}", "c")
    assert count(answer(one), answer(other), reports=(one, other)) == 1
    assert count(answer(one), answer(other), answer(alone), reports=(one, other, alone)) == 2


def test_a_borrowed_passage_has_its_origin_where_it_comes_from() -> None:
    background = ". ".join(STORY.split(". ")[:2]) + "."
    source = make_report(STORY, "a", day="2021-03-01")
    borrower = make_report(f"{OTHER} {THIRD} {OWN} {background}", "b", day="2021-03-02")
    reports = (source, borrower)
    assert count(answer(source), answer(borrower, last=True), reports=reports) == 1
    assert count(answer(source), answer(borrower), reports=reports) == 2


def test_a_page_with_two_stories_counts_with_the_one_that_the_words_stand_in() -> None:
    first, second = make_report(STORY, "a", day="2021-03-01"), make_report(f"{OTHER} {OWN}", "b", day="2021-03-01")
    both = make_report(f"{STORY}\n\n{OTHER} {OWN}", "c", day="2021-03-02")
    reports = (first, second, both)
    assert count(answer(first), answer(both), reports=reports) == 1
    assert count(answer(second), answer(both, last=True), reports=reports) == 1
    assert count(answer(first), answer(second), answer(both), reports=reports) == 2


def test_an_agency_is_one_origin_whoever_prints_it() -> None:
    one = replace(make_report(STORY, "a"), agency="AFP")
    copy = replace(make_report(f"{STORY} Printed again.", "b"), agency="AFP")
    citing = make_report(f"{THIRD} {OWN}", "c")
    assert count(answer(one), answer(copy), answer(citing, "AFP"), reports=(one, copy, citing)) == 1


def test_versions_of_one_page_are_one_origin() -> None:
    url = "https://example.org/depot"
    old = replace(make_report(f"{STORY} {OTHER}", "a", day="2021-03-01"), url=url)
    new = replace(make_report(f"{STORY} {OTHER} Two more were found.", "b", day="2021-03-02"), url=url)
    assert count(answer(old), answer(new), reports=(old, new)) == 1


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from([STORY, f"{THIRD} {OWN}", f"{OTHER} {OWN}"]), st.sampled_from([None, "AFP"])),
        min_size=1,
        max_size=4,
    ),
    st.data(),
)
def test_a_copy_never_raises_the_count(told: list[tuple[str, str | None]], data: st.DataObject) -> None:
    reports = [replace(make_report(text, str(n)), agency=agency) for n, (text, agency) in enumerate(told)]
    answers = [answer(report, *data.draw(st.sampled_from([(), ("Reuters",)]))) for report in reports]
    before = count(*answers, reports=tuple(reports))
    chosen = data.draw(st.integers(0, len(reports) - 1))
    copy = replace(make_report(reports[chosen].text, "copy"), agency=data.draw(st.sampled_from([None, "AFP"])))
    relays = answers[chosen].relayed_by
    assert count(*answers, answer(copy, *relays), reports=(*reports, copy)) <= before


def test_the_planted_words_stand_where_they_are_looked_for() -> None:
    assert find(make_report(STORY), TOLD).text == TOLD
