"""The table of time phrases, each read and resolved in its sentence."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.times import load_times
from rashomon.model import IncidentMention, Reading, Reality, Report, TimeInterval
from rashomon.read.mentions import MentionRules
from rashomon.read.segment import segment
from rashomon.resolve import resolvers_for
from rashomon.resolve.times import TimeLine, Told, time_line
from rashomon.resolve.times.table import RULES
from tests.builders import make_report
from tests.resolve.time_cases import ROWS

CASES = [tuple(cell.strip() for cell in row.split("|")) for row in ROWS.strip().splitlines()]
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def published_on(words: str) -> TimeInterval:
    if words == "-":
        return TimeInterval()
    days = [date.fromisoformat(day) for day in words.split("/")]
    return TimeInterval(start=days[0], end=days[-1], basis="stated")


def day_of(day: date) -> TimeInterval:
    return TimeInterval(start=day, end=day, basis="stated")


def line_of(text: str, published: TimeInterval) -> tuple[Report, Reading, TimeLine]:
    report = replace(make_report(text), published=published)
    document = segment(report)
    reading = MentionRules().annotate(document, Reading(report=report.id, reader="test"))
    reading = replace(reading, sentences=tuple(report.span(s.start, s.end) for s in document.sentences))
    return report, reading, time_line(reading, report)


def every_phrase(text: str, published: TimeInterval) -> list[Told]:
    return list(line_of(text, published)[2].told.values())


def told(sentence: str, published: TimeInterval) -> Told | None:
    """What the last phrase in brackets means; the reader must have marked exactly that phrase."""
    plain = sentence.replace("[", "").replace("]", "")
    end = len(sentence[: sentence.rindex("]")].replace("[", "").replace("]", ""))
    phrase = re.findall(r"\[(.*?)\]", sentence)[-1]
    report, reading, line = line_of(plain, published)
    marked = [m.span for m in reading.mentions if m.kind == "time"]
    assert report.span(end - len(phrase), end) in marked, [span.text for span in marked]
    return line.at(report.span(end - len(phrase), end))


def shown(interval: TimeInterval) -> str:
    if interval.known:
        return "/".join(day.isoformat() if day else ".." for day in (interval.start, interval.end))
    return "unknown" if interval.weekday is None else WEEKDAYS[interval.weekday]


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 120


@pytest.mark.parametrize(("published", "sentence", "days", "basis", "value"), CASES)
def test_a_phrase_means_what_the_table_says(published: str, sentence: str, days: str, basis: str, value: str) -> None:
    found = told(sentence, published_on(published))
    assert found is not None
    assert (shown(found.interval), found.interval.basis) == (days, basis)
    assert (found.value or "-") == value
    assert found.reason


@given(
    st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from(WEEKDAYS), st.sampled_from(["", "last ", "early "])
)
def test_a_week_later_a_weekday_lies_a_week_later(published: date, weekday: str, before: str) -> None:
    sentence = f"Gunmen attacked the bridge [{before}{weekday}]."
    one, other = (told(sentence, day_of(day)) for day in (published, published + timedelta(days=7)))
    assert one is not None and other is not None
    first, second = one.interval, other.interval
    assert first.start is not None and second.start is not None
    assert first.start.strftime("%A") == weekday
    assert (second.start - first.start, second.days) == (timedelta(days=7), first.days)


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)), st.dates(date(1900, 1, 1), date(2090, 12, 31)))
def test_a_full_date_depends_on_no_publication_date(day: date, published: date) -> None:
    for words in (f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}", day.isoformat()):
        sentence = f"Gunmen attacked the bridge on [{words}]."
        found = [told(sentence, when) for when in (day_of(published), TimeInterval())]
        assert [one and (one.interval.start, one.interval.end) for one in found] == [(day, day)] * 2


WORDS = sorted({word for row in CASES for word in row[1].replace("[", "").replace("]", "").split()})


@given(
    st.lists(st.sampled_from([*WORDS, "0", "9999", "31.12.", "30", "."]), max_size=9).map(" ".join),
    st.sampled_from([TimeInterval(), day_of(date(1, 1, 1)), day_of(date(9999, 12, 31)), day_of(date(2021, 2, 27))]),
)
def test_any_words_are_borne_and_no_interval_is_reversed(text: str, published: TimeInterval) -> None:
    for found in every_phrase(text, published):
        days = found.interval
        assert days.start is None or days.end is None or days.start <= days.end


@given(st.text(max_size=80))
def test_any_text_is_borne(text: str) -> None:
    assert all(found.reason for found in every_phrase(text, day_of(date(2021, 2, 27))))


def test_every_form_has_its_rule_and_every_rule_its_reason() -> None:
    assert {form.name for form in load_times().forms} == set(RULES)
    assert all((rule.__doc__ or "").strip() for rule in RULES.values())


def test_a_side_of_the_world_where_it_is_the_next_day_already_widens_the_date() -> None:
    late, early = (
        told(f"He spoke at [{hour} EST on Thursday].", published_on("2021-02-27")) for hour in ("9 p.m.", "1 a.m.")
    )
    assert late is not None and shown(late.interval) == "2021-02-25/2021-02-26"
    assert early is not None and shown(early.interval) == "2021-02-24/2021-02-25"


def test_a_length_or_a_frequency_is_no_date_of_an_event() -> None:
    for phrase in ("three days", "every day", "daily", "recently", "now"):
        found = told(f"The siege went on [{phrase}].", published_on("2021-02-27"))
        assert found is not None and not found.event


def mention_of(report: Report, words: str, start: int, reality: Reality = "happened") -> IncidentMention:
    span = report.span(start, start + len(words))
    return IncidentMention(id=f"m{start}", trigger=(span,), type="airstrike", reality=reality, time=(span,))


def test_one_phrase_that_means_two_days_in_a_report_dates_neither() -> None:
    text = "Rebels came on Monday. They left the next day. Jets struck on Thursday. Shells fell the next day."
    report, reading, _ = line_of(text, published_on("2021-02-27"))
    first, second = text.index("the next day"), text.rindex("the next day")
    events = (mention_of(report, "the next day", first), mention_of(report, "the next day", second))
    one = resolvers_for(report, replace(reading, events=events[:1]))
    both = resolvers_for(report, replace(reading, events=events))
    assert one.time("the next day").start == date(2021, 2, 23)
    assert not both.time("the next day").known


@pytest.mark.parametrize(("reality", "day"), [("happened", date(2021, 2, 26)), ("planned", date(2021, 3, 5))])
def test_what_has_happened_is_dated_back_whatever_the_verb_looks_ahead_to(reality: Reality, day: date) -> None:
    text = "The army will answer the raid on Friday."
    report, reading, _ = line_of(text, published_on("2021-02-27"))
    event = mention_of(report, "on Friday", text.index("on Friday"), reality)
    assert resolvers_for(report, replace(reading, events=(event,))).time("on Friday").start == day
