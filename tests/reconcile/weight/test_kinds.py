"""Kinds of source: by side, by kind of actor, by words; all that fit are told."""

import pytest

from rashomon.errors import CodebookInvalid
from rashomon.model import Claimant, Role
from rashomon.reconcile.weight.kinds import kinds_of


def unnamed(name: str) -> Claimant:
    return Claimant(name=name, anonymous=True)


@pytest.mark.parametrize(
    ("claimant", "side", "kinds"),
    [
        (None, None, ("media",)),
        (Claimant(name="Pentagon", actor="usa.dod"), "initiator", ("party",)),
        (Claimant(name="Government of Russia", actor="rus.gov"), None, ("official",)),
        (Claimant(name="Rami Abdul Rahman", actor="person.rami_abdul_rahman"), None, ("monitor",)),
        (Claimant(name="Reuters", actor="agency.reuters"), None, ("media",)),
        (Claimant(name="CIA", actor="usa.cia"), None, ("official",)),
        (Claimant(name="Salim Nahri", actor="local.salim_nahri", role="the hospital's director"), None, ("medical",)),
        (Claimant(name="Salim Nahri", actor="local.salim_nahri"), None, ("other",)),
        (unnamed("two security sources"), None, ("unnamed",)),
        (unnamed("a doctor at the clinic"), None, ("medical", "unnamed")),
        (unnamed("one neighbour"), None, ("witness", "unnamed")),
        (unnamed("an Afghan health official"), None, ("official", "medical", "unnamed")),
        (unnamed("a US official"), "initiator", ("party", "unnamed")),
        (unnamed("sources in Syria"), None, ("unnamed",)),
        (unnamed("an Iraqi militia official"), None, ("unnamed",)),
    ],
)
def test_a_claimant_is_of_the_kinds_that_its_side_actor_and_words_tell(
    claimant: Claimant | None, side: Role | None, kinds: tuple[str, ...]
) -> None:
    assert kinds_of(claimant, side) == kinds


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"words": "x"}, "'plural' is missing"),
        ({"words": "x", "plural": "y", "kinds": ["wizard"]}, "no actor is of the kind 'wizard'"),
        ({"words": "x", "plural": "y", "terms": ["("]}, "no regular expression"),
        ({"words": "", "plural": "y"}, "'words' is no text"),
    ],
)
def test_a_mistake_in_the_file_is_named(row: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.codebook import sources

    table = {**sources.read_table("sources"), "monitor": row}
    monkeypatch.setattr(sources, "read_table", lambda name: table)
    with pytest.raises(CodebookInvalid, match=said):
        sources.sources.__wrapped__()
