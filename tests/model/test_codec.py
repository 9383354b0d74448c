import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import SpanMistaken
from rashomon.model import Evidence, Figure, Judgement, Ledger, Reading, Report, TimeInterval
from rashomon.model.codec import decode, encode, field_names, kept_spans
from tests.builders import find, make_attribution, make_figure, make_incident, make_mention, make_reading, make_report
from tests.strategies import intervals, judgements, ledgers, readings, reports

REPORT = make_report("A drone strike killed at least 17 people near Sirte, residents said.", name="sirte")
MENTION = make_mention(REPORT, "strike", initiator="drone", place="Sirte")
INCIDENT = make_incident(REPORT, [MENTION], id="i1")
READING = make_reading(
    REPORT,
    [INCIDENT],
    figures=(make_figure(REPORT, "at least 17 people", INCIDENT, 17, None),),
    attributions=(make_attribution(REPORT, "residents", "said", "A drone strike killed at least 17 people"),),
)


def through_json(value: object, *, verbatim: bool) -> Any:
    return json.loads(json.dumps(encode(value, verbatim=verbatim)))


@settings(max_examples=30)
@given(st.data(), st.booleans())
def test_a_reading_comes_back_as_it_was(data: st.DataObject, verbatim: bool) -> None:
    report = data.draw(reports())
    reading = data.draw(readings(report))
    assert decode(Report, through_json(report, verbatim=verbatim)) == report
    assert decode(Reading, through_json(reading, verbatim=verbatim), report) == reading
    assert decode(Reading, through_json(reading, verbatim=verbatim), {report.id: report}) == reading


@settings(max_examples=30)
@given(st.data(), st.booleans())
def test_a_ledger_comes_back_with_each_span_in_its_own_report(data: st.DataObject, verbatim: bool) -> None:
    among = {report.id: report for report in data.draw(st.lists(reports(), min_size=1, max_size=3))}
    ledger = data.draw(ledgers(list(among.values())))
    assert decode(Ledger, through_json(ledger, verbatim=verbatim), among) == ledger


@given(intervals(), judgements())
def test_what_holds_no_span_needs_no_report(when: TimeInterval, judgement: Judgement) -> None:
    assert decode(TimeInterval, through_json(when, verbatim=False)) == when
    assert decode(Judgement, through_json(judgement, verbatim=False)) == judgement


def test_the_json_is_what_the_contract_says() -> None:
    figure = encode(READING.figures[0])
    assert figure["span"] == [22, 40]
    assert (figure["low"], figure["high"], figure["claimant"]) == (17, None, None)
    assert encode(MENTION)["initiator"] == [[2, 7]]
    assert encode(TimeInterval(start=date(2024, 2, 3))) == {
        "start": "2024-02-03", "end": None, "basis": "unknown", "weekday": None, "words": None,
    }  # fmt: skip
    assert encode(READING.figures[0], verbatim=True)["span"] == [22, 40, "at least 17 people"]


@settings(max_examples=30)
@given(st.data())
def test_every_kept_span_is_found_with_its_report(data: st.DataObject) -> None:
    report = data.draw(reports())
    reading = data.draw(readings(report))
    found = list(kept_spans(through_json(reading, verbatim=True)))
    assert all(id == report.id and report.text[start:end] == text for id, start, end, text in found)
    assert len(found) == str(reading).count("Span(start=")


def test_a_span_whose_words_have_changed_does_not_come_back() -> None:
    data = through_json(READING, verbatim=True)
    altered = replace(REPORT, text=REPORT.text.replace("17", "71"))
    with pytest.raises(SpanMistaken, match="71"):
        decode(Reading, data, altered)
    assert decode(Reading, through_json(READING, verbatim=False), altered).figures[0].span.text == "at least 71 people"


def test_a_span_outside_its_report_does_not_come_back() -> None:
    with pytest.raises(SpanMistaken, match="sirte"):
        decode(Reading, through_json(READING, verbatim=False), replace(REPORT, text=REPORT.text[:30]))


def test_a_span_without_its_report_does_not_come_back() -> None:
    span = through_json(find(REPORT, "Sirte"), verbatim=True)
    with pytest.raises(TypeError, match="report"):
        decode(Evidence, {"report": "r1", "span": span, "sentence": span}, {})


def test_fields_with_defaults_may_be_left_out_and_others_not() -> None:
    data = through_json(READING.figures[0], verbatim=False)
    del data["hedge"]
    assert decode(Figure, data, REPORT) == READING.figures[0]
    del data["outcome"]
    with pytest.raises(KeyError, match="outcome"):
        decode(Figure, data, REPORT)


DAMAGES = [None, -1, True, 1.5, "", "odd", [], [1, 2], {}, [[9, 1]]]


@given(st.data())
def test_damage_is_refused_or_harmless(data: st.DataObject) -> None:
    """Whatever one value of a record is replaced by, decoding raises what it says it raises, or gives the right types."""
    record = through_json(READING.figures[0], verbatim=True)
    name = data.draw(st.sampled_from(sorted(record)))
    record[name] = data.draw(st.sampled_from(DAMAGES))
    try:
        figure = decode(Figure, record, REPORT)
    except (SpanMistaken, KeyError, TypeError, ValueError):
        return
    verbatim = record[name] != [1, 2]  # A span without its words is read too.
    assert through_json(figure, verbatim=verbatim)[name] == record[name]


@dataclass(frozen=True)
class Chain:
    """A record that holds records of its own kind."""

    name: str
    links: tuple["Chain", ...] = ()


def test_a_record_may_hold_its_own_kind() -> None:
    chain = Chain("a", (Chain("b"), Chain("c", (Chain("d"),))))
    assert decode(Chain, through_json(chain, verbatim=False)) == chain
    assert field_names(Chain) == ("name", "links")
