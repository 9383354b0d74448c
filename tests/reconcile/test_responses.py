"""Which incident answers which, once all reports are heard."""

from collections import Counter
from typing import Any

from rashomon.model import UNKNOWN_TIME, Incident, TimeInterval
from rashomon.reconcile.responses import in_order
from tests.builders import on


def incident(identity: str, date: TimeInterval = UNKNOWN_TIME) -> Incident:
    nothing: dict[str, Any] = dict.fromkeys(
        ("places", "initiators", "targets", "response_to", "reports", "questions"), ()
    )
    return Incident(id=identity, title="", type="airstrike", date=date, **nothing)


def answers(*incidents: Incident, **links: int) -> dict[str, tuple[str, ...]]:
    """Links are named by two letters, what answers and what is answered."""
    counted = Counter({(name[0], name[1]): count for name, count in links.items()})
    return {one.id: one.response_to for one in in_order(incidents, counted) if one.response_to}


def test_nothing_answers_what_came_days_later() -> None:
    early, late = incident("a", on("2024-03-01")), incident("b", on("2024-03-05"))
    assert answers(early, late, ba=1) == {"b": ("a",)}
    assert answers(early, late, ab=3) == {}


def test_of_two_ways_the_one_that_more_reports_give_stands() -> None:
    assert answers(incident("a"), incident("b"), ab=2, ba=1) == {"a": ("b",)}


def test_as_many_either_way_leaves_it_to_the_days() -> None:
    one, next_day = incident("a", on("2024-03-01")), incident("b", on("2024-03-02"))
    assert answers(one, next_day, ab=1, ba=1) == {"b": ("a",)}
    assert answers(incident("a"), incident("b"), ab=1, ba=1) == {}
