"""What changed about an incident, on its page and in the API."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.publish.fixtures import exhibit
from tests.web.conftest import Open
from tests.web.test_pages import words
from tests.workspace.arriving import CAME, THIRD, keep_arriving

STRIKE = exhibit().ledger.incidents[0]


@pytest.fixture
def arriving(open_workbench: Open, tmp_path: Path) -> TestClient:
    """A workbench on a strike whose reports came at three times."""
    keep_arriving(tmp_path / "came.db", *CAME)
    return open_workbench(tmp_path / "came.db")


@pytest.fixture
def strike(arriving: TestClient) -> str:
    (incident,) = arriving.get("/api/v1/incidents").json()["incidents"]
    return f"/incidents/{incident['id']}"


def test_the_page_marks_new_accounts_and_opens_what_changed_when_asked(arriving: TestClient, strike: str) -> None:
    shown = arriving.get(strike).text
    said = words(shown)
    assert "What changed 2 of 4 reports came since 2024-03-12 10:00 UTC" in said
    assert said.count("new since 2024-03-12") == 1, "12 is new; 3 was told before"
    assert f'hx-get="{strike}/changes"' in shown
    assert "↻ revised" not in said


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_the_changes_are_a_part_and_a_page_of_their_own(
    arriving: TestClient, strike: str, headers: dict[str, str]
) -> None:
    shown = arriving.get(f"{strike}/changes", headers=headers)
    assert ("<html" in shown.text) == (not headers)
    said = words(shown.text)
    assert "Since 2024-03-12 10:00 UTC: 2 new reports beside 2 known ones, 0 new judgements." in said
    assert "↻ revised How many were killed? Syrian Observatory for Human Rights: 12 before: 9" in said
    assert "+ told again How many were killed? Pentagon: 3 by Gable" in said
    assert "joined as they are joined now" in said
    assert f'href="{strike}?since=2024-03-09T10%3A00%3A00%2B00%3A00#changes-title"' in shown.text


def test_a_day_that_is_chosen_opens_the_changes_on_the_page_and_stays_in_its_links(
    arriving: TestClient, strike: str
) -> None:
    shown = arriving.get(f"{strike}?since=2024-03-08").text
    assert "<details open>" in shown
    assert "≠ newly disputed How many were killed?" in words(shown)
    assert "new since 2024-03-08" in words(shown)
    assert "since=2024-03-08&amp;cell=" in shown


def test_everything_new_marks_nothing_and_says_so(arriving: TestClient, strike: str) -> None:
    said = words(arriving.get(f"{strike}?since=2024-01-01").text)
    assert "None of its reports was in the workspace before 2024-01-01: everything about it is new." in said
    assert "new since" not in said


def test_a_workspace_that_does_not_know_when_reports_came_says_that(client: TestClient) -> None:
    said = words(client.get(f"/incidents/{STRIKE.id}/changes").text)
    assert "It is not known when its reports came into the workspace, and nobody has judged it since" in said


@pytest.mark.parametrize("path", ["/incidents/{}", "/incidents/{}/changes", "/api/v1/incidents/{}/changes"])
def test_what_is_no_day_is_told_and_an_empty_one_is_not_asked_for(client: TestClient, path: str) -> None:
    asked = path.format(STRIKE.id)
    refused = client.get(f"{asked}?since=soon")
    assert (refused.status_code, "no day and no instant" in refused.text) == (400, True)
    assert client.get(f"{asked}?since=").status_code == 200


def test_the_api_gives_the_same(arriving: TestClient, strike: str) -> None:
    found = arriving.get(f"/api/v1{strike}/changes").json()
    assert (found["schema"], found["since"], found["known"]) == ("rashomon.changes/1", THIRD, 2)
    assert [moment["reports"] for moment in found["moments"]] == [2, 1, 1]
    assert arriving.get("/api/v1/incidents/x0/changes").status_code == 404


def test_what_the_workbench_brings_in_has_come_then(client: TestClient) -> None:
    text = "Gunmen attacked a checkpoint near Mosul on 4 March 2024. Police said two officers were killed."
    client.post("/bring-in", data={"text": text, "name": "mosul"})
    assert "event: end" in client.get("/bring-in/events").text
    (report,) = client.get("/api/v1/reports?q=mosul").json()["reports"]
    incident = client.get(f"/api/v1/reports/{report['id']}/incidents").json()["incidents"][0]
    (moment,) = client.get(f"/api/v1/incidents/{incident['id']}/changes").json()["moments"]
    assert moment["reports"] == 1
    assert "All its reports came into the workspace at once" in client.get(f"/incidents/{incident['id']}/changes").text
