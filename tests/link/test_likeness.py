"""How two incidents are worded, as the features see it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.link.comparison import THRESHOLD, UNPROVEN, compare
from rashomon.link.cosines import nearness, overlap
from rashomon.link.likeness import NEAR, beside, clause, reached, spoken, story, title, trigger, turned
from rashomon.link.sightings import Sighting, sightings
from rashomon.vectors import InMemory, Vectors
from tests.builders import make_incident, make_mention, make_reading, make_report


class Letters:
    """An encoder that takes texts for near which have the same letters."""

    def vector(self, text: str) -> NDArray[np.float32]:
        counts = np.full(384, 0.01, dtype=np.float32)
        for letter in text.lower():
            counts[ord(letter) % 384] += 1
        found: NDArray[np.float32] = counts / np.linalg.norm(counts)
        return found


def seen(text: str, word: str, *, vectors: bool = True, kind: str = "other", **fields: Any) -> Sighting:
    report = make_report(text, text)
    incident = make_incident(report, [make_mention(report, word, kind=kind)], type=kind, **fields)
    encoder = Vectors(Letters(), "letters", InMemory()) if vectors else None
    (found,) = sightings({report.id: report}, [make_reading(report, [incident])], encoder)
    return found


FIRED = seen("The Zarzun club fired its coach Tavi Orlen.", "fired")
FIRING = seen("After the firing of Tavi Orlen the Zarzun club was silent.", "firing")
FLOOD = seen("A flood swept through the Quandary valley.", "flood")


def test_reports_that_share_rare_words_are_one_story() -> None:
    assert story(FIRED, FIRING) == "0.4 or more" and spoken(FIRED, FIRING) == "0.45 or more"
    assert story(FIRED, FLOOD) == "under 0.02" and spoken(FIRED, FLOOD) == "under 0.01"


def test_an_event_goes_by_one_word_in_all_its_forms() -> None:
    assert trigger(FIRED, FIRING) == "same" and trigger(FIRED, FLOOD) not in ("same", "same in part")
    opened = seen("He opened fire on the Zarzun club.", "opened fire")
    assert trigger(FIRED, opened) == "same in part"


def test_the_other_s_word_in_the_same_sentence_makes_them_two() -> None:
    sacked = seen("Orlen was sacked after he was fired upon.", "sacked")
    assert turned(FIRED, sacked) == "one" and turned(FIRED, FLOOD) == "no"
    assert turned(FIRED, FIRING) is None


def test_words_around_the_trigger_are_counted() -> None:
    assert beside(FIRED, FIRING) == "2" and beside(FIRED, FLOOD) == "0"


def test_the_wording_of_incidents_whose_kind_is_told_is_left_to_their_kind() -> None:
    struck = seen("Jets struck the Zarzun camp.", "struck", kind="airstrike")
    assert {feature(struck, struck) for feature in (trigger, clause, beside, turned)} == {None}
    assert story(struck, struck) is not None and title(struck, struck) == "0.8 or more"


def test_without_an_encoder_words_alone_tell() -> None:
    one, other = (seen(text, "fired", vectors=False) for text in ("Tavi Orlen was fired.", "They fired Orlen."))
    assert title(one, other) is None and clause(one, other) is None and trigger(one, other) == "same"


def test_vectors_are_packed_without_loss_that_matters() -> None:
    assert FIRED.wording.head and nearness(FIRED.wording.head, FIRED.wording.head) == 1.0
    near = nearness(FIRED.wording.trigger, FLOOD.wording.trigger)
    exact = Vectors(Letters(), "letters", InMemory()).likeness("fired", "flood")
    assert near is not None and abs(near - exact) < 0.01


def test_no_word_is_no_likeness_and_no_unlikeness() -> None:
    assert overlap(frozenset(), frozenset({"zarzun"}), 0.0) is None and nearness(b"", b"") is None


def test_steps_are_named_from_one_on() -> None:
    assert reached(NEAR, 0.7) == {"0.7 or more", "0.8 or more"}


def test_an_event_of_open_kind_is_proven_by_its_word_in_one_story_and_by_no_word_alone() -> None:
    assert compare(FIRED, FIRING).score > UNPROVEN
    elsewhere = seen("A Murgatroyd bakery fired its oven.", "fired")
    assert compare(FIRED, elsewhere).score <= UNPROVEN < THRESHOLD


def test_a_series_goes_by_many_words_and_its_word_is_no_evidence() -> None:
    one, other = (seen("Zarzun rebels raided Quandary farms.", "raided", series=True) for _ in range(2))
    assert trigger(one, other) is None
