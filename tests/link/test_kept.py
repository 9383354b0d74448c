"""What is kept between runs changes how long joining takes, never what it gives."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.stories import told_readings
from rashomon.link import blocks, link, regions
from rashomon.model import Judgement, Linked
from tests.link.shelves import MemoryShelf
from tests.link.test_clusters import MARFA, Told, told
from tests.link.test_linker import ROWS


def linked(
    tolds: Sequence[Told], shelf: MemoryShelf | None = None, judgements: tuple[Judgement, ...] = (), version: str = "1"
) -> Linked:
    reports = {report.id: report for report, _ in tolds}
    return link(reports, [reading for _, reading in tolds], judgements, shelf=shelf, version=version)


def same(tolds: Sequence[Told]) -> tuple[Judgement, ...]:
    subjects = [f"{report.id}/{i.id}" for report, reading in tolds for i in reading.incidents][:2]
    if len(subjects) < 2:
        return ()
    return (Judgement(id="j1", decision="same", subjects=tuple(subjects), who="ana", when="2024-06-01T00:00:00Z"),)


@settings(deadline=None)
@given(
    ROWS,
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["more", "fewer", "judged", "new version"])), max_size=4),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_runs_that_go_on_from_one_another_give_what_one_run_gives(
    rows: list[list[dict[str, object]]], steps: list[tuple[int, str]], rng: random.Random, tight: bool
) -> None:
    tolds = [told(str(n), *facts) for n, facts in enumerate(rows)]
    rng.shuffle(tolds)
    shelf, judgements, version, held = MemoryShelf(), (), "1", 0
    with pytest.MonkeyPatch.context() as patch:
        if tight:
            patch.setattr(blocks, "CROWDED", 2)
            patch.setattr(blocks, "FULL", 1)
            patch.setattr(blocks, "FULL_FEW_DAYS", 2)
            patch.setattr(regions, "AT_HAND", 1)
        for count, what in [*steps, (len(tolds), "more")]:
            held = min(len(tolds), held + count) if what == "more" else min(held, count) if what == "fewer" else held
            judgements = same(tolds) if what == "judged" else judgements
            version = f"{version}+" if what == "new version" else version
            assert linked(tolds[:held], shelf, judgements, version) == linked(tolds[:held], None, judgements)


def test_a_flow_of_news_in_days_gives_what_it_gives_at_once() -> None:
    tolds = list(told_readings(300))
    shelf = MemoryShelf()
    for size in (100, 101, 250, 300):
        found = linked(tolds[:size], shelf)
    rng = random.Random(1)
    rng.shuffle(tolds)
    assert found == linked(tolds)
    assert found == linked(tolds, shelf)


def test_a_run_over_the_same_reports_writes_nothing() -> None:
    tolds, shelf = list(told_readings(60)), MemoryShelf()
    before = linked(tolds, shelf)
    shelf.written = 0
    assert linked(tolds, shelf) == before
    assert shelf.written == 0


def test_a_new_report_reads_and_writes_what_it_meets_not_what_there_is() -> None:
    def cost(count: int) -> int:
        tolds, shelf = list(told_readings(count + 1)), MemoryShelf()
        # A report of a day and a country of its own, so that only the size of the shelf differs.
        linked(tolds[:count], shelf)
        shelf.written = 0
        linked([*tolds[:count], told("new", MARFA, day="2024-03-05")], shelf)
        return shelf.written

    assert cost(20) == cost(150)


@pytest.mark.parametrize("kind", ["link.sighting", "link.likely", "link.incident", "link.head", "link.state"])
@pytest.mark.parametrize("spoilt", [b"", b"\x00{"])
def test_what_is_damaged_is_made_anew(kind: str, spoilt: bytes) -> None:
    tolds, shelf = list(told_readings(40)), MemoryShelf()
    linked(tolds[:30], shelf)
    for key in list(shelf.rows[kind]):
        shelf.rows[kind][key] = spoilt
    assert linked(tolds, shelf) == linked(tolds)
    assert linked(tolds, shelf) == linked(tolds)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 400))
def test_a_run_that_is_killed_while_it_writes_spoils_nothing(after: int) -> None:
    tolds, shelf = list(told_readings(12)), MemoryShelf()
    linked(tolds[:6], shelf)
    shelf.left = after
    try:
        linked(tolds, shelf)
    except KeyboardInterrupt:
        shelf.left = None
    shelf.left = None
    assert linked(tolds, shelf) == linked(tolds)
