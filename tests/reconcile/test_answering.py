"""Answers in short reports written by hand: those that rules were mended on, and those that are held back."""

from pathlib import Path

import pytest

from tests.reconcile.answering import found, marked


@pytest.mark.parametrize(("name", "count"), [("answers", 24), ("answers_held", 7)])
def test_every_link_is_between_marked_incidents(name: str, count: int) -> None:
    reports = marked(name)
    assert len(reports) == len({report.name for report in reports}) == count
    for report in reports:
        known = set(report.marks.values())
        assert all({answer, answered} <= known and answer != answered for answer, answered in report.links), report.name


def test_no_report_is_in_both_files() -> None:
    assert {report.text for report in marked("answers")}.isdisjoint(report.text for report in marked("answers_held"))


@pytest.mark.parametrize(("name", "floor"), [("answers", 0.8), ("answers_held", 0.4)])
def test_answers_are_found(name: str, floor: float, tmp_path: Path) -> None:
    links = found(marked(name), tmp_path)
    assert links.f1 >= floor, links
