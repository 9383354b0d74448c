"""`rashomon actors`: lists, searches, explains; and what it says to wrong input."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.codebook import take_up
from tests.cli.conftest import Call


@pytest.fixture(autouse=True)
def _ours_alone_afterwards() -> Iterator[None]:
    yield
    take_up(())


def test_without_a_name_the_kinds_are_counted(call: Call) -> None:
    done = call("actors")
    assert done.code == 0
    assert "armed_group" in done.out and "person" in done.out


def test_a_list_is_filtered_by_kind_and_country(call: Call) -> None:
    done = call("actors", "--kind", "monitor", "--country", "SD", columns=200)
    assert "Sudan Doctors Network" in done.out
    assert "Airwars" not in done.out


def test_a_long_list_is_cut_and_says_so(call: Call) -> None:
    cut, whole = call("actors", "--kind", "armed_group"), call("actors", "--kind", "armed_group", "--all")
    assert "more: --all" in cut.err
    assert len(whole.out.splitlines()) > 400 > len(cut.out.splitlines())


def test_a_name_shows_candidates_with_scores_and_the_reason(call: Call) -> None:
    done = call("actors", "Hezbollah", "--country", "IQ", columns=200)
    assert done.code == 0
    assert "0.80" in done.out and "irq.kataib_hezbollah" in done.out and "lbn.hezbollah" in done.out
    assert "its country is not named" in done.out
    assert "does not tell which" in done.err
    assert (
        call("actors", "Hezbollah", "--country", "lebanon", columns=200).out.splitlines()[1].split()[1]
        == "lbn.hezbollah"
    )


def test_an_office_is_explained_by_the_day(call: Call) -> None:
    done = call("actors", "the", "Pentagon", "press", "secretary", "--date", "2021-02-27", columns=200)
    assert "person.john_kirby" in done.out
    assert "was Pentagon press secretary on the day" in done.out
    assert "2013-12 to 2015-03" in done.out


def test_an_id_shows_all_that_is_written(call: Call) -> None:
    out = call("actors", "irq.kataib_hezbollah", columns=200).out
    assert "irq.islamic_resistance, since 2023-10" in out
    assert "Source" in out


def test_part_of_a_name_is_searched_for(call: Call) -> None:
    assert "alqaeda.aqap" in call("actors", "Arabian Penin", columns=200).out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Zorvek Nultaz",), "nobody of the name 'Zorvek Nultaz'"),
        (("Hamas", "--country", "Narnia"), "'Narnia' is no country"),
        (("Hamas", "--date", "soon"), "'soon' is no day"),
        (("--date", "2024-01-01"), "Give a name"),
        (("--kind", "club"), "club"),
        (("--codebook", "/nowhere/at/all"), "is not there"),
    ],
)
def test_wrong_input_is_told_in_a_sentence(call: Call, arguments: tuple[str, ...], told: str) -> None:
    done = call("actors", *arguments, columns=300)
    assert done.code == 2
    assert told in " ".join(done.err.split())
    assert "Traceback" not in done.err


def test_ones_own_actors_are_shown(call: Call, tmp_path: Path) -> None:
    text = 'source = "ours"\n[actors]\n"x.zor" = { name = "Zorvek Front", kind = "armed_group", country = "IQ" }\n'
    (tmp_path / "actors.toml").write_text(text)
    assert "x.zor" in call("actors", "the Zorvek Front", "--codebook", str(tmp_path), columns=200).out


REPORT = (
    "BAGHDAD, Feb 5, 2024 - An air strike killed three men in Baghdad on Monday. "
    "The Zorvek Front said that the air strike killed three men. Kataib Hizballah said that it killed five people.\n"
)
OWN = 'source = "ours"\n[actors]\n"x.zor" = { name = "Zorvek Front", kind = "armed_group", country = "IQ" }\n'


def test_why_says_whom_a_claimant_was_taken_for(call: Call, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(REPORT)
    database = str(tmp_path / "x.db")
    assert call("run", str(tmp_path / "one.txt"), "-w", database, "--reader", "rules").code == 0
    said = " ".join(call("why", "1", "killed", "-w", database, columns=200).out.split())
    assert "Taken for" in said
    assert "Kataib Hezbollah (irq.kataib_hezbollah): " in said
    assert "Zorvek Front (local.zorvek_front): 'Zorvek Front' is not in the codebook." in said


def test_a_run_with_ones_own_codebook_reads_again_when_it_changes(call: Call, tmp_path: Path) -> None:
    own, report, database = tmp_path / "own", tmp_path / "one.txt", str(tmp_path / "x.db")
    own.mkdir()
    report.write_text(REPORT)
    (own / "actors.toml").write_text(OWN)
    options = ("-w", database, "--reader", "rules", "--codebook", str(own))
    assert "1 read" in call("run", str(report), *options).err
    assert "0 read" in call("run", str(report), *options).err
    said = " ".join(call("why", "1", "killed", "-w", database, "--codebook", str(own), columns=200).out.split())
    assert "Zorvek Front (x.zor)" in said
    (own / "actors.toml").write_text(OWN.replace("Zorvek Front", "Front of Zorvek"))
    assert "1 read" in call("run", str(report), *options).err


def test_a_broken_codebook_stops_a_run_and_leaves_no_workspace(call: Call, tmp_path: Path) -> None:
    (tmp_path / "actors.toml").write_text(OWN.replace("armed_group", "club"))
    (tmp_path / "one.txt").write_text(REPORT)
    done = call(
        "run", str(tmp_path / "one.txt"), "-w", str(tmp_path / "x.db"), "--codebook", str(tmp_path), columns=300
    )
    assert done.code == 2
    assert "entry 'x.zor': unknown kind 'club'" in " ".join(done.err.split())
    assert not (tmp_path / "x.db").exists()


def test_of_a_workspace_those_are_listed_who_say_something(call: Call, workspace: Path) -> None:
    done = call("actors", "-w", str(workspace), columns=200)
    assert done.code == 0
    (front,) = (line for line in done.out.splitlines() if "Northern Front" in line)
    assert front.split() == ["xx.front", "Northern", "Front", "1", "1"]
    assert "two medical sources" not in done.out, "nobody is named there"
    nobody = call("actors", "--kind", "monitor", "-w", str(workspace))
    assert (nobody.code, nobody.out) == (0, "")
    assert "Nobody like that says anything" in nobody.err


def test_a_name_is_told_with_whom_the_reports_meant(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "ember.txt"
    report.write_text("An airstrike hit Hilla in Iraq on 4 March 2024. The Pentagon said three people were killed.\n")
    assert call("run", str(report), "--reader", "rules", "-w", str(tmp_path / "one.db")).code == 0
    known = call("actors", "Pentagon", "-w", str(tmp_path / "one.db"), columns=200)
    assert "In ember: usa.dod." in known.out
    unknown = call("actors", "Zzz", "-w", str(tmp_path / "one.db"), columns=200)
    assert unknown.code == 0 and "quotes anybody as 'Zzz'" in unknown.err
