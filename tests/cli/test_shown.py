"""The commands that show what is in a workspace."""

import csv
import io
import json
from pathlib import Path

import pytest

from rashomon.publish.brief import brief_of
from tests.cli.conftest import Call
from tests.golden.make import FOLDER
from tests.publish.fixtures import exhibit

STRIKE = exhibit().ledger.incidents[0]


def test_incidents_is_the_table(call: Call) -> None:
    done = call("incidents")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines() if line.strip()[:1].isdecimal()] == ["1", "2"]
    assert "Next: rashomon show 1 -w " in done.err


def test_incidents_in_dispute_keep_their_numbers(call: Call) -> None:
    done = call("incidents", "--disputed")
    assert "Tel Sarw" in done.out
    assert "Karsa" not in done.out


@pytest.mark.parametrize("width", [80, 100, 160])
def test_show_is_the_golden_ledger_at_the_width_of_the_terminal(call: Call, width: int) -> None:
    done = call("show", "1", columns=width)
    assert (done.code, done.out) == (0, (FOLDER / f"show-{width}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("1",),
        (STRIKE.id,),
        (STRIKE.id[:6],),
        ("tel", "sarw"),
        ("Airstrike",),
        ("2021-02-25",),
        ("NORTHERN", "front"),
    ],
)
def test_an_incident_is_found_by_number_id_or_words(call: Call, words: tuple[str, ...]) -> None:
    assert call("show", *words).out.startswith(STRIKE.title)


def test_words_that_fit_several_incidents_list_them(call: Call) -> None:
    done = call("show", "a")
    assert (done.code, done.out) == (2, "")
    assert "1  2021-02-25  Airstrike, Tel Sarw, by United States" in done.err
    assert "2  a Monday  Missile or rocket attack, Karsa airport" in done.err
    assert "Name one by its number." in done.err


@pytest.mark.parametrize("words", ["0", "3", "nowhere", "e5x"])
def test_what_fits_nothing_says_so(call: Call, words: str) -> None:
    done = call("show", words)
    assert done.code == 2
    assert "rashomon incidents" in done.err


def test_why_is_the_golden_page_of_sentences(call: Call) -> None:
    killed = call("why", "1", "killed")
    assert killed.code == 0
    golden = (FOLDER / "why.txt").read_text(encoding="utf-8")
    assert killed.out.partition("\nMarks:")[0].rstrip() in golden


@pytest.mark.parametrize(
    ("cell", "shown", "hidden"),
    [
        (("1", "killed", "a"), "a) A militia official", "c) two medical"),
        (("1", "killed", "medical", "sources"), "c) two medical sources", "a) A militia"),
        (("1", "killed", "lantern"), "b) Northern Front", "a) A militia"),
        (("1", "killed", "meridian"), "a) A militia official", "b) Northern Front"),
        (("tel", "sarw", "notified", "reyes"), "a) Anna Reyes, Defence Department spokeswoman", "Karim Dawud"),
        ((STRIKE.questions[0].accounts[1].id,), "a) A militia official", "c) two medical"),
        ((STRIKE.questions[0].accounts[1].id[:8],), "a) A militia official", "c) two medical"),
    ],
)
def test_a_cell_is_found_by_letter_words_or_id(call: Call, cell: tuple[str, ...], shown: str, hidden: str) -> None:
    done = call("why", *cell, columns=100)
    assert done.code == 0
    assert shown in done.out
    assert hidden not in done.out


def test_why_tells_the_way_the_reader_and_the_judgement(call: Call) -> None:
    shown = " ".join(call("why", "1", "killed", "c", columns=160).out.split())
    assert "Came by Harbour Gazette ← Meridian News ← Two medical sources in the border town" in shown
    assert "figures.rules.2" in shown
    assert "confidence 0.82" in shown
    assert "accepted by Ines, 2021-03-01: Heard the tape." in shown
    assert "[Two medical sources in the border town] {told} Meridian News that ‹»at least 17« people" in shown


