"""What holds for every text: spans are the report's own, order, ids, determinism; and no text takes long."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.codebook.cues import Cues, cues
from rashomon.model import Reading
from rashomon.read.annotator import Annotator
from rashomon.read.attribution import AttributionRules
from tests.read.attribution.reading import document_of

WORDS = st.sampled_from(
    'The the army minister Ana Reyes he it who said says told "“ ” , . : that and to Reuters denied adding not was by on '
    "Monday according killed two people condemned claimed responsibility for which ( ) \n\n ' ’ — could be verified In".split(
        " "
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
EMPTY = Reading(report="r1", reader="test")


@settings(max_examples=200, deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=200)))
def test_every_text_is_read_soundly(text: str) -> None:
    document = document_of(text)
    found = AttributionRules().annotate(document, EMPTY).attributions
    for attribution in found:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert text[span.start : span.end] == span.text
        assert 0 <= attribution.confidence <= 1
        assert attribution.rule.startswith("attribution.rules.5/")
    starts = [min(s.start for s in (*a.source, *a.cue, *a.content)) for a in found]
    assert starts == sorted(starts)
    assert len({a.id for a in found}) == len(found)
    assert AttributionRules().annotate(document, EMPTY).attributions == found


def test_it_stands_behind_the_protocol() -> None:
    annotator: Annotator = AttributionRules()
    assert annotator.name == "attribution.rules.5"


def test_other_layers_stay_as_they_are() -> None:
    before = replace(EMPTY, figures=(), skipped=())
    after = AttributionRules().annotate(document_of("The army said the bridge was hit."), before)
    assert replace(after, attributions=()) == before


def test_a_sentence_without_end_is_counted_and_not_read() -> None:
    reading = AttributionRules().annotate(document_of("the army said it and " * 400), EMPTY)
    assert reading.attributions == ()
    assert len(reading.skipped) == 1
    assert "too long" in reading.skipped[0].reason


@pytest.mark.parametrize("unit", ["Abc ", "A", '"a" said ', "(He said, ", "The group said X. ", "'a "])
def test_no_text_takes_long(unit: str) -> None:
    document = document_of(unit * (60_000 // len(unit)))
    start = time.process_time()
    AttributionRules().annotate(document, EMPTY)
    assert time.process_time() - start < 5


def test_a_higher_floor_only_takes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The army said the bridge was hit. Critics fear a new war. The raid was condemned by the ministry."
    low = AttributionRules().annotate(document_of(text), EMPTY).attributions
    strict: Cues = replace(cues(), floor=0.95)
    monkeypatch.setattr("rashomon.read.attribution.rules.cues", lambda: strict)
    high = AttributionRules().annotate(document_of(text), EMPTY).attributions
    assert set(high) < set(low)
