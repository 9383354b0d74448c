"""What is counted beside people, sentence by sentence."""

import pytest

from rashomon.model import Attribution, Claimant, Count, IncidentMention, Reading
from rashomon.read.counts import CountRules
from tests.read.figures.builders import document_of

Told = tuple[str, str, int | None, int | None]
"""A count's outcome, noun, low and high."""


def counts_of(
    text: str, attributions: tuple[Attribution, ...] = (), events: tuple[IncidentMention, ...] = ()
) -> tuple[Count, ...]:
    reading = Reading(report="r1", reader="test", attributions=attributions, events=events)
    return CountRules().annotate(document_of(text), reading).counts


def told(text: str) -> list[Told]:
    return [(count.outcome, count.what, count.low, count.high) for count in counts_of(text)]


FIRED: list[tuple[str, list[Told]]] = [
    (
        "More than 40 munitions hit 15 targets on 2 March.",
        [("fired", "munitions", 41, None), ("struck", "targets", 15, 15)],
    ),
    (
        "The army fired 30 rockets and 12 mortar rounds at the town.",
        [("fired", "rockets", 30, 30), ("fired", "rounds", 12, 12)],
    ),
    ("At least 30 Katyusha rockets were fired at the base.", [("fired", "rockets", 30, None)]),
    ("Three rockets landed near the airport.", [("fired", "rockets", 3, 3)]),
    ("They attacked the base with 15 rockets.", [("fired", "rockets", 15, 15)]),
    ("Eight rockets or more had been fired from the valley.", [("fired", "rockets", 8, None)]),
    ("Dozens of missiles were launched at the capital.", [("fired", "missiles", None, None)]),
    ("Between 10 and 15 shells fell on the market.", [("fired", "shells", 10, 15)]),
    ("A salvo of 20 missiles struck the port.", [("fired", "missiles", 20, 20)]),
    ("The jets dropped six 2,000-pound bombs.", [("fired", "bombs", 6, 6)]),
]
INTERCEPTED: list[tuple[str, list[Told]]] = [
    ("Air defences shot down 17 of 20 drones.", [("intercepted", "drones", 17, 17)]),
    (
        "Of the 49 drones launched from the coast, 21 were brought down.",
        [("fired", "drones", 49, 49), ("intercepted", "drones", 21, 21)],
    ),
    ("The army said it had downed 32 enemy drones.", [("intercepted", "drones", 32, 32)]),
    ("Twelve drones were afterwards shot down over the bay.", [("intercepted", "drones", 12, 12)]),
]
STRUCK: list[tuple[str, list[Told]]] = [
    (
        "Warplanes struck more than 25 targets at seven facilities.",
        [("struck", "targets", 26, None), ("struck", "facilities", 7, 7)],
    ),
    ("The jets bombed two militant camps.", [("struck", "camps", 2, 2)]),
    ("Two more warships had been hit in the port.", [("struck", "warships", 2, 2)]),
    ("None of its camps was hit.", [("struck", "camps", 0, 0)]),
]
HARMED: list[tuple[str, list[Told]]] = [
    (
        "The blast destroyed 12 homes and damaged three mosques.",
        [("destroyed", "homes", 12, 12), ("damaged", "mosques", 3, 3)],
    ),
    ("Two tanks and three trucks were destroyed.", [("destroyed", "tanks", 2, 2), ("destroyed", "trucks", 3, 3)]),
    ("Twelve homes in three villages were damaged.", [("damaged", "homes", 12, 12)]),
    ("They flattened two of the 12 homes.", [("destroyed", "homes", 2, 2)]),
    ("Some 20 homes may have been destroyed.", [("destroyed", "homes", 20, 20)]),
    ("No vehicles were damaged.", [("damaged", "vehicles", 0, 0)]),
    ('"Three buildings" were damaged, he said.', [("damaged", "buildings", 3, 3)]),
]
OTHERS: list[tuple[str, list[Told]]] = [
    ("There were three strikes overnight.", [("attacks", "strikes", 3, 3)]),
    ("Two deadly bomb attacks shook the town.", [("attacks", "attacks", 2, 2)]),
    ("Some 800 families fled to the hills.", [("displaced", "families", 800, 800)]),
    ("The fighting displaced 3,000 people.", [("displaced", "people", 3000, 3000)]),
    ("Tens of thousands have fled.", [("displaced", "people", None, None)]),
    ("Police evacuated 300 residents.", [("displaced", "residents", 300, 300)]),
]

NO_COUNTS = [
    "The rebels fired 122mm rockets and 155 mm shells.",
    "Its missiles have a range of 300 km and fly at Mach 5.",
    "Two F-16 jets attacked the port, and three jets attacked late on Sunday.",
    "The army could fire 300 missiles in an hour.",
    "The launcher is capable of firing 12 rockets.",
    "They plan 12 strikes on the port.",
    "The plant produces 100 drones a month.",
    "One strike hit the town.",
    "He suffered two heart attacks.",
    "About 2,500 troops are based at three bases.",
    "He bought two houses for $3 million in 2019.",
    "In 2019 rockets hit the base.",
    "A 40-year-old driver was hurt on 12 May.",
    "The blast killed nine people and wounded two drone pilots.",
]


@pytest.mark.parametrize(("text", "expected"), FIRED + INTERCEPTED + STRUCK + HARMED + OTHERS)
def test_a_count_is_read_as_it_is_told(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_COUNTS)
def test_other_numbers_are_no_counts(text: str) -> None:
    assert told(text) == []


def test_a_share_is_partial() -> None:
    assert [c.partial for c in counts_of("Of the 49 drones launched from the coast, 21 were brought down.")] == [
        False,
        True,
    ]


def test_a_count_takes_its_claimant_from_the_statement_around_it() -> None:
    text = "The navy said that 12 rockets were fired. The raid went on."
    document = document_of(text)
    said = Attribution(
        id="a1",
        source=(document.span(0, 8),),
        cue=(document.span(9, 13),),
        content=(document.span(14, 40),),
        stance="asserts",
        claimant=Claimant(name="the navy"),
    )
    raid = text.index("raid")
    event = IncidentMention(id="m1", trigger=(document.span(raid, raid + 4),), type="other", reality="happened")
    [count] = counts_of(text, (said,), (event,))
    assert (count.claimant, count.attribution, count.mention) == (Claimant(name="the navy"), "a1", "m1")
    assert (count.status, count.span.text) == ("stated", "12 rockets")


def test_attacks_counted_over_a_war_are_background() -> None:
    text = "The group has carried out more than 60 attacks since the war began. The raid went on."
    raid = text.index("raid")
    span = document_of(text).span(raid, raid + 4)
    [count] = counts_of(text, (), (IncidentMention(id="m1", trigger=(span,), type="other", reality="happened"),))
    assert (count.outcome, count.low, count.status) == ("attacks", 61, "background")
