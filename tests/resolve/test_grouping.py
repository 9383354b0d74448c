"""Which mentions of one report are one incident."""

from typing import Any

from rashomon.model import TimeInterval
from rashomon.resolve.facts import Facts, Party
from rashomon.resolve.grouping import group_mentions
from tests.builders import at, make_mention, make_report, on

TEXT = "A strike came first. The attack hurt many. A second strike followed. Rockets were fired. It was an operation."
REPORT = make_report(TEXT)


def facts(trigger: str, kind: str = "airstrike", **known: Any) -> Facts:
    """A mention with its facts; `known` gives date, places, initiators, targets or fields of the mention."""
    resolved = {
        "date": known.pop("date", TimeInterval()),
        "places": known.pop("places", ()),
        "initiators": known.pop("initiators", ()),
        "targets": known.pop("targets", ()),
    }
    return Facts(mention=make_mention(REPORT, trigger, kind, **known), **resolved)


def sizes(*mentions: Facts) -> list[int]:
    return [len(group.members) for group in group_mentions(mentions)]


NAVY, REBELS = Party("Navy", "xxx.navy", "xxx"), Party("Rebels", "yyy", "yyy")


def test_a_bare_later_mention_is_the_incident_last_spoken_of() -> None:
    first = facts("strike", places=(at("Marfa"),))
    assert sizes(first, facts("attack", "armed_attack")) == [2]


def test_two_towns_on_two_days_are_two_incidents() -> None:
    first = facts("strike", places=(at("Marfa"),), date=on("2024-03-01"))
    second = facts("strike", places=(at("Olden"),), date=on("2024-03-05"), nth=1)
    assert sizes(first, second) == [1, 1]


def test_an_attack_and_its_answer_are_two_incidents() -> None:
    rockets = facts("Rockets", "missile_or_rocket", initiators=(REBELS,), targets=(NAVY,))
    strike = facts("strike", initiators=(NAVY,), targets=(REBELS,), answers=(rockets.mention.id,))
    assert sizes(strike, rockets) == [1, 1]


def test_a_series_is_kept_apart_from_its_incidents() -> None:
    assert sizes(facts("strike"), facts("attack", "airstrike", series=True)) == [1, 1]


def test_what_is_only_threatened_is_not_what_happened() -> None:
    assert sizes(facts("strike"), facts("operation", "airstrike", reality="threatened")) == [1, 1]


def test_kinds_that_exclude_each_other_are_two_incidents() -> None:
    assert sizes(facts("strike"), facts("attack", "suicide_bombing")) == [1, 1]


def test_no_mention_is_lost() -> None:
    mentions = [
        facts("strike"),
        facts("attack", "bombing"),
        facts("Rockets", "missile_or_rocket"),
        facts("operation", "other"),
    ]
    grouped = [member for group in group_mentions(mentions) for member in group.members]
    assert sorted(m.start for m in grouped) == sorted(m.start for m in mentions)
