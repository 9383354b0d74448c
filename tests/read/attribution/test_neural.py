"""The annotator around the trained reader: planted scores become attributions with claimant, stance and confidence."""

from dataclasses import dataclass, replace

import pytest

from rashomon.codebook.cues import Cues, cues
from rashomon.errors import WeightsUnusable
from rashomon.model import Attribution, Reading, Stance, words_of
from rashomon.read.attribution import AttributionNeural
from rashomon.read.attribution.line import Line
from rashomon.read.attribution.neural import cue_entry
from rashomon.read.document import Document, Sentence
from rashomon.read.entities import EntityNeural
from rashomon.read.neural.calibration import Calibration
from rashomon.read.neural.decode import Run, Settings
from rashomon.read.neural.pieces import cut
from rashomon.read.neural.reader import NeuralReader
from rashomon.read.neural.scores import Scores
from tests.read.attribution.reading import document_of
from tests.read.neural.planted import PLAIN, TOKENIZER, Planted, PlantedEntity, planted, reading_with, run_of


@dataclass(frozen=True, kw_only=True)
class Said:
    """One attribution, as words of a text."""

    cue: str
    source: str = ""
    content: str = ""
    stance: Stance = "asserts"


def annotated(text: str, *told: Said, settings: Settings = PLAIN, **curves: list[list[float]]) -> list[Attribution]:
    """The attributions that the annotator makes of a text whose scores were planted."""
    document = document_of(text)
    found = scores_of(document, *told)
    annotator = AttributionNeural(lambda: reading_with(found, settings, Calibration.of(curves)))
    return list(annotator.annotate(document, Reading(report="r1", reader="test")).attributions)


def scores_of(document: Document, *told: Said) -> Scores:
    """The scores of a document in which attributions stand that are given as words; `//` joins the pieces of a content."""
    pieces = cut(document.text, document.paragraphs, TOKENIZER)

    def run(words: str) -> Run:
        return run_of(document, pieces, words)

    def runs(words: str) -> list[Run]:
        return [run(part) for part in words.split(" // ") if part]

    return planted(
        pieces,
        [Planted(cue=run(s.cue), source=runs(s.source), content=runs(s.content), stance=s.stance) for s in told],
    )


def in_words(found: Attribution) -> tuple[str, str, str]:
    return words_of(found.source), words_of(found.cue), words_of(found.content)


ARMY = "On Monday the army said that the bridge was hit."


def test_a_planted_attribution_becomes_one_of_the_reading() -> None:
    (found,) = annotated(ARMY, Said(source="the army", cue="said", content="the bridge was hit"))
    assert in_words(found) == ("the army", "said", "the bridge was hit")
    assert (found.stance, found.rule) == ("asserts", "attribution.neural.4/encoder")
    assert found.claimant is not None and found.claimant.name == "the army"
    assert found.confidence == 1.0
    assert [ARMY[span.start : span.end] for span in found.content] == ["the bridge was hit"]


def test_nothing_planted_nothing_read() -> None:
    assert annotated(ARMY) == []
    assert annotated("") == []


def test_a_pronoun_is_led_back_to_the_one_who_spoke_before() -> None:
    text = "Colonel Ilan Dorr said the road was open. He denied that mines had been laid."
    first, second = annotated(
        text,
        Said(source="Colonel Ilan Dorr", cue="said", content="the road was open"),
        Said(source="He", cue="denied", content="mines had been laid", stance="denies"),
    )
    assert first.claimant is not None
    assert first.claimant == second.claimant
    assert second.stance == "denies"


def test_attributions_come_in_reading_order_whatever_the_order_of_their_cues() -> None:
    text = '"The town is ours," the mayor said. The army declined to comment.'
    found = annotated(
        text,
        Said(source="the mayor", cue="said", content='"The town is ours,"'),
        Said(source="The army", cue="declined", content="comment", stance="declines_to_comment"),
    )
    assert [in_words(one)[1] for one in found] == ["said", "declined"]
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)


def test_a_quotation_gets_its_marks_and_is_direct_speech() -> None:
    text = 'The mayor said "the bridge is gone" on Friday.'
    (found,) = annotated(text, Said(source="The mayor", cue="said", content="the bridge is gone"))
    assert in_words(found)[2] == '"the bridge is gone"'
    assert found.speech == "direct"


