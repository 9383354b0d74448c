"""Which mentions of one report are one incident."""

from typing import Any

from rashomon.codebook.fitted import load_fitted
from rashomon.model import TimeInterval
from rashomon.resolve.facts import Facts, Party
from rashomon.resolve.group import Group
from rashomon.resolve.grouping import excluded, group_mentions
from rashomon.resolve.joining import FEATURES, Standing, points, weighed
from rashomon.resolve.wording import Worder
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
    mention = make_mention(REPORT, trigger, kind, **known)
    return Facts(mention=mention, wording=Worder(TEXT).of(mention), **resolved)


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


def test_another_kind_another_day_and_another_article_speak_for_another_incident() -> None:
    """Each feature moves the points its way; `fitted.toml` says how far."""
    first = facts("strike", places=(at("Marfa"),), date=on("2024-03-01"))
    group = Group()
    group.add(first)
    standing, rows = Standing(first=True, only=True, recent=True), weighed(load_fitted("joining"))

    def worth(**known: Any) -> float:
        return points(facts("attack", known.pop("kind", "airstrike"), **known), group, standing, rows)

    assert worth() > worth(kind="suicide_bombing")
    assert worth(date=on("2024-03-01")) > worth(date=on("2024-03-05"))
    assert worth(places=(at("Marfa"),)) > worth(places=(at("Olden"),))


def test_a_sentence_that_opens_with_another_incident_joins_none_before_it() -> None:
    """Whatever speaks for it: same kind, same words, nothing else to join."""
    text = "A drone hit the depot. In a separate incident on Tuesday, a drone hit the depot of another firm. The hit was heard."
    report, first = make_report(text), Group()
    mentions = [
        Facts(
            mention=make_mention(report, "hit", "drone_strike", nth=nth),
            wording=Worder(text).of(make_mention(report, "hit", "drone_strike", nth=nth)),
            date=TimeInterval(),
            places=(),
            initiators=(),
            targets=(),
        )
        for nth in range(3)
    ]
    assert [f.wording.separate for f in mentions] == [None, "opens", None]
    assert [len(group.members) for group in group_mentions(mentions[:2])] == [1, 1]
    first.add(mentions[1])
    assert not excluded(mentions[2], first)  # the sentence after it goes on with the second incident


def test_every_feature_has_points_and_all_points_have_a_feature() -> None:
    assert {feature.__name__ for feature in FEATURES} == set(load_fitted("joining"))


def test_no_mention_is_lost() -> None:
    mentions = [
        facts("strike"),
        facts("attack", "bombing"),
        facts("Rockets", "missile_or_rocket"),
        facts("operation", "other"),
    ]
    grouped = [member for group in group_mentions(mentions) for member in group.members]
    assert sorted(m.start for m in grouped) == sorted(m.start for m in mentions)
