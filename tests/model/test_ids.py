from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import content_id, sha256_hex


def test_ids_are_the_same_on_every_machine_and_in_every_version() -> None:
    assert content_id("a", "r0", 1, 20) == "ac0e6939f12c665ff"
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.lists(st.text(st.characters(exclude_characters="\x1f"), max_size=5), min_size=1, max_size=4), st.data())
def test_the_order_and_the_borders_of_the_parts_matter(parts: list[str], data: st.DataObject) -> None:
    other = data.draw(st.permutations(parts) | st.just(["".join(parts)]))
    assert (content_id("a", *parts) == content_id("a", *other)) == (parts == other)


def test_half_of_a_surrogate_pair_has_an_id_too() -> None:
    assert content_id("a", "\ud83d") != content_id("a", "\ud83e")
