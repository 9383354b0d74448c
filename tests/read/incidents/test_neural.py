"""What rules find of incidents, weighed by a trained reader whose scores were planted."""

import pytest

from rashomon.model import IncidentMention, Reading, words_of
from rashomon.read.incidents import IncidentNeural, IncidentRules
from rashomon.read.neural.pieces import cut
from tests.read.attribution.reading import document_of
from tests.read.neural.planted import TOKENIZER, PlantedAnchor, planted, reading_with, run_of

TEXT = (
    "Jets struck a fuel depot near Karsa on Monday.\n\n"
    "Dockers went on strike in Dorr. A visit to the mill by the Red Column left nobody alive."
)
STRUCK = ("struck", {"initiator": "Jets", "target": "a fuel depot"}, {"type": "airstrike", "reality": "happened"})
Told = tuple[str, dict[str, str], dict[str, str]]


def heard(*told: Told) -> list[IncidentMention]:
    """The mentions that the annotator makes of the text where the trained reader is sure of these triggers."""
    document = document_of(TEXT)
    pieces = cut(document.text, document.paragraphs, TOKENIZER)
    anchors = [
        PlantedAnchor(
            run=run_of(document, pieces, trigger),
            roles={role: run_of(document, pieces, words) for role, words in roles.items()},
            classes=classes,
        )
        for trigger, roles, classes in told
    ]
    annotator = IncidentNeural(lambda: reading_with(planted(pieces, anchors=anchors)))
    reading = annotator.annotate(document, Reading(report="r1", reader="test"))
    assert all(TEXT[span.start : span.end] == span.text for mention in reading.events for span in mention.trigger)
    return list(reading.events)


def test_a_mention_of_the_rules_stays_where_the_reader_believes_in_it() -> None:
    document = document_of(TEXT)
    by_rule = IncidentRules().annotate(document, Reading(report="r1", reader="test")).events
    (struck,) = [mention for mention in by_rule if words_of(mention.trigger) == "struck"]
    (found,) = heard(STRUCK)
    assert (found.id, found.trigger, found.rule) == (struck.id, struck.trigger, struck.rule)
    assert heard() == []


def test_a_role_that_rules_leave_empty_is_filled_and_one_that_they_have_is_kept() -> None:
    (found,) = heard(("struck", {"target": "fuel depot near Karsa", "time": "on Monday", "weapon": "Jets"}, {}))
    assert words_of(found.target) == "a fuel depot"
    assert words_of(found.initiator) == "Jets"
    assert words_of(found.weapon) == "Jets"


def test_a_sure_reader_knows_better_who_struck_whom() -> None:
    (found,) = heard(("struck", {"initiator": "a fuel depot", "target": "Jets"}, {}))
    assert (words_of(found.initiator), words_of(found.target)) == ("a fuel depot", "Jets")


def test_nothing_is_added_where_rules_find_no_incident_at_all() -> None:
    document = document_of("The mill of Dorr was shown a visit by the Red Column.")
    pieces = cut(document.text, document.paragraphs, TOKENIZER)
    anchors = [PlantedAnchor(run=run_of(document, pieces, "visit"), classes={"reality": "happened"})]
    annotator = IncidentNeural(lambda: reading_with(planted(pieces, anchors=anchors)))
    assert annotator.annotate(document, Reading(report="r1", reader="test")).events == ()


def test_a_small_word_alone_fills_no_role() -> None:
    (found,) = heard(("struck", {"weapon": "a"}, {}))
    assert found.weapon == ()


def test_a_role_in_another_sentence_is_left_out() -> None:
    (found,) = heard(("struck", {"weapon": "mill"}, {}))
    assert found.weapon == ()


def test_what_rules_miss_is_added_with_what_the_reader_says_of_it() -> None:
    told = {"type": "shelling", "reality": "denied"}
    first, second = heard(STRUCK, ("visit", {"initiator": "the Red Column", "target": "the mill"}, told))
    assert words_of(first.trigger) == "struck"
    assert (words_of(second.trigger), second.type, second.reality) == ("visit", "shelling", "denied")
    assert words_of(second.initiator) == "the Red Column"
    assert second.rule == "incidents.neural.3"


@pytest.mark.parametrize("reality", ["denied", "threatened"])
def test_a_sure_reader_knows_better_whether_it_happened(reality: str) -> None:
    (found,) = heard((STRUCK[0], STRUCK[1], {"reality": reality}))
    assert found.reality == reality


def test_the_type_that_the_words_themselves_tell_stays() -> None:
    (found,) = heard((STRUCK[0], STRUCK[1], {"type": "ship_attack", "reality": "happened"}))
    assert found.type == "airstrike"
