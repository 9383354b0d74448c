"""Which words are mentions of incidents, and which only look like it."""

from itertools import pairwise

import pytest

from tests.read.incidents.reading import mentions, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked a police post near Dalo on Monday.", ["attacked"]),
        ("Two air strikes hit the depot outside Kelem.", ["air strikes"]),
        ("A rocket struck a bakery in the old town.", ["struck"]),
        ("Militants fired rockets at the airport.", ["fired"]),
        ("The army launched six missiles at the port.", ["launched"]),
        ("A car bomb exploded outside the court.", ["exploded"]),
        ("The blast tore through the hall.", ["blast"]),
        ("Bandits opened fire on the convoy.", ["opened fire"]),
        ("The killing of a judge by gunmen shocked the city.", ["killing"]),
        ("Nine farmers were killed by raiders in Orsa on Friday.", ["killed"]),
        ("Turkey strikes rebels in the north", ["strikes"]),
        ("Pirates hijacked the tanker off Berra.", ["hijacked"]),
        ("US hits oil boat off the coast", ["hits"]),
        ("The militia downed a jet over the valley.", ["downed"]),
    ],
)
def test_a_mention_is_found(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister died of a heart attack on Friday.",
        "Prisoners have gone on hunger strike in two jails.",
        "Rail workers and their unions called a strike over wages; employers refused.",
        "The parties struck a deal late on Tuesday.",
        "He had a panic attack before the exam.",
        "Police launched an investigation into the fire.",
        "The firm fired its director and hired another.",
        "An earthquake struck the coast and killed 40 people.",
        "The strike price of the option was low.",
        "Inflation hit a record in May.",
        "The army held a drill in which jets bombed a mock village.",
        "An air raid siren sounded in the capital.",
        "The film, a sequel, opened in cinemas; its hero leads a raid.",
        "The song hit the charts and hit the headlines.",
        "At least four people were killed in a stampede at the stadium on Friday.",
        "Protesters in the capital attacked the embassy of Berra in 2011.",
        "Two swimmers were attacked by a shark off Orsa.",
        "The candidate attacked his rival in the debate, and polls show voters liked the campaign.",
    ],
)
def test_what_only_looks_like_an_incident(text: str) -> None:
    assert words(text) == []


def test_a_toll_is_no_second_mention() -> None:
    assert words("Four soldiers were killed and six wounded in a suicide attack in Orsa.") == ["suicide attack"]


def test_a_verb_with_an_event_as_its_subject_is_no_second_mention() -> None:
    assert words("The air strikes targeted stores along the frontier.") == ["air strikes"]


def test_the_operation_needs_something_spoken_of_before() -> None:
    assert words("The operation went well, the surgeon wrote.") == []
    assert words("Jets bombed the camp on Monday.\n\nThe operation lasted an hour.") == ["bombed", "operation"]


def test_mentions_stand_in_reading_order_and_never_overlap() -> None:
    text = (
        "After a drone strike on Tuesday, gunmen stormed the base and rockets fell on the town. The raid was the third."
    )
    spans = [m.trigger[0] for m in mentions(text)]
    assert len(spans) == 4
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_ids_are_stable_and_distinct() -> None:
    text = "Gunmen attacked Orsa. The attack lasted an hour. The attack was claimed by nobody."
    first, second = mentions(text), mentions(text)
    assert [m.id for m in first] == [m.id for m in second]
    assert len({m.id for m in first}) == len(first) == 3
