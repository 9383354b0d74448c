"""Independent sources: bodies of which each can be given an origin of its own."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Lineage, Linked, LinkedIncident, Member
from rashomon.reconcile import reconcile
from rashomon.reconcile.weight.support import _matched
from tests.reconcile.weight.strikes import PENTAGON, SOHR, Told, toll

HEARD = st.dictionaries(st.sampled_from("ABCD"), st.sets(st.sampled_from("1234"), min_size=1), max_size=4)


@given(HEARD)
def test_they_are_the_most_pairs_of_body_and_origin_that_share_nothing(heard: dict[str, set[str]]) -> None:
    bodies = sorted(heard)
    slow = max(
        (
            sum(origin in heard[body] for body, origin in zip(order, chosen, strict=False))
            for order in permutations(bodies)
            for chosen in permutations("1234", len(bodies))
        ),
        default=0,
    )
    assert _matched(heard) == slow


def test_a_copy_adds_no_source() -> None:
    told = toll("Ember", 3, PENTAGON), toll("Flint", 3, SOHR)
    assert sources(told, copies=False) == "2 independent sources say it (origins: 2, bodies: 2)"
    assert sources(told, copies=True) == "1 independent source says it (origins: 1, bodies: 2)"


def sources(told: tuple[Told, ...], *, copies: bool) -> str:
    """What the first account's grade counts, where the reports are copies of one story or not."""
    members = tuple(Member(report.id, reading.incidents[0].id) for report, reading in told)
    family = Lineage(reports=tuple(sorted(report.id for report, _ in told)), origin=None)
    linked = Linked(incidents=(LinkedIncident(id="x1", members=members),), lineage=(family,) if copies else ())
    ledger = reconcile({report.id: report for report, _ in told}, [reading for _, reading in told], linked)
    grade = ledger.incidents[0].questions[0].accounts[0].grade
    assert grade is not None
    return grade.why.partition(": ")[2].partition(", nothing")[0]
