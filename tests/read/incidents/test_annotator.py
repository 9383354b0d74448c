"""What holds for any text: spans are verbatim, order is kept, layers before are left alone."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Reading
from rashomon.read.incidents import IncidentRules
from rashomon.read.segment import segment
from tests.read.incidents.reading import mentions, report_of

FRAGMENTS = (
    "gunmen", "attacked", "the", "village", "on Monday", "of", "and", "air strikes", "by", "rockets", "were", "fired", "at",
    "killed", "in", "Orsa", ",", ".", "“", "”", "'s", "after", "to", "attack", "that", "who", "US", "-", "vowed", "not", "hit",
    "\n\n", "drone", "35", "than", "more", "’", "bombs", "up", "blew", "which", "answered",
)  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_word_salad_is_read_without_harm(fragments: list[str]) -> None:
    text = " ".join(fragments)
    found = mentions(text)
    starts = [m.trigger[0].start for m in found]
    assert starts == sorted(starts)
    ids = Counter(m.id for m in found)
    assert all(count == 1 for count in ids.values())
    for m in found:
        assert all(answer in ids and answer != m.id for answer in m.answers)
        for span in (*m.trigger, *m.initiator, *m.target, *m.place, *m.time, *m.weapon):
            assert text[span.start : span.end] == span.text
        for role in (m.initiator, m.target, m.place, m.weapon):
            assert not any(span.overlaps(m.trigger[0]) for span in role)


def test_other_layers_are_left_alone() -> None:
    report = report_of("Gunmen attacked Orsa.")
    reading = Reading(report="r1", reader="test")
    after = IncidentRules().annotate(segment(report), reading)
    assert after.attributions == reading.attributions
    assert after.mentions == reading.mentions
    assert len(after.events) == 1
    assert after.events[0].rule == IncidentRules.name == "incidents.rules.5"


def test_a_text_without_sentence_ends_is_read_in_pieces() -> None:
    text = "gunmen attacked a village while jets bombed a camp " * 300
    assert len(mentions(text)) > 400


def test_an_empty_text_has_no_mentions() -> None:
    assert mentions("   \n ") == ()
