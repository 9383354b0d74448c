"""Claims of responsibility held against who is said to have acted."""

from dataclasses import replace
from typing import Any

import pytest

from rashomon.model import UNKNOWN_TIME, Attribution, Claimant, IncidentMention, PlaceRead, Reading, Span, Stance
from rashomon.resolve.claims import check_claims
from rashomon.resolve.facts import Facts, Party
from rashomon.resolve.grouping import group_mentions
from rashomon.resolve.wording import Worder
from tests.builders import make_report

RUSSIA, UKRAINE, UNITED_STATES = (
    Party("Russia", "rus", "rus"),
    Party("Ukraine", "ukr", "ukr"),
    Party("US", "usa", "usa"),
)
KHARKIV, BELGOROD = PlaceRead(name="Kharkiv", country="UA"), PlaceRead(name="Belgorod", country="RU")
LONG = "Those who for three long weeks had planned and prepared and led what struck"
TEXT = "Depots were struck, the ministry said. The strike was the largest of the week."


def stance_after(
    *,
    actor: str | None = "rus.mod",
    cue: str = "said",
    content: str = "Depots were struck",
    beside: tuple[Party, ...] = (),
    elsewhere: tuple[PlaceRead, ...] = (),
    stance: Stance = "claims_responsibility",
    **told: Any,
) -> str:
    """The stance after a look at "struck", of which `told` says more; `beside` and `elsewhere` are doers and places of a later mention."""
    text = TEXT.replace("said", cue).replace("Depots were struck", content)
    start, at = text.index(content), text.index(cue)
    attribution = Attribution(
        id="a",
        source=(),
        cue=(Span(at, at + len(cue), cue),),
        content=(Span(start, start + len(content), content),),
        stance=stance,
        claimant=Claimant(name="the ministry", actor=actor),
    )
    facts = [fact(text, "struck", **told), fact(text, "strike", initiators=beside, places=elsewhere)]
    reading = Reading(report=make_report(text).id, reader="", attributions=(attribution,))
    return check_claims(reading, facts, group_mentions(facts)).attributions[0].stance


def fact(text: str, trigger: str, **told: Any) -> Facts:
    start = text.index(trigger)
    kind = told.pop("type", "airstrike")
    mention = IncidentMention(
        id=f"m{start}", trigger=(Span(start, start + len(trigger), trigger),), type=kind, reality="happened"
    )
    nothing: dict[str, Any] = {"date": UNKNOWN_TIME, "places": (), "initiators": (), "targets": ()}
    return Facts(mention=mention, wording=Worder(text).of(mention), **(nothing | told))


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        # Who is said to have done it decides, the words nearest to the statement first.
        ({"initiators": (RUSSIA,)}, True),
        ({"initiators": (UKRAINE,)}, False),
        ({"beside": (RUSSIA,)}, True),
        ({"beside": (UNITED_STATES,)}, False),
        ({"initiators": (RUSSIA,), "beside": (UKRAINE,)}, True),
        ({"actor": None, "initiators": (RUSSIA,)}, False),
        # Then whom and where it hit: armies report their own strikes abroad, and those of others at home.
        ({"targets": (UKRAINE,)}, True),
        ({"targets": (RUSSIA,)}, False),
        ({"places": (KHARKIV,)}, True),
        ({"places": (BELGOROD,)}, False),
        ({"places": (BELGOROD,), "targets": (UKRAINE,)}, True),
        # An act far back in a statement is one that it only mentions.
        ({"content": LONG, "places": (BELGOROD,), "elsewhere": (KHARKIV,)}, False),
        ({"places": (BELGOROD,), "elsewhere": (KHARKIV,)}, False),
        ({"content": LONG, "elsewhere": (KHARKIV,)}, True),
        ({"places": (KHARKIV,), "type": "suicide_bombing"}, False),
        ({"actor": None, "places": (KHARKIV,)}, False),
        ({}, False),
        ({"content": "Civilians were struck", "places": (KHARKIV,)}, False),
        ({"content": "Civilians were struck", "places": (KHARKIV,), "initiators": (RUSSIA,)}, True),
        # Words that say so stand whatever else is said.
        ({"cue": "took responsibility and said", "initiators": (UKRAINE,)}, True),
        ({"content": "it was behind what was struck"}, True),
        ({"content": "the blow that struck was its own"}, True),
        ({"content": "Our guns struck depots"}, True),
        # To claim is to take it on oneself only where nobody else is named.
        ({"cue": "claimed"}, True),
        ({"cue": "claimed", "actor": None}, True),
        ({"cue": "claimed", "initiators": (RUSSIA,)}, True),
        ({"cue": "claimed", "initiators": (UKRAINE,)}, False),
        ({"content": "a claim that depots were struck"}, False),
    ],
)
def test_a_claim_stands_where_the_act_may_be_that_of_the_speakers_side(told: dict[str, Any], stands: bool) -> None:
    assert stance_after(**told) == ("claims_responsibility" if stands else "asserts")


def test_what_is_no_claim_is_left_as_it_is() -> None:
    attribution = Attribution(id="a", source=(), cue=(), content=(Span(0, 2, "It"),), stance="accuses", claimant=None)
    reading = Reading(report="r", reader="", attributions=(attribution,))
    assert check_claims(reading, [], []) == reading


@pytest.mark.parametrize(
    ("told", "claims"),
    [
        ({"content": "It attacked and struck depots"}, True),
        ({"content": "it was behind what was struck"}, True),
        ({"content": "The blow that struck was its own"}, True),
        ({"content": "It attacked and struck depots", "initiators": (RUSSIA,)}, True),
        ({"content": "It attacked and struck depots", "initiators": (UKRAINE,)}, False),
        ({"content": "It attacked and struck depots", "actor": None}, False),
        ({"content": "It struck a deal"}, False),
        ({"content": "Depots were struck"}, False),
    ],
)
def test_a_known_party_that_owns_up_claims_the_act(told: dict[str, Any], claims: bool) -> None:
    expected = "claims_responsibility" if claims else "asserts"
    assert stance_after(stance="asserts", **told) == expected


def test_where_those_behind_an_attack_were_killed_its_answer_is_claimed() -> None:
    text = "Officers behind what struck Belgorod were killed, the ministry said. The strike was an answer."
    content = text[: text.index(",")]
    attack = fact(text, "struck", initiators=(UKRAINE,))
    answer = fact(text, "strike", initiators=(RUSSIA,))
    answer = replace(answer, mention=replace(answer.mention, answers=(attack.mention.id,)))
    attribution = Attribution(
        id="a", source=(), cue=(), content=(Span(0, len(content), content),), stance="claims_responsibility",
        claimant=Claimant(name="the ministry", actor="rus.mod"),
    )  # fmt: skip
    reading = Reading(report=make_report(text).id, reader="", attributions=(attribution,))
    facts = [attack, answer]
    assert check_claims(reading, facts, group_mentions(facts)).attributions[0].stance == "claims_responsibility"
    assert check_claims(reading, facts[:1], group_mentions(facts[:1])).attributions[0].stance == "asserts"
