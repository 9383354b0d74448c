"""`rashomon chain`, and `rashomon why` of an incident, on the samples and on the hand-made ledger."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rashomon.link import Dropped
from rashomon.pipeline import RunSummary
from rashomon.publish.schema import schemas
from tests.cli.conftest import Call
from tests.publish.feud import MARKET, RAIDS, SHELLS, feud
from tests.samples.expected import REPORTS


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A workspace with the samples, made by another process, so that this one loads no weights."""
    path: Path = tmp_path_factory.mktemp("chain") / "samples.db"
    command = [sys.executable, "-m", "rashomon", "run", str(REPORTS), "-w", str(path), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    return str(path)


def test_a_chain_of_three_steps_with_who_says_so_and_who_denies_it(call: Call, samples: str) -> None:
    done = call("chain", "balakot", "-w", samples, columns=160)
    assert done.code == 0
    words = " ".join(done.out.split())
    first, second, third = (words.index(name) for name in ("Pulwama", "Airstrike, Balakot", "by Pakistan"))
    assert first < second < third
    assert "→ Government of India (Northgate Post): “in response to”" in words
    assert "⇢ Northgate Post, in its own voice: “a day after” (only the order in time)" in words
    assert "≠ denied by Pakistani Foreign Ministry (Northgate Post): “in retaliation for”" in words
    assert "rashomon why " in done.err


def test_a_vow_comes_with_the_answer_and_a_series_with_what_it_contains(call: Call, samples: str) -> None:
    words = " ".join(call("chain", "gulf", "aden", "ship", "-w", samples, columns=160).out.split())
    assert "vowed to be answered by Yahya Saree (Straits Gazette): “retaliate for”" in words
    assert "→ Yahya Saree (Straits Gazette, Wadi Voice): “retaliate for”, “in retaliation for”" in words
    assert "contains no. " in words


def test_without_an_incident_the_longest_chains_are_shown(call: Call, samples: str) -> None:
    done = call("chain", "--most", "1", "-w", samples)
    assert done.out.startswith("A chain of ")
    assert done.out.count("A chain of ") == 1
    (chain,) = json.loads(call("chain", "--json", "--most", "1", "-w", samples).out)["chains"]
    assert len(chain["incidents"]) >= 3


def test_the_json_is_as_its_schema_says(call: Call, samples: str) -> None:
    made = json.loads(call("chain", "balakot", "--json", "-w", samples).out)
    Draft202012Validator(schemas()["chain"]).validate(made)
    texts = [e["text"] for link in made["chains"][0]["links"] for a in link["asserted"] for e in a["evidence"]]
    assert "in response to" in texts


@pytest.mark.parametrize("words", [("0",), ("nowhere",)])
def test_a_wrong_incident_is_one_sentence(call: Call, words: tuple[str, ...]) -> None:
    done = call("chain", *words)
    assert (done.code, done.out) == (2, "")
    assert "rashomon incidents" in done.err


def test_a_run_ends_with_a_warning_of_each_circle(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ledger = replace(feud()[0], cycles=((MARKET, SHELLS, RAIDS),))
    summary = RunSummary(added=0, known=0, read=0, skipped=(), ledger=ledger, unmet=Dropped())
    monkeypatch.setattr("rashomon.pipeline.run", lambda *_, **__: summary)
    said = " ".join(call("run", "x.txt", "-w", str(tmp_path / "x.db"), columns=200).err.split())
    assert "Warning: no. 2 answers no. 4, which answers no. 3, which answers no. 2: a circle" in said
    assert "See `rashomon chain 2" in said


def test_the_ledger_of_one_link(call: Call) -> None:
    words = " ".join(call("chain", "1", columns=160).out.split())
    assert "→ Harbour Gazette, in its own voice: “in response to”" in words


def test_show_says_on_whose_word_and_marks_copies(call: Call, samples: str) -> None:
    shown = " ".join(call("show", "balakot", "-w", samples, columns=160).out.split())
    assert "(2019-02-14); said by Government of India" in shown
    assert "only the order in time (Northgate Post); denied by Pakistani Foreign Ministry" in shown
    copied = " ".join(call("show", "2024-01-04", "-w", samples, columns=160).out.split())
    assert "4 reports; 3 stories" in copied
    assert "share their text (with words changed): one story" in copied


def test_why_of_an_incident_is_the_table_of_each_join_with_links_and_rivals(call: Call, samples: str) -> None:
    done = call("why", "akashat", "-w", samples, columns=160)
    assert done.code == 0
    words = " ".join(done.out.split())
    assert "They are the same kind of incident: same" in words
    assert words.count("points, −") >= 4
    assert "»in retaliation for«" in words
    assert "It might also be" in words and "points are missing." in words


def test_why_of_an_incident_and_a_report_is_how_this_one_came_to_it(call: Call, samples: str) -> None:
    inside = call("why", "akashat", "juniper", "-w", samples, columns=160)
    assert inside.out.count("Juniper Post") == 4
    outside = " ".join(call("why", "akashat", "kabul-orchard-street", "-w", samples, columns=160).out.split())
    assert "tells of no. " in outside
    assert "Kept apart: " in outside or "points are missing." in outside


def test_a_copy_is_told_as_one_in_the_table(call: Call, samples: str) -> None:
    words = " ".join(call("why", "2024-01-04", "baghdad-meridian", "-w", samples, columns=160).out.split())
    assert "+2.00 Their reports are copies of one story." in words


def test_what_is_neither_a_question_nor_a_report_is_said_in_one_sentence(call: Call) -> None:
    done = call("why", "1", "kiled")
    assert (done.code, done.out) == (2, "")
    said = " ".join(done.err.split())
    assert "'kiled' is neither a question nor a report. Answered are: killed, wounded, notified, target." in said


def test_why_of_an_incident_whose_readings_are_gone_keeps_its_links(
    call: Call, samples: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.pipeline.reader_version", lambda _: "another")
    done = call("why", "akashat", "-w", samples)
    assert done.code == 0
    assert "»in retaliation for«" in done.out
    assert "points are missing" not in done.out
    assert "The reader has changed since the last run" in done.err


def test_show_leads_from_a_lone_mention_without_a_day_to_what_it_might_be(call: Call) -> None:
    assert "What else it might be: rashomon why 2 -w " in call("show", "2").err
    assert "What else it might be" not in call("show", "1").err
