"""Taking out: every view as the same four kinds of file."""

import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.publish.contract import ledger_json
from rashomon.web.templating import NAVIGATION
from tests.publish.fixtures import exhibit
from tests.web.conftest import Open
from tests.workspace.arriving import CAME, keep_arriving

LEDGER = exhibit().ledger
STRIKE, ROCKET = LEDGER.incidents
HARBOUR = LEDGER.reports[0].id
CELL = STRIKE.questions[0].accounts[0].id
NOT_TAKEN = {"/bring-in"}
VIEWS = {
    "/incidents": ("incidents", "Tel Sarw"),
    f"/incidents/{STRIKE.id}": (f"incidents/{STRIKE.id}", "Tel Sarw"),
    f"/incidents/{STRIKE.id}?cell={CELL}": (f"accounts/{CELL}", "at least 17"),
    "/reports": ("reports", "Harbour Gazette"),
    f"/reports/{HARBOUR}": (f"reports/{HARBOUR}", "informed before the operation"),
    "/search?q=informed&kind=claim": ("search", "informed"),
    "/search?q=informed&kind=report": ("search", "informed"),
    "/actors": ("actors", "Anna Reyes"),
    "/actor?who=xx.front": ("actor", "Northern Front"),
    "/judgements": ("judgements", "Heard the tape."),
    "/review": ("queue", "notified"),
}


@pytest.mark.parametrize("page", VIEWS)
def test_every_view_leads_to_its_files(client: TestClient, page: str) -> None:
    taken, words = VIEWS[page]
    asked = page.partition("?")[2] if taken in ("search", "actor") else ""
    shown = client.get(page).text
    for format in ("json", "csv", "html", "md"):
        path = f"/take-out/{taken}.{format}"
        assert f'href="{path}{"?" if asked else ""}{asked.replace("&", "&amp;")}"' in shown
        answer = client.get(f"{path}?{asked}")
        assert answer.status_code == 200
        assert re.fullmatch(rf'attachment; filename="[\w.-]+\.{format}"', answer.headers["Content-Disposition"])
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert words in answer.text.replace("\\", "")


def test_no_page_of_the_navigation_is_left_out() -> None:
    assert {path for path, _ in NAVIGATION} <= {page.partition("?")[0] for page in VIEWS} | NOT_TAKEN


def test_a_list_is_taken_out_as_it_is_filtered(client: TestClient) -> None:
    found = client.get("/take-out/incidents.json?disputed=1").json()
    assert found["incidents"] == ledger_json(LEDGER)["incidents"][:1]
    assert {row["incident"] for row in rows(client, "incidents.csv")} == {STRIKE.id}
    assert "disputed=1" in client.get("/incidents?disputed=1").text.partition("Take these out")[2]
    assert {row["outlet"] for row in rows(client, "reports.csv?q=depot")} == {"Border Courier"}
    assert "q=depot" in client.get("/reports?q=depot").text.partition("Take these out")[2]


@pytest.mark.parametrize("path", ["reports", "actors", "actor?who=xx.front", "search?q=informed", "judgements"])
def test_a_file_of_json_is_what_the_api_answers(client: TestClient, path: str) -> None:
    base, _, asked = path.partition("?")
    taken, told = client.get(f"/take-out/{base}.json?{asked}").json(), client.get(f"/api/v1/{path}").json()
    assert taken == told


def test_a_report_has_a_row_for_each_claim_that_stands_where_it_says(client: TestClient) -> None:
    text = exhibit().backing.reports[HARBOUR].text
    found = rows(client, f"reports/{HARBOUR}.csv")
    assert len(found) == 3
    for row in found:
        assert row["kind"] == "claim" and text[int(row["start"]) : int(row["end"])] == row["words"]
    page = client.get(f"/take-out/reports/{HARBOUR}.html").text
    assert "The toll could not be confirmed." in page, "the text is there whole"


def test_what_changed_is_taken_out_since_the_day_that_is_shown(open_workbench: Open, tmp_path: Path) -> None:
    keep_arriving(tmp_path / "came.db", *CAME)
    client = open_workbench(tmp_path / "came.db")
    (incident,) = client.get("/api/v1/incidents").json()["incidents"]
    shown = client.get(f"/incidents/{incident['id']}?since=2024-03-08").text
    assert f'href="/take-out/incidents/{incident["id"]}/changes.csv?since=2024-03-08"' in shown
    changed = {row["change"] for row in rows(client, f"incidents/{incident['id']}/changes.csv?since=2024-03-08")}
    assert {"newly disputed", "new", "report"} <= changed
    for format in ("html", "md"):
        taken = client.get(f"/take-out/incidents/{incident['id']}/changes.{format}").text
        assert "revised" in taken and "Gable" in taken


@pytest.mark.parametrize("path", ["reports/r0", "accounts/c0", "incidents/x0/changes", "actor?who=name nobody"])
def test_what_is_not_there_is_no_file(client: TestClient, path: str) -> None:
    base, _, asked = path.partition("?")
    assert client.get(f"/take-out/{base}.csv?{asked}").status_code == 404
    assert client.get(f"/take-out/{base}.exe?{asked}").status_code == 422


def rows(client: TestClient, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(f"/take-out/{path}").text)))
