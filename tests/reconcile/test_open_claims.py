"""Open claims: which statements are set beside which, with vectors that a test gives."""

import numpy as np
import pytest
from numpy.typing import NDArray

from rashomon.model import Attribution, Claimant, Linked, LinkedIncident, Member, OpenPair, Reading, Report
from rashomon.reconcile import reconcile
from rashomon.vectors import InMemory, Vectors
from tests.builders import make_attribution, make_incident, make_mention, make_reading, make_report, on

Telling = tuple[Report, Reading]
OPEN = "the ferry terminal was crowded with holiday travellers"


class Letters:
    """Vectors of letters: texts of the same letters are near, and nothing is loaded."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vector(self, text: str) -> NDArray[np.float32]:
        self.asked.append(text)
        found = np.zeros(384, dtype=np.float32)
        for letter in text.lower():
            found[ord(letter) % 384] += 1
        length: np.float32 = np.linalg.norm(found)  # type: ignore[assignment]
        return found / length


def said(name: str, content: str, *, cue: str = "said", claimant: str | None = None) -> Telling:
    """A report of one strike in which somebody says something of it."""
    text = f"A strike hit the harbour on Tuesday. The {name} office {cue} {content}. Printed by {name}."
    report = make_report(text, name, day="2024-03-06", outlet=name)
    incident = make_incident(report, [make_mention(report, "strike")], date=on("2024-03-05"))
    speaker = Claimant(name=claimant or f"the {name} office")
    statement: Attribution = make_attribution(report, f"The {name} office", cue, content, claimant=speaker)
    return report, make_reading(report, [incident], attributions=(statement,))


def pairs(*told: Telling, encoder: Letters | None = None) -> tuple[OpenPair, ...]:
    members = tuple(Member(report.id, reading.incidents[0].id) for report, reading in told)
    linked = Linked(incidents=(LinkedIncident(id="x1", members=members),))
    vectors = Vectors(encoder or Letters(), "letters", InMemory())
    found = reconcile({r.id: r for r, _ in told}, [g for _, g in told], linked, vectors=vectors)
    return found.incidents[0].open_claims


def test_statements_that_answer_nothing_are_set_beside_each_other() -> None:
    (found,) = pairs(said("port", OPEN), said("rail", f"{OPEN} then"))
    assert found.relation == "alike"
    assert found.likeness > 0.9
    assert {claim.evidence.span.text for claim in found.claims} == {OPEN, f"{OPEN} then"}


@pytest.mark.parametrize(
    ("other", "cue"),
    [
        ("the ferry terminal was not crowded with holiday travellers", "said"),
        (OPEN, "denied that"),
        ("the ferry terminal was closed, not crowded, with holiday travellers away", "denied that"),
    ],
)
def test_a_negation_or_a_denial_makes_the_contrary_and_two_of_them_none(other: str, cue: str) -> None:
    (found,) = pairs(said("port", OPEN + " today"), said("rail", other, cue=cue))
    twice = "not" in other and cue != "said"
    assert found.relation == ("alike" if twice else "opposed")


def test_an_opposite_makes_the_contrary_and_is_named() -> None:
    open_one, shut = (
        "the ferry terminal stayed open for holiday travellers",
        "the ferry terminal stayed closed for holiday travellers",
    )
    (found,) = pairs(said("port", open_one), said("rail", shut))
    assert found.relation == "opposed"
    assert "“open”" in found.reason and "“closed”" in found.reason


def test_one_claimant_is_not_set_beside_itself() -> None:
    assert not pairs(said("port", OPEN, claimant="the mayor"), said("rail", f"{OPEN} then", claimant="the mayor"))


def test_what_shares_no_words_of_its_own_is_never_asked_for() -> None:
    encoder = Letters()
    assert not pairs(said("port", OPEN), said("rail", "an attack on people has been condemned again"), encoder=encoder)
    assert encoder.asked == []


def test_an_answer_to_a_question_is_no_open_claim() -> None:
    told = "the government had been told in advance of the ferry terminal being crowded with holiday travellers"
    assert not pairs(said("port", OPEN), said("rail", told))


def test_without_vectors_there_are_none_and_with_them_nothing_else_changes() -> None:
    told = (said("port", OPEN), said("rail", f"{OPEN} then"))
    members = tuple(Member(report.id, reading.incidents[0].id) for report, reading in told)
    linked = Linked(incidents=(LinkedIncident(id="x1", members=members),))
    reports, readings = {r.id: r for r, _ in told}, [g for _, g in told]
    without = reconcile(reports, readings, linked)
    assert without.incidents[0].open_claims == ()
    beside = reconcile(reports, readings, linked, vectors=Vectors(Letters(), "letters", InMemory()))
    assert beside.incidents[0].questions == without.incidents[0].questions
    again = reconcile(reports, readings[::-1], linked, vectors=Vectors(Letters(), "letters", InMemory()))
    assert again == beside
