"""Mentions led to what they mean."""

from rashomon.model import Mention, MentionKind, Reading, TimeInterval
from rashomon.resolve.mentions import interval_ref, resolve_mentions
from tests.builders import make_report, on

TEXT = "Iraqi troops left Mosul on Thursday, a day after rockets fell, the Green Pine Circle said of Iraq."


def resolved(words: str, kind: MentionKind) -> Mention:
    report = make_report(TEXT, day="2021-02-27")
    start = TEXT.index(words)
    mention = Mention(span=report.span(start, start + len(words)), kind=kind)
    (found,) = resolve_mentions(Reading(report=report.id, reader="test", mentions=(mention,)), report).mentions
    return found


def test_each_kind_gets_its_own_sort_of_ref_and_a_reason() -> None:
    assert resolved("Iraqi troops", "actor").ref == "irq.mil"
    assert resolved("Mosul", "place").ref == "geonames:99072"
    assert resolved("on Thursday", "time").ref == "2021-02-25/2021-02-25"
    assert all(resolved(words, kind).reason for words, kind in (("Iraqi troops", "actor"), ("Mosul", "place")))
    assert resolved("on Thursday", "time").reason.startswith("A weekday")


def test_what_is_not_known_has_no_ref() -> None:
    assert resolved("Green Pine Circle", "actor").ref is None
    assert resolved("a day after", "time").ref is None
    assert resolved("rockets", "weapon").ref is None


def test_an_open_side_is_two_dots() -> None:
    since = on("2021-02-25")
    assert interval_ref(TimeInterval(start=since.start)) == "2021-02-25/.."
    assert interval_ref(TimeInterval(weekday=3)) is None
