"""What a workspace answers: lists, filters, one incident, one cell, and how it follows what changes."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rashomon import Workspace
from rashomon.errors import WorkspaceMissing
from rashomon.model import Capture
from rashomon.store import open_store
from rashomon.workspace import IncidentFilter
from tests.builders import make_report
from tests.publish.fixtures import exhibit

STRIKE, ROCKET = (incident.id for incident in exhibit().ledger.incidents)


def ids(work: Workspace, **wanted: object) -> list[str]:
    """The incidents that a filter leaves."""
    return [row.incident.id for row in work.incidents(IncidentFilter(**wanted)).rows]  # type: ignore[arg-type]


def test_there_must_be_a_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceMissing):
        Workspace(tmp_path / "none.db")


def test_an_incident_comes_back_as_the_ledger_has_it(work: Workspace) -> None:
    assert work.incident(STRIKE) == exhibit().ledger.incidents[0]
    with pytest.raises(KeyError):
        work.incident("x0")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [STRIKE, ROCKET]),
        ({"order": "disputed"}, [STRIKE, ROCKET]),
        ({"disputed": True}, [STRIKE]),
        ({"unreviewed": True}, [STRIKE, ROCKET]),
        ({"main": True}, [STRIKE]),
        ({"type": "missile_or_rocket"}, [ROCKET]),
        ({"place": "sarw TEL"}, [STRIKE]),
        ({"place": "karsa"}, [ROCKET]),
        ({"place": "%"}, []),
        ({"actor": "northern front"}, [STRIKE]),
        ({"actor": "karim"}, [STRIKE]),
        ({"claimant": "united states"}, []),
        ({"since": date(2021, 2, 25)}, [STRIKE]),
        ({"since": date(2021, 2, 26)}, []),
        ({"until": date(2021, 2, 24)}, []),
        ({"origins": 2}, [STRIKE]),
        ({"origins": 3}, []),
        ({"words": "prior coordination"}, [STRIKE]),
        ({"words": '"prior coordination" -depot'}, [STRIKE]),
        ({"words": "coordination prior zebra"}, []),
        ({"words": "depo*", "disputed": True}, [STRIKE]),
        ({"words": '" " - "'}, [STRIKE, ROCKET]),
    ],
)
def test_a_filter_leaves_what_it_asks_for(work: Workspace, wanted: dict[str, object], found: list[str]) -> None:
    assert ids(work, **wanted) == found


def test_a_list_can_be_read_in_stretches(work: Workspace) -> None:
    first, second = work.incidents(limit=1), work.incidents(offset=1, limit=1)
    assert (first.total, second.total) == (2, 2)
    assert [row.number for row in (*first.rows, *second.rows)] == [1, 2]
    assert (work.incidents(offset=5).total, work.incidents(offset=5).rows) == (2, ())
    assert work.incidents(limit=0).total == 2


def test_a_row_counts_what_stands_behind_it(work: Workspace) -> None:
    row = work.incidents().rows[0]
    assert (row.accounts, row.disputed, row.reviewed, row.origins) == (7, 2, 0, 2)
    toll = row.tolls[0]
    assert (toll.question, toll.low, toll.high, toll.open) == ("killed", 1, 17, True)


def test_a_view_holds_the_part_of_the_ledger_and_the_neighbours(work: Workspace) -> None:
    view = work.view(STRIKE)
    assert {heading.id for heading in view.ledger.reports} == {h.id for h in exhibit().ledger.reports}
    assert view.ledger.lineage == exhibit().ledger.lineage
    assert [row.incident.id for row in view.answers] == [ROCKET]
    assert [row.incident.id for row in work.view(ROCKET).answered_by] == [STRIKE]


def test_a_cell_says_why(work: Workspace) -> None:
    account = exhibit().ledger.incidents[0].questions[0].accounts[0]
    found = work.why(account.id)
    assert (found.account, found.letter) == (account, "c")
    for one in found.testimonies:
        assert "".join(piece.text for piece in one.pieces) == one.evidence.sentence.text
        assert one.attribution is not None
        assert one.attribution.id == one.evidence.attribution


def test_words_are_found_in_claims_and_reports(work: Workspace) -> None:
    claims = work.search_claims("informed")
    assert [hit.account.value for hit in claims.rows] == ["told before"]
    hit = work.search_reports("COORDINATION").rows[0]
    assert [hit.excerpt.text[a:b] for a, b in hit.excerpt.found] == ["coordination"]
    assert hit.report.name == "lantern"
    assert work.search_reports("").total == 0


def test_actors_are_those_who_speak(work: Workspace) -> None:
    named = {row.name: (row.actor, row.accounts) for row in work.actors().rows}
    assert named["Northern Front"] == ("xx.front", 1)
    assert "reports, in their own voice" not in named


def test_a_new_report_is_found_at_once(work: Workspace, path: Path) -> None:
    before = work.state
    report = make_report("A zebra crossed the bridge at Ömer’s mill.", "zebra")
    with open_store(path) as store:
        store.add(Capture(report=report, original=f"zebra\n{report.text}".encode()))
    assert work.state != before
    assert [hit.report.id for hit in work.search_reports("omer zebra").rows] == [report.id]
    assert work.reports().total == 4


def test_a_changed_incident_takes_the_place_of_the_one_before(work: Workspace, path: Path) -> None:
    ledger = exhibit().ledger
    strike = replace(ledger.incidents[0], title="Airstrike, elsewhere", places=("Nowhere",), locations=(), questions=())
    with open_store(path) as store:
        store.put_ledger(replace(ledger, incidents=(ledger.incidents[1], strike)), "changed")
    assert ids(work) == [ROCKET, STRIKE]
    assert ids(work, place="nowhere") == [STRIKE]
    assert ids(work, place="sarw") == []
    assert work.search_claims("informed").total == 0
    assert work.incident(STRIKE) == strike


def test_an_incident_that_is_gone_is_not_there(work: Workspace, path: Path) -> None:
    with open_store(path) as store:
        store.put_ledger(replace(exhibit().ledger, incidents=()), "empty")
    assert ids(work) == []
    with pytest.raises(KeyError):
        work.view(STRIKE)


def test_a_workspace_in_the_place_of_another_is_shown_alone(path: Path) -> None:
    Workspace(path).close()
    path.unlink()
    report = make_report("A zebra crossed the bridge.", "zebra")
    with open_store(path) as store:
        store.add(Capture(report=report, original=f"zebra\n{report.text}".encode()))
    with Workspace(path) as work:
        assert [row.id for row in work.reports().rows] == [report.id]
        assert work.search_reports("informed").total == 0
        assert work.incidents().total == 0


def test_a_broken_catalogue_is_made_anew(path: Path) -> None:
    Workspace(path).close()
    beside = path.with_name(f"{path.name}-catalogue")
    beside.write_bytes(b"no database at all" * 100)
    with Workspace(path) as work:
        assert work.incidents().total == 2


def test_where_no_catalogue_can_stand_beside_it_a_workspace_is_shown_all_the_same(path: Path) -> None:
    path.with_name(f"{path.name}-catalogue").mkdir()
    with Workspace(path) as work:
        assert work.search_claims("informed").total == 1
        assert work.view(STRIKE).number == 1


def test_a_catalogue_of_another_version_is_made_anew(path: Path) -> None:
    Workspace(path).close()
    with closing(sqlite3.connect(path.with_name(f"{path.name}-catalogue"))) as beside, beside:
        beside.execute("UPDATE meta SET value = 'other' WHERE name = 'version'")
        beside.execute("DELETE FROM incident")
    with Workspace(path) as work:
        assert work.incidents().total == 2
        assert work.search_claims("informed").total == 1


def test_two_programs_may_use_one_workspace(work: Workspace, path: Path) -> None:
    with Workspace(path) as other:
        report = make_report("A zebra crossed the bridge.", "zebra")
        with open_store(path) as store:
            store.add(Capture(report=report, original=f"zebra\n{report.text}".encode()))
        for one in (work, other):
            assert one.search_reports("zebra").total == 1
            assert one.incidents().total == 2


def test_words_far_down_a_text_are_shown(work: Workspace, path: Path) -> None:
    report = make_report("Ḥarb. " * 3_000 + "Then a zèbra crossed the bridge. " + "Rain. " * 3_000, "long")
    with open_store(path) as store:
        store.add(Capture(report=report, original=f"long\n{report.text}".encode()))
    (hit,) = work.search_reports("zebra").rows
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.found] == ["zèbra"]
    assert "Then a zèbra crossed" in hit.excerpt.text
    assert len(hit.excerpt.text) < 500


def test_many_threads_may_ask_at_once(work: Workspace) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: work.view(STRIKE).incident, range(40)))
    assert found == [exhibit().ledger.incidents[0]] * 40


def test_it_tells_how_far_laying_out_is_and_not_again(path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    for ending in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}-catalogue{ending}").unlink(missing_ok=True)
    with Workspace(path, listen=lambda *far: told.append(far)) as work:
        reports, incidents = work.reports().total, work.incidents().total
    assert [far[1:] for far in told if far[0] == "reports"] == [(done, reports) for done in range(reports)]
    assert [far[1:] for far in told if far[0] == "incidents"] == [(n + 1, incidents) for n in range(incidents)]
    told.clear()
    with Workspace(path, listen=lambda *far: told.append(far)):
        assert told == []
