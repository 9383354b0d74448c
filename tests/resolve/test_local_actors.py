"""Names that no codebook has: local actors, the same in all reports."""

import pytest

from rashomon.model import Claimant
from rashomon.resolve.actor_context import actor_context
from rashomon.resolve.claimants import Claimants
from rashomon.resolve.local_actors import local_actor
from tests.builders import make_report


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Ali Hamad al-Rashid", "local.ali_hamad_al_rashid"),
        ("Front for River Towns", "local.front_for_river_towns"),
        ("Élodie Zorvek", "local.elodie_zorvek"),
        ("Zorvek", None),
        ("a river watchman", None),
        ("The town's watchman", None),
        ("Defence Ministry", None),
    ],
)
def test_a_full_name_makes_one(name: str, actor: str | None) -> None:
    assert local_actor(name) == actor


def test_one_name_is_one_actor_in_every_report_also_by_its_surname() -> None:
    texts = (
        "Ali Hamad al-Rashid, a physician, counted them in Baghdad. Al-Rashid had no help.",
        "In Hilla, said the physician Ali Hamad Al-Rashid, nobody came.",
    )
    contexts = [actor_context(make_report(text)) for text in texts]
    found = [Claimants(context, {}).resolve(Claimant(name="Ali Hamad al-Rashid")) for context in contexts]
    short = Claimants(contexts[0], {}).resolve(Claimant(name="al-Rashid"))
    assert {claimant.actor for claimant in (*found, short) if claimant} == {"local.ali_hamad_al_rashid"}


def test_the_unnamed_make_none() -> None:
    context = actor_context(make_report("Two security sources told it in Baghdad."))
    claimant = Claimants(context, {}).resolve(Claimant(name="two security sources", anonymous=True))
    assert claimant is not None and claimant.actor is None


def test_what_stays_unsure_makes_none() -> None:
    context = actor_context(make_report("Nobody knows where."))
    claimant = Claimants(context, {}).resolve(Claimant(name="Southern Command"))
    assert claimant is not None and claimant.actor is None
