"""Which incident of a report answers which."""

from typing import Any

from rashomon.codebook.fitted import load_fitted
from rashomon.model import IncidentMention, Span, TimeInterval
from rashomon.resolve.answering import FEATURES, answers, is_one_of_many, likely, observed, pairs
from rashomon.resolve.facts import Facts, Party
from rashomon.resolve.group import Group
from rashomon.resolve.wording import Worder
from tests.builders import on

TEXT = (
    "The navy shelled two rebel camps near Olden on Friday in retaliation for a rocket attack. The rockets had hit its"
    " base in Marfa on Monday. Talks go on."
)
NAVY, REBELS = Party("Navy", "xxx.navy", "xxx"), Party("Rebels", "yyy", "yyy")


def group(*triggers: str, **told: Any) -> Group:
    made = Group()
    for trigger in triggers:
        start = TEXT.index(trigger)
        fields = {name: told[name] for name in ("reality", "answers", "series") if name in told}
        fields = {"reality": "happened", **fields}
        mention = IncidentMention(
            id=f"m{start}", trigger=(Span(start, start + len(trigger), trigger),), type="shelling", **fields
        )
        made.add(
            Facts(
                mention=mention,
                date=told.get("date", TimeInterval()),
                places=(),
                initiators=told.get("by", ()),
                targets=told.get("on", ()),
                wording=Worder(TEXT).of(mention),
            )
        )
    return made


def shelling(**told: Any) -> Group:
    return group("shelled", by=(NAVY,), on=(REBELS,), date=on("2024-03-01"), **told)


def rockets(**told: Any) -> Group:
    return group("rocket attack", "hit", by=(REBELS,), on=(NAVY,), date=on("2024-02-26"), **told)


def test_what_came_later_from_those_who_were_struck_is_the_answer() -> None:
    assert answers([shelling(), rockets()], TEXT) == {0: (1,)}
    assert answers([rockets(), shelling()], TEXT) == {1: (0,)}


def test_what_the_report_says_stands_whatever_the_points() -> None:
    attack = group("rocket attack", date=on("2024-03-09"))
    said = group("Talks", answers=tuple(attack.ids), reality="planned", date=on("2024-03-01"))
    assert answers([attack, said], TEXT) == {1: (0,)}


def test_one_of_the_attacks_that_are_said_to_be_answered_is_answered_too() -> None:
    many = group("rocket attack", on=(NAVY,), series=True)
    one = group("hit", on=(NAVY,), date=on("2024-02-26"))
    answer = group("shelled", by=(NAVY,), answers=tuple(many.ids), date=on("2024-03-01"))
    (context,) = [context for a, b, context in pairs([answer, many, one], TEXT) if (a, b) == (0, 2)]
    assert is_one_of_many(answer, one, context)
    assert answers([answer, many, one], TEXT) == {0: (1, 2)}


def test_an_attack_on_others_or_on_an_unknown_day_is_none_of_them() -> None:
    many = group("rocket attack", on=(NAVY,), series=True)
    answer = group("shelled", by=(NAVY,), answers=tuple(many.ids), date=on("2024-03-01"))
    for one in (group("hit", on=(REBELS,), date=on("2024-02-26")), group("hit", on=(NAVY,))):
        (context,) = [context for a, b, context in pairs([answer, many, one], TEXT) if (a, b) == (0, 2)]
        assert not is_one_of_many(answer, one, context)


def test_a_plan_is_no_answer_unless_the_report_says_so() -> None:
    assert likely(5.0, shelling()) and not likely(5.0, shelling(reality="planned"))


def test_features_see_both_ways() -> None:
    groups = [shelling(), rockets()]
    seen = {(a, b): dict(observed(groups[a], groups[b], context)) for a, b, context in pairs(groups, TEXT)}
    assert seen[0, 1]["day"] == "after" and seen[1, 0]["day"] == "before"
    assert seen[0, 1]["crossed"] == seen[1, 0]["crossed"] == "both ways"
    assert seen[0, 1]["retort"] == "answer first" and seen[1, 0]["retort"] == "answered first"


def test_all_points_have_a_feature() -> None:
    assert set(load_fitted("answering")) <= {feature.__name__ for feature in FEATURES}
