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