def test_why_after_a_change_of_the_reader_keeps_the_sentence_and_says_what_is_missing(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.read.reader_version", lambda _: "another")
    done = call("why", "1", "killed", "c")
    assert "»at least 17«" in done.out
    assert "{told}" not in done.out
    assert "The reader has changed since the last run" in done.err


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (("1",), "Answered are: killed, wounded, notified, target."),
        (("1", "lawful"), "No report answers 'lawful'"),
        (("1", "killed", "nobody"), "a) A militia official close to the Northern Front; b) Northern Front"),
        (("2", "killed"), "It has no accounts at all."),
    ],
)
def test_a_cell_that_is_not_there_names_those_that_are(call: Call, cell: tuple[str, ...], said: str) -> None:
    done = call("why", *cell)
    assert done.code == 2
    assert said in " ".join(done.err.split())


def test_the_ledger_is_a_summary_or_the_contract(call: Call) -> None:
    assert "Copies     Border Courier, Harbour Gazette: one story of Meridian News" in call("ledger").out
    found = json.loads(call("ledger", "--json").out)
    assert found["schema"].startswith("rashomon.ledger/")
    assert [incident["id"] for incident in found["incidents"]] == [i.id for i in exhibit().ledger.incidents]


def test_the_schemas_are_printed(call: Call) -> None:
    assert set(json.loads(call("schema").out)) == {"reading", "ledger", "lineage", "chain", "input"}
    assert json.loads(call("schema", "ledger").out)["$id"] == "urn:rashomon:ledger:1"
    assert call("schema", "other").code == 2


def test_verify_counts_what_it_looked_at(call: Call) -> None:
    done = call("verify")
    assert done.code == 0
    assert done.out.startswith("3 reports hashed again,")


@pytest.mark.parametrize("format", ["json", "csv", "html", "markdown"])
def test_an_export_is_the_same_on_standard_output_and_in_a_file(call: Call, format: str, tmp_path: Path) -> None:
    printed = call("export", "--format", format)
    target = tmp_path / f"out.{format}"
    written = call("export", "--format", format, "--output", str(target))
    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert target.read_bytes().decode().replace("\r\n", "\n") == printed.out
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_exports_can_be_read_again(call: Call) -> None:
    assert len(list(csv.DictReader(io.StringIO(call("export", "--format", "csv").out)))) == 7
    assert call("export", "--format", "html").out.startswith("<!doctype html>")
    assert call("export", "--format", "json").out == call("ledger", "--json").out


def test_an_export_that_can_not_be_written_says_why(call: Call, tmp_path: Path) -> None:
    done = call("export", "--output", str(tmp_path / "missing" / "out.html"))
    assert done.code == 2
    assert "can't be written" in " ".join(done.err.split())


@pytest.mark.parametrize(
    "command",
    [
        ("incidents",),
        ("show",),
        ("why", "1", "killed"),
        ("ledger",),
        ("lineage",),
        ("verify",),
        ("export",),
        ("disputes",),
        ("timeline",),
    ],
)
def test_a_workspace_that_is_not_there_gives_the_next_step(
    call: Call, command: tuple[str, ...], tmp_path: Path
) -> None:
    done = call(*command, "-w", str(tmp_path / "none.db"))
    assert (done.code, done.out) == (2, "")
    assert "rashomon run INPUT" in " ".join(done.err.split())
    assert list(tmp_path.iterdir()) == []


def test_quiet_leaves_the_result_alone(call: Call) -> None:
    done = call("--quiet", "show", "1")
    assert done.err == ""
    assert done.out.startswith(STRIKE.title)


def test_show_brief_is_that_paragraph(call: Call) -> None:
    done = call("show", "1", "--brief", columns=5000)
    assert done.code == 0
    assert brief_of(exhibit().ledger, STRIKE).paragraph in done.out
