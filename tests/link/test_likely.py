"""What looks like one is what the whole table says, though it is worked out no further than needed."""

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.stories import told_readings
from rashomon.link.comparison import FEATURES, FORBIDDEN, THRESHOLD, UNPROVEN, Comparison, compare
from rashomon.link.likely import OTHERS, PROVING, likely
from rashomon.link.sightings import Sighting, sightings
from rashomon.model import TimeInterval
from rashomon.vectors import InMemory, Vectors
from tests.builders import at, make_incident, make_mention, make_reading, make_report, on
from tests.link.test_likeness import Letters

WORDS = "Zarzun club fired firing coach Orlen valley Quandary flood rebels Murgatroyd bakery opened fire".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
FACTS = st.fixed_dictionaries(
    {
        "date": st.sampled_from([on("2024-03-05"), on("2024-03-06"), TimeInterval()]),
        "locations": st.sampled_from([(), (at("Marfa", country="XX"),), (at("Siwa", country="YY"),)]),
        "type": st.sampled_from(["airstrike", "drone_strike", "other"]),
        "main": st.booleans(),
        "series": st.sampled_from([False, False, True]),
        "actors": st.sampled_from([(), ("actor:israel",), ("actor:iran",)]),
        "targets": st.sampled_from([(), ("camp",), ("camp", "bridge")]),
    }
)
TOLD = st.tuples(TEXTS, FACTS, st.booleans())


def seen(text: str, facts: dict[str, object], encoded: bool, name: str) -> Sighting:
    report = make_report(f"He saw {text} today.", name, day="2024-03-06")
    mention = make_mention(report, text.split()[0], kind=str(facts["type"]))
    incident = make_incident(report, [mention], **facts)  # type: ignore[arg-type]
    encoder = Vectors(Letters(), "letters", InMemory()) if encoded else None
    (found,) = sightings({report.id: report}, [make_reading(report, [incident])], encoder)
    return found


def whole(left: Sighting, right: Sighting, *, copies: bool) -> Comparison | None:
    """The slow and obvious way."""
    found = compare(left, right, copies=copies)
    return found if found.score >= THRESHOLD else None


@given(TOLD, TOLD, st.booleans())
def test_two_look_like_one_where_the_whole_table_says_so(
    one: tuple[str, dict[str, object], bool], other: tuple[str, dict[str, object], bool], copies: bool
) -> None:
    left, right = seen(*one, "one"), seen(*other, "other")
    assert likely(left, right, copies=copies) == whole(left, right, copies=copies)


def test_all_of_a_flow_of_news_looks_as_the_whole_table_says() -> None:
    tolds = list(told_readings(90))
    known = sightings({report.id: report for report, _ in tolds}, [reading for _, reading in tolds])
    pairs = [(*pair, copies) for pair, copies in product(combinations(known, 2), (False, True))]
    expected = [whole(one, other, copies=copies) for one, other, copies in pairs]
    assert [likely(one, other, copies=copies) for one, other, copies in pairs] == expected
    assert 0 < sum(found is not None for found in expected) < len(expected)


def test_what_has_no_evidence_can_never_look_like_one() -> None:
    assert FORBIDDEN < UNPROVEN < THRESHOLD


def test_every_feature_is_looked_at_once() -> None:
    assert sorted(f.__name__ for f in (*PROVING, *OTHERS)) == sorted(f.__name__ for f in FEATURES)
