"""`rashomon lineage`: the tree, one report, JSON, and reports that can't be told."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rashomon.link import link
from rashomon.model import Capture, Ledger, ReportHeading
from rashomon.publish.schema import schemas
from rashomon.store import open_store
from tests.builders import make_report
from tests.cli.conftest import Call
from tests.link.test_copies import CLOSED, OTHER, STORY, THIRD

BACKGROUND = ". ".join(STORY.split(". ")[:2]) + "."
CHANGED = OTHER.replace("two mills", "four mills")
URL = "https://example.org/seed"
REPORTS = (
    make_report(STORY, "first", day="2021-03-01", outlet="Bay Courier"),
    make_report(f"{STORY} Printed again.", "second", day="2021-03-02", outlet="Hill Post"),
    make_report(f"{THIRD} {THIRD.upper()} {BACKGROUND} {CLOSED}", "third", day="2021-03-03", outlet="Bay Herald"),
    replace(make_report(OTHER, "seed one", day="2021-03-01"), url=URL),
    replace(make_report(CHANGED, "seed two", day="2021-03-04"), url=URL),
    make_report("Nothing happened in the village of Orsk, and the ferry sailed at noon.", "alone"),
)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lineage") / "copies.db"
    known = {report.id: report for report in REPORTS}
    linked = link(known, ())
    headings = tuple(
        ReportHeading(id=r.id, name=r.name, outlet=r.outlet, title=None, published=r.published) for r in REPORTS
    )
    ledger = Ledger(reports=headings, lineage=linked.lineage, borrowed=linked.borrowed, pages=linked.pages)
    with open_store(path) as store:
        for report in REPORTS:
            store.add(Capture(report=report, original=f"{report.name}\n{report.text}".encode()))
        store.put_ledger(ledger, "copies")
    return path


def test_all_families_passages_and_pages_are_shown(call: Call, copies: Path) -> None:
    done = call("lineage", "-w", str(copies))
    assert done.code == 0
    first, second = done.out.index("Bay Courier (first)"), done.out.index("└── Hill Post (second)")
    assert first < second
    assert "It is dated 2021-03-02, its source 2021-03-01." in done.out
    assert "Bay Herald (third), 2021-03-03 has 1 passage of Bay Courier (first)" in done.out
    assert "2 versions of one page  example.org/seed" in done.out
    assert "four mills by the river" in " ".join(done.out.split())


def test_one_report_is_shown_with_its_passages(call: Call, copies: Path) -> None:
    done = call("lineage", "hill", "post", "-w", str(copies))
    assert "Aircraft bombed a depot" in done.out
    assert "versions of one page" not in done.out


def test_a_report_that_shares_nothing_says_so(call: Call, copies: Path) -> None:
    assert call("lineage", "alone", "-w", str(copies)).out == "alone shares no text with another report.\n"


def test_json_is_what_its_schema_says(call: Call, copies: Path) -> None:
    everything = json.loads(call("lineage", "--json", "-w", str(copies)).out)
    Draft202012Validator(schemas()["lineage"]).validate(everything)
    one = json.loads(call("lineage", "third", "--json", "-w", str(copies)).out)
    Draft202012Validator(schemas()["lineage"]).validate(one)
    assert (len(everything["lineage"]), len(one["lineage"]), len(one["borrowed"])) == (2, 0, 1)
    assert one["borrowed"][0]["passages"][0]["copy"]["text"] == BACKGROUND
    assert {heading["name"] for heading in one["reports"]} == {"first", "third"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "No report is called 'nowhere'. Give its name"),
        (("bay",), "'bay' can be 2 reports:"),
        (("!",), "No report is called '!'."),
    ],
)
def test_a_report_that_can_not_be_told_gives_one_sentence(
    call: Call, copies: Path, words: tuple[str, ...], said: str
) -> None:
    done = call("lineage", *words, "-w", str(copies))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)


def test_every_span_of_a_lineage_is_verified(call: Call, copies: Path) -> None:
    done = call("verify", "-w", str(copies))
    assert done.code == 0
    assert "6 reports hashed again" in done.out
