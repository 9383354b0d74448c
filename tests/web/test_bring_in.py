"""Bringing in: what is taken, what is refused, how a run is watched and cancelled."""

import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.store import open_store
from tests.web.conftest import Open

REPORT = "TEL SARW, 3 March 2021 – A drone strike killed three people at a mill, the mayor said on Tuesday.\n"


@pytest.fixture
def client(open_workbench: Open) -> TestClient:
    return open_workbench(reader="rules")


def _ended(client: TestClient) -> str:
    for _ in range(600):
        page = client.get("/bring-in").text
        if "The last run" in page:
            return page
        time.sleep(0.1)
    raise AssertionError("the run has not ended")


def test_files_are_brought_in_and_what_is_skipped_is_told_without_a_path(client: TestClient, tmp_path: Path) -> None:
    files = [("files", ("../../mill.txt", REPORT.encode())), ("files", ("empty<b>.txt", b"  "))]
    client.post("/bring-in", files=files)
    page = _ended(client)
    assert "1 new report" in page
    assert "empty_b_.txt" in page
    assert "/tmp" not in page
    assert client.get("/api/v1/reports?q=mill").json()["total"] == 1
    assert not (tmp_path.parent / "mill.txt").exists()


def test_text_can_be_pasted(client: TestClient) -> None:
    client.post("/bring-in", data={"text": REPORT, "name": "mill"})
    assert "1 new report" in _ended(client)
    assert "event: end" in client.get("/bring-in/events").text


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"files": [("files", ("run.exe", b"MZ"))]}, "of a kind that can"),
        ({"files": [("files", ("large.txt", b"a" * (20 * 1024 * 1024 + 1)))]}, "larger than 20 MB"),
        ({"data": {"text": " "}}, "Nothing was given"),
    ],
)
def test_what_is_not_taken_is_refused_before_a_run(client: TestClient, given: dict[str, object], why: str) -> None:
    refused = client.post("/bring-in", **given)  # type: ignore[arg-type]
    assert refused.status_code == 400
    assert why in refused.text
    assert "The last run" not in client.get("/bring-in").text


def test_another_run_is_told_and_one_run_at_a_time_can_be_cancelled(client: TestClient, tmp_path: Path) -> None:
    with open_store(tmp_path / "hand.db"):
        client.post("/bring-in", data={"text": REPORT})
        assert "Another run is writing" in _ended(client)
    client.post("/bring-in", data={"text": REPORT})
    assert "under way already" in client.post("/bring-in", data={"text": REPORT}).text
    client.post("/bring-in/cancel")
    assert "Cancelled" in _ended(client)


def test_a_path_is_taken_from_this_machine_alone(open_workbench: Open, tmp_path: Path) -> None:
    client = open_workbench(password="correct horse battery", reader="rules")
    client.post("/login", data={"password": "correct horse battery"})
    assert "on this machine" not in client.get("/bring-in").text
    assert client.post("/bring-in", data={"path": str(tmp_path)}).status_code == 403
