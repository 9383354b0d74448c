"""What is laid aside reads as it will when it is on the shelf."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.aside import Aside
from tests.link.shelves import MemoryShelf

KEYS = st.lists(st.sampled_from("abcd"), max_size=3)
ROWS = st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=2), max_size=3)
STEPS = st.lists(st.tuples(st.sampled_from(["x", "y"]), st.one_of(st.none(), KEYS, ROWS)), max_size=8)


def do(shelf: Aside | MemoryShelf, kind: str, what: list[str] | dict[str, bytes] | None) -> None:
    if isinstance(what, dict):
        shelf.keep(kind, what)
    else:
        shelf.forget(kind, what)


@given(STEPS, STEPS, KEYS)
def test_a_shelf_reads_the_same_before_and_after_what_was_laid_aside_is_on_it(
    before: list[tuple[str, dict[str, bytes]]], steps: list[tuple[str, dict[str, bytes]]], keys: list[str]
) -> None:
    below, plain = MemoryShelf(), MemoryShelf()
    for kind, what in before:
        do(below, kind, what)
        do(plain, kind, what)
    untouched = {kind: dict(below.kept(kind)) for kind in "xy"}
    aside = Aside(below)
    for kind, what in steps:
        do(aside, kind, what)
        do(plain, kind, what)
        assert aside.kept(kind) == plain.kept(kind)
        assert aside.kept(kind, keys) == plain.kept(kind, keys)
    assert {kind: dict(below.kept(kind)) for kind in "xy"} == untouched
    aside.pour(below)
    assert {kind: below.kept(kind) for kind in "xy"} == {kind: plain.kept(kind) for kind in "xy"}
