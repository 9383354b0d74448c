"""Claimants that are carried to a figure from a statement that does not hold it."""

from rashomon.model import Attribution, Claimant, Stance
from tests.read.figures.builders import document_of, figures_of


def _said(text: str, by: str, content: str, stance: Stance = "asserts") -> Attribution:
    start, document = text.index(content), document_of(text)
    cue = text.rindex(" ", 0, start - 1) + 1 if start else 0
    return Attribution(
        id=f"a-{by}",
        source=(),
        cue=(document.span(cue, start - 1),) if start else (),
        content=(document.span(start, start + len(content)),),
        stance=stance,
        claimant=Claimant(name=by),
    )


def _claimants(text: str, *said: Attribution) -> list[str | None]:
    return [figure.claimant.name if figure.claimant else None for figure in figures_of(text, said)]


def test_a_count_that_is_called_somebodys_own_is_theirs() -> None:
    text = "The raid is over, the ministry said. Its provisional balance: 95 dead, 19 missing."
    assert _claimants(text, _said(text, "the ministry", "The raid is over")) == ["the ministry", "the ministry"]


def test_another_sentence_is_nobodys() -> None:
    text = "The raid is over, the ministry said. Its men wounded 19 villagers."
    assert _claimants(text, _said(text, "the ministry", "The raid is over")) == [None]


def test_who_reports_casualties_counts_them() -> None:
    text = "The militia reported losses, calling it a crime and leading to the death of two of its fighters."
    assert _claimants(text, _said(text, "the militia", "losses")) == ["the militia"]


def test_who_reports_a_fire_does_not() -> None:
    text = "The militia reported fires, calling it a crime and leading to the death of two of its fighters."
    assert _claimants(text, _said(text, "the militia", "fires")) == [None]


def test_the_toll_of_an_act_that_somebody_owns_up_to_is_not_theirs() -> None:
    text = "The group claimed a bombing that left 40 people dead. It also said that it killed nine guards."
    claimed = _said(text, "the group", "a bombing that left 40 people dead", "claims_responsibility")
    own = _said(text, "the group itself", "it killed nine guards", "claims_responsibility")
    assert _claimants(text, claimed, own) == [None, "the group itself"]
