"""Versions of one page, and what was changed in them."""

from dataclasses import replace

from rashomon.link.versions import pages
from rashomon.model import Page, Report
from tests.builders import make_report
from tests.link.test_copies import OTHER, STORY

CHANGED = STORY.replace("two guards were hurt", "nine guards were hurt")


def found(*reports: Report) -> tuple[Page, ...]:
    return pages({report.id: report for report in reports})


def at(url: str, text: str, day: str) -> Report:
    return replace(make_report(text, day, day=day), url=url)


def test_a_sentence_that_was_changed_stands_beside_the_new_one() -> None:
    old = at("https://example.org/port/1", STORY, "2021-03-01")
    new = at("https://www.example.org/port/1/", CHANGED, "2021-03-02")
    (page,) = found(new, old)
    (change,) = page.changes
    assert page.reports == (old.id, new.id)
    assert change.before is not None and "two guards" in change.before.span.text
    assert change.after is not None and "nine guards" in change.after.span.text
    assert (change.before.report, change.after.report) == (old.id, new.id)


def test_what_was_taken_out_and_added_stands_alone() -> None:
    old = at("https://example.org/port/1", f"{STORY} The road is closed.", "2021-03-01")
    new = at("https://example.org/port/1", f"A curfew holds. {STORY}", "2021-03-02")
    (page,) = found(old, new)
    assert [(c.before is None, c.after is None) for c in page.changes] == [(True, False), (False, True)]


def test_an_address_that_shows_another_text_each_day_has_no_versions() -> None:
    url = "https://example.org/today"
    assert found(at(url, STORY, "2021-03-01"), at(url, OTHER, "2021-03-02")) == ()


def test_the_address_of_a_whole_site_tells_no_page() -> None:
    url = "https://example.org/"
    assert found(at(url, STORY, "2021-03-01"), at(url, CHANGED, "2021-03-02")) == ()


def test_the_same_text_twice_was_not_changed() -> None:
    url = "https://example.org/port/1"
    assert found(at(url, STORY, "2021-03-01"), at(url, f"{STORY}\n", "2021-03-02")) == ()
