"""Names as reporters write them: the list holds its figures, and one wrong name changes no other."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from benchmarks.variants import FILE, cases, found_in, tally
from rashomon.codebook.actor_names import find_actor_names
from rashomon.codebook.actors import load_actors
from rashomon.resolve.actor_context import actor_context
from rashomon.resolve.actors import resolve_actor
from tests.builders import make_report

REPORT = """BAGHDAD - American planes hit posts of the Popular Mobilization Forces in Anbar, Iraqi officials said.
Kataib Hezbollah lost two men. John Kirby spoke for the White House, and the Iraqi government protested.
The Front for River Towns (FRT) promised revenge, and Hezbollah mourned in Lebanon."""
NAMES = (
    "the Popular Mobilization Forces", "Kataib Hezbollah", "Kirby", "the White House", "FRT", "the army", "Hezbollah",
    "the government", "the coalition", "Iran's Guards", "US forces", "Sudani",
)  # fmt: skip
SYLLABLES = some.sampled_from("zor vek nul taz wib pog fex hul mox rif dru gav".split())
WORDS = some.lists(SYLLABLES, min_size=2, max_size=3).map(lambda parts: "".join(parts).capitalize())


def test_the_list_is_long_and_half_of_it_are_traps() -> None:
    listed = list(cases())
    wanted = [case for case in listed if case.expected in load_actors().by_id]
    assert len(listed) >= 300
    assert 0.4 <= len(wanted) / len(listed) <= 0.6
    assert {case.expected for case in listed} - set(load_actors().by_id) == {"nobody", "unsure"}


def test_variants_are_found_and_traps_are_left_alone() -> None:
    found = tally(list(cases()))
    assert found.precision >= 0.98, found.wrong
    assert found.recall >= 0.95, found.wrong
    assert found.open_kept >= 0.97, found.wrong


def test_every_answer_has_a_reason_in_one_sentence() -> None:
    for case in cases():
        match = found_in(case)
        assert match.reason.strip().endswith("."), case
        assert list(match.rivals) == sorted(match.rivals, key=lambda rival: -rival.score), case


@given(first=WORDS, last=WORDS, place=some.integers(0, 3))
def test_one_unknown_name_changes_no_other(first: str, last: str, place: int) -> None:
    unknown = f"{first} {last}"
    assume(not find_actor_names(unknown))
    lines = REPORT.split("\n")
    lines.insert(place, f"{unknown} watched it, and nobody had heard of {unknown} before.")
    before = actor_context(make_report(REPORT, day="2024-02-05"))
    after = actor_context(make_report("\n".join(lines), day="2024-02-05"))
    assert resolve_actor(unknown, after).actor is None
    for name in NAMES:
        assert resolve_actor(name, after) == resolve_actor(name, before), name


@given(wrong=some.sampled_from(["Kataib al-Furat", "Jaish al-Wadi", "the Salt Road Brigade", "Hank Miller"]))
def test_one_wrong_name_changes_no_other(wrong: str) -> None:
    before = actor_context(make_report(REPORT, day="2024-02-05"))
    after = actor_context(make_report(f"{REPORT}\n{wrong} denied it.", day="2024-02-05"))
    for name in NAMES:
        assert resolve_actor(name, after) == resolve_actor(name, before), name


@pytest.mark.parametrize(
    ("words", "day", "actor"),
    [
        ("the Pentagon press secretary", "2021-02-27", "person.john_kirby"),
        ("the Pentagon press secretary", "2023-02-27", "person.pat_ryder"),
        ("a Pentagon press secretary", "2021-02-27", "usa.dod"),
        ("the Pentagon press secretary", None, "usa.dod"),
        ("Israel's prime minister", "2021-08-01", "person.naftali_bennett"),
        ("the Israeli defense minister", "2024-12-01", "person.israel_katz"),
    ],
)
def test_an_office_means_whoever_held_it_on_the_day(words: str, day: str | None, actor: str) -> None:
    context = actor_context(make_report("Planes came at night.", day=day))
    assert resolve_actor(words, context).actor == actor


def test_the_file_tells_how_it_is_read() -> None:
    assert "reports" in Path(FILE).read_text(encoding="utf-8").partition("[reports]")[0]
