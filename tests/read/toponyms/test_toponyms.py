"""Which words of a text are names of places, whoever they belong to."""

import pytest

from rashomon.model import Entity, EntityType, Mention, Reading
from rashomon.read.segment import segment
from rashomon.read.toponyms import ToponymRules
from tests.builders import find, make_report


def found(text: str, **entities: EntityType) -> list[str]:
    """The toponyms of a text whose entities are given as words and type, with an underscore for a space."""
    report = make_report(text)
    marked = [(words.replace("_", " "), kind) for words, kind in entities.items()]
    listed = tuple(Entity(span=find(report, words), type=kind, confidence=0.9) for words, kind in marked)
    reading = Reading(report=report.id, reader="test", entities=listed)
    return [toponym.span.text for toponym in ToponymRules().annotate(segment(report), reading).toponyms]


def test_places_named_together_are_each_a_toponym() -> None:
    text = "Shops closed in Mosul and Erbil, Iraq, that day."
    assert found(text, **{"Mosul and Erbil, Iraq": "location"}) == ["Mosul", "Erbil", "Iraq"]


def test_articles_possessives_and_small_directions_are_no_part_of_a_name() -> None:
    assert found("In the Sahel it rained.", the_Sahel="location") == ["Sahel"]
    assert found("It rained in eastern Syria.", eastern_Syria="location") == ["Syria"]
    assert found("It rained in Iraq's south.", **{"Iraq's": "location"}) == ["Iraq"]
    assert found("It rained in The Hague.", The_Hague="location") == ["The Hague"]


def test_the_dot_of_a_short_form_belongs_to_it() -> None:
    assert found("They met in Springfield, Ill. on Friday.", **{"Springfield, Ill": "location"}) == [
        "Springfield",
        "Ill.",
    ]


def test_the_place_in_a_bodys_name_is_a_toponym() -> None:
    text = "The Mansfield Police Department told the Iraqi Army."
    assert found(text, Mansfield_Police_Department="organisation", Iraqi_Army="military_unit") == ["Mansfield", "Iraqi"]


@pytest.mark.parametrize(
    ("text", "entity", "kind"),
    [
        ("He drove a Toyota Hilux there.", "Toyota", "organisation"),
        ("The Western Union office was shut.", "Western Union", "organisation"),
        ("Then Jackson said no.", "Jackson", "person"),
        ("Young Democrats met.", "Democrats", "nationality"),
    ],
)
def test_what_is_no_place_is_no_toponym(text: str, entity: str, kind: EntityType) -> None:
    assert found(text, **{entity: kind}) == []


def test_a_demonym_names_its_country() -> None:
    assert found("Turkish drones and Syrians.", Turkish="nationality", Syrians="nationality") == ["Turkish", "Syrians"]


def test_rules_alone_leave_the_mentions_of_places_but_those_that_a_person_is() -> None:
    report = make_report("Hilla was quiet, said Florence Hilla.")
    mentions = tuple(Mention(span=find(report, "Hilla", n), kind="place") for n in (0, 1))
    reading = Reading(report=report.id, reader="test", mentions=mentions)
    person = Entity(span=find(report, "Florence Hilla"), type="person", confidence=0.9)
    document = segment(report)
    assert len(ToponymRules().annotate(document, reading).toponyms) == 2
    told = Reading(report=report.id, reader="test", mentions=mentions, entities=(person,))
    assert [toponym.span.start for toponym in ToponymRules().annotate(document, told).toponyms] == [0]