def test_a_content_in_pieces_stays_in_pieces() -> None:
    text = "The bridge, the army said, was hit by two shells."
    (found,) = annotated(text, Said(source="the army", cue="said", content="The bridge // was hit by two shells"))
    assert [span.text for span in found.content] == ["The bridge", "was hit by two shells"]


def test_a_cue_alone_is_no_attribution_but_a_source_is_enough() -> None:
    text = "The army did not comment."
    assert annotated(text, Said(cue="comment")) == []
    (found,) = annotated(text, Said(source="The army", cue="comment", stance="declines_to_comment"))
    assert found.content == ()
    assert found.stance == "declines_to_comment"


def test_a_sentence_is_prepared_once_for_all_its_cues(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a sentence as long as a report, with a cue in every line of it, would cost its length for each of them."""
    made: list[int] = []

    class Counted(Line):
        def __init__(self, document: Document, sentence: Sentence, cues: Cues) -> None:
            made.append(sentence.index)
            super().__init__(document, sentence, cues)

    monkeypatch.setattr("rashomon.read.attribution.neural.Line", Counted)
    text = "The army said the road was open and the mayor denied it. Police confirmed the blast."
    found = annotated(
        text,
        Said(source="The army", cue="said", content="the road was open"),
        Said(source="the mayor", cue="denied", content="it", stance="denies"),
        Said(source="Police", cue="confirmed", content="the blast", stance="confirms"),
    )
    assert [in_words(one)[1] for one in found] == ["said", "denied", "confirmed"]
    assert made == [0, 1]


def test_the_medium_that_carried_the_words_is_told() -> None:
    (found,) = annotated(
        "A commander told Reuters that the camp was hit.",
        Said(source="A commander", cue="told", content="the camp was hit"),
    )
    assert found.relayed_by == ("Reuters",)


@pytest.mark.parametrize(("weight", "stance"), [(0.0, "confirms"), (20.0, "denies")])
def test_the_stance_of_the_rules_weighs_what_the_settings_say(weight: float, stance: Stance) -> None:
    """The rules hear a denial; the planted scores say that the army confirms, with some eight in log-odds."""
    text = "The army denied that it had shelled the port."
    told = Said(source="The army", cue="denied", content="it had shelled the port", stance="confirms")
    (found,) = annotated(text, told, settings=replace(PLAIN, rule_weight=weight))
    assert found.stance == stance


def test_what_the_model_is_sure_of_stands_where_the_rules_hear_nothing_special() -> None:
    text = "The army spoke of a raid that it had led."
    told = Said(source="The army", cue="spoke", content="a raid that it had led", stance="claims_responsibility")
    assert annotated(text, told)[0].stance == "claims_responsibility"


def test_the_confidence_is_what_the_curve_makes_of_how_sure_the_scores_are() -> None:
    told = Said(source="the army", cue="said", content="the bridge was hit")
    assert annotated(ARMY, told, attribution=[[0.0, 1.0], [0.1, 0.6]])[0].confidence == 0.6
    assert annotated(ARMY, told, entity=[[0.0, 1.0], [0.1, 0.6]])[0].confidence == 1.0
    without = replace(told, content="")
    assert annotated(ARMY, without)[0].confidence == 0.63, "a quarter, shared out over three parts"


def test_two_statements_under_one_cue_part_where_one_denies() -> None:
    text = "The army said that it had shelled the port, and that it did not hit the hospital."
    told = Said(source="The army", cue="said", content="it had shelled the port, and that it did not hit the hospital")
    found = annotated(text, told, settings=replace(PLAIN, rule_weight=20.0))
    assert [in_words(one)[2] for one in found] == ["it had shelled the port,", "it did not hit the hospital"]
    assert found[1].stance == "denies"


def test_the_weights_are_asked_for_only_when_a_document_is() -> None:
    def none() -> NeuralReader:
        raise WeightsUnusable("There are none.", "Read by rules.")

    annotator, entities = AttributionNeural(none), EntityNeural(none)
    assert (annotator.name, entities.name) == ("attribution.neural.4", "entities.neural.1")
    for one in (annotator, entities):
        with pytest.raises(WeightsUnusable):
            one.annotate(document_of(ARMY), Reading(report="r1", reader="test"))


def test_planted_entities_become_those_of_the_reading() -> None:
    text = "Rockets hit the Karsa power station on Monday."
    document = document_of(text)
    pieces = cut(text, document.paragraphs, TOKENIZER)

    def run(words: str) -> Run:
        return run_of(document, pieces, words)

    scores = planted(
        pieces,
        entities=[
            PlantedEntity(run=run("Rockets"), type="weapon"),
            PlantedEntity(run=run("Karsa power station"), type="facility"),
            PlantedEntity(run=run("Monday"), type="time"),
        ],
    )
    calibration = Calibration.of({"entity": [[0.0, 1.0], [0.9, 0.9]]})
    annotator = EntityNeural(lambda: reading_with(scores, calibration=calibration))
    found = annotator.annotate(document, Reading(report="r1", reader="test")).entities
    assert [(one.span.text, one.type) for one in found] == [
        ("Rockets", "weapon"), ("Karsa power station", "facility"), ("Monday", "time"),
    ]  # fmt: skip
    assert {one.confidence for one in found} == {0.9}


@pytest.mark.parametrize(
    ("text", "words", "lemma"),
    [
        ("The army said so.", "said", "say"),
        ("The council called for a truce.", "called for", "call for"),
        ("The council called for a truce.", "called", "call for"),
        ("The front has claimed the raid.", "has claimed", "claim"),
        ("The army refused to confirm it.", "refused to confirm", "confirm"),
        ("The bridge fell there.", "fell", None),
        ("The army said so.", "army", None),
    ],
)
def test_the_entry_of_a_cue_is_that_of_its_last_verb_with_its_particles(
    text: str, words: str, lemma: str | None
) -> None:
    document = document_of(text)
    line = Line(document, document.sentences[0], cues())
    start = text.index(words)
    inside = [i for i, token in enumerate(line.tokens) if start <= token.start < start + len(words)]
    entry = cue_entry(line, inside[0], inside[-1] + 1)
    assert (entry.key if entry else None) == lemma


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (
            "Republican Senator Ann Dorr said that the bridge was hit.",
            "Republican Senator",
            "Republican Senator Ann Dorr",
        ),
        ("The senator Ann Dorr said that the bridge was hit.", "The senator", "The senator"),
        ("The Prime Minister said that the bridge was hit.", "The Prime Minister", "The Prime Minister"),
        ("The Minister, Ann Dorr, said that the bridge was hit.", "The Minister", "The Minister"),
        ("The Northern Front Monday said that the bridge was hit.", "The Northern Front", "The Northern Front"),
    ],
)
def test_a_source_that_breaks_off_after_a_title_gets_its_name(text: str, source: str, expected: str) -> None:
    (found,) = annotated(text, Said(source=source, cue="said", content="the bridge was hit"))
    assert words_of(found.source) == expected


@pytest.mark.parametrize(("source", "name"), [("US", "United States"), ("us", None)])
def test_in_capitals_it_is_no_pronoun(source: str, name: str | None) -> None:
    text = f"On Friday {source} said that the bridge was hit."
    (found,) = annotated(text, Said(source=source, cue="said", content="the bridge was hit"))
    assert (found.claimant.name if found.claimant else None) == name


@pytest.mark.parametrize(("leaning", "stance"), [(0.0, "asserts"), (9.0, "accuses")])
def test_a_stance_that_reports_hold_more_often_is_leaned_to(leaning: float, stance: Stance) -> None:
    said = Said(source="the army", cue="said", content="the bridge was hit")
    (found,) = annotated(ARMY, said, settings=replace(PLAIN, leanings={"accuses": leaning}))
    assert found.stance == stance


def test_what_a_noun_inside_a_statement_reports_is_an_attribution_of_its_own() -> None:
    text = "Norland on Monday denied Somali claims that nine dockers died in the raid."
    outer = Said(source="Norland", cue="denied", content="claims that nine dockers died in the raid", stance="denies")
    found = annotated(text, outer)
    assert [in_words(one)[1] for one in found] == ["denied", "claims"]
    assert in_words(found[1])[2] == "nine dockers died in the raid"
    assert annotated(text) == []
