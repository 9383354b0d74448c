"""Who asserts and who denies that one incident answers another, and what that rests on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Claimant, Incident, Response
from rashomon.reconcile.links import cycles
from tests.builders import at, on
from tests.reconcile.telling import Told, ledger_of, story, told_as
from tests.reconcile.test_responses import incident

RAID: Mapping[str, Any] = {"date": on("2024-03-05"), "locations": (at("Marfa", country="XX"),), "actors": ("xx.army",)}
BLAST: Mapping[str, Any] = {"date": on("2024-03-03"), "locations": (at("Olden", country="XX"),), "main": False}
ARMY = Claimant(name="The army", actor="xx.army")
TWO = {"raid": RAID, "blast": BLAST}


def link_of(*tolds: Told) -> Response:
    found = ledger_of(*tolds)
    (link,) = told_as(found, "raid", tolds).links
    assert link.to == told_as(found, "blast", tolds).id
    return link


def words_of(link: Response) -> list[tuple[str | None, str, str]]:
    return [
        (account.claimant.name if account.claimant else None, account.basis, account.evidence[0].span.text)
        for account in link.asserted
    ]


def test_whoever_is_quoted_with_the_words_of_answering_asserts_it() -> None:
    text = "The army said that its raid on Marfa was in retaliation for the blast in Olden."
    content = "its raid on Marfa was in retaliation for the blast in Olden"
    link = link_of(story(text, TWO, {"raid": "blast"}, [("The army", "said", content, "asserts")]))
    assert words_of(link) == [("The army", "stated", "in retaliation for")]
    assert (link.basis, link.stands, link.denied) == ("stated", True, ())
    assert link.asserted[0].evidence[0].sentence.text == text


def test_words_outside_a_statement_are_the_outlets_own() -> None:
    text = "In response to the blast in Olden came a raid, which the army called lawful."
    link = link_of(story(text, TWO, {"raid": "blast"}, [("the army", "called", "lawful", "asserts")]))
    assert words_of(link) == [(None, "stated", "In response to")]


@pytest.mark.parametrize(
    ("text", "basis", "words"),
    [
        ("The raid on Marfa came two days after the blast in Olden.", "order_only", "came two days after"),
        ("The blast in Olden was followed by a raid on Marfa.", "order_only", "was followed by"),
        ("The blast in Olden prompted a raid on Marfa.", "stated", "prompted"),
        ("A blast shook Olden. The army struck back with a raid on Marfa.", "stated", "struck back"),
        ("A raid hit Marfa. Nobody has forgotten the blast in Olden.", "inferred", "raid"),
    ],
)
def test_what_a_link_rests_on_is_told(text: str, basis: str, words: str) -> None:
    link = link_of(story(text, TWO, {"raid": "blast"}))
    assert words_of(link) == [(None, basis, words)]
    assert link.basis == basis


def test_words_that_tie_a_third_incident_are_not_taken_for_this_one() -> None:
    text = "The shelling came hours after the blast in Olden. Later a raid hit Marfa."
    three = {"raid": RAID, "blast": BLAST, "shelling": {"main": False, "date": on("2024-03-04")}}
    assert words_of(link_of(story(text, three, {"raid": "blast"}))) == [(None, "inferred", "raid")]


def test_one_claimant_through_two_copies_is_one_account() -> None:
    text = "The army said that its raid on Marfa was in retaliation for the blast in Olden."
    said = [("The army", "said", "its raid on Marfa was in retaliation for the blast in Olden", "asserts")]
    tolds = [story(text, TWO, {"raid": "blast"}, said, name=name, outlet=name, day="2024-03-06") for name in "ab"]
    (account,) = link_of(*tolds).asserted
    assert len(account.reports) == 2


def test_the_strongest_of_all_accounts_is_what_a_link_rests_on() -> None:
    tolds = [
        story("The raid on Marfa came hours after the blast in Olden.", TWO, {"raid": "blast"}, day="2024-03-06"),
        story("The raid on Marfa was in reprisal for the blast in Olden.", TWO, {"raid": "blast"}, day="2024-03-06"),
    ]
    link = link_of(*tolds)
    assert link.basis == "stated"
    assert {account.basis for account in link.asserted} == {"stated", "order_only"}


@pytest.mark.parametrize("stance", ["denies", "doubts"])
def test_who_denies_it_stands_beside_who_asserts_it(stance: str) -> None:
    said = [("The army", "denied", "its raid was in retaliation for the blast", stance)]
    tolds = [
        story("The army denied that its raid was in retaliation for the blast.", TWO, None, said, day="2024-03-06"),
        story("A raid hit Marfa in answer to the blast in Olden.", TWO, {"raid": "blast"}, day="2024-03-06"),
    ]
    link = link_of(*tolds)
    assert [account.claimant.name for account in link.denied if account.claimant] == ["The army"]
    assert words_of(link) == [(None, "stated", "in answer to")]
    assert link.stands


@pytest.mark.parametrize(
    "text",
    [
        "The raid on Marfa was not in retaliation for the blast in Olden.",
        "The raid on Marfa was unrelated to the blast in Olden.",
        "The raid on Marfa had nothing to do with the blast in Olden.",
    ],
)
def test_what_is_only_denied_does_not_stand(text: str) -> None:
    told = story(text, TWO)
    link = link_of(told)
    assert (link.asserted, link.stands, link.reason) == ((), False, "Nobody asserts it.")
    assert told_as(ledger_of(told), "raid", [told]).response_to == ()


def test_a_denial_takes_the_link_away_that_a_reader_made_of_the_same_words() -> None:
    told = story("The raid on Marfa was not in retaliation for the blast in Olden.", TWO, {"raid": "blast"})
    assert not link_of(told).stands


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The raid on Marfa was not only in retaliation for the blast in Olden.", ()),
        ("It is not clear whether the raid on Marfa was in retaliation for the blast in Olden.", ()),
        (
            "The army denied a hand in the raid that came in retaliation for the blast.",
            (("The army", "denied", "a hand in the raid that came in retaliation for the blast", "denies"),),
        ),
    ],
)
def test_what_denies_something_else_denies_no_link(text: str, said: tuple[tuple[str, str, str, str], ...]) -> None:
    link = link_of(story(text, TWO, {"raid": "blast"}, said))
    assert (link.stands, link.denied) == (True, ())


def test_what_came_before_does_not_answer_and_says_so() -> None:
    early = {"raid": {**RAID, "date": on("2024-02-01")}, "blast": BLAST}
    link = link_of(story("The raid was in retaliation for the blast.", early, {"raid": "blast"}))
    assert (link.stands, link.reason) == (False, "It came before what it would answer.")


def test_a_vow_belongs_to_what_is_to_be_answered_and_to_the_answer_of_whoever_made_it() -> None:
    vow = story(
        "The army vowed to avenge the blast in Olden.", {"blast": {**BLAST, "main": True}}, None,
        [("The army", "vowed", "to avenge the blast in Olden", "threatens")], day="2024-03-04",
    )  # fmt: skip
    vow = vow[0], replace(vow[1], attributions=(replace(vow[1].attributions[0], claimant=ARMY),))
    raid = story("The raid on Marfa was in answer to the blast in Olden.", TWO, {"raid": "blast"}, day="2024-03-06")
    found = ledger_of(vow, raid)
    answered, answer = told_as(found, "blast", [vow]), told_as(found, "raid", [raid])
    assert [(v.claimant.name, v.basis) for v in answered.vowed if v.claimant] == [("The army", "threatened")]
    (link,) = answer.links
    assert [account.basis for account in link.asserted] == ["stated", "threatened"]


def test_what_is_said_of_another_incident_is_no_vow_to_answer_this_one() -> None:
    told = story(
        "A blast shook Olden. The army said that it would rebuild the market.", {"blast": {**BLAST, "main": True}}, None,
        [("The army", "said", "it would rebuild the market", "asserts")],
    )  # fmt: skip
    assert told_as(ledger_of(told), "blast", [told]).vowed == ()


@pytest.mark.parametrize(
    ("cue", "content", "stance", "vowed"),
    [
        ("said", "it would retaliate for the blast in Olden", "asserts", True),
        ("warned", "whoever set off the blast in Olden would pay a heavy price", "threatens", True),
        ("demanded", "the state respond to the blast in Olden", "calls_for", False),
        ("said", "it would not retaliate for the blast in Olden", "asserts", False),
    ],
)
def test_what_counts_as_a_vow(cue: str, content: str, stance: str, vowed: bool) -> None:
    blast = {"blast": {**BLAST, "main": True}}
    told = story(f"The army {cue} that {content}.", blast, None, [("The army", cue, content, stance)])
    assert bool(told_as(ledger_of(told), "blast", [told]).vowed) == vowed


def test_words_of_order_beside_words_of_answering_add_nothing() -> None:
    text = "Days after the blast in Olden a raid hit Marfa in answer to the blast."
    told = story(text, TWO, {"raid": "blast"})
    blast = told[1].incidents[1]
    again = replace(
        blast.mentions[0], id="again", trigger=(told[0].span(text.rindex("blast"), text.rindex("blast") + 5),)
    )
    incidents = (told[1].incidents[0], replace(blast, mentions=(*blast.mentions, again)))
    told = told[0], replace(told[1], incidents=incidents, events=(*told[1].events, again))
    assert words_of(link_of(told)) == [(None, "stated", "in answer to")]


def chained(**answers: str) -> list[Incident]:
    """Incidents named by letters, each with the letters of those that it answers."""
    return [replace(incident(one), response_to=tuple(others)) for one, others in sorted(answers.items())]


def test_a_circle_is_told_once_from_its_least_id() -> None:
    assert cycles(chained(a="", b="a", c="b")) == ()
    assert cycles(chained(a="c", b="a", c="b")) == (("a", "c", "b"),)


def test_a_circle_that_reports_tell_is_in_the_ledger() -> None:
    tolds = [
        story(f"The {one} in {town} was in answer to the {other}.", {one: {"locations": (at(town, country="XX"),), "type": kind}, other: {
            "locations": (at(there, country="XX"),), "type": sort, "main": False}}, {one: other})
        for one, town, kind, other, there, sort in (
            ("raid", "Marfa", "airstrike", "blast", "Olden", "bombing"),
            ("blast", "Olden", "bombing", "volley", "Siwa", "shelling"),
            ("volley", "Siwa", "shelling", "raid", "Marfa", "airstrike"),
        )
    ]  # fmt: skip
    found = ledger_of(*tolds)
    ids = {told_as(found, words, tolds).id for words in ("raid", "blast", "volley")}
    assert [set(circle) for circle in found.cycles] == [ids]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12))
def test_every_circle_is_warned_of(pairs: list[tuple[str, str]]) -> None:
    answers = {one: "".join(sorted({b for a, b in pairs if a == one and b != one})) for one in "abcdef"}
    found = cycles(chained(**answers))
    for circle in found:
        assert all(later in answers[one] for one, later in zip(circle, (*circle[1:], circle[0]), strict=True))
    # What is left when the first link of each circle is cut has none.
    left = {one: set(others) for one, others in answers.items()}
    for circle in found:
        left[circle[0]].discard(circle[1])
    assert cycles(chained(**{one: "".join(sorted(others)) for one, others in left.items()})) == ()
