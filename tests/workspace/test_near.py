"""Which incidents are held against each other: what the quick way finds is what looking at each two of them finds."""

import sqlite3
from datetime import date, timedelta
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.workspace.catalogue.near import MOST, SLACK, WIDEST, near_pairs

DAY = date(2024, 2, 1)
ROLES = ("place", "initiator", "target", "claimant")
NAMES = st.frozensets(st.tuples(st.sampled_from(ROLES), st.sampled_from("abc")), max_size=3)
DAYS = st.one_of(st.none(), st.tuples(st.integers(0, 6), st.integers(0, WIDEST + 2)))
INCIDENTS = st.lists(st.tuples(NAMES, DAYS, st.frozensets(st.integers(0, 9), max_size=2)), max_size=MOST + 1)


def _catalogue(
    incidents: list[tuple[frozenset[tuple[str, str]], tuple[int, int] | None, frozenset[int]]],
) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.row_factory = sqlite3.Row
    made.execute("CREATE TABLE incident (id TEXT, first TEXT, last TEXT)")
    made.execute("CREATE TABLE named (incident TEXT, role TEXT, key TEXT)")
    made.execute("CREATE TABLE told (incident TEXT, report TEXT)")
    for number, (names, days, reports) in enumerate(incidents):
        first = days and (DAY + timedelta(days[0])).isoformat()
        last = days and (DAY + timedelta(sum(days))).isoformat()
        made.execute("INSERT INTO incident VALUES (?, ?, ?)", (f"x{number}", first, last))
        made.executemany("INSERT INTO named VALUES (?, ?, ?)", [(f"x{number}", *name) for name in sorted(names)])
        made.executemany("INSERT INTO told VALUES (?, ?)", [(f"x{number}", str(one)) for one in sorted(reports)])
    return made


def _keys(names: frozenset[tuple[str, str]]) -> set[tuple[bool, str]]:
    return {(role == "place", name) for role, name in names if role != "claimant"}


PLACE = frozenset({("place", "a")})


@example([(PLACE, (0, 0), frozenset()), (PLACE, (6, 0), frozenset()), (PLACE, None, frozenset())])
@given(INCIDENTS)
def test_it_is_what_looking_at_each_two_finds(
    incidents: list[tuple[frozenset[tuple[str, str]], tuple[int, int] | None, frozenset[int]]],
) -> None:
    expected = []
    for (one, left), (other, right) in combinations(enumerate(incidents), 2):
        shared = _keys(left[0]) & _keys(right[0])
        if left[1] and right[1]:
            apart = max(left[1][0], right[1][0]) - min(sum(left[1]), sum(right[1]))
            close = apart <= SLACK and left[1][1] <= WIDEST and right[1][1] <= WIDEST
            meets = bool(shared) and close
        else:  # without a day a place has to be shared
            meets = any(place for place, _ in shared)
        if meets and not left[2] & right[2]:
            expected.append((f"x{one}", f"x{other}"))
    assert near_pairs(_catalogue(incidents)) == sorted(expected)
