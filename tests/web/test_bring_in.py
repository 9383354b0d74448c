"""Bringing in: what is taken, what is refused, how a run is watched and cancelled."""

import json
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from rashomon.store import open_store
from rashomon.web.security.sizes import SizeCheck
from tests.publish.kept import keep_exhibit
from tests.web.browser import served
from tests.web.conftest import Open

WATCHERS = 60
"""More than there are threads to answer with."""
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


def _done(client: TestClient) -> dict[str, Any]:
    for _ in range(600):
        run: dict[str, Any] = client.get("/api/v1/bring-in").json()["run"]
        if run["outcome"] is not None:
            return run
        time.sleep(0.1)
    raise AssertionError("the run has not ended")


def test_a_program_brings_in_what_a_page_does(client: TestClient) -> None:
    before = client.get("/api/v1/bring-in").json()
    assert (before["run"], before["path"]) == (None, False)
    sent = client.post("/api/v1/bring-in", data={"text": REPORT, "name": "mill"}, files=[("files", ("no.txt", b" "))])
    assert (sent.status_code, sent.json()["id"], sent.json()["outcome"]) == (202, 1, None)
    assert client.post("/api/v1/bring-in", data={"text": REPORT}).status_code == 409
    told = client.get("/api/v1/bring-in/events").text
    assert told.startswith("data: {") and told.rpartition("event: end\n")[1]
    run = _done(client)
    assert json.loads(told.rpartition("data: ")[2]) == run
    assert "1 new report" in run["outcome"]["said"]
    assert [one["where"] for one in run["outcome"]["skipped"]] == ["no.txt"]
    assert client.get("/api/v1/reports?q=mill").json()["reports"][0]["name"] == "mill"


def test_a_program_cancels(client: TestClient) -> None:
    assert client.post("/api/v1/bring-in/cancel").json()["run"] is None
    client.post("/api/v1/bring-in", data={"text": REPORT})
    assert client.post("/api/v1/bring-in/cancel").json()["run"]["cancelled"] is True
    assert "Cancelled" in _done(client)["outcome"]["said"]


def test_a_pasted_text_may_be_as_long_as_a_report(client: TestClient) -> None:
    kept = REPORT * (1_990_000 // len(REPORT))
    for sent in ({"data": {"text": kept + "a" * 20_000}}, {"files": [("text", (None, kept + "a" * 20_000))]}):
        refused = client.post("/api/v1/bring-in", **sent)  # type: ignore[arg-type]
        assert refused.status_code == 400
        assert "2,000,000 are taken" in refused.json()["error"]
    assert client.post("/api/v1/bring-in", files=[("text", (None, kept))]).status_code == 202
    client.post("/api/v1/bring-in/cancel")
    _done(client)


def test_too_many_files_are_told(client: TestClient) -> None:
    refused = client.post("/api/v1/bring-in", files=[("files", (f"{n}.txt", b"a")) for n in range(201)])
    assert refused.status_code == 400
    assert "200 files" in refused.json()["error"]


@pytest.mark.parametrize(
    "name", ["\u5831" * 150 + ".txt", "a" * 400 + ".txt", "..\\..\\a.txt", "a/../../b.txt", "a.TXT. "]
)
def test_any_name_of_a_file_is_taken(client: TestClient, tmp_path: Path, name: str) -> None:
    assert client.post("/api/v1/bring-in", files=[("files", (name, REPORT.encode()))]).status_code == 202
    assert "1 new report" in _done(client)["outcome"]["said"]
    assert not list(tmp_path.parent.glob("*.txt"))


@pytest.mark.parametrize("name", [".txt", " .. .txt", "", "..", "txt", "a.txt.exe", "\u202etxt.exe"])
def test_a_name_that_tells_no_kind_is_refused(client: TestClient, name: str) -> None:
    assert client.post("/api/v1/bring-in", files=[("files", (name, REPORT.encode()))]).status_code in (400, 422)


@pytest.mark.parametrize("path", ["/bring-in", "/api/v1/bring-in", "/review"])
def test_what_is_larger_than_it_says_is_broken_off(client: TestClient, path: str) -> None:
    small = TestClient(SizeCheck(client.app, 1000), base_url="http://localhost", raise_server_exceptions=False)
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    for content in (b"a" * 2000, (b"a" * 100 for _ in range(20))):
        refused = small.post(path, content=content, headers=kind)
        assert refused.status_code == 413
        assert "more than can be brought in" in refused.text


def test_however_many_watch_a_run_the_pages_are_answered(open_workbench: Open, tmp_path: Path) -> None:
    path = tmp_path / "watched.db"
    keep_exhibit(path)
    with served(path) as address, ExitStack() as watching, httpx2.Client(base_url=address, timeout=30) as client:
        client.post("/api/v1/bring-in", data={"text": REPORT * 2_000})
        for _ in range(WATCHERS):
            told = watching.enter_context(client.stream("GET", "/bring-in/events"))
            assert told.status_code == 200
        assert client.get("/incidents").status_code == 200
        client.post("/api/v1/bring-in/cancel")
        while client.get("/api/v1/bring-in").json()["run"]["outcome"] is None:
            time.sleep(0.1)
