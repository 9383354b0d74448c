"""`rashomon places`: lists, searches and explanations."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

REPORT = (
    "KABUL, Aug 3 - A bomb killed six people in Hilla, the capital of Iraq's Babil province, police said on Monday."
)


@pytest.fixture
def read(call: Call, tmp_path: Path) -> Path:
    """A workspace with one report that was read, by rules: weights that are loaded here would stay for other tests."""
    (tmp_path / "one.txt").write_text(REPORT, encoding="utf-8")
    workspace = tmp_path / "one.db"
    assert call("run", str(tmp_path / "one.txt"), "-w", str(workspace), "--reader", "rules").code == 0
    return workspace


def test_a_name_is_explained_with_its_rivals_and_one_sentence(call: Call) -> None:
    done = call("places", "Tripoli", "--country", "Lebanon", columns=120)
    assert done.code == 0
    lines = [line for line in done.out.splitlines() if line.strip()]
    assert "34.43, 35.84" in lines[2] and "the text says that it lies in that country" in lines[2]
    assert any("Libya" in line for line in lines[3:])
    assert "Tripoli: Of 5 places named 'Tripoli' the one in" in done.out


def test_another_place_of_the_report_decides(call: Call) -> None:
    alone = call("places", "Springfield", columns=120).out
    near = call("places", "Springfield", "--near", "Eugene", "--near", "Salem, Oregon", columns=120).out
    assert "the one in Oregon, United States" in " ".join(near.split())
    assert "the one in Oregon, United States" not in " ".join(alone.split())


def test_a_name_that_nothing_bears_says_so(call: Call) -> None:
    done = call("places", "Zzyzxabad")
    assert (done.code, done.out) == (0, "Zzyzxabad: 'Zzyzxabad' is in no gazetteer.\n")


def test_a_country_that_is_none_is_one_sentence(call: Call) -> None:
    done = call("places", "Mosul", "--country", "Narnia")
    assert done.code == 2
    assert done.err.startswith("No country is called 'Narnia'. Give its name,")


def test_the_codebook_is_listed_by_country(call: Call) -> None:
    done = call("places", "--codebook", "--country", "JO")
    assert "Tower 22" in done.out and "Iraq" not in done.out
    assert "Tower 22" in call("places", "--codebook").out


def test_the_places_of_incidents_are_listed_with_what_can_be_asked_next(call: Call, read: Path) -> None:
    done = call("places", "-w", str(read))
    assert done.code == 0
    assert "Hilla" in done.out and "32.46, 44.42" in done.out
    assert "Next: rashomon places" in done.err


def test_a_country_without_incidents_has_no_places(call: Call, read: Path) -> None:
    done = call("places", "--country", "Peru", "-w", str(read))
    assert (done.code, done.out) == (0, "")
    assert "No incident has a place there." in done.err


def test_the_decision_of_each_report_is_told_with_its_reason(call: Call, read: Path) -> None:
    assert (
        "In one: geonames:99347. The only place of the gazetteer named 'Hilla'."
        in call("places", "Hilla", "-w", str(read)).out
    )


def test_a_workspace_that_is_not_there_gives_the_next_step(call: Call, tmp_path: Path) -> None:
    done = call("places", "-w", str(tmp_path / "none.db"))
    assert done.code == 2 and "rashomon run" in done.err
    assert call("places", "Mosul", "-w", str(tmp_path / "none.db")).code == 0


def test_why_tells_what_a_name_was_taken_for(call: Call, read: Path) -> None:
    done = call("why", "1", "killed", "-w", str(read), columns=140)
    assert done.code == 0, done.err
    assert "“Hilla” as geonames:99347. The only place of the gazetteer named 'Hilla'." in " ".join(done.out.split())
