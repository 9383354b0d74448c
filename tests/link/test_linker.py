"""Linking in steps gives what linking at once gives, and touches no incident that new reports don't concern."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link import Linker, blocks, link
from rashomon.model import Judgement, LinkedIncident, Member, TimeInterval, content_id
from tests.builders import at, on
from tests.link.test_clusters import MARFA, Told, told

PLACES = st.sampled_from([at("Marfa", country="XX"), at("Olden", country="XX"), at("Siwa", country="YY")])
FACTS = st.fixed_dictionaries(
    {
        "date": st.sampled_from([on("2024-03-05"), on("2024-03-06"), on("2024-03-09"), TimeInterval()]),
        "locations": st.lists(PLACES, max_size=2).map(tuple),
        "type": st.sampled_from(["airstrike", "bombing", "other"]),
        "main": st.booleans(),
    }
)
ROWS = st.lists(st.lists(FACTS, max_size=3), max_size=7)


def in_steps(tolds: list[Told], sizes: list[int], judgements: tuple[Judgement, ...] = ()) -> tuple[LinkedIncident, ...]:
    linker, done, found = Linker(), 0, ()
    while done < len(tolds):
        step = tolds[done : done + (sizes.pop() if sizes else len(tolds))]
        done += len(step)
        linker.add({report.id: report for report, _ in step}, [reading for _, reading in step])
        linker.settle((), judgements)
        found = linker.incidents()  # type: ignore[assignment]
    return found


def at_once(tolds: list[Told], judgements: tuple[Judgement, ...] = ()) -> tuple[LinkedIncident, ...]:
    return link({report.id: report for report, _ in tolds}, [reading for _, reading in tolds], judgements).incidents


@given(ROWS, st.lists(st.integers(1, 3), max_size=4), st.randoms(use_true_random=False), st.booleans())
def test_steps_in_any_order_give_what_all_at_once_gives(
    rows: list[list[dict[str, object]]], sizes: list[int], rng: random.Random, judged: bool
) -> None:
    tolds = [told(str(n), *facts) for n, facts in enumerate(rows)]
    subjects = [f"{report.id}/{i.id}" for report, reading in tolds for i in reading.incidents]
    same = Judgement(id="j1", decision="same", subjects=tuple(subjects[:2]), who="ana", when="2024-06-01T00:00:00Z")
    judgements = (same,) if judged and len(subjects) > 1 else ()
    expected = at_once(tolds, judgements)
    rng.shuffle(tolds)
    assert in_steps(tolds, sizes, judgements) == expected


@given(ROWS, st.lists(st.integers(1, 3), max_size=4))
def test_a_name_that_becomes_too_common_is_forgotten_in_steps_as_at_once(
    rows: list[list[dict[str, object]]], sizes: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "CROWDED", 2)
        tolds = [told(str(n), *facts) for n, facts in enumerate(rows)]
        assert in_steps(tolds, sizes) == at_once(tolds)


@given(ROWS)
def test_only_pairs_that_share_something_in_time_are_compared(rows: list[list[dict[str, object]]]) -> None:
    linker, calls = Linker(), []
    tolds = [told(str(n), *facts) for n, facts in enumerate(rows)]
    linker.add({report.id: report for report, _ in tolds}, [reading for _, reading in tolds])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.link.linker.likely", lambda *pair, **_: calls.append(pair))
        linker.add({report.id: report for report, _ in tolds}, [reading for _, reading in tolds])
    assert calls == []


def test_a_new_report_changes_no_incident_that_it_does_not_concern() -> None:
    days = [(date(2024, 3, 5) + timedelta(days=9 * n)).isoformat() for n in range(4)]
    tolds = [told(f"{day}{name}", MARFA | {"date": on(day)}, day=day) for day in days for name in "ab"]
    before = {incident.id: incident for incident in at_once(tolds)}
    newer = told("new", MARFA | {"date": on(days[1])}, day=days[2])
    after = {incident.id: incident for incident in at_once([*tolds, newer])}
    assert len(before) == 4 and before.keys() == after.keys()
    assert [identity for identity in before if before[identity] != after[identity]] == [
        next(i.id for i in after.values() if Member(newer[0].id, "i0") in i.members)
    ]


def test_a_merge_keeps_the_older_id() -> None:
    older = told("older", MARFA | {"date": on("2024-03-05"), "type": "drone_strike"}, day="2024-03-05")
    newer = told(
        "newer", MARFA | {"date": on("2024-03-12"), "locations": (at("Siwa", country="YY"),)}, day="2024-03-12"
    )
    subjects = (f"{older[0].id}/i0", f"{newer[0].id}/i0")
    same = Judgement(id="j1", decision="same", subjects=subjects, who="ana", when="2024-06-01T00:00:00Z")
    assert len(at_once([older, newer])) == 2
    (merged,) = at_once([older, newer], (same,))
    assert merged.id == content_id("x", older[0].id, "i0")
