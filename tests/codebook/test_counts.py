"""How much the codebook holds, and that each fact of it has a source."""

from collections import Counter

from rashomon.codebook.actor_files import entries
from rashomon.codebook.actors import load_actors

WRITTEN = [entry.actor for entry in entries()]
KINDS = Counter(actor.kind for actor in WRITTEN)


def test_there_are_as_many_actors_as_promised() -> None:
    assert len(WRITTEN) >= 900
    assert KINDS["armed_group"] >= 250
    assert sum(actor.kind == "state" for actor in load_actors().by_id.values()) >= 193


def test_enough_persons_have_dated_offices() -> None:
    dated = [
        actor
        for actor in WRITTEN
        if actor.kind == "person" and any((o.until or "9999") >= "2001" and (o.since or o.until) for o in actor.offices)
    ]
    assert len(dated) >= 150


def test_each_kind_of_body_that_speaks_is_there() -> None:
    assert KINDS["alliance"] >= 25
    assert KINDS["monitor"] >= 40
    assert KINDS["agency"] >= 50
    assert KINDS["outlet"] >= 80
    assert sum(actor.mission for actor in WRITTEN) >= 15
    assert sum(actor.part_of in ("un", "un.ohchr") for actor in WRITTEN) >= 30


def test_media_say_where_they_are_and_most_whose_they_are() -> None:
    media = [actor for actor in WRITTEN if actor.id.startswith(("agency.", "outlet."))]
    assert [actor.id for actor in media if actor.country is None and actor.part_of is None] == []
    assert sum(actor.owner is not None for actor in media) / len(media) >= 0.7


def test_umbrellas_have_days() -> None:
    memberships = [item for actor in WRITTEN for item in actor.member_of]
    assert len(memberships) >= 45
    assert all(item.since or item.until for item in memberships)
    assert sum(item.until is not None for item in memberships) >= 6


def test_armed_groups_have_other_names_also_in_their_own_script() -> None:
    groups = [actor for actor in WRITTEN if actor.kind in ("armed_group", "armed_force")]
    assert sum(bool(actor.aliases) for actor in groups) / len(groups) >= 0.85
    assert sum(not all(name.isascii() for name in actor.aliases) for actor in groups) >= 50


def test_each_actor_has_a_source() -> None:
    assert [actor.id for actor in load_actors().by_id.values() if not actor.source.strip()] == []


def test_unrwa_is_no_mission_and_no_display_name_of_one_is_told_twice() -> None:
    book = load_actors().by_id
    assert not book["unrwa"].mission
    assert [a.name for a in WRITTEN if a.mission and "(" in a.name] == []
