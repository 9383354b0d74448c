"""Taking out: the same files as the command line writes, of what is shown."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from rashomon.publish.contract import ledger_json
from tests.publish.fixtures import exhibit

STRIKE, ROCKET = exhibit().ledger.incidents


@pytest.mark.parametrize("format", ["json", "csv", "html", "md"])
@pytest.mark.parametrize("path", [f"incidents/{STRIKE.id}", "incidents"])
def test_everything_can_be_taken_out_and_is_a_file(client: TestClient, path: str, format: str) -> None:
    answer = client.get(f"/take-out/{path}.{format}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "Tel Sarw" in answer.text


def test_a_list_is_taken_out_as_it_is_filtered(client: TestClient) -> None:
    found = client.get("/take-out/incidents.json?disputed=1").json()
    assert found["incidents"] == ledger_json(exhibit().ledger)["incidents"][:1]
    rows = list(csv.DictReader(io.StringIO(client.get("/take-out/incidents.csv").text)))
    assert {row["incident"] for row in rows} == {STRIKE.id}
    assert "disputed=1" in client.get("/incidents?disputed=1").text.partition("Take these out")[2]
