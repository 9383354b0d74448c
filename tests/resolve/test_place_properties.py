"""One name that is unknown or wrong changes nothing else, and the same report is always resolved alike."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.gazetteer import load_gazetteer
from rashomon.codebook.names import fold
from rashomon.codebook.places import load_places
from rashomon.model import Reading, Report, Toponym
from rashomon.resolve import place_context, report_places, resolve_place
from rashomon.resolve.place_context import forget
from rashomon.resolve.toponyms import resolve_toponyms
from tests.builders import find, make_report

NAMES = ("Mosul", "Hilla", "Kirkuk", "Tikrit", "Baghdad", "Anbar", "Rutba", "Syria")
TEXT = "The Iraqi army and Iraq's police were in Mosul, Hilla, Kirkuk, Tikrit, Baghdad, Anbar and Rutba, near Syria."
UNKNOWN = st.from_regex(r"\A[BDFGKL][aeiou]zz[aeiou]xq[a-z]{0,4}\Z").filter(
    lambda name: not load_places().find_all(name)
)
KNOWN = st.integers(min_value=0, max_value=400_000).map(
    lambda n: load_gazetteer().keys[n % len(load_gazetteer().keys)].decode().title()
)


def resolved(names: tuple[str, ...], text: str = TEXT) -> dict[str, object]:
    context = place_context(text, names)
    return {name: resolve_place(name, context) for name in names}


@given(UNKNOWN)
def test_an_unknown_name_changes_no_other_resolution(name: str) -> None:
    before, after = resolved(NAMES), resolved((*NAMES[:3], name, *NAMES[3:]))
    assert {key: after[key] for key in before} == before


@given(KNOWN.filter(lambda name: fold(name) not in {fold(known) for known in NAMES}))
def test_a_wrong_name_leads_no_other_elsewhere(name: str) -> None:
    before, after = resolved(NAMES), resolved((*NAMES, name))
    assert {key: after[key].read for key in before} == {key: before[key].read for key in before}  # type: ignore[attr-defined]


@given(st.permutations(NAMES))
def test_the_order_of_names_changes_nothing(names: list[str]) -> None:
    assert resolved(tuple(names)) == resolved(NAMES)


def marked(report: Report) -> Reading:
    spans = sorted(find(report, name) for name in NAMES)
    return Reading(report=report.id, reader="test", toponyms=tuple(Toponym(span=span) for span in spans))


def test_the_same_report_is_resolved_alike_whatever_came_before() -> None:
    report = make_report(TEXT)
    reading = marked(report)
    first = resolve_toponyms(reading, report_places(reading, report))
    forget()
    resolved(("Springfield", "Paris", "Mosul"), "The French police were in France.")
    assert resolve_toponyms(reading, report_places(reading, report)) == first
    assert all(toponym.place is not None and toponym.reason.endswith(".") for toponym in first.toponyms)
    assert [replace(t, place=None, reason="", rivals=()) for t in first.toponyms] == list(reading.toponyms)
